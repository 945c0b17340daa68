#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Casebooks of an older format: that they become what they should, byte for byte, lose nothing, and that
nothing is left of what fails."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'style'))
from tap import Tap  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
DATA = pathlib.Path(os.environ['SL_TEST_DATA'])
OLD, NEW = DATA / 'format-0' / 'old', DATA / 'format-0' / 'new'
tap = Tap()
work = pathlib.Path(tempfile.mkdtemp(prefix='sidelight-migration-'))


def run(*arguments, **variables):
    return subprocess.run([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          encoding='utf-8', check=False, env={**os.environ, 'TMPDIR': str(work / 'tmp'), **variables})


def content(folder):
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob('*')}


def expect(name, done, status, out, err):
    wrong = ['status %d: %s' % (done.returncode, done.stderr)] if done.returncode != status else []
    wrong += ['output: ' + done.stdout] if out not in done.stdout or (not out and done.stdout) else []
    wrong += ['error: ' + done.stderr] if err not in done.stderr else []
    tap.check(name, wrong)


def test_migrate():
    before = content(OLD)
    for number, variables in enumerate(({}, {'LC_ALL': 'C', 'TZ': 'Asia/Tokyo'})):
        target = work / ('new-%d' % number)
        done = run('migrate', OLD, target, **variables)
        expect('it is done', done, 0, str(target), 'events.json: warning[rounded-time]')
        tap.check('and gives what it should', sorted(name for name in set(content(target)) | set(content(NEW))
                                                     if content(target).get(name) != content(NEW).get(name)))
    tap.check('the old one is as it was', [] if content(OLD) == before else ['it is not'])
    expect('what comes out has no error', run('check', work / 'new-0'), 0, 'hint[unknown-key]', '')
    archive = work / 'old.zip'
    shutil.make_archive(str(work / 'old'), 'zip', OLD)
    expect('an archive', run('migrate', archive, work / 'from-archive'), 0, 'from-archive', '')
    tap.check('gives the same', [] if content(work / 'from-archive') == content(NEW) else ['it differs'])
    tap.check('what was unpacked is gone', [str(path) for path in (work / 'tmp').iterdir()])


def leaves(value, path=()):
    """Every value of a JSON text with the keys that lead to it."""
    if isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, path + (key,))
    else:
        yield path, value


def test_kept():
    """Apart from the keys of the tables nothing has another name, value or order."""
    names = {'license': 'licence', 'status': 'standing', 'start': 'from', 'end': 'to'}
    for path in sorted(OLD.rglob('*.json')):
        name = path.relative_to(OLD)
        old = list(leaves(json.loads(path.read_text(encoding='utf-8'))))
        new = list(leaves(json.loads((NEW / name).read_text(encoding='utf-8'))))
        wrong = ['%d values instead of %d' % (len(new), len(old))] if len(old) != len(new) else []
        for (before, value), (after, changed) in zip(old, new):
            renamed = [names.get(key, key) == other or key == other for key, other in zip(before, after)]
            if not all(renamed) or (value != changed and after[-1] not in ('format', 'from', 'to', 'duration', 'runtime')):
                wrong.append('%s: %s became %s: %s' % (before, value, after, changed))
        tap.check('kept in %s' % name, wrong)


def test_nothing_to_do():
    done = run('migrate', NEW, work / 'again')
    expect('a current one', done, 0, '', 'There is nothing to do')
    expect('one that is not old', run('migrate', DATA / 'full', work / 'again'), 0, '', 'There is nothing to do')
    tap.check('writes nothing', ['it did'] if (work / 'again').exists() else [])


def spoiled(name, **files):
    folder = work / name
    shutil.copytree(OLD, folder)
    for file, text in files.items():
        (folder / (file.replace('__', '/') + '.json')).write_text(text, encoding='utf-8')
    return folder


def test_refused():
    casebook = (OLD / 'casebook.json').read_text(encoding='utf-8')
    cases = [
        ('newer', spoiled('newer', casebook=casebook.replace('"format": 0', '"format": 99')), 'newer program'),
        ('never', spoiled('never', casebook=casebook.replace('"format": 0', '"format": -1')), 'no such format'),
        ('without a format', spoiled('without', casebook='{}'), 'does not say'),
        ('with a text for a format', spoiled('text', casebook='{"format": "0"}'), 'does not say'),
        ('that is an array', spoiled('array', casebook='[]'), 'does not say'),
        ('with a broken file', spoiled('broken', facts='[{"status": 1,}]'), 'facts.json:1:15: error[json-syntax]'),
        ('with a broken clip', spoiled('clip', clips__clip='{'), 'clips/clip.json'),
        ('with a key twice', spoiled('twice', facts='[{"status": 1, "status": 2}]'), 'facts.json:1:16: '),
        ('that is not there', work / 'nowhere', 'nowhere'),
        ('that is none', work / 'tmp', 'casebook.json'),
    ]
    linked = spoiled('linked')
    (linked / 'media' / 'link').symlink_to('/etc/passwd')
    cases.append(('with a link', linked, 'error[archive-link]'))
    before = sorted(str(path) for path in work.rglob('*'))
    for name, folder, word in cases:
        expect('one ' + name, run('migrate', folder, work / 'out'), 1, '', word)
    expect('into one that is there', run('migrate', OLD, linked), 1, '', 'is there already')
    expect('to nowhere', run('migrate', OLD, work / 'none' / 'x'), 1, '', 'none/x')
    expect('without a place', run('migrate', OLD), 2, '', 'OLD NEW')
    tap.check('nothing is left of them', sorted({str(path) for path in work.rglob('*')} ^ set(before)))
    expect('the reader names the way', run('check', OLD), 1, 'error[too-old]', '')


def main():
    (work / 'tmp').mkdir()
    test_migrate()
    test_kept()
    test_nothing_to_do()
    test_refused()
    shutil.rmtree(work)
    tap.done()


if __name__ == '__main__':
    main()
