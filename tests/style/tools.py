#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The judges judged: the closing line counts what must not be missed, and the walls and circles find
what they are there to find."""
import json
import pathlib
import subprocess
import sys
import tempfile

import circles
import walls
from tap import ROOT, Tap

PASS = '<testcase name="one"/>'
FAIL = '<testcase name="two"><failure/></testcase>'
SKIP = '<testcase name="three"><skipped/></testcase>'

# what was reported -> the closing line: (sub-tests, their TAP, the program's result or None without any log)
TALLIES = {
    'all passed': (PASS + PASS, '1..2', 'OK', '2 passed, 0 failed'),
    'a form feed in the output': (PASS, '1..1\n# \f\x00', 'OK', '1 passed, 0 failed'),
    'one failed': (PASS + FAIL, '1..2', 'FAIL', '1 passed, 1 failed'),
    'one skipped': (PASS + SKIP, '1..2', 'OK', '1 passed, 0 failed, 1 skipped'),
    'all skipped': (SKIP, '1..1', 'SKIP', '0 passed, 0 failed, 1 skipped'),
    'a crash after the first of three': (PASS, '1..3', 'ERROR', '1 passed, 2 failed'),
    'a leak after everything passed': (PASS, '1..1', 'ERROR', '1 passed, 1 failed'),
    'a program that says yes': (None, '', 'OK', '1 passed, 0 failed'),
    'a program that takes too long': (None, '', 'TIMEOUT', '0 passed, 1 failed'),
    'nothing was reported': (None, '', None, '0 passed, 1 failed'),
}


def write_logs(folder, cases, output, result):
    logs = pathlib.Path(folder) / 'meson-logs'
    logs.mkdir()
    if result is None:
        return
    suite = ('<testsuite name="sidelight.core / span">%s<system-out>%s</system-out></testsuite>' % (cases, output)
             if cases else '<testsuite name="sidelight"><testcase name="core / span"/></testsuite>')
    (logs / 'testlog.junit.xml').write_text('<testsuites>%s</testsuites>' % suite, encoding='utf-8')
    (logs / 'testlog.json').write_text(json.dumps({'name': 'core / span', 'result': result, 'returncode': 1}) + '\n', encoding='utf-8')


def tally_problems(cases, output, result, expected):
    with tempfile.TemporaryDirectory() as folder:
        write_logs(folder, cases, output, result)
        done = subprocess.run([sys.executable, str(ROOT / 'tests' / 'tools' / 'tally.py'), folder],
                              capture_output=True, text=True, check=False)
    last = done.stdout.splitlines()[-1]
    if last != expected:
        yield 'closing line "%s", not "%s"' % (last, expected)
    if (done.returncode == 0) != (', 0 failed' in expected and not expected.startswith('0 passed')):
        yield 'exit status %d for "%s"' % (done.returncode, expected)


def main():
    tap = Tap()
    for name, row in TALLIES.items():
        tap.check('closing line: ' + name, tally_problems(*row))
    tap.check('a circle of three is found', [] if circles.circles({'a': {'b'}, 'b': {'c'}, 'c': {'a'}}) else ['not found'])
    tap.check('a tree is no circle', circles.circles({'a': {'b', 'c'}, 'b': {'d'}, 'c': {'d'}, 'd': set()}))
    breaches = (('core', 'gtk', 'span'), ('core', 'json-glib', 'span'), ('media', 'core', 'player'), ('view', 'media', 'notes-pane'),
                ('view', 'json-glib', 'window'), ('author', 'gtk', 'check'), ('films', 'core', 'scene'))
    tap.check('each breach of a wall is found', ['%s: %s may reach %s' % (stem, wall, target)
                                                 for wall, target, stem in breaches if walls.may(wall, target, stem)])
    tap.done()


if __name__ == '__main__':
    main()
