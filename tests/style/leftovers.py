#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing of the machine it was written on, nothing unfinished, and shell scripts that at least parse."""
import re
import shutil

from tap import ROOT, Tap, files, read

TEXT = ('*.c', '*.h', '*.py', '*.sh', '*.ui', '*.css', '*.md', '*.json', '*.in', '*.xml', '*.build', '*.po', '*.pot', '*.1')
COMMON_PLACES = ('/', '/root', '/home', '/tmp', '/var/tmp', '/srv', '/usr/src', '/usr/local/src', '/opt')
HOSTS = re.compile(r'https?://(?:deb|registry|snapshot|security|pypi|proxy)\.|https?://(?:localhost|127\.|10\.|192\.168\.)')
HOMES = re.compile(r'(?<![\w.])/(?:home|Users)/\w+/')
UNFINISHED = re.compile(r'\b(?:TO' r'DO|FIX' r'ME|XX' r'X|HA' r'CK)\b')


def scripts():
    return [name for name in files()
            if name.suffix in ('.sh', '') and (ROOT / name).stat().st_size < 200000
            and re.match(rb'#!.*\b(?:ba)?sh\b', (ROOT / name).read_bytes()[:80])]


def place_pattern():
    places = [str(ROOT)] + ([str(ROOT.parent)] if str(ROOT.parent) not in COMMON_PLACES else [])
    return re.compile('|'.join(r'(?<![\w.])%s/' % re.escape(place) for place in places))


def grep(names, pattern):
    for name in names:
        for number, line in enumerate(read(name).splitlines(), 1):
            if pattern.search(line):
                yield '%s:%d: %s' % (name, number, line.strip()[:100])


def main():
    tap = Tap()
    texts = sorted(set(files(*TEXT)) | set(scripts()))
    own = [name for name in texts if name.parts[0] in ('app', 'ui', 'tests', 'flatpak', 'resources', 'dev', '.ci')]
    tap.check('no path of this machine', grep(texts, place_pattern()))
    tap.check('no home of a person', grep(texts, HOMES))
    tap.check('no host of packages or of this machine', grep([name for name in texts if name.suffix != '.json'], HOSTS))
    tap.check('nothing marked unfinished', grep(own, UNFINISHED))
    for name in scripts():
        tap.run('%s parses' % name, ['bash', '-n', ROOT / name])
    if shutil.which('shellcheck'):
        tap.run('shellcheck has nothing to say', ['shellcheck'] + [ROOT / name for name in scripts()])
    else:
        tap.skip('shellcheck has nothing to say', 'shellcheck is not installed')
    tap.done()


if __name__ == '__main__':
    main()
