#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words new, diff and stats of sidelight-author, as a process."""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'style'))
from tap import Tap  # noqa: E402

PROGRAM = sys.argv[1]
DATA = pathlib.Path(os.environ['SL_TEST_DATA'])
SHIPPED = pathlib.Path(os.environ['SL_TEST_CASEBOOKS']) / 'justice-for-sergei'
tap = Tap()
work = pathlib.Path(tempfile.mkdtemp(prefix='sidelight-words-'))


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          encoding='utf-8', check=False)


def check(name):
    def call(function):
        tap.check(name, list(function()))
    return call


def load(folder, name):
    return json.loads((folder / name).read_text(encoding='utf-8'))


def save(folder, name, value):
    (folder / name).write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding='utf-8')


def copy(name, source=SHIPPED):
    folder = work / name
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns('storyboards'))
    return folder


def differences(old, new, status=0):
    """{record: change} as the tool tells it, and its words on standard error"""
    done = run('diff', '--json', old, new)
    if done.returncode != status:
        return {'status': '%d: %s' % (done.returncode, done.stderr)}, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {row['record']: row for row in rows}, done.stderr


@check('new makes a casebook in which check finds nothing')
def new():
    for arguments, wanted in (((work / 'My Case',), ('my-case', 'My Case', 'en')),
                              ((work / 'second', '--id', 'x-1', '--title', 'A "Ж" @ID@', '--language', 'pt-BR'),
                               ('x-1', 'A "Ж" @ID@', 'pt-BR'))):
        done = run('new', *arguments)
        if done.returncode != 0 or done.stdout or done.stderr:
            yield '%s: %d %s' % (arguments, done.returncode, done.stderr)
            continue
        found = load(arguments[0], 'casebook.json')
        if (found['id'], found['title'], found['language']) != wanted:
            yield '%s: %s' % (arguments, found)
        checked = run('check', '--strict', arguments[0])
        if checked.returncode != 0 or checked.stdout:
            yield 'check: %s' % checked.stdout
        if '@' in ''.join(path.read_text(encoding='utf-8') for path in arguments[0].rglob('*.json')).replace('@ID@', ''):
            yield 'a placeholder is left'


@check('new never writes over something, and makes all or nothing')
def new_refuses():
    (work / 'there').mkdir()
    for arguments, status in (((work / 'there',), 1), ((work / 'bad', '--id', 'Not One'), 2),
                              ((work / 'bad', '--language', 'not a language'), 2), ((work / 'no' / 'where',), 1), ((), 2)):
        done = run('new', *arguments)
        if done.returncode != status or not done.stderr:
            yield '%s: %d %s' % (arguments, done.returncode, done.stderr)
    if (work / 'bad').exists() or any((work / 'there').iterdir()) or [path for path in work.iterdir() if path.name[0] == '.']:
        yield 'something is left behind'


@check('diff: a casebook and itself say the same')
def diff_same():
    for folder in (SHIPPED, DATA / 'full'):
        done = run('diff', folder, folder)
        if (done.returncode, done.stdout) != (0, ''):
            yield '%s: %d %s' % (folder.name, done.returncode, done.stdout)


@check('diff: neither order nor layout nor remarks make a difference')
def diff_order():
    folder = copy('shuffled')
    chance = random.Random(1)
    for name in ('facts.json', 'sources.json', 'people.json'):
        rows = load(folder, name)
        chance.shuffle(rows)
        save(folder, name, [dict(sorted(row.items(), key=lambda _: chance.random()), comment='a remark') for row in rows])
    found, _ = differences(SHIPPED, folder)
    if found:
        yield str(found)


@check('diff: each change is told once, under its record')
def diff_changes():
    folder = copy('changed')
    facts = load(folder, 'facts.json')
    old, new = facts[1]['statement'], 'Another statement.'
    facts[1]['statement'] = new
    facts.append(dict(facts[2], id='added'))
    save(folder, 'facts.json', facts)
    clip = load(folder, 'clips/explainer.json')
    clip['notes'][3]['to'], clip['chapters'][0]['title'] = '1:59.999', 'Renamed'
    note = clip['notes'].pop(0)
    save(folder, 'clips/explainer.json', clip)
    save(folder, 'casebook.json', dict(load(folder, 'casebook.json'), version='2026-12-24'))
    found, errors = differences(SHIPPED, folder)
    wanted = {'casebook': 'changed', 'fact/added': 'added', 'fact/%s' % facts[1]['id']: 'changed',
              'clip/explainer/note/%s' % note['id']: 'removed',
              'clip/explainer/note/%s' % clip['notes'][2]['id']: 'changed',
              'clip/explainer/chapter/%s' % clip['chapters'][0]['id']: 'changed'}
    if {record: row['change'] for record, row in found.items()} != wanted:
        yield str(found)
    elif found['fact/%s' % facts[1]['id']]['fields'] != [{'field': 'statement', 'old': old, 'new': new}]:
        yield str(found['fact/%s' % facts[1]['id']])
    if errors:
        yield errors
    done = run('diff', SHIPPED, folder)
    if '+ fact/added\n' not in done.stdout or '      + %s\n' % new not in done.stdout:
        yield done.stdout


