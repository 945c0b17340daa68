#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# withx.sh COMMAND...: runs COMMAND with a display, a session bus and a home of its own, and takes all
# three away afterwards, so that nothing of the desktop it is started from can be seen or changed.
# SCREEN sets the size (1280x800x24), FONT the interface's font as a desktop would; COMMAND finds the
# server's process in SCREEN_PID. Leaves out what is run and what its result means.
set -euo pipefail

say() { printf 'withx: %s\n' "$*" >&2; }

[ $# -gt 0 ] || { say 'usage: withx.sh COMMAND...'; exit 2; }
for tool in Xvfb dbus-run-session; do
  command -v "$tool" >/dev/null || { say "$tool is not installed"; exit 127; }
done

own=$(mktemp -d "${TMPDIR:-/tmp}/withx.XXXXXXXX")
server=
# shellcheck disable=SC2317 # called by the trap
leave() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$own"
}
trap leave EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

mkdir -m 700 "$own/run"
mkfifo "$own/number"
# -displayfd: the server takes a free number itself, so two at once never meet.
Xvfb -displayfd 3 -screen 0 "${SCREEN:-1280x800x24}" -nolisten tcp -noreset 3>"$own/number" 2>"$own/server.log" &
server=$!
number=
read -r number <"$own/number" || true
if [ -z "$number" ]; then
  say 'the virtual display did not start:'
  cat "$own/server.log" >&2
  exit 1
fi

unset WAYLAND_DISPLAY PULSE_SERVER PULSE_COOKIE PIPEWIRE_REMOTE JACK_DEFAULT_SERVER
unset DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS DESKTOP_STARTUP_ID XAUTHORITY XMODIFIERS
unset GTK_IM_MODULE GTK_THEME GTK_MODULES GTK_PATH XDG_CURRENT_DESKTOP XDG_SESSION_TYPE
export DISPLAY=":$number" SCREEN_PID="$server" HOME="$own" XDG_RUNTIME_DIR="$own/run" XDG_CACHE_HOME="$own/cache" \
  XDG_CONFIG_HOME="$own/config" XDG_DATA_HOME="$own/data" XDG_STATE_HOME="$own/state"

if [ -n "${FONT:-}" ]; then
  mkdir -p "$own/config/gtk-4.0"
  printf '[Settings]\ngtk-font-name=%s\n' "$FONT" >"$own/config/gtk-4.0/settings.ini"
fi

# What the bus and its services have to say goes to a file of its own, not between the words of COMMAND.
status=0
dbus-run-session -- bash -c 'exec "$@" >&3 2>&4 3>&- 4>&-' bash "$@" 3>&1 4>&2 >"$own/bus.log" 2>&1 || status=$?
exit "$status"
