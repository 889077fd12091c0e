"""A one-page brief: a text becomes a page, and a folder in which to correct what was read from it."""

from pathlib import Path

import geobrief

TEXT = """\
A night train will carry 300 people from Brussels to Venice from 10 September 2026, the operator said.
The company expects to carry around 90,000 passengers a year, most of them boarding in Frankfurt.
Inspectors in Austria reportedly cleared the climb to the Brenner Pass in March.
Engineers warn that rockfall above Innsbruck could close the line for weeks.
The union of train crews denied that its members in Munich had agreed to the new shifts.
In Verona, where the train stops at six in the morning, the station café opens an hour earlier.
"""

brief = geobrief.analyze(TEXT, published="2026-04-20", title="A night train over the Alps")
print(brief.claims[["places", "by", "certainty", "quantity", "when"]].to_string())
brief.save("brief")
Path("page.html").write_text(brief.to_html(), encoding="utf-8")
