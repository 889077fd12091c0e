#!/usr/bin/env bash
# All that `make test` checks, in the order in which a fault is cheapest to find. Run it through make, which sets up the environment.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$1"; }

find_chromium() {
  command -v chromium || command -v chromium-browser || command -v google-chrome
}

if ! find_chromium >/dev/null; then
  say "Chromium is missing: installing it"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu fonts-noto-core >/dev/null
  else
    echo "The browser tests need Chromium. Install it (Debian: sudo apt-get install chromium), then run make test again." >&2
    exit 1
  fi
fi

say "ruff"
ruff check .
ruff format --check .

say "mypy"
mypy

if command -v node >/dev/null; then
  say "node --test (the page's pure functions)"
  node --test --test-reporter=dot tests/render/static/*.test.js tests/editor/static/*.test.js tests/corpora/map/static/*.test.js
else
  say "node is not installed: the page's pure functions are tested through the browser alone"
fi

if command -v npm >/dev/null; then
  say "npm ci (axe-core, for the browser tests)"
  npm ci --prefix tests/browser --loglevel=error --no-audit --no-fund
else
  say "npm is not installed: axe-core is missing, and the tests that need it are SKIPPED (named below)"
fi

say "the wheel, installed alone"
tools/test_wheel.sh

say "pytest"
pytest --numprocesses auto --dist loadfile
