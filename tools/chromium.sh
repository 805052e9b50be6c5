#!/usr/bin/env bash
# Makes sure that the browser tests find a Chromium; installs Debian's when root runs this.
set -euo pipefail

runs() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    # Ubuntu has a chromium-browser that only says to install something else: ask for its version.
    if command -v "$name" >/dev/null && "$name" --version >/dev/null 2>&1; then return 0; fi
  done
  return 1
}

runs && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "installing Chromium for the browser tests"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq chromium >/dev/null || true
  runs && exit 0
fi
echo "the browser tests need Chromium or Google Chrome on PATH; on Debian: sudo apt-get install chromium" >&2
exit 1
