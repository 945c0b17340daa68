# SPDX-License-Identifier: GPL-3.0-or-later
"""What the style tests share: where things lie, which files are the project's, and TAP as output.
Leaves out every rule: each rule has a test of its own."""
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(os.environ.get('SL_SOURCE_ROOT') or pathlib.Path(__file__).parents[2])
BUILD = pathlib.Path(os.environ.get('SL_BUILD_ROOT') or ROOT / 'build')


def project_word(pattern):
    """A word of the top meson.build, such as the application's id or the version."""
    return re.search(pattern, (ROOT / 'meson.build').read_text(encoding='utf-8'), re.M)[1]


def app_id():
    return project_word(r"^app_id = '(.*)'")


def version():
    return project_word(r"^\s*version: '(.*)'")


def files(*patterns):
    """The project's files, sorted, as paths below ROOT: what git knows or would take. What tests read
    (tests/data) is broken on purpose, so no rule of style is about it."""
    listing = subprocess.run(['git', '-c', 'safe.directory=*', 'ls-files', '-co', '--exclude-standard', '-z'],
                             cwd=ROOT, capture_output=True, check=False)
    if listing.returncode == 0:
        names = [pathlib.Path(name) for name in listing.stdout.decode().split('\0') if name]
    else:  # an unpacked archive
        names = [path.relative_to(ROOT) for path in ROOT.rglob('*')
                 if path.is_file() and not path.relative_to(ROOT).parts[0].startswith(('.git', 'build'))]
    return sorted({name for name in names
                   if (ROOT / name).is_file() and name.parts[:2] != ('tests', 'data')
                   and (not patterns or any(name.match(pattern) for pattern in patterns))})


def read(name):
    return (ROOT / name).read_text(encoding='utf-8')


class Tap:
    def __init__(self):
        self.count = self.failed = 0

    def _say(self, result, name, lines=()):
        self.count += 1
        print('%s %d - %s' % (result, self.count, name))
        for line in lines:
            print('# ' + line)
            print('%s: %s' % (name, line), file=sys.stderr)  # meson shows this of a failed test

    def check(self, name, problems):
        """One sub-test: it passes when there is no problem."""
        problems = [line for problem in problems for line in str(problem).splitlines()]
        self.failed += bool(problems)
        self._say('not ok' if problems else 'ok', name, problems)

    def skip(self, name, reason):
        self.count += 1
        print('ok %d - %s # SKIP %s' % (self.count, name, reason))

    @staticmethod
    def hint(line):
        print('# hint: ' + line)

    def run(self, name, command, **options):
        """One sub-test: the command succeeds."""
        done = subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False, **options)
        self.check(name, [] if done.returncode == 0 else [done.stdout or 'status %d' % done.returncode])

    def done(self):
        print('1..%d' % self.count)
        sys.exit(1 if self.failed else 0)
