#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-player.py BUILD: what 15 s of 1080p cost in full screen, beside other players.

One run, one display, the same two clips without sound, made here. For each player: processor seconds
(user and system) of its processes over 15 s of play, those of the display server, those of everything
else on the machine (far above 1: measure again when it is quiet), the largest proportional share of
memory, and where the player says it, the frames that it dropped; then its seconds as a share of mpv's and
Clapper's, which a machine that has other things to do changes least. A player that is not installed is said
to be so. Run under withx.sh with a screen of 1920x1080. Leaves out any verdict: it prints a table.
"""
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time

LENGTH = 24   # seconds of clip
SETTLE = 4    # seconds until a player has begun and is in full screen
MEASURE = 15  # seconds
TICKS = os.sysconf('SC_CLK_TCK')
SOURCE = ('videotestsrc num-buffers=%d pattern=smpte horizontal-speed=4 '
          '! video/x-raw,format=I420,width=1920,height=1080,framerate=30/1 ! ' % (LENGTH * 30))
CLIPS = {
    'h264': ('h264.mp4', 'x264enc speed-preset=veryfast key-int-max=60 bitrate=8000 ! h264parse ! mp4mux', 'h264'),
    'vp9': ('vp9.webm', 'vp9enc deadline=1 cpu-used=8 row-mt=true threads=4 keyframe-max-dist=60 target-bitrate=8000000 ! webmmux', 'vp9'),
}


def make_casebook(clips, length):
    """A casebook of one film with @clips, where the program looks for one's own casebooks."""
    folder = pathlib.Path(os.environ['XDG_DATA_HOME']) / 'sidelight' / 'casebooks' / 'bench'
    for name in ('media', 'clips'):
        (folder / name).mkdir(parents=True)
    records = {
        'casebook.json': {'format': 1, 'id': 'bench', 'version': '2026-01-01', 'title': 'Bench', 'language': 'en', 'licence': 'CC0-1.0'},
        'films.json': [{'id': 'bench', 'title': 'Bench', 'year': 2026, 'clips': list(clips)}],
    }
    for clip, (file, encoder, codecs) in clips.items():
        path = folder / 'media' / file
        print('making %s' % file, file=sys.stderr)
        if encoder:
            subprocess.run(['gst-launch-1.0', '-q'] + (SOURCE + encoder).split() + ['!', 'filesink', 'location=%s' % path], check=True)
        records['clips/%s.json' % clip] = {
            'id': clip, 'film': 'bench', 'kind': 'feature', 'title': clip, 'duration': '%d:%02d' % divmod(length, 60),
            'media': [{'file': 'media/' + file, 'width': 1920, 'height': 1080, 'codecs': codecs}],
            'chapters': [{'id': 'all', 'title': 'All', 'from': '0:00'}]}
    for name, record in records.items():
        (folder / name).write_text(json.dumps(record, indent=2), encoding='utf-8')
    return folder


def players(build, path, clip):
    """(name, command, environment, key that makes it full screen)"""
    watched = [str(build / 'app' / 'sidelight'), '--fullscreen', '--trace', os.environ['HOME'] + '/trace.jsonl', 'sidelight:bench/%s#t=0' % clip]
    decoder = 'filesrc location=%s ! decodebin ! fakesink sync=true' % path
    cairo = {'GSK_RENDERER': 'cairo', 'GDK_DEBUG': 'gl-disable'}
    asked = 'input-ipc-server=' + ipc()
    return (
        ('decoding only', ['gst-launch-1.0', '-q'] + decoder.split(), {}, None),
        ('Sidelight, cairo', watched, cairo, None),
        ('Sidelight, gl', watched, {'GSK_RENDERER': 'gl'}, None),
        ('mpv, x11', ['mpv', '--no-config', '--hwdec=no', '--vo=x11', '--fs', '--' + asked, str(path)], {}, None),
        ('Celluloid', ['celluloid', '--mpv-' + asked, str(path)], {}, 'F11'),
        ('Totem', ['totem', '--fullscreen', str(path)], {}, None),
        ('Clapper', ['clapper', str(path)], {}, 'F11'),
        ('GtkVideo', [str(build / 'tests' / 'bench' / 'gtk-video'), str(path)], cairo, None),
    )


def ipc():
    return os.environ['HOME'] + '/mpv'


def why_not(command):
    """What is missing for @command, if anything is."""
    if not shutil.which(command[0]):
        return 'not installed'
    module = pathlib.Path('/usr/lib').glob('*/gtk-4.0/*/media/*.so') if command[0].endswith('gtk-video') else [True]
    return None if any(module) else "GTK's media module (libgtk-4-media-gstreamer) is not installed"


def processes():
    """pid -> (parent, processor seconds); of those that have ended by now, nothing."""
    found = {}
    for name in filter(str.isdigit, os.listdir('/proc')):
        try:
            stat = pathlib.Path('/proc', name, 'stat').read_text(encoding='utf-8', errors='replace')
        except OSError:
            continue
        fields = stat.rpartition(')')[2].split()
        found[int(name)] = (int(fields[1]), sum(map(int, fields[11:15])) / TICKS)
    return found


def family(found, root):
    members = {root}
    while True:
        more = {pid for pid, (parent, _) in found.items() if parent in members} - members
        if not more:
            return members
        members |= more


