#!/usr/bin/env bash
# Builds the wheel, installs it into an environment of its own and turns the example brief into a page with it.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python -m build --wheel --outdir "$scratch" . >"$scratch/build.log" 2>&1 || { cat "$scratch/build.log" >&2; exit 1; }
python -m venv "$scratch/alone"
"$scratch/alone/bin/python" -m pip install --quiet --disable-pip-version-check "$scratch"/*.whl 2>&1 | grep -v '^WARNING: Location' || true
cp -r data "$scratch/brief"
(
  # From elsewhere, so that nothing is found in the source tree by chance.
  cd "$scratch"
  alone/bin/geobrief --version
  alone/bin/geobrief build brief -o page.html
  grep -q 'id="geobrief-data"' page.html
  alone/bin/python -m pip check
)
