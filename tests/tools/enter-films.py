#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""enter-films.py CASEBOOK...: writes into each clip that is drawn from a storyboard of its name how many bytes its
film has, their checksum and the storyboard's, by which tests/films/entries.py tells a film that is stale."""
import hashlib
import json
import pathlib
import sys


def checksum(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def describe(storyboard):
    """What a clip says of where its film comes from."""
    return 'Drawn from storyboards/%s by `./dev films`; its sha256: %s.' % (storyboard.name, checksum(storyboard))


def enter(clip_path, storyboard):
    clip = json.loads(clip_path.read_text(encoding='utf-8'))
    for medium in clip['media']:
        path = clip_path.parents[1] / medium['file']
        medium.update(bytes=path.stat().st_size, sha256=checksum(path))
    clip['comment'] = describe(storyboard)
    clip_path.write_text(json.dumps(clip, ensure_ascii=False, indent=2) + '\n', encoding='utf-8')


if __name__ == '__main__':
    for casebook in map(pathlib.Path, sys.argv[1:]):
        for drawn in sorted((casebook / 'storyboards').glob('*.json')):
            enter(casebook / 'clips' / drawn.name, drawn)
