#!/usr/bin/env bash
# A brief in Arabic: text, map and interface from right to left.
set -euo pipefail
texts=$(dirname "$0")/texts

geobrief extract "$texts"/railway-ar.md -o brief
geobrief build brief -o page.html --language ar
