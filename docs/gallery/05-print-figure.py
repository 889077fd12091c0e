"""A figure for print: a PDF whose text stays text, and the same figure as a PNG of 300 dots an inch."""

from pathlib import Path

import geobrief
from geobrief.export import Options
from geobrief.text.articles import read_article

article = read_article(Path(__file__).parent / "texts" / "turbines.md")
brief = geobrief.analyze_documents([article])
brief.export("figure.pdf", options=Options(size="170x120mm", theme="print"))
brief.export("figure.png", options=Options(size="170x120mm", theme="print", dpi=300))
