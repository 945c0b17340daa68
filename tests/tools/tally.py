#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tally.py BUILD-FOLDER...: the closing line over what `meson test` reported there.

Every sub-test of a program counts as one (from the JUnit log); a program without sub-tests is one
(from the JSON log, because the JUnit log does not tell a timeout from a pass). What was planned and
never reported (a crash, a timeout), a program that failed although its sub-tests passed (a leak), and
a folder without any log count as failed. Leaves out running anything.
"""
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

GOOD = ('OK', 'EXPECTEDFAIL')
BAD_TAGS = {'failure', 'error'}
NOT_XML = re.compile('[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')  # which tests print and meson passes on


class Tally:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def fail(self, what, count=1):
        self.failed += count
        print('FAILED', what)

    def add_suite(self, suite, name):
        """Counts the sub-tests of one program; says how many of them failed."""
        before = self.failed
        cases = suite.findall('testcase')
        for case in cases:
            tags = {child.tag for child in case}
            if tags & BAD_TAGS:
                self.fail('%s: %s' % (name, case.get('name')))
            elif 'skipped' in tags:
                self.skipped += 1
            else:
                self.passed += 1
        output = ''.join(part.text or '' for part in suite.findall('system-out'))
        plan = re.search(r'^1\.\.(\d+)', output, re.M)
        missing = int(plan[1]) - len(cases) if plan else 0
        if missing > 0:
            self.fail('%s: %d planned and never reported' % (name, missing), missing)
        return self.failed - before

    def add_folder(self, folder):
        logs = pathlib.Path(folder) / 'meson-logs'
        try:
            lines = (logs / 'testlog.json').read_text(encoding='utf-8').split('\n')
            words = (logs / 'testlog.junit.xml').read_text(encoding='utf-8', errors='replace')
            root = ElementTree.fromstring(NOT_XML.sub('?', words).encode())
        except (OSError, ElementTree.ParseError) as error:
            self.fail('%s: no test reported anything (%s)' % (folder, error))
            return
        suites = {suite.get('name').partition('.')[2]: suite for suite in root.iter('testsuite')}
        for row in map(json.loads, filter(None, lines)):
            name, result = row['name'], row['result']
            suite = suites.get(name)
            if suite is not None:
                failed = self.add_suite(suite, name)
                if not failed and result not in GOOD + ('SKIP',):
                    self.fail('%s: %s, exit status %s' % (name, result, row.get('returncode')))
            elif result in GOOD:
                self.passed += 1
            elif result == 'SKIP':
                self.skipped += 1
            else:
                self.fail('%s: %s' % (name, result))


def main():
    tally = Tally()
    for folder in sys.argv[1:]:
        tally.add_folder(folder)
    line = '%d passed, %d failed' % (tally.passed, tally.failed)
    print(line + (', %d skipped' % tally.skipped if tally.skipped else ''))
    return 1 if tally.failed or not tally.passed else 0


if __name__ == '__main__':
    sys.exit(main())
