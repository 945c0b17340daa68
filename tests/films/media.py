#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The films that ship are the ones that their casebooks mean: same bytes, same checksum; and their posters bear the
films' own titles, makers and years. Leaves out what is in them: test-explainer, test-poster-card."""
import hashlib
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'style'))
from tap import ROOT, Tap  # noqa: E402

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
for path in sorted((ROOT / 'resources' / 'casebooks').glob('*/posters/*.json')):
    poster = json.loads(path.read_text(encoding='utf-8'))
    films = json.loads((path.parents[1] / 'films.json').read_text(encoding='utf-8'))
    film = next((film for film in films if film['id'] == path.stem), {})
    words = [*film.get('directors', []), str(film.get('year'))]
    problems = [] if film.get('title') == poster['title'] else ['the film is called %s' % film.get('title')]
    problems += ['it does not say %s' % word for word in words if word not in poster['credit']]
    problems += [] if film.get('poster') == 'posters/%s.png' % path.stem else ['its film has another']
    tap.check('poster of %s' % path.stem, problems)
tap.done()
