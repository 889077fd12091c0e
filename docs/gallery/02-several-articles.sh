#!/usr/bin/env bash
# Several articles: one brief of three newspapers, in which two counts of the same thing contradict each other.
set -euo pipefail
texts=$(dirname "$0")/texts

geobrief extract "$texts"/flood-{1,2,3}.md -o brief
geobrief check brief
geobrief build brief -o page.html
