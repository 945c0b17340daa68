#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bare.sh [--keep] RELEASE FOLDER CACHE WORD...: makes a minimal Debian of that RELEASE (bookworm, trixie)
# with nothing but git, moves the sources FOLDER/sidelight into it and does `./dev WORD...` there. The tree
# is FOLDER/tree and is thrown away afterwards; with --keep it is CACHE/tree, with what was built in it,
# and is there the next time. Packages are kept in CACHE. Run by the administrator; every mount lives in a
# mount namespace of its own and dies with it. Leaves out who asks for the administrator's rights and what
# becomes of FOLDER: that is `dev`.
set -euo pipefail

say() { printf 'bare [%3ds] %s\n' "$SECONDS" "$*" >&2; }

# The first address this machine gets the same release from, if it is one with that release.
mirror_here() {
  grep -qs "^VERSION_CODENAME=$release$" /etc/os-release || return 0
  { grep -hs "^deb .* $release " /etc/apt/sources.list || true
    grep -hs '^URIs:' /etc/apt/sources.list.d/debian.sources || true; } | grep -oE -m1 'https?://[^ ]+' || true
}

make_tree() {
  local mirror
  [ ! -e "$tree/.whole" ] || return 0
  rm -rf --one-file-system "$tree" # one that was never finished
  mirror=$(mirror_here)
  mkdir -p "$cache/base" "$cache/archives/partial"
  debootstrap --variant=minbase --include=git --cache-dir="$cache/base" "$release" "$tree" ${mirror:+"$mirror"} \
    >"$folder/debootstrap.log" 2>&1 || { tail -n 20 "$folder/debootstrap.log" >&2; return 1; }
  if [ -n "$mirror" ] && [ -s /etc/apt/sources.list.d/debian.sources ]; then
    rm -f "$tree/etc/apt/sources.list"
    cp /etc/apt/sources.list.d/debian.sources "$tree/etc/apt/sources.list.d/"
  fi
  # How packages are fetched here (a proxy, say), not what is kept or run afterwards.
  apt-config dump 2>/dev/null | grep -E '^Acquire::(https?|Retries|Check-)' >"$tree/etc/apt/apt.conf.d/99as-outside" || true
  touch "$tree/.whole"
}

# Only what was built stays of the sources that a kept tree has. What is as it was keeps its time there, and
# everything else is newer than anything that was built, so just what changed is built again.
lay_sources() {
  local name
  cp -L /etc/resolv.conf /etc/hosts "$tree/etc/"
  if [ -d "$tree/root/sidelight/build" ]; then
    rm -rf --one-file-system "$folder/sidelight/build"
    while IFS= read -r -d '' name; do
      ! cmp -s "$folder/sidelight/$name" "$tree/root/sidelight/$name" ||
        touch -r "$tree/root/sidelight/$name" "$folder/sidelight/$name"
    done < <(cd "$folder/sidelight" && find . -type f -print0)
    mv "$tree/root/sidelight/build" "$folder/sidelight/build"
    rm -rf --one-file-system "$folder/sidelight/build/shots"
  fi
  rm -rf --one-file-system "$tree/root/sidelight"
  mv "$folder/sidelight" "$tree/root/sidelight"
  chown -R root:root "$tree/root/sidelight"
}

mount_tree() {
  local node
  mount -t proc proc "$tree/proc"
  mount -t sysfs -o ro sysfs "$tree/sys" 2>/dev/null || true
  mount -t tmpfs -o mode=755 dev "$tree/dev"
  for node in null zero full random urandom tty; do
    touch "$tree/dev/$node"
    mount --bind "/dev/$node" "$tree/dev/$node"
  done
  mkdir -p "$tree/dev/pts" "$tree/dev/shm"
  mount -t devpts -o newinstance,ptmxmode=0666 devpts "$tree/dev/pts"
  mount -t tmpfs -o mode=1777 shm "$tree/dev/shm"
  ln -s pts/ptmx "$tree/dev/ptmx"
  ln -s /proc/self/fd "$tree/dev/fd"
  mount --bind "$cache/archives" "$tree/var/cache/apt/archives"
}

inside() { # in the namespace
  local status=0
  make_tree
  say "a Debian $(cat "$tree/etc/debian_version") is there ($(du -sxh "$tree" | cut -f1))"
  lay_sources
  mount_tree
  env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM="${TERM:-dumb}" CI="${CI:-}" \
    http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" \
    chroot "$tree" bash -c 'cd /root/sidelight && exec ./dev "$@"' dev "$@" </dev/null || status=$?
  say "./dev $* ended with status $status"
  if [ -d "$tree/root/sidelight/build/shots" ]; then
    cp -r "$tree/root/sidelight/build/shots" "$folder/shots"
    chown -R --reference="$folder" "$folder/shots"
  fi
  return "$status"
}

keep=
[ "$1" != --keep ] || { keep=--keep; shift; }
release=${1:?release} folder=$(realpath "${2:?folder}") cache=$(realpath -m "${3:?cache}")
tree=$folder/tree
[ -z "$keep" ] || tree=$cache/tree
if [ "${4:-}" = --inside ]; then
  shift 4
  inside "$@"
  exit
fi

status=0
shift 3
mkdir -p "$cache"
exec 9>"$cache/lock"
[ -z "$keep" ] || flock 9 # its tree serves one at a time
unshare --mount --propagation private --pid --fork --kill-child \
  bash "$0" $keep "$release" "$folder" "$cache" --inside "$@" 9>&- || status=$?
if grep -q " $tree" /proc/self/mountinfo; then
  say "something is still mounted below $tree: it is left as it is"
  exit 1
fi
[ -n "$keep" ] || rm -rf --one-file-system "$tree"
exit "$status"
