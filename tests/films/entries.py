#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The films that ship are the ones that their casebooks mean: same bytes, same checksum, drawn from the storyboards as
they are, and not too large together; their posters bear the films' own titles, makers and years. Leaves out what is in
them: test-explainer, test-poster-card."""
import hashlib
import importlib
import json
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parents[1] / name) for name in ('style', 'tools')]
from tap import ROOT, Tap  # noqa: E402

enter_films = importlib.import_module('enter-films')
MOST = 40 * 1024 * 1024  # bytes of all media

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
