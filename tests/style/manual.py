#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual pages format without a warning, say the version they belong to, and name every setting."""
import os
import re
import shutil
import subprocess

from tap import ROOT, Tap, files, read, version


def main():
    tap = Tap()
    pages = files('resources/man/*.[1-9]')
    tap.check('there is a manual page', [] if pages else ['none in resources/man'])
    for name in pages:
        if shutil.which('man'):
            done = subprocess.run(['man', '--warnings', '-E', 'UTF-8', '-l', str(ROOT / name)], stdin=subprocess.DEVNULL,
                                  capture_output=True, text=True, check=False, env=dict(os.environ, MANWIDTH='80'))
            tap.check('%s formats without a warning' % name,
                      [done.stderr] * bool(done.stderr or done.returncode) + ['nothing comes out'] * (not done.stdout.strip()))
        else:
            tap.skip('%s formats without a warning' % name, 'man is not installed')
        tap.check('%s is of this version' % name, [] if 'Sidelight ' + version() in read(name) else [version()])
    keys = re.findall(r'<key name="([a-z-]+)"', read('resources/sidelight.gschema.xml.in'))
    page = read('resources/man/sidelight.1').replace('\\-', '-')
    tap.check('every setting is in the manual page of the program',
              [key for key in keys if not re.search(r'^\.BR? "?(.* )?%s\b' % re.escape(key), page, re.MULTILINE)])
    tap.done()


if __name__ == '__main__':
    main()
