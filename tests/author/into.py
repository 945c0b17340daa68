#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `import --into` must never lose or leave behind: files outside the casebook, what somebody wrote meanwhile,
modes and links, and what a file says that cannot be read. What it writes is in formats.py."""
import concurrent.futures
import fcntl
import json
import os
import shutil
import subprocess
import time

from formats import FULL, PROGRAM, Book, load, problems, run, snapshot, tap

SRT = '1\n00:00:01,000 --> 00:00:02,000\nGuten Tag\n'
HEAD = 'id,statement,standing,attribution,as_of,sources\n'
FACT = HEAD + '%s,New,reported,The paper,2019,paper\n'
NO_SOURCE = 'id,statement,standing,attribution,as_of\nnew,Without a source,reported,Me,2009\n'


def change_clip(book, **members):
    path = book.path / 'clips/short.json'
    path.write_text(json.dumps({**load(path), **members}), encoding='utf-8')


def same(before, after):
    return ['%s is not as it was' % key for key in sorted(before.keys() | after.keys()) if before.get(key) != after.get(key)]


def refuses(name, book, done, words):
    """It fails with these words, and nothing has changed, also around the casebook."""
    tap.check(name, list(problems(done, 1, words)) + same(book.before, snapshot(book.path.parent)))


def note(book):
    book.before = snapshot(book.path.parent)


def captions(book, *options):
    note(book)
    return book.into('srt', SRT, '--clip', 'short', '--replace', *options)


def test_outside():
    with Book() as book:
        outside = book.path.parent / 'outside'
        outside.mkdir()
        (outside / 'old.vtt').write_text('WEBVTT\n', encoding='utf-8')
        os.symlink(outside, book.path / 'clips' / 'out')
        os.symlink(outside / 'gone.vtt', book.path / 'clips' / 'gone.vtt')
        for name in ('../outside/old.vtt', '../outside/new.vtt', str(outside / 'new.vtt'), 'clips/out/old.vtt', 'clips/out/new.vtt', 'clips/gone.vtt'):
            change_clip(book, captions=[{'language': 'de', 'file': name, 'kind': 'captions'}])
            refuses('captions in ' + name.replace(str(outside), '/outside'), book, captions(book, '--language', 'de'), 'clips/out' if 'clips/out' in name else '.vtt')
        change_clip(book, captions=[])
        refuses('a language that is a path', book, captions(book, '--language', '../../pwn'), 'no language')
        change_clip(book, id='../../pwn')
        note(book)
        refuses('a clip id that is a path', book, book.into('srt', SRT, '--clip', '../../pwn', '--language', 'de'), 'no id of a clip')
    with Book() as book:
        shutil.move(book.path / 'facts.json', book.path.parent / 'facts.json')
        os.symlink('../facts.json', book.path / 'facts.json')
        note(book)
        refuses('facts that are a link to the outside', book, book.into('csv', FACT % 'a'), 'facts.json')


def test_no_webvtt():
    with Book() as book:
        (book.path / 'media').mkdir(exist_ok=True)
        (book.path / 'media' / 'film.webm').write_bytes(b'\x1a\x45\xdf\xa3 a film')
        for name in ('media/film.webm', 'media/none.webm', 'casebook.json'):
            change_clip(book, captions=[{'language': 'de', 'file': name, 'kind': 'captions'}])
            refuses('no captions over ' + name, book, captions(book, '--language', 'de'), 'no WebVTT')


def test_mended():
    with Book() as book:
        text = (book.path / 'facts.json').read_text(encoding='utf-8')
        (book.path / 'facts.json').write_text(text.replace('"statement"', '"comment": "first", "comment": "second", "statement"', 1), encoding='utf-8')
        note(book)
        refuses('a key that stands twice would be lost', book, book.into('csv', FACT % 'a'), 'would be lost')
    with Book() as book:
        (book.path / 'clips/aaa.json').write_text('{"id": ', encoding='utf-8')
        done = book.into('youtube', '0:00 One\n1:00 Two\n', '--clip', 'short')
        tap.check('another clip that is broken is passed over', list(problems(done, 0)) +
                  ([] if 'Two' in (book.path / 'clips/short.json').read_text(encoding='utf-8') else ['nothing was written']))


def test_many_errors():
    with Book() as book:
        (book.path / 'people.json').write_text(json.dumps([{'id': 'p%d' % i} for i in range(1500)]), encoding='utf-8')
        note(book)
        refuses('errors that are too many to tell hide none', book,
                book.into('csv', NO_SOURCE), 'too-many-findings')


def test_together():
    with Book() as book:
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            done = list(pool.map(lambda i: book.into('csv', FACT % ('new-%d' % i)), range(16)))
        ids = [fact['id'] for fact in load(book.path / 'facts.json')]
        tap.check('imports at the same time lose nothing', [problem for one in done for problem in problems(one, 0)] +
                  [str(i) for i in range(16) if 'new-%d' % i not in ids])
    with Book() as book:
        lock = os.open(book.path, os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_EX)
        with subprocess.Popen([PROGRAM, 'import', 'csv', '-', '--into', book.path], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdin.write((FACT % 'late').encode())
            process.stdin.close()
            time.sleep(0.5)
            waited = process.poll() is None
            os.close(lock)
            status = process.wait(60)
        tap.check('one waits for the other', [] if waited and status == 0 else ['waited %s, status %s' % (waited, status)])


def test_modes():
    with Book() as book:
        real = book.path / 'real'
        real.mkdir()
        shutil.move(book.path / 'facts.json', real / 'facts.json')
        os.symlink('real/facts.json', book.path / 'facts.json')
        for mode in (0o600, 0o664):
            (real / 'facts.json').chmod(mode)
            for name, text, status in (('written', FACT % ('a%d' % mode), 0), ('undone', NO_SOURCE, 1)):
                done = book.into('csv', text)
                now = (real / 'facts.json').stat().st_mode & 0o7777
                tap.check('a file of mode %o keeps it when %s, and the link to it stays' % (mode, name), list(problems(done, status)) +
                          ([] if now == mode else ['%o' % now]) + ([] if (book.path / 'facts.json').is_symlink() else ['no link']))
        tap.check('and got what is new', [] if 'a384' in (real / 'facts.json').read_text(encoding='utf-8') else ['it did not'])
        tap.check('nothing else is left there', [name for name in os.listdir(real) if name != 'facts.json'])


def test_told():
    with Book() as book:
        archive = book.path.parent / 'x.casebook'
        tap.check('packed', problems(run('pack', FULL, '-o', archive), 0))
        tap.check('an archive cannot be written into', problems(run('import', 'csv', '-', '--into', archive, stdin=(FACT % 'a').encode()), 1, 'unpack it first'))
        done = book.into('csv', (FACT % 'good') + 'other,,reported,The paper,2019,paper\n')
        lines = done.stderr.strip().split('\n')
        tap.check('a bad line is told, and that the others were written', list(problems(done, 1, 'error[')) +
                  ([] if 'written' in lines[-1] and '"good"' in (book.path / 'facts.json').read_text(encoding='utf-8') else [done.stderr]))


def clock(seconds):
    return '0:%02d:%02d.000' % (seconds // 60 % 60, seconds % 60)


def test_order():
    """Newcomers find their places by time among those that are there, which keep theirs."""
    with Book() as book:
        change_clip(book, chapters=[{'id': name, 'title': name, 'from': clock(at), 'to': clock(at + 1)} for name, at in (('a', 10), ('b', 30), ('c', 50))])
        note(book)
        times = (40, 5, 55, 30, 20, 12)
        done = book.into('podcasting', json.dumps({'version': '1.2.0', 'chapters': [
            {'startTime': at, 'endTime': at + 1, 'title': 'Same'} for at in times]}), '--clip', 'short')
        starts = [(chapter['from'], chapter['id']) for chapter in load(book.path / 'clips/short.json')['chapters']]
        want = sorted([(at, '') for at in times if at != 30] + [(10, 'a'), (30, 'b'), (30, 'same'), (50, 'c')])
        tap.check('newcomers are sorted in', list(problems(done, 0)) +
                  ([] if [float(start[-6:]) for start, _ in starts] == [at for at, _ in want] and [name for _, name in starts if len(name) == 1] == ['a', 'b', 'c'] else [str(starts)]))
        names = sorted(name for _, name in starts if len(name) > 1)
        tap.check('equal titles are numbered', [] if names == ['same', 'same-2', 'same-3', 'same-4', 'same-5', 'same-6'] else [str(names)])


def test_many():
    """How long it takes is for ./dev bench; here it has to be right."""
    with Book() as book:
        done = book.into('csv', 'date,title\n' + '2009-01-01,Same title\n' * 2000)
        ids = [event['id'] for event in load(book.path / 'events.json')]
        tap.check('two thousand equal titles', list(problems(done, 0)) + ([] if ids[-1] == 'same-title-2000' and len(set(ids)) == len(ids) else [ids[-1]]))
        done = book.into('csv', 'id,date,title\n' + ''.join('same-title-%d,2009-01-02,Same title\n' % i for i in range(2, 2001)), '--replace')
        tap.check('and again', list(problems(done, 0)) + ([] if load(book.path / 'events.json')[-1]['date'] == '2009-01-02' else ['nothing was replaced']))
        change_clip(book, chapters=[], notes=[])
        done = book.into('podcasting', json.dumps({'version': '1.2.0', 'chapters': [
            {'startTime': (2000 - i) / 62.5, 'title': 'Chapter %d' % i} for i in range(2000)]}), '--clip', 'short')
        tap.check('two thousand chapters from the last to the first', list(problems(done, 0)) + ([] if len(load(book.path / 'clips/short.json')['chapters']) == 2000 else ['some are missing']))


def main():
    test_outside()
    test_no_webvtt()
    test_mended()
    test_many_errors()
    test_together()
    test_modes()
    test_told()
    test_order()
    test_many()
    tap.done()


if __name__ == '__main__':
    main()
