#!/usr/bin/env bash
# The editor: a draft, what is doubtful in it, then the same in the browser, where every change is saved at once.
set -euo pipefail
texts=$(dirname "$0")/texts

geobrief extract "$texts"/turbines.md -o brief
geobrief check brief
geobrief edit brief # ends with Ctrl+C
geobrief undo brief --list
