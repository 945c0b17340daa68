#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""watch.py [--seconds N] FOLDER PROGRAM [ARGUMENT...]: watches Sidelight play.

Starts PROGRAM with a trace, takes pictures of the display into FOLDER, ends the program in order after
N seconds of film, and says what the trace tells. Succeeds when frames were shown, cues were entered,
nothing failed and the program ended well. Leaves out the display itself: that is withx.sh.
"""
import argparse
import collections
import json
import pathlib
import signal
import subprocess
import sys
import time

PATIENCE = 30  # seconds until the first frame; a slow machine with everything cold


def read_trace(path):
    """The events that are whole by now: the last line may still be under way."""
    try:
        text = path.read_text(encoding='utf-8')
    except FileNotFoundError:
        return []
    return [json.loads(line) for line in text.split('\n')[:-1]]


def wait_for_frame(process, trace):
    """Waits until a frame is shown; a fault is not waited out."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        seen = {event['event'] for event in read_trace(trace)}
        if 'frame' in seen:
            return True
        if 'fault' in seen:
            break
        time.sleep(0.1)
    return False


def take_pictures(process, folder, seconds):
    """Pictures at a fifth, a half and nine tenths of the time; whoever ends early is pictured less."""
    begun = time.monotonic()
    moments = [(seconds * part, '%02d-seconds.png' % (seconds * part)) for part in (0.2, 0.5, 0.9)]
    for moment, name in moments + [(seconds, None)]:
        while time.monotonic() < begun + moment:
            if process.poll() is not None:
                return
            time.sleep(0.05)
        if name:
            subprocess.run(['import', '-window', 'root', str(folder / name)], check=True)


def end_in_order(process):
    """Returns: the exit status, or None when the program had to be killed."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        return process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return None


def summary(events, folder):
    """Prints what was seen; says whether it was good."""
    count = collections.Counter(event['event'] for event in events)
    kinds = collections.Counter(event['kind'] for event in events if event['event'] == 'cue-enter')
    frames = [event for event in events if event['event'] == 'frame']
    faults = [event['code'] for event in events if event['event'] == 'fault']
    for event in events:
        if event['event'] == 'finding':
            print('finding: %(file)s:%(line)d:%(column)d: %(severity)s[%(code)s] %(place)s: %(text)s' % event)
    print('%d frames shown%s, %d cues entered%s, %s, %d findings' % (
        len(frames),
        ' (film time %.1f s to %.1f s)' % (frames[0]['time'] / 1e9, frames[-1]['time'] / 1e9) if frames else '',
        count['cue-enter'],
        ' (%s)' % ', '.join('%s %d' % item for item in sorted(kinds.items())) if kinds else '',
        'faults: ' + ', '.join(faults) if faults else 'no fault',
        count['finding']))
    start = next((event['us'] for event in events if event['event'] == 'start'), None)
    first = {name: next((event['us'] for event in events if event['event'] == name), None) for name in ('window', 'frame')}
    if start is not None and None not in first.values():
        print('window after %d ms, first frame after %d ms' % tuple((first[name] - start) / 1000 for name in ('window', 'frame')))
    print('pictures: ' + ' '.join(sorted(str(path) for path in folder.glob('*.png'))))
    return bool(frames and count['cue-enter'] and not faults)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--seconds', type=float, default=20)
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('program', nargs=argparse.REMAINDER)
    args = parser.parse_args()
    trace = args.folder / 'trace.jsonl'

    process = subprocess.Popen(args.program[:1] + ['--no-advisory', '--trace', str(trace)] + args.program[1:], stdin=subprocess.DEVNULL)
    try:
        if wait_for_frame(process, trace):
            take_pictures(process, args.folder, args.seconds)
        else:
            print('watch: no frame was shown', file=sys.stderr)
            take_pictures(process, args.folder, 1)
    finally:
        status = end_in_order(process)
    good = summary(read_trace(trace), args.folder)
    if status != 0:
        print('watch: the program %s' % ('had to be killed' if status is None else 'ended with status %d' % status), file=sys.stderr)
    return 0 if good and status == 0 else 1


if __name__ == '__main__':
    sys.exit(main())
