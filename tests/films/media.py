#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The films that ship are the ones that their casebooks mean: same bytes, same checksum. Leaves out what is in
them: test-explainer."""
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
tap.done()
