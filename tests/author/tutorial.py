#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tutorial for authors in README.md, done line by line: what stands behind a $ is run, and what it
prints must be what stands below it."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'style'))
from tap import Tap, read  # noqa: E402

PROGRAM = pathlib.Path(sys.argv[1]).absolute()
tap = Tap()


def steps():
    """(command, what it prints) in the order of the text"""
    for block in re.findall(r'^```console\n(.*?)^```', read('README.md'), re.M | re.S):
        for step in re.split(r'^\$ ', block, flags=re.M)[1:]:
            command, _, output = step.partition('\n')
            yield command, output


with tempfile.TemporaryDirectory(prefix='sidelight-tutorial-') as work:
    environment = dict(os.environ, PATH='%s:%s' % (PROGRAM.parent, os.environ['PATH']))
    words = set()
    for command, output in steps():
        done = subprocess.run(['bash', '-c', command], cwd=work, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding='utf-8', check=False)
        same = done.stdout.rstrip('\n') == output.rstrip('\n')
        tap.check(command[:60], [] if same else [done.stdout])
        words.update(re.findall(r'^sidelight-author (\w+)', command))
    tap.check('the tutorial uses the tool', [] if len(words) >= 5 else [str(words)])
tap.done()
