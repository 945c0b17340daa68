#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes to stay inside. Past 700 lines a .c has a second duty, and that fails; a test may have up to
1000, for its cases are many and alike. The smaller sizes are hints. Also what every source begins with: its licence, and in a .c why it exists."""
import re

from tap import Tap, files, read

HARD = {'.c': 700, '.ui': 500}
HARD_TEST = 1000
SOFT = {'.c': 400, '.h': 60, '.ui': 300}
CODE = ('*.c', '*.h', '*.py', '*.sh', '*.ui', '*.css', '*.svg', 'meson.build')


def licence_problems(names):
    for name in names:
        head = read(name)[:400]
        if 'SPDX-License-Identifier:' not in head:
            yield '%s: no SPDX line' % name


def head_problems(names):
    """A .c says why it exists before it includes anything."""
    for name in names:
        head = re.match(r'/\* SPDX-[^\n]*\*/\n(.*?)^#', read(name), re.S | re.M)
        if not head or len(re.findall(r'\w+', head[1])) < 4:
            yield '%s: no comment that says why this file exists' % name


def main():
    tap = Tap()
    too_long = []
    for name in files('app/*.c', 'app/*/*.c', 'app/*/*.h', 'tests/*/*.c', 'ui/*.ui'):
        lines = read(name).count('\n')
        most = HARD_TEST if name.parts[0] == 'tests' else HARD.get(name.suffix, lines)
        if lines > most:
            too_long.append('%s: %d lines, at most %d' % (name, lines, most))
        elif lines > SOFT.get(name.suffix, lines):
            tap.hint('%s: %d lines, better at most %d' % (name, lines, SOFT[name.suffix]))
    tap.check('no file has a second duty by its size', too_long)
    tap.check('every source names its licence', licence_problems(files(*CODE)))
    tap.check('every .c says why it exists', head_problems(files('app/*.c', 'app/*/*.c')))
    tap.done()


if __name__ == '__main__':
    main()
