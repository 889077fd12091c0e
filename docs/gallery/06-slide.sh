#!/usr/bin/env bash
# A slide: PowerPoint with the map, then a slide for each place, the full quotes in the notes.
set -euo pipefail
texts=$(dirname "$0")/texts

geobrief extract "$texts"/turbines.md -o brief
geobrief export brief -o talk.pptx
geobrief export brief -o three-claims.pptx --claims c1,c2,c3
