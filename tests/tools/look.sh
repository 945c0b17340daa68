#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# look.sh PROGRAM LOOK FOLDER: runs test-look for LOOK on a screen of the size that it wants, with a window
# manager and the interface's font. Leaves out what is looked at, see tests/view/test-look.c.
set -euo pipefail

[ $# -ge 3 ] || { echo 'usage: look.sh PROGRAM LOOK FOLDER' >&2; exit 2; }
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
SCREEN=$("$1" --screen "$2")
export SCREEN
# A picture shows the same everywhere only if a desktop's fonts and their settings are left out.
FONTCONFIG_FILE=$tools/fonts.conf
export FONTCONFIG_FILE
# shellcheck disable=SC2016 # for the inner shell
exec "$tools/withx.sh" bash -c 'openbox >/dev/null 2>&1 & manager=$!; until xdotool get_num_desktops >/dev/null 2>&1; do sleep 0.05; done; xdotool mousemove 0 0; status=0; "$@" || status=$?; kill "$manager"; exit "$status"' look "$@"
