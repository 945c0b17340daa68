#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped films by decoders that are not ours: ffmpeg reads each whole without a complaint and finds as many
pictures as its storyboard has, one at least every two seconds that needs no other, and as long a time. Leaves out what
is to be seen and heard: test-media."""
import json
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'style'))
from tap import ROOT, Tap  # noqa: E402

WHOLE_PICTURES = 2  # seconds, at most, from one to the next
THOUSANDTH = 0.0015  # what Matroska rounds by


def seconds(text):
    minutes, rest = text.rsplit(':', 1)
    return int(minutes) * 60 + float(rest)


def ask(path, *words):
    """What ffprobe says of the film's pictures."""
    done = subprocess.run(['ffprobe', '-v', 'error', '-select_streams', 'v:0', *words, '-of', 'json', path],
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def decode(path, frames):
    """What is wrong with reading it whole, every picture and all sound."""
    done = subprocess.run(['ffmpeg', '-nostdin', '-v', 'error', '-xerror', '-progress', 'pipe:1', '-i', path, '-f', 'null', '-'],
                          capture_output=True, text=True, check=False)
    found = re.findall(r'^frame=(\d+)$', done.stdout, re.M)[-1:]
    problems = [] if done.returncode == 0 and not done.stderr else [done.stderr or 'status %d' % done.returncode]
    return problems + ([] if found == [str(frames)] else ['%s pictures, the storyboard has %d' % (found, frames)])


def measure(path, board):
    """What is wrong with its size and length, and with when there are whole pictures."""
    stream = ask(path, '-show_entries', 'stream=width,height,codec_name:format=duration')
    packets = ask(path, '-show_entries', 'packet=pts_time,flags')['packets']
    duration = seconds(board['duration'])
    found = stream['streams'][0]
    problems = []
    if (found['codec_name'], found['width'], found['height']) != ('vp9', board['width'], board['height']):
        problems.append('it is %s' % found)
    if abs(float(stream['format']['duration']) - duration) > 1 / board['frame_rate']:
        problems.append('%s s, the storyboard has %s' % (stream['format']['duration'], duration))
    whole = [float(packet['pts_time']) for packet in packets if packet['flags'].startswith('K')] + [duration]
    longest = max(after - before for before, after in zip(whole, whole[1:]))
    if whole[0] != 0 or longest > WHOLE_PICTURES + THOUSANDTH:
        problems.append('the first whole picture at %s s, %.3f s without one' % (whole[0], longest))
    return problems


def measure_loudness(path, wanted):
    done = subprocess.run(['ffmpeg', '-nostdin', '-hide_banner', '-i', path, '-vn', '-af', 'ebur128', '-f', 'null', '-'],
                          capture_output=True, text=True, check=True)
    found = float(re.findall(r'\bI: +(-?[\d.]+) LUFS', done.stderr)[-1])
    return [] if abs(found - wanted) <= 0.5 else ['%s LUFS, the storyboard wants %s' % (found, wanted)]


tap = Tap()
for storyboard in sorted((ROOT / 'resources' / 'casebooks').glob('*/storyboards/*.json')):
    plan = json.loads(storyboard.read_text(encoding='utf-8'))
    for ending in '.webm', '.stills.webm':
        film = storyboard.parents[1] / 'media' / (storyboard.stem + ending)
        if not shutil.which('ffmpeg'):
            tap.skip(film.stem, 'ffmpeg is not installed')
            continue
        tap.check('%s is read whole' % film.stem, decode(film, round(seconds(plan['duration']) * plan['frame_rate'])))
        tap.check('pictures of %s' % film.stem, measure(film, plan))
        tap.check('loudness of %s' % film.stem, measure_loudness(film, plan['sound']['loudness']))
tap.done()
