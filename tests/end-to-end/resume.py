#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A film that is left goes on where it was, whichever way the program ended; and a store that is broken or
cannot be written costs nobody a film."""
import shutil
import signal
import sqlite3
import subprocess

from process import CLIP, FILM, MAKE_CLIP, Run, casebook, check, data_folder, tap, work

SECOND = 1000000000


def long_data(name):
    folder = casebook(name, medium=False, clips__clip=dict(CLIP, duration='01:00.000', chapters=[], notes=[]))
    (folder / 'media' / 'clip.webm').hardlink_to(work / 'long.webm')
    return data_folder(folder)


def watch(data, problems, seconds, link='sidelight:small/clip', stop=signal.SIGTERM):
    """Plays until so many seconds of film were shown; the times of the first picture and of the last."""
    run = Run(link, data=data)
    run.wait_for('frame')
    first = run.events('frame')[0]['time']
    run.wait_until('%d s of film' % seconds, lambda: run.events('frame')[-1]['time'] >= first + seconds * SECOND)
    status, _, loud = run.end(stop)
    problems += loud + ([] if status in (0, -signal.SIGKILL) else ['status %d' % status])
    return first, run.events('frame')[-1]['time']


def store_of(data):
    return data / 'sidelight' / 'store.sqlite'


subprocess.run([MAKE_CLIP, work / 'long.webm', '320', '180', '30', '1800'], check=True)


@check('it begins with the very picture that it was left at; what a link says goes before')
def left(problems):
    data = long_data('left')
    _, last = watch(data, problems, 1, 'sidelight:small/clip#t=20')
    first, last_again = watch(data, problems, 1)
    problems += ['left at %d, begun at %d' % (last, first)] if first != last else []
    first, _ = watch(data, problems, 0, 'sidelight:small/clip#t=10')
    problems += ['the link says 10 s: begun at %d' % first] if first != 10 * SECOND else []
    first, _ = watch(data, problems, 0)
    problems += ['after the link: begun at %d' % first] if not 10 * SECOND <= first < last_again else []


def stored(data):
    """The position that is on the disk, or nothing."""
    try:
        row = sqlite3.connect(store_of(data)).execute('SELECT position FROM resume').fetchone()
    except sqlite3.OperationalError:  # not made yet
        row = None
    return row and row[0]


def stored_all(data):
    try:
        return [row[0] for row in sqlite3.connect(store_of(data)).execute('SELECT position FROM resume ORDER BY position')]
    except sqlite3.OperationalError:  # not made yet
        return []


@check('killed, it goes on with what is on the disk, and that is written every five seconds of film')
def killed(problems):
    data = long_data('killed')
    run = Run('sidelight:small/clip#t=10', data=data)
    places = []
    for _ in range(2):
        run.wait_until('another write', lambda: stored(data) not in [None, *places])
        places.append(stored(data))
    run.end(signal.SIGKILL)
    first, _ = watch(data, problems, 0)
    problems += ['written: %s' % places] if not 15 * SECOND <= places[0] <= 16 * SECOND else []
    problems += ['on the disk: %d, begun at %d' % (places[1], first)] if first < places[1] else []


@check('two programs with one store lose nothing of each other, whichever way they end')
def two(problems):
    clips = {name: dict(CLIP, id=name, duration='01:00.000', chapters=[], notes=[]) for name in ('clip', 'other')}
    folder = casebook('two', medium=False, films=[dict(FILM, clips=['clip', 'other'])], clips__clip=clips['clip'], clips__other=clips['other'])
    (folder / 'media' / 'clip.webm').hardlink_to(work / 'long.webm')
    data = data_folder(folder)
    first, second = Run('sidelight:small/clip#t=10', data=data), Run('sidelight:small/other#t=30', data=data)
    second.wait_until('both written', lambda: len(stored_all(data)) == 2)
    second.end(signal.SIGKILL)
    status, _, loud = first.end(signal.SIGTERM)
    problems += loud + ([] if status == 0 else ['status %d' % status])
    last = first.events('frame')[-1]['time']
    places = stored_all(data)
    problems += ['stored: %s' % places] if len(places) != 2 else []
    begun, _ = watch(data, problems, 0)
    problems += ['left at %d, begun at %d' % (last, begun)] if begun != last else []
    begun, _ = watch(data, problems, 0, 'sidelight:small/other')
    problems += ['the one that was killed: begun at %d' % begun] if begun < 35 * SECOND else []


@check('what was hardly begun, or is finished, begins at its start')
def edges(problems):
    data = long_data('edges')
    watch(data, problems, 1)
    first, _ = watch(data, problems, 0)
    problems += ['hardly begun: begun at %d' % first] if first else []
    watch(data, problems, 1, 'sidelight:small/clip#t=55.5')
    first, _ = watch(data, problems, 0)
    problems += ['finished: begun at %d' % first] if first else []


@check('a broken store is put aside and told, and the film plays')
def broken(problems):
    data = long_data('broken')
    watch(data, problems, 1, 'sidelight:small/clip#t=20')
    store_of(data).write_bytes(b'broken' * 1000)
    first, last = watch(data, problems, 1, 'sidelight:small/clip#t=30')
    again, _ = watch(data, problems, 0)
    problems += ['begun at %d, then at %d' % (first, again)] if (first, again) != (30 * SECOND, last) else []
    aside = store_of(data).with_name('store.sqlite.broken-1')
    problems += [] if aside.exists() and aside.read_bytes() == b'broken' * 1000 else ['not put aside']
    problems += [line for line in sqlite3.connect(store_of(data)).execute('PRAGMA integrity_check').fetchone() if line != 'ok']


@check('where nothing can be written, nothing is remembered and everything plays')
def nowhere(problems):
    data = long_data('nowhere')
    store_of(data).mkdir()
    watch(data, problems, 1, 'sidelight:small/clip#t=20')
    first, _ = watch(data, problems, 0)
    problems += ['begun at %d' % first] if first else []


shutil.rmtree(work)
tap.done()
