#!/bin/sh
# Takes the picture of a timeline that the README shows, of a real run on the emulator. Needs Maven and chromium.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -pl extension/verification -am test -Dchecks.skip=true -Dtest=TimelinePictureTests \
    -Dsurefire.failIfNoSpecifiedTests=false -Dtimeline.page="$work/timeline.html"
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/profile" \
    --window-size="${SIZE:-1200,740}" --screenshot="$work/timeline.png" "file://$work/timeline.html"
mv "$work/timeline.png" .github/images/timeline.png
ls -l .github/images/timeline.png
