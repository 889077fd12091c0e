"""An antimeridian brief: places on both sides of 180°, on one map that is not cut between them."""

from pathlib import Path

import geobrief

TEXT = """\
A cable ship will carry 1,900 kilometres of cable from Auckland to Suva in June 2026, the consortium says.
The first stretch leads from Suva to Apia. A second ship is to bring 40 technicians from Honolulu to Apia.
Tuvalu asked for a branch of its own, and a pier in Pago Pago may be built for the ships.
Fishermen in Nuku'alofa claim that anchors cut the old line in May.
Repairs reportedly waited for a ship from Nouméa.
"""

brief = geobrief.analyze(TEXT, published="2026-06-02", title="One cable, two days")
print(brief.claims[["places", "certainty", "from", "to"]].to_string())
brief.save("brief")
Path("page.html").write_text(brief.to_html(), encoding="utf-8")
