#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sidelight-author as a process: its words, what it prints where, and what it ends with. What a template
must have in it: templates.py."""
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'style'))
from tap import ROOT, Tap, read, version  # noqa: E402

PROGRAM = sys.argv[1]
DATA = pathlib.Path(os.environ['SL_TEST_DATA'])
SHIPPED = pathlib.Path(os.environ['SL_TEST_CASEBOOKS']) / 'justice-for-sergei'
tap = Tap()


def run(*arguments, **variables):
    """Without a display, without a home."""
    env = {key: value for key, value in os.environ.items() if key not in ('DISPLAY', 'WAYLAND_DISPLAY', 'HOME')}
    return subprocess.run([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          encoding='utf-8', check=False, env={**env, **variables})


def problems(done, status, out=None, err=None):
    """What is not as it should be: @out and @err must be equal, or be in there when they end with …"""
    if done.returncode != status:
        yield 'status %d instead of %d: %s' % (done.returncode, status, done.stderr)
    for name, found, wanted in (('output', done.stdout, out), ('error', done.stderr, err)):
        if wanted is not None and (wanted[:-1] not in found if wanted.endswith('…') else wanted != found):
            yield '%s is %r instead of %r' % (name, found[:300], wanted[:300])


def expect(name, done, *wanted):
    tap.check(name, problems(done, *wanted))


def test_usage():
    expect('--version', run('--version'), 0, 'sidelight-author %s\n' % version(), '')
    expect('--help names the words', run('--help'), 0, '  check …', '')
    expect('a word has help', run('check', '--help'), 0, '--strict…', '')
    expect('no word', run(), 2, '', '--help…')
    expect('an unknown word', run('chekc'), 2, '', 'chekc…')
    expect('no folder', run('check'), 2, '', '--help…')
    expect('two folders', run('pot', SHIPPED, SHIPPED), 2, '', '--help…')
    expect('an unknown option', run('check', '--loud', SHIPPED), 2, '', '--loud…')


def test_check_shipped():
    expect('the shipped casebook is without a fault', run('check', '--strict', SHIPPED), 0, '')
    expect('and without a word in JSON', run('check', '--json', SHIPPED), 0, '', '')
    expect('a casebook that says everything', run('check', '--strict', DATA / 'full'), 0, '')
    expect('a folder that is not there', run('check', DATA / 'none'), 1, '', 'none…')
    expect('a folder that is no casebook', run('check', DATA), 1, 'error[no-casebook]…')


def as_line(text):
    """A JSON line as the other shape."""
    finding = json.loads(text)
    where = finding['file'] + ''.join(':%d' % finding[key] for key in ('line', 'column') if finding[key])
    place = ' ' + finding['place'] if finding['place'] else ''
    return '%s: %s[%s]%s: %s' % (where, finding['severity'], finding['code'], place, finding['text'])


def test_check_case(folder):
    """What the reader says stands in expected.txt, and in check.txt when the check says more."""
    reader = folder / 'expected.txt'
    lines = reader.read_text(encoding='utf-8').splitlines() if reader.exists() else []
    findings = [line for line in lines if not line.startswith(('kept: ', 'refused '))]
    is_refused = any(line.startswith('refused ') for line in lines)
    whole = folder / 'check.txt'
    if os.environ.get('SL_TEST_WRITE_EXPECTED') and (whole.exists() or not reader.exists()):
        whole.write_text(run('check', folder).stdout, encoding='utf-8')
    if whole.exists():
        findings = whole.read_text(encoding='utf-8').splitlines()
    fails = is_refused or any(': error[' in line for line in findings)
    fails_strictly = fails or any(': warning[' in line for line in findings)
    plain = run('check', folder)
    as_json = run('check', '--json', folder)
    wrong = list(problems(plain, int(fails), ''.join(line + '\n' for line in findings)))
    wrong += problems(run('check', '--strict', folder), int(fails_strictly))
    wrong += problems(as_json, int(fails), None, '')
    if [as_line(line) for line in as_json.stdout.splitlines()] != findings:
        wrong.append('in JSON: ' + as_json.stdout)
    if fails and not all('bad-catalogue' in line for line in findings if ': error[' in line):  # of which pot knows nothing
        wrong += problems(run('pot', folder), 1, '')
    tap.check('check %s/%s' % (folder.parent.name, folder.name), wrong)


def test_acceptance():
    folder = DATA / 'lint' / 'acceptance'
    left = run('check', folder)
    whole = run('check', '--all', folder)
    expect('what is accepted is counted', left, 1, None, '2 findings are accepted by the casebook.…')
    tap.check('and shown with --all', [] if whole.returncode == 1 and set(left.stdout.splitlines()) < set(whole.stdout.splitlines())
              and len(whole.stdout.splitlines()) == len(left.stdout.splitlines()) + 2 else [whole.stdout])
    expect('an accepted warning is no failure', run('check', '--strict', DATA / 'full'), 0, '', '4 findings are accepted…')


def test_translations():
    folder = DATA / 'lint' / 'languages'
    expect('one language is told text by text', run('check', '--language', 'de', folder), 0,
           'hint[untranslated] fact/new/statement: …')
    expect('and so is what has changed', run('check', '--language', 'de', folder), 0,
           'warning[stale-translation] fact/changed/statement: …')
    expect('a language that is not there', run('check', '--language', 'de', '--language', 'pl', folder), 1,
           'locale/pl.mo: error[bad-catalogue]…')


def test_probe():
    film = DATA / 'lint' / 'media' / 'media' / 'slow.webm'
    expect('probe is for people', run('probe', film), 0, '  video: vp8, 32 × 16, 2/s\n…', '')
    found = json.loads(run('probe', '--json', film).stdout)
    wanted = {'container': 'webm', 'duration': '0:00:05.000', 'longest_gap': '0:00:05.000', 'chapters': []}
    tap.check('and for programs', ['%s is %r' % (key, found.get(key)) for key in wanted if found.get(key) != wanted[key]])
    tap.check('with every track', [] if [track['codec'] for track in found['tracks']] == ['vp8', 'opus'] else [found])
    expect('probe of words', run('probe', DATA / 'full' / 'casebook.json'), 1, '', 'casebook.json: …')
    expect('probe of a folder', run('probe', DATA), 1, '', 'plain file…')
    expect('probe of nothing', run('probe', DATA / 'none.webm'), 1, '', 'none.webm…')
    with tempfile.TemporaryDirectory() as work:
        os.mkfifo(work + '/pipe')
        expect('probe of a pipe that nobody writes to', run('probe', work + '/pipe'), 1, '', 'plain file…')


def test_pot():
    whole = run('pot', SHIPPED)
    expect('pot writes to standard output', whole, 0, None, '')
    with tempfile.TemporaryDirectory() as work:
        target = pathlib.Path(work) / 'new.pot'
        expect('pot --output says nothing', run('pot', SHIPPED, '--output', target), 0, '', '')
        tap.check('pot --output writes the same', [] if target.read_text(encoding='utf-8') == whole.stdout else ['it differs'])
        expect('pot cannot write', run('pot', SHIPPED, '--output', work + '/none/x.pot'), 1, '', 'x.pot…')
    for arguments in (('pot', SHIPPED), ('stats', SHIPPED), ('--help',)) if os.path.exists('/dev/full') else ():
        with open('/dev/full', 'w', encoding='utf-8') as full:
            done = subprocess.run([PROGRAM, *map(str, arguments)], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        wrong = [] if done.returncode == 1 and done.stderr else ['%d: %s' % (done.returncode, done.stderr)]
        tap.check('%s tells of a full disk' % arguments[0], wrong)
    for locale in ({'LC_ALL': 'C'}, {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'de', 'TZ': 'Asia/Tokyo'}):
        expect('the template is the same with %s' % locale, run('pot', SHIPPED, **locale), 0, whole.stdout, '')


def test_language():
    """The build folder's own catalogue is found without any variable that names it."""
    libc, number = platform.libc_ver()
    if libc == 'glibc' and tuple(map(int, number.split('.')[:2])) < (2, 39):  # later ones do not translate C.UTF-8
        expect('a finding in German', run('check', DATA / 'broken' / 'chain', LC_ALL='C.UTF-8', LANGUAGE='de'), 1,
               'eines von diesen verwenden…', '2 Befunde\n')
    else:
        tap.skip('a finding in German', 'this C library has no language without a locale of its own')


def test_walls():
    listing = subprocess.run(['ldd', PROGRAM], capture_output=True, text=True, check=False).stdout
    tap.check('it needs no display', [name for name in ('libgtk', 'libgdk', 'libadwaita', 'libX11', 'libwayland') if name in listing])


def test_manual():
    page = ROOT / 'resources' / 'man' / 'sidelight-author.1'
    help_text = run('--help').stdout + run('check', '--help').stdout + run('pot', '--help').stdout
    words = [word for word in ('check', 'pot', '--json', '--strict', '--output') if word in help_text]
    text = read(page).replace('\\-', '-')
    tap.check('the manual page knows every word and option', [word for word in words if word not in text])


def main():
    test_usage()
    test_check_shipped()
    for folder in sorted([*(DATA / 'broken').iterdir(), *(DATA / 'lint').iterdir()]):
        test_check_case(folder)
    test_acceptance()
    test_translations()
    test_probe()
    test_pot()
    test_language()
    test_walls()
    test_manual()
    tap.done()


if __name__ == '__main__':
    main()
