#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The films that ship are the ones that their casebooks mean: same bytes, same checksum, drawn from the storyboards as
they are, and not too large together; their captions say what their voices do; their posters bear the films' own titles, makers and years. Leaves out what is in
them: test-explainer, test-poster-card."""
import hashlib
import importlib
import itertools
import json
import pathlib
import re
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parents[1] / name) for name in ('style', 'tools')]
from tap import ROOT, Tap  # noqa: E402

enter_films = importlib.import_module('enter-films')
MOST = 40 * 1024 * 1024  # bytes of all media



def compare_words(speech, captions):
    """What is wrong with captions of what is said: each line is a cue, of its speaker, in its words, at its time."""
    names = {speaker['id']: speaker['name'] for speaker in speech['speakers']}
    cues = re.findall(r'^(\S+)\n([\d:.]+) --> ([\d:.]+)\n<v ([^>]*)>((?:.+\n?)+)', captions, re.M)
    found = [(name, seconds(start), seconds(end), who, ' '.join(text.split())) for name, start, end, who, text in cues]
    wanted = [(line['id'], seconds(line['from']), seconds(line['to']), names[line['speaker']], line['text']) for line in speech['lines']]
    if len(found) != captions.count('<v '):
        yield 'a cue that is spoken has no id'
    for cue, line in itertools.zip_longest(found, wanted):
        if cue != line:
            yield 'the captions have %s, and %s is said' % (cue, line)


def seconds(text):
    minutes, rest = text.rsplit(':', 1)
    return int(minutes) * 60 + float(rest)


tap = Tap()
for clip in sorted((ROOT / 'resources' / 'casebooks').glob('*/clips/*.json')):
    problems = []
    for medium in json.loads(clip.read_text(encoding='utf-8')).get('media', []):
        path = clip.parents[1] / medium['file']
        content = path.read_bytes() if path.exists() else b''
        if len(content) != medium.get('bytes'):
            problems.append('%s: %d bytes, the clip says %s' % (medium['file'], len(content), medium.get('bytes')))
        if hashlib.sha256(content).hexdigest() != medium.get('sha256'):
            problems.append('%s: another checksum' % medium['file'])
    tap.check('media of %s' % clip.name, problems)
for path in sorted((ROOT / 'resources' / 'casebooks').glob('*/storyboards/*.json')):
    clip = json.loads((path.parents[1] / 'clips' / path.name).read_text(encoding='utf-8'))
    tap.check('stills of %s' % path.stem, [] if any(medium.get('stills') for medium in clip['media']) else [
        'the clip has no medium without motion: media/%s.stills.webm' % path.stem])
    tap.check('film of %s' % path.stem, [] if clip.get('comment') == enter_films.describe(path) else [
        'the storyboard has changed since the film was drawn: ./dev films'])
for path in sorted((ROOT / 'resources' / 'casebooks').glob('*/storyboards/*.json')):
    speech = json.loads(path.read_text(encoding='utf-8'))['sound'].get('speech')
    clip = json.loads((path.parents[1] / 'clips' / path.name).read_text(encoding='utf-8'))
    problems = []
    for track in clip['captions'] if speech else []:
        if track['language'] == clip['language']:
            problems += compare_words(speech, (path.parents[1] / track['file']).read_text(encoding='utf-8'))
    problems += [] if speech or clip['kind'] != 'interview' else ['nobody speaks in it']
    tap.check('captions of %s are what is said' % path.stem, problems)
size = sum(path.stat().st_size for path in (ROOT / 'resources' / 'casebooks').glob('*/media/*'))
tap.check('all films together', [] if size <= MOST else ['%d bytes, at most %d' % (size, MOST)])
for path in sorted((ROOT / 'resources' / 'casebooks').glob('*/posters/*.json')):
    poster = json.loads(path.read_text(encoding='utf-8'))
    films = json.loads((path.parents[1] / 'films.json').read_text(encoding='utf-8'))
    film = next((film for film in films if film['id'] == path.stem), {})
    words = [*film.get('directors', []), str(film.get('year'))]
    problems = [] if film.get('title') == poster['title'].replace('\n', ' ') else ['the film is called %s' % film.get('title')]
    problems += ['it does not say %s' % word for word in words if word not in poster['credit']]
    problems += [] if film.get('poster') == 'posters/%s.png' % path.stem else ['its film has another']
    tap.check('poster of %s' % path.stem, problems)
tap.done()