@check('diff: a standing that changed wants an entry in changes')
def diff_standing():
    folder = copy('standing')
    facts = load(folder, 'facts.json')
    fact = next(fact for fact in facts if fact['standing'] == 'reported')
    fact['standing'] = 'alleged'
    save(folder, 'facts.json', facts)
    save(folder, 'casebook.json', dict(load(folder, 'casebook.json'), version='2026-12-24'))
    _, errors = differences(SHIPPED, folder, 1)
    line = next(i for i, text in enumerate((folder / 'facts.json').read_text().splitlines(), 1) if '"alleged"' in text)
    wanted = 'facts.json:%d:15: error[unexplained-standing] facts[%d] "%s"' % (line, facts.index(fact), fact['id'])
    if len([row for row in errors.splitlines() if wanted in row]) > 1 or 'unexplained-standing' not in errors:
        yield errors
    fact['changes'] = [{'date': '2026-12-24', 'text': 'Only one paper says so.'}]
    save(folder, 'facts.json', facts)
    found, errors = differences(SHIPPED, folder)
    if errors or [field['field'] for field in found['fact/%s' % fact['id']]['fields']] != ['standing', 'changes']:
        yield errors + str(found)
    fact['standing'] = 'disputed'
    fact['disputed_by'] = [{'who': 'Another', 'statement': 'No.'}]
    newer = copy('standing-again', folder)
    save(newer, 'facts.json', facts)
    _, errors = differences(folder, newer, 1)
    if 'unexplained-standing' not in errors:
        yield 'an old entry counted: ' + errors


@check('diff: a fact that is gone and a version that stayed are told')
def diff_warnings():
    folder = copy('gone')
    facts = load(folder, 'facts.json')
    gone = facts.pop()['id']
    save(folder, 'facts.json', facts)
    _, errors = differences(SHIPPED, folder)
    if 'warning[removed-fact]' not in errors or gone not in errors or 'warning[same-version]' not in errors:
        yield errors


@check('diff: captions are told one by one, and a file by its bytes')
def diff_files():
    folder = copy('files', DATA / 'full')
    captions = folder / 'clips' / 'short.vtt'
    text = captions.read_text(encoding='utf-8')
    captions.write_text(text.rstrip('\n') + '\n\nadded\n00:01:50.000 --> 00:01:51.000\nAdded\n', encoding='utf-8')
    picture = folder / 'images' / 'anna.svg'
    picture.write_bytes(picture.read_bytes() + b'<!-- other -->')
    found, _ = differences(DATA / 'full', folder)
    if found.get('clip/short/captions/en/added', {}).get('change') != 'added':
        yield 'captions: %s' % list(found)
    if 'image' not in [field['field'] for field in found.get('person/anna', {}).get('fields', [])]:
        yield 'pictures: %s' % found.get('person/anna')
    captions.write_text(text.replace('-->', '-->', 1).replace(text.strip().splitlines()[-1], 'Other words'), encoding='utf-8')
    found, _ = differences(DATA / 'full', folder)
    if not any(record.startswith('clip/short/captions/en/') and [field['field'] for field in row['fields']] == ['text']
               for record, row in found.items()):
        yield 'a caption that changed: %s' % list(found)


@check('diff: what cannot be read is no difference')
def diff_broken():
    folder = copy('broken')
    (folder / 'facts.json').write_text('[', encoding='utf-8')
    for pair in ((SHIPPED, folder), (folder, SHIPPED), (SHIPPED, work / 'none'), (work / 'none', SHIPPED)):
        done = run('diff', *pair)
        if done.returncode != 1 or not done.stderr:
            yield '%s: %d' % (pair, done.returncode)
    shutil.rmtree(copy('silent') / 'media')
    done = run('diff', SHIPPED, work / 'silent')
    if 'missing-file' not in done.stderr:
        yield 'a film that is missing is not told: ' + done.stderr
    if run('diff', SHIPPED).returncode != 2:
        yield 'one casebook is enough'


@check('stats: every figure is what the files say')
def stats():
    done = run('stats', '--json', SHIPPED)
    if done.returncode != 0:
        yield done.stderr
        return
    figures = json.loads(done.stdout)
    facts, sources = load(SHIPPED, 'facts.json'), load(SHIPPED, 'sources.json')
    for name in ('films', 'facts', 'people', 'sources'):
        if figures['records'][name] != len(load(SHIPPED, name + '.json')):
            yield name
    for group, rows, key in (('facts', facts, 'standing'), ('sources', sources, 'type'), ('source_languages', sources, 'language')):
        counted = {}
        for row in rows:
            counted[row[key]] = counted.get(row[key], 0) + 1
        if figures[group] != counted:
            yield '%s: %s' % (group, figures[group])
    clip = load(SHIPPED, 'clips/explainer.json')
    own = figures['clip/explainer']
    if sum(n for name, n in own.items() if name.startswith('notes_')) != len(clip['notes']) or own['seconds'] != 120:
        yield str(own)
    pot = run('pot', SHIPPED).stdout
    if figures['texts']['to_translate'] != pot.count('\nmsgctxt '):
        yield str(figures['texts'])
    lines = run('stats', SHIPPED).stdout
    if '\nfacts\n' not in lines or lines.count('\n\n') != len(figures) - 1:
        yield lines
    if run('stats', work / 'none').returncode != 1:
        yield 'a folder that is not there'


shutil.rmtree(work)
tap.done()
