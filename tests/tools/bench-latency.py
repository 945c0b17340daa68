#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-latency.py BUILD: how soon players show what they are asked for, and whether they rest when they are paused.

One run, one display of 1920x1080, the same clip of numbered pictures. For each player, the median of a few starts:
from its start to its window and to the first picture, from the key of a seek to another picture (paused), in
milliseconds; and how often a second it wakes up while it is paused, and paused and minimised. Read from the pixels of
the screen and from /proc, so no player has to be asked. One that is not installed is said to be so. Leaves out what
playing costs, see bench-player.py.
"""
import importlib.util
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
LENGTH = 60     # seconds of clip
ROUNDS = 3
SETTLE = 4      # seconds until a player has begun and is in full screen
REST = 5        # seconds that wake-ups are counted for
BITS = [(60 + 120 * i, 60) for i in range(16)]
CENTRE = (960, 700)


def load(name):
    spec = importlib.util.spec_from_file_location(name.replace('-', '_'), HERE / (name + '.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCREEN = load('screen')
PLAYER = load('bench-player')


def key(name):
    subprocess.run(['xdotool', 'key', name], check=False, stderr=subprocess.DEVNULL)


def watch(screen, seconds):
    """What the middle of the screen showed, as (time, colour) at each change."""
    begin, seen, last = time.monotonic(), [], None
    while time.monotonic() - begin < seconds:
        colour = screen.pixel(*CENTRE)
        if colour != last:
            seen.append((time.monotonic() - begin, colour))
            last = colour
        time.sleep(0.002)
    return seen


def near(a, b):
    return max(abs(x - y) for x, y in zip(a, b)) < 24


def first_times(seen):
    """When something else than at first was there, and when what was there at the end; milliseconds."""
    window = next((moment for moment, colour in seen if not near(colour, seen[0][1])), None)
    picture = None
    for moment, colour in reversed(seen):
        if not near(colour, seen[-1][1]):
            break
        picture = moment
    return window and window * 1000, picture and picture * 1000


def bits(screen):
    return tuple(sum(screen.pixel(*place)) > 380 for place in BITS)


def steady(screen):
    """The number on the screen once it stays; nothing when it does not."""
    last, since = bits(screen), time.monotonic()
    end = since + 10
    while time.monotonic() < end:
        now = bits(screen)
        if now != last:
            last, since = now, time.monotonic()
        elif time.monotonic() - since > 0.5:
            return last
        time.sleep(0.01)
    return None


def seek_time(screen):
    before = steady(screen)
    if before is None:
        return None
    begin = time.monotonic()
    key('Right')
    while time.monotonic() - begin < 5:
        if bits(screen) != before:
            return (time.monotonic() - begin) * 1000
        time.sleep(0.001)
    return None


def wakeups(pids):
    """How often the threads of @pids gave up the processor of their own will; those that ended by now do not count."""
    total = 0
    for pid in pids:
        for task in pathlib.Path('/proc/%d/task' % pid).glob('*/status'):
            try:
                text = task.read_text(encoding='utf-8')
            except OSError:
                continue
            total += next(int(line.split()[1]) for line in text.splitlines() if line.startswith('voluntary_ctxt'))
    return total


def rest(process):
    pids = PLAYER.family(PLAYER.processes(), process.pid)
    before = wakeups(pids)
    time.sleep(REST)
    return (wakeups(pids) - before) / REST


def end(process):
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def measure(screen, command, environment, full, pause):
    time.sleep(0.5)
    process = subprocess.Popen(command, env=dict(os.environ, **environment), stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        window, picture = first_times(watch(screen, SETTLE))
        if full:
            key(full)
            time.sleep(1)
        if process.poll() is not None:
            return None
        key(pause)
        time.sleep(1)
        seeks = [seek_time(screen) for _ in range(3)]
        time.sleep(3)
        paused = rest(process)
        subprocess.run(['xdotool', 'getactivewindow', 'windowminimize'], check=False, stderr=subprocess.DEVNULL)
        time.sleep(1)
        return window, picture, statistics.median([s for s in seeks if s]) if any(seeks) else None, paused, rest(process)
    finally:
        end(process)


def median(values):
    known = [value for value in values if value is not None]
    return '%.0f' % statistics.median(known) if known else '-'


def make_clip(build, path):
    """Without sound: what says that no device plays it would lie over the numbers."""
    sounding = path.with_name('sounding.webm')
    subprocess.run([build / 'tests' / 'media' / 'make-clip', sounding, '1280', '720', '30', str(LENGTH * 30)], check=True)
    subprocess.run(['gst-launch-1.0', '-q', 'filesrc', 'location=%s' % sounding, '!', 'matroskademux', '!', 'video/x-vp8', '!',
                    'webmmux', '!', 'filesink', 'location=%s' % path], check=True)
    sounding.unlink()


def main():
    build = pathlib.Path(sys.argv[1])
    folder = PLAYER.make_casebook({'seek': ('seek.webm', None, 'vp8')}, LENGTH)
    path = folder / 'media' / 'seek.webm'
    make_clip(build, path)
    manager = subprocess.Popen(['openbox'], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1)
    screen = SCREEN.Screen()
    print('%-18s %10s %10s %10s %12s %12s' % ('player', 'window ms', 'picture ms', 'seek ms', 'paused /s', 'minimised /s'))
    try:
        for name, command, environment, full in PLAYER.players(build, path, 'seek'):
            if name == 'decoding only':
                continue
            missing = PLAYER.why_not(command)
            if missing:
                print('%-18s %s' % (name, missing))
                continue
            rounds = [measure(screen, command, environment, full, 'space') for _ in range(ROUNDS)]
            rounds = [r for r in rounds if r]
            if not rounds:
                print('%-18s did not play' % name, flush=True)
                continue
            print('%-18s %10s %10s %10s %12s %12s' % ((name,) + tuple(median(column) for column in zip(*rounds))), flush=True)
    finally:
        manager.terminate()
        manager.wait()


if __name__ == '__main__':
    main()
