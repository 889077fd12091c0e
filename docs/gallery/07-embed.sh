#!/usr/bin/env bash
# An embed: the map in a web page of your own, open at a claim, as high as it needs to be.
set -euo pipefail
texts=$(dirname "$0")/texts

geobrief map "$texts"/night-train.md -o map.html
{
  echo '<!doctype html><html lang="en"><meta charset="utf-8"><title>The Sleeper</title>'
  echo '<style>body { max-width: 46rem; margin: 2rem auto; font: 1.1rem/1.5 Georgia, serif; color: #222 }</style>'
  echo '<h1>To Venice overnight</h1>'
  echo '<p>Trains with beds are back. The next one climbs over the Brenner, if the rocks above it stay where they are.</p>'
  geobrief embed map.html --claim c4
  echo '<p>Tickets go on sale in June.</p>'
} > host.html
