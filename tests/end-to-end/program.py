#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program as a process of its own, by its command line and its trace: what plays, what bad input
says, and that it always answers and ends. Needs a display. Leaves out widgets: tests/view."""
import json
import os
import shutil
import signal
import subprocess
import time
import zipfile

from process import (CASEBOOK, CLIP, FACT, LONG, MAKE_CLIP, PROGRAM, SHIPPED, Run, casebook, check, data_folder,
                     tap, work)


@check('a whole play-through, each cue entered and left once, with its first frame')
def play_through(problems):
    folder = casebook('play')
    run = Run('--quit-at-end', 'sidelight:small/clip', data=data_folder(folder))
    status, _, loud = run.end()
    problems += loud + ([] if status == 0 else ['status %d' % status])
    frames = run.events('frame')
    times = [row['time'] for row in frames]
    if [row['event'] for row in run.events()][:1] != ['start'] or not run.events('window'):
        problems.append('no start or no window')
    if frames[0]['number'] != 0 or times != sorted(times):
        problems.append('frames do not begin with 0 or are in disorder')
    spans = {('chapter', 'one'): (0, 1), ('chapter', 'two'): (1, 2), ('note', 'short'): (.5, .501),
             ('note', 'point'): (1.25, 1.25), ('note', 'whole'): (0, 2), ('title', 'words'): (1, 2)}
    for (kind, name), span in spans.items():
        for event, second in zip(('cue-enter', 'cue-leave'), span):
            rows = [row for row in run.events(event) if (row['kind'], row['id']) == (kind, name)]
            due = [row for row in frames if row['time'] >= second * 1e9][:1]
            if len(rows) != 1:
                problems.append('%s %s %s: %d times' % (event, kind, name, len(rows)))
            elif due and (rows[0]['time'], rows[0]['number']) != (due[0]['time'], due[0]['number']):
                problems.append('%s %s with %s, not %s' % (event, name, rows[0], due[0]))
            elif not due and rows[0]['number'] != frames[-1]['number'] + 1:
                problems.append('%s %s at the end with %s' % (event, name, rows[0]))


@check('a link to a time begins there')
def link_to_time(problems):
    run = Run('--quit-at-end', 'sidelight:small/clip#t=1.5', data=data_folder(casebook('time')))
    status, _, loud = run.end()
    problems += loud + ([] if status == 0 else ['status %d' % status])
    first = run.events('frame')[0]
    if (first['time'], first['number']) != (1500000000, 45):
        problems.append('began with %s' % first)


@check('SIGTERM while it plays ends it in order')
def terminate(problems):
    run = Run('sidelight:justice-for-sergei/explainer')
    run.wait_for('frame')
    status, seconds, loud = run.end(signal.SIGTERM)
    problems += loud + ([] if status == 0 else ['status %d' % status])
    if seconds > 2:
        problems.append('took %.1f s' % seconds)


def stuck(name, prepare, problems, code):
    folder = casebook(name, medium=False)
    prepare(folder / 'media' / 'clip.webm')
    run = Run('sidelight:small/clip', data=data_folder(folder))
    run.wait_for('page', page='watch')
    if code:
        run.wait_for('fault', code=code)
    status, seconds, loud = run.end(signal.SIGTERM)
    problems += loud + ([] if status == 0 else ['status %d' % status])
    if seconds > 2:
        problems.append('took %.1f s to quit' % seconds)


@check('a pipe that nobody writes to: quits within two seconds while it waits')
def pipe_quit(problems):
    stuck('pipe-quit', os.mkfifo, problems, None)


@check('a pipe that nobody writes to: told as a file that does not answer')
def pipe(problems):
    stuck('pipe', os.mkfifo, problems, 'no-answer')


@check('a text in the place of the film is told')
def text(problems):
    stuck('text', lambda path: path.write_text('words ' * 1000), problems, 'not-a-film')


@check('an empty film is told')
def empty(problems):
    stuck('empty', lambda path: path.write_bytes(b''), problems, 'empty')


@check('a film that was cut off plays as far as it goes, and that it ends too early is told')
def truncated(problems):
    notes = CLIP['notes'] + [{'id': 'late', 'from': '00:08', 'to': '00:09', 'kind': 'context', 'title': 'Late'}]
    folder = casebook('truncated', medium=False, clips__clip=dict(CLIP, duration='00:10.000', notes=notes))
    whole = (work / 'clip.webm').read_bytes()
    (folder / 'media' / 'clip.webm').write_bytes(whole[:len(whole) // 2])
    run = Run('--quit-at-end', 'sidelight:small/clip', data=data_folder(folder))
    status, _, loud = run.end()
    problems += loud + ([] if status == 0 else ['status %d' % status])
    if not run.events('frame'):
        problems.append('no frame')
    if [row['code'] for row in run.events('fault')] != ['cut-short']:
        problems.append('told: %s' % run.events('fault'))
    if 'late' in [row['id'] for row in run.events('cue-enter')]:
        problems.append('a note was told that the film never came to')


@check('a trace that cannot be written to its end costs the trace alone')
def full_trace(problems):
    folder = casebook('full')
    done = subprocess.run([PROGRAM, '--quit-at-end', '--trace', '/dev/full', 'sidelight:small/clip'], timeout=LONG, check=False,
                          capture_output=True, text=True, env=dict(os.environ, G_DEBUG='', GTK_A11Y='none',
                                                                   XDG_DATA_HOME=str(data_folder(folder))))
    if done.returncode != 0 or 'trace' not in done.stderr:
        problems.append('status %d: %s' % (done.returncode, done.stderr))
    os.mkfifo(work / 'unread')
    done = subprocess.run([PROGRAM, '--trace', str(work / 'unread'), str(folder)], timeout=LONG, check=False, capture_output=True, text=True)
    if done.returncode != 1 or 'unread' not in done.stderr:
        problems.append('a pipe without a reader: status %d: %s' % (done.returncode, done.stderr))


def bad(name, place, problems, page, code=None, status_wanted=1):
    """Bad input is a page or a finding in words, never a crash; with --quit-at-end it is an exit status."""
    run = Run('--quit-at-end', place) if page == 'message' else Run(place)
    run.wait_for('page', page=page)
    status, _, loud = run.end(None if page == 'message' else signal.SIGTERM)
    problems += loud
    if status != (status_wanted if page == 'message' else 0):
        problems.append('%s: status %d' % (name, status))
    if code and code not in [row['code'] for row in run.events('finding')]:
        problems.append('%s: no finding %s in %s' % (name, code, run.events('finding')))
    return run


@check('a folder that is not there, and one that is not a casebook')
def no_casebook(problems):
    bad('missing', work / 'nowhere', problems, 'message')
    (work / 'hollow').mkdir()
    bad('hollow', work / 'hollow', problems, 'message')


@check('links that cannot be understood or found')
def bad_links(problems):
    bad('shape', 'sidelight:', problems, 'message')
    bad('unknown', 'sidelight:nobody/clip', problems, 'message')
    bad('clip', 'sidelight:justice-for-sergei/nothing', problems, 'message')


@check('a casebook.json that is no JSON, and one of a million brackets')
def broken_casebook(problems):
    bad('broken', casebook('broken', casebook='{"format": 1,'), problems, 'message')
    bad('deep', casebook('deep', casebook='[' * 1000000), problems, 'message')


@check('one broken file costs only itself')
def broken_facts(problems):
    run = bad('facts', casebook('facts', facts='[' * 1000000), problems, 'lobby')
    if not any(row['file'] == 'facts.json' for row in run.events('finding')):
        problems.append('no finding in facts.json')


@check('a fact without a source is left out, the rest opens')
def no_source(problems):
    bare = {key: value for key, value in FACT.items() if key != 'sources'}
    bad('fact', casebook('fact', facts=[dict(bare, id='bare'), FACT]), problems, 'lobby', 'no-source')


@check('a medium outside the casebook is left out, its clip can be read')
def outside(problems):
    clip = dict(CLIP, media=[{'file': '../../clip.webm'}])
    folder = casebook('outside', clips__clip=clip)
    run = Run('sidelight:small/clip', data=data_folder(folder))
    run.wait_for('page', page='watch')
    time.sleep(0.2)
    status, _, loud = run.end(signal.SIGTERM)
    problems += loud + ([] if status == 0 else ['status %d' % status])
    if not [row for row in run.events('finding') if row['file'] == 'clips/clip.json' and row['severity'] == 'error']:
        problems.append('no error in clips/clip.json: %s' % run.events('finding'))
    if run.events('frame'):
        problems.append('it was played')


def pack(folder, archive, *more):
    with zipfile.ZipFile(archive, 'w', zipfile.ZIP_DEFLATED) as target:
        for path in sorted(folder.rglob('*')):
            target.write(path, path.relative_to(folder))
        for name, data in more:
            target.writestr(name, data)
    return archive


@check('a casebook in one file opens, and again from what was unpacked')
def archive_opens(problems):
    cache = work / 'cache'
    unpacked = cache / 'sidelight' / 'casebooks'
    archive = pack(casebook('packed'), work / 'packed.casebook')
    seen = []
    for _ in range(2):
        run = Run(archive, XDG_CACHE_HOME=str(cache))
        run.wait_for('page', page='lobby')
        status, _, loud = run.end(signal.SIGTERM)
        problems += loud + ([] if status == 0 else ['status %d' % status])
        seen.append([(path.name, path.stat().st_ino) for path in unpacked.iterdir()])
    if len(seen[0]) != 1 or seen[0] != seen[1] or len(seen[0][0][0]) != 64:
        problems.append('unpacked: %s' % seen)
    for number in range(7):
        run = Run(pack(work / 'packed', archive, ('%d.txt' % number, '')), XDG_CACHE_HOME=str(cache))
        run.wait_for('page', page='lobby')
        run.end(signal.SIGTERM)
    if len(list(unpacked.iterdir())) != 5:
        problems.append('kept: %s' % list(unpacked.iterdir()))


@check('a hostile archive is a page with its finding, and nothing of it is unpacked')
def archive_refused(problems):
    cache = work / 'cache-of-none'
    for name, more, code in (('out', ('../evil.txt', 'x'), 'archive-parent'), ('twice', ('FACTS.json', '[]'), 'archive-duplicate')):
        archive = pack(work / 'packed', work / (name + '.casebook'), more)
        run = Run('--quit-at-end', archive, XDG_CACHE_HOME=str(cache))
        run.wait_for('page', page='message')
        status, _, loud = run.end()
        problems += loud + ([] if status == 1 else ['%s: status %d' % (name, status)])
        problems += ['%s: no finding in %s' % (name, run.events('finding'))] if code not in [
            row['code'] for row in run.events('finding')] else []
    problems += ['unpacked: %s' % path for path in cache.rglob('*') if path.name not in ('sidelight', 'casebooks') and 'casebooks' in path.parts]
    bad('text', SHIPPED / 'casebook.json', problems, 'message', 'archive-kind')


@check('without any plugin of GStreamer it says what to install')
def no_plugins(problems):
    (work / 'no-plugins').mkdir()
    run = Run('--quit-at-end', 'sidelight:justice-for-sergei/explainer',
              GST_PLUGIN_SYSTEM_PATH_1_0=str(work / 'no-plugins'), GST_REGISTRY=str(work / 'no-plugins' / 'registry'))
    status, _, loud = run.end()
    problems += loud + ([] if status == 1 else ['status %d' % status])
    if [row['code'] for row in run.events('fault')] != ['no-decoder']:
        problems.append('told: %s' % run.events('fault', 'state'))


def rewrite(folder, name, content):
    """As an editor does: a new file, moved over the old one."""
    text = content if isinstance(content, str) else json.dumps(content, indent=1)
    (folder / (name + '.json.new')).write_text(text, encoding='utf-8')
    (folder / (name + '.json.new')).rename(folder / (name + '.json'))


@check('a casebook that is changed is shown as it is now, at the same place and without starting the film anew')
def live(problems):
    clip = dict(CLIP, duration='01:00.000', chapters=[], captions=[{'language': 'en', 'file': 'words/en.vtt'}])
    note = {'from': '00:00', 'to': '01:00', 'kind': 'context', 'title': 'Note'}
    folder = casebook('live', medium=False, clips__clip=dict(clip, notes=[dict(note, id='first')]))
    (folder / 'words').mkdir()
    (folder / 'words' / 'en.vtt').write_text('WEBVTT\n\n00:00.000 --> 01:00.000\nWords\n', encoding='utf-8')
    subprocess.run([MAKE_CLIP, folder / 'media' / 'clip.webm', '320', '180', '30', '1800'], check=True)
    run = Run('sidelight:small/clip', data=data_folder(folder))
    run.wait_for('cue-enter', id='first')
    rewrite(folder, 'clips/clip', dict(clip, notes=[dict(note, id='added')]))
    entered = run.wait_for('cue-enter', id='added')
    run.wait_until('a frame behind the change', lambda: run.events('frame')[-1]['number'] > entered['number'])
    rewrite(folder, 'casebook', '{')
    run.wait_for('finding', code='json-syntax')
    if run.events('page')[-1]['page'] != 'watch':
        problems.append('a broken casebook.json shows %s' % run.events('page')[-1])
    rewrite(folder, 'clips/clip', dict(clip, notes=[dict(note, id='later')]))
    rewrite(folder, 'casebook', CASEBOOK)
    run.wait_for('cue-enter', id='later')
    (folder / 'words' / 'en.vtt').write_text('no captions', encoding='utf-8')
    run.wait_for('finding', code='bad-captions')
    folder.rename(folder.with_name('away'))
    rewrite(folder.with_name('away'), 'clips/clip', dict(clip, notes=[dict(note, id='back')]))
    folder.with_name('away').rename(folder)
    run.wait_for('cue-enter', id='back')
    shutil.rmtree(folder / 'clips')
    run.wait_for('page', page='film')
    status, _, loud = run.end(signal.SIGTERM)
    problems += loud + ([] if status == 0 else ['status %d' % status])
    if {row['serial'] for row in run.events('frame')} != {1}:
        problems.append('the film was started anew or sought in')


@check('--version, --list, and words that are too many or unknown')
def words(problems):
    def said(*arguments):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=LONG, check=False,
                              env={key: value for key, value in os.environ.items() if key != 'DISPLAY'})
        return done.returncode, done.stdout + done.stderr
    status, text = said('--version')
    if status != 0 or not text.startswith('Sidelight '):
        problems.append('--version: %d %s' % (status, text))
    status, text = said('--list')
    if status != 0 or 'sidelight:justice-for-sergei/explainer' not in text:
        problems.append('--list: %d %s' % (status, text))
    for arguments, wanted in ((('one', 'two'), 2), (('--nonsense',), 2),
                              (('--trace', '/nonexistent/trace', 'x'), 1)):
        status, text = said(*arguments)
        if status != wanted or not text.strip():
            problems.append('%s: %d %s' % (arguments, status, text))


shutil.rmtree(work)
tap.done()
