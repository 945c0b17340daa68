#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names every file with a string for people, and nothing else, sorted; po/LINGUAS
names every catalogue. That a template is fresh is the business of its own test."""
import re

from tap import ROOT, Tap, files, read

C_STRING = re.compile(r'\b(?:_|N_|C_|NC_|Q_|n?gettext|g_d[np]?gettext2?)\s*\(\s*"')
UI_STRING = re.compile(r'translatable="(?:yes|1|true)"')
IGNORED = ('app/films/',)  # the workshop speaks to developers


def wanted():
    found = {str(name) for name in files('app/*.[ch]', 'app/*/*.[ch]') if C_STRING.search(read(name))}
    found |= {str(name) for name in files('ui/*.ui') if UI_STRING.search(read(name))}
    found |= {str(name) for name in files('resources/*.desktop.in', 'resources/*.xml.in')}
    return {name for name in found if not name.startswith(IGNORED)}


def entries(name):
    path = ROOT / 'po' / name
    if not path.exists():
        return None
    return [line for line in read(path).splitlines() if line.strip() and not line.startswith('#')]


def main():
    tap = Tap()
    listed = entries('POTFILES.in')
    languages = entries('LINGUAS')
    tap.check('there are POTFILES.in and LINGUAS',
              ['po/%s is missing' % name for name in ('POTFILES.in', 'LINGUAS') if entries(name) is None])
    tap.check('POTFILES.in misses no file', sorted(wanted() - set(listed or [])))
    tap.check('POTFILES.in names only files with strings', sorted(set(listed or []) - wanted()))
    tap.check('POTFILES.in is sorted', [] if listed == sorted(set(listed or [])) else ['sort it with LC_ALL=C'])
    tap.check('LINGUAS names every catalogue',
              sorted({name.stem for name in files('po/*.po')} ^ set(' '.join(languages or []).split())))
    tap.done()


if __name__ == '__main__':
    main()