def seconds_of(found, pids):
    return sum(found[pid][1] for pid in pids if pid in found)


def busy_seconds():
    """Processor seconds of the whole machine since it started."""
    fields = pathlib.Path('/proc/stat').read_text(encoding='utf-8').splitlines()[0].split()[1:]
    return sum(int(fields[i]) for i in (0, 1, 2, 5, 6)) / TICKS


def memory_of(pids):
    """Megabytes, each shared page counted by its share."""
    total = 0
    for pid in pids:
        try:
            rollup = pathlib.Path('/proc/%d/smaps_rollup' % pid).read_text(encoding='utf-8')
        except OSError:
            continue
        total += next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith('Pss:')), 0)
    return total / 1024


def ask_mpv(name):
    """A property of the mpv that listens, if one does."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(5)
        line.connect(ipc())
        line.sendall(json.dumps({'command': ['get_property', name], 'request_id': 1}).encode() + b'\n')
        for answer in line.makefile(encoding='utf-8'):
            words = json.loads(answer)
            if words.get('request_id') == 1:
                return words.get('data')
    return None


def frames_dropped():
    """By Sidelight's trace, which tells each frame that is shown, or by what mpv answers; others do not say."""
    trace = pathlib.Path(os.environ['HOME'], 'trace.jsonl')
    if trace.exists():
        numbers = [json.loads(line)['number'] for line in trace.read_text(encoding='utf-8').splitlines() if '"event":"frame"' in line]
        return numbers[-1] + 1 - numbers[0] - len(numbers) if numbers else 0
    try:
        counts = [ask_mpv('frame-drop-count'), ask_mpv('decoder-frame-drop-count')]
    except (OSError, ValueError):
        return None
    return None if None in counts else sum(counts)


def focused_window():
    """The size of the window that has the focus, as the window manager made it."""
    done = subprocess.run(['xdotool', 'getactivewindow', 'getwindowgeometry', '--shell'], capture_output=True, text=True, check=False)
    words = dict(line.split('=') for line in done.stdout.splitlines() if '=' in line)
    return '%s x %s' % (words['WIDTH'], words['HEIGHT']) if 'WIDTH' in words else 'none'


def measure(command, environment, key, server):
    process = subprocess.Popen(command, env=dict(os.environ, **environment), stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        time.sleep(SETTLE / 2)
        if key:
            subprocess.run(['xdotool', 'key', key], check=False)
        time.sleep(SETTLE / 2)
        if process.poll() is not None:
            return None
        window = focused_window()
        before = processes()
        spent, drawn, dropped, peak, busy = {}, seconds_of(before, server), frames_dropped(), 0, busy_seconds()
        first = {pid: before[pid][1] for pid in family(before, process.pid) if pid in before}
        end = time.monotonic() + MEASURE
        while time.monotonic() < end:
            time.sleep(0.5)
            now = processes()
            members = family(now, process.pid)
            spent.update({pid: now[pid][1] - first.get(pid, 0) for pid in members if pid in now})
            peak = max(peak, memory_of(members))
        drawn = seconds_of(processes(), server) - drawn
        own = sum(spent.values())
        after = frames_dropped()
        dropped = '-' if dropped is None or after is None else '%d' % (after - dropped)
        return own, drawn, max(0, busy_seconds() - busy - own - drawn), peak, dropped, window
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        pathlib.Path(os.environ['HOME'], 'trace.jsonl').unlink(missing_ok=True)
        pathlib.Path(ipc()).unlink(missing_ok=True)


def print_shares(spent):
    """@spent: (clip, player) -> seconds"""
    print()
    print('%-6s %-18s %8s %8s' % ('clip', 'player', '/ mpv', '/ Clapper'))
    for (clip, name), seconds in spent.items():
        shares = ['%8.2f' % (seconds / spent[clip, peer]) if (clip, peer) in spent else '%8s' % '-' for peer in ('mpv, x11', 'Clapper')]
        print('%-6s %-18s %s' % (clip, name, ' '.join(shares)))
    print(flush=True)


def main():
    build = pathlib.Path(sys.argv[1])
    folder = make_casebook(CLIPS, LENGTH)
    manager = subprocess.Popen(['openbox'], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = {int(pid) for pid in os.environ.get('SCREEN_PID', '').split()}
    time.sleep(1)
    spent = {}
    print('%-6s %-18s %8s %8s %8s %6s %7s  %s' % ('clip', 'player', 'seconds', 'display', 'others', 'MB', 'dropped', 'window'))
    try:
        for clip, (file, _, _) in CLIPS.items():
            for name, command, environment, key in players(build, folder / 'media' / file, clip):
                missing = why_not(command)
                if missing:
                    print('%-6s %-18s %s' % (clip, name, missing))
                    continue
                result = measure(command, environment, key, server)
                if result is None or result[0] < 0.5:
                    print('%-6s %-18s did not play' % (clip, name), flush=True)
                else:
                    spent[clip, name] = result[0]
                    print('%-6s %-18s %8.1f %8.1f %8.1f %6.0f %7s  %s' % ((clip, name) + result), flush=True)
        print_shares(spent)
    finally:
        manager.terminate()
        manager.wait()


if __name__ == '__main__':
    main()
