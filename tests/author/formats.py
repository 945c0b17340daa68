#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import and export as a process. Every trap of a format is a small file in tests/data/formats, with what must
come out of it beside: NAME.expected.json holds the records (none: the file is refused), NAME.findings what is said,
NAME.options what else stands on the command line. `formats.py PROGRAM --write` writes both anew, to be looked at."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'style'))
from tap import ROOT, Tap, read  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
DATA = pathlib.Path(os.environ.get('SL_TEST_DATA') or ROOT / 'tests' / 'data')
SHIPPED = ROOT / 'resources' / 'casebooks' / 'justice-for-sergei'
FULL = DATA / 'full'
BESIDE = ('.json', '.findings', '.options')
tap = Tap()


def run(*arguments, cwd=None, stdin=b''):
    env = {key: value for key, value in os.environ.items() if key not in ('DISPLAY', 'WAYLAND_DISPLAY', 'HOME', 'LANGUAGE')}
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, check=False, cwd=cwd,
                          env={**env, 'LC_ALL': 'C.UTF-8'})
    done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
    return done


def problems(done, status, err=None):
    if done.returncode != status:
        yield 'status %d instead of %d: %s' % (done.returncode, status, done.stderr)
    if err is not None and err not in done.stderr:
        yield 'error is %r instead of %r' % (done.stderr[:400], err)


def traps():
    for folder in sorted((DATA / 'formats').iterdir()):
        for path in sorted(folder.iterdir()):
            if path.suffix not in BESIDE[1:] and not path.name.endswith('.expected.json'):
                yield path


def check_trap(path, write):
    beside = {key: path.with_name(path.stem + key) for key in ('.options', '.expected.json', '.findings')}
    options = beside['.options'].read_text(encoding='utf-8').split() if beside['.options'].exists() else []
    done = run('import', path.parent.name, path.name, *options, cwd=path.parent)
    if write:
        beside['.findings'].write_text(done.stderr, encoding='utf-8')
        if done.stdout:
            beside['.expected.json'].write_text(done.stdout, encoding='utf-8')
        return
    wrong = []
    if done.stderr != beside['.findings'].read_text(encoding='utf-8'):
        wrong.append('found:\n' + done.stderr)
    if beside['.expected.json'].exists():
        if json.loads(done.stdout or 'null') != json.loads(beside['.expected.json'].read_text(encoding='utf-8')):
            wrong.append('records:\n' + done.stdout)
        wrong += problems(done, int(': error[' in done.stderr))
    elif done.stdout or done.returncode not in (1, 2):
        wrong.append('not refused: status %d, %s' % (done.returncode, done.stdout))
    tap.check('%s: %s' % (path.parent.name, path.stem), wrong)


def test_usage():
    tap.check('import --help', problems(run('import', '--help'), 0))
    tap.check('an unknown format lists those that are known', problems(run('import', 'doc', 'x'), 2, 'webvtt, srt, podcasting'))
    tap.check('a format that can be exported only', problems(run('import', 'matroska', FULL / 'casebook.json'), 2, 'exported only'))
    tap.check('a kind that a format has not', problems(run('import', 'webvtt', FULL / 'clips/short.vtt', '--kind', 'facts'), 2, 'captions, chapters'))
    tap.check('a format without kinds', problems(run('import', 'srt', DATA / 'formats/srt/plain.srt', '--kind', 'captions'), 2, '--kind'))
    tap.check('a file that is not there', problems(run('import', 'srt', DATA / 'none.srt'), 1, 'none.srt'))
    tap.check('a file without an end is read no further than to its limit', problems(run('import', 'srt', '/dev/zero'), 1, '64 MiB'))
    tap.check('a folder is no file', problems(run('import', 'srt', DATA), 1, 'cannot be read'))
    tap.check('canvases begin with 1', problems(run('import', 'iiif', DATA / 'formats/iiif/canvases.json', '--canvas', '0'), 2, 'the first one is 1'))
    tap.check('export from a folder that is no casebook', problems(run('export', 'srt', DATA), 1, 'casebook.json'))
    tap.check('export asks for the clip', problems(run('export', 'webvtt', FULL), 2, 'long, short'))
    tap.check('export knows its clips', problems(run('export', 'webvtt', FULL, '--clip', 'none'), 2, 'none'))


def test_streams():
    path = DATA / 'formats' / 'srt' / 'odd-times.srt'
    done = run('import', 'srt', '-', stdin=path.read_bytes())
    named = run('import', 'srt', path.name, cwd=path.parent)
    wrong = [] if done.stdout == named.stdout and done.stderr == named.stderr.replace(path.name, '-') else [done.stderr]
    tap.check('standard input gives the same as a file', wrong)
    done = run('import', '--json', 'srt', path.name, cwd=path.parent)
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    tap.check('findings as JSON', [] if [line['line'] for line in lines] == [int(line.split(':')[1]) for line in named.stderr.splitlines()]
              else [done.stderr])


def test_export_shapes():
    chapters = run('export', 'matroska', SHIPPED, '--clip', 'explainer')
    done = subprocess.run(['xmllint', '--noout', '-'], input=chapters.stdout.encode(), capture_output=True, check=False)
    tap.check('Matroska chapters are well-formed', [done.stderr.decode()] if done.returncode else [])
    tap.check('and have one display, with its language, for each',
              [] if chapters.stdout.count('<ChapterDisplay>') == chapters.stdout.count('<ChapterAtom>') > 0
              and '<ChapLanguageIETF>en<' in chapters.stdout and '<ChapterTimeStart>00:00:11.000000000<' in chapters.stdout else [chapters.stdout])
    nested = run('export', 'matroska', FULL, '--clip', 'short').stdout
    tap.check('and are nested and hidden as in the casebook', [] if nested.index('Deep') < nested.index('</ChapterAtom>')
              and nested.count('<ChapterFlagHidden>1') == 1 else [nested])
    for name, options in (('webvtt', ['--kind', 'chapters']), ('podcasting', []), ('iiif', []), ('youtube', []), ('csv', []), ('timelinejs', [])):
        done = run('export', name, FULL, '--clip', 'short', *options)
        lost = [line for line in done.stderr.splitlines() if 'hint[not-carried] ' not in line]
        tap.check('%s tells what it cannot carry, and nothing else' % name, list(problems(done, 0)) + lost + ([] if done.stderr else ['nothing was told']))
        kinds = ['--kind', 'chapters'] if options else []
        tap.check('%s is read again' % name, problems(run('import', name, '-', *kinds, stdin=done.stdout.encode()), 0))
    done = run('export', 'iiif', FULL, '--clip', 'short', '--base', 'https://films.example/a/')
    manifest = json.loads(done.stdout)
    tap.check('IIIF addresses begin with what was asked for', [] if manifest['id'] == 'https://films.example/a/manifest.json'
              and 'example.org' not in done.stdout and 't=0,"' not in done.stdout else [done.stdout])
    with tempfile.TemporaryDirectory() as work:
        target = pathlib.Path(work) / 'x.srt'
        done = run('export', 'srt', FULL, '--clip', 'short', '--output', target)
        tap.check('--output writes a file', list(problems(done, 0)) + ([] if 'Anna: Good & well.' in target.read_text(encoding='utf-8') else ['no words']))
        kept = target.read_bytes()
        done = run('export', 'srt', FULL, '--clip', 'short', '--output', target)
        again = run('export', 'youtube', FULL, '--clip', 'short', '--output', target, '--replace')
        tap.check('a file that is there stays without --replace', list(problems(done, 1, '--replace')) + list(problems(again, 0))
                  + ([] if target.read_bytes() != kept else ['it is the same']))


def test_formulas():
    """What a spreadsheet gets is never a formula."""
    with tempfile.TemporaryDirectory() as work:
        book = pathlib.Path(work) / 'book'
        shutil.copytree(FULL, book)
        events = json.loads((book / 'events.json').read_text(encoding='utf-8'))
        titles = ['=1+1', '+1', '-1', '@A1', '\tx', "'=1", "'tis", '"=1"', '=cmd|"/c calc"!A1']
        events += [{'id': 'e%d' % i, 'date': '2009', 'title': title} for i, title in enumerate(titles)]
        (book / 'events.json').write_text(json.dumps(events), encoding='utf-8')
        done = run('export', 'csv', book, '--kind', 'events')
        import csv
        import io
        rows = list(csv.reader(io.StringIO(done.stdout, newline='')))
        tap.check('no cell begins like a formula', [cell for row in rows for cell in row if cell[:1] in ('=', '+', '-', '@', '\t', '\r')])
        tap.check('every row has as many cells', [str(row) for row in rows if len(row) != len(rows[0])])
        back = json.loads(run('import', 'csv', '-', stdin=done.stdout.encode()).stdout)['events']
        tap.check('and all come back', [] if [event['title'] for event in back[-len(titles):]] == titles else [str(back[-len(titles):])])


def test_publish():
    tap.check('nothing is published that is not marked', problems(run('export', 'schema-org', FULL), 1, 'publish'))
    with tempfile.TemporaryDirectory() as work:
        book = pathlib.Path(work) / 'book'
        shutil.copytree(FULL, book)
        facts = json.loads((book / 'facts.json').read_text(encoding='utf-8'))
        facts[0]['publish'] = facts[1]['publish'] = True
        facts[0]['statement'] = 'A </script><b> & refund'
        (book / 'facts.json').write_text(json.dumps(facts), encoding='utf-8')
        done = run('export', 'schema-org', book)
        graph = json.loads(done.stdout)['@graph']
        tap.check('only what is marked is published, and nothing that is withheld',
                  list(problems(done, 0, 'withheld')) + ([] if [item['@id'] for item in graph] == ['#fact-refund'] else [done.stdout]))
        tap.check('a claim has its sources and who disputes it', [] if len(graph[0]['appearance']) == 2 and len(graph[0]['comment']) == 2 else [done.stdout])
        tap.check('it may stand in a page', [] if '<' not in done.stdout and graph[0]['text'] == facts[0]['statement'] else [done.stdout])
        tap.check('the reader knows the mark', [line for line in run('check', book).stdout.splitlines() if 'publish' in line])


def snapshot(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob('*')) if path.is_file()}


def load(path):
    return json.loads(path.read_text(encoding='utf-8'))


class Book:
    """A casebook of one's own to write into."""

    def __enter__(self):
        self.work = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.work.name) / 'book'
        shutil.copytree(FULL, self.path)
        return self

    def __exit__(self, *_):
        self.work.cleanup()

    def into(self, name, text, *options):
        return run('import', name, '-', '--into', self.path, *options, stdin=text.encode())

    def refuses(self, name, done, words):
        """It fails with these words, and no byte has changed."""
        tap.check(name, list(problems(done, 1, words)) + [key for key, value in snapshot(FULL).items() if snapshot(self.path).get(key) != value]
                  + [key for key in snapshot(self.path) if key not in snapshot(FULL)])


def test_into_clip():
    with Book() as book:
        done = book.into('webvtt', 'WEBVTT\n\n01:20.000 --> 01:40.000\nWho did it?\n\n01:25.000 --> 01:30.000\nOne\n\n'
                         '01:40.000 --> 01:50.000\nWho did it?\n', '--kind', 'chapters', '--clip', 'short')
        before, after = load(FULL / 'clips/short.json'), load(book.path / 'clips/short.json')
        new = after['chapters'][len(before['chapters']):]
        tap.check('chapters go behind those that are there', list(problems(done, 0)) + ([] if after['chapters'][:3] == before['chapters'] else [str(after)]))
        tap.check('with ids of their titles, none twice', [] if [c['id'] for c in new] + [new[0]['chapters'][0]['id']] == ['who-did-it', 'who-did-it-2', 'one-2']
                  else [str(new)])
        tap.check('and all else stays, in its order', [] if list(after) == list(before) and all(after[key] == before[key] for key in before if key != 'chapters')
                  else [str(list(after))])
        tap.check('and no other file is touched', [key for key, value in snapshot(FULL).items() if key != 'clips/short.json' and snapshot(book.path).get(key) != value])
        tap.check('the casebook is as good as before', problems(run('check', '--strict', book.path), 0))


def test_into_captions():
    with Book() as book:
        srt = '1\n00:00:01,000 --> 00:00:02,000\nGuten Tag\n'
        done = book.into('srt', srt, '--clip', 'short', '--language', 'de')
        clip = load(book.path / 'clips/short.json')
        tap.check('captions become a file of their language', list(problems(done, 0)) +
                  ([] if clip['captions'][-1] == {'language': 'de', 'file': 'clips/short.de.vtt', 'kind': 'captions'}
                   and 'Guten Tag' in (book.path / 'clips/short.de.vtt').read_text(encoding='utf-8') else [str(clip['captions'])]))
        tap.check('and are not written over', problems(book.into('srt', srt, '--clip', 'short', '--language', 'de'), 1, '--replace'))
        done = book.into('srt', srt.replace('Tag', 'Abend'), '--clip', 'short', '--language', 'de', '--replace')
        tap.check('unless that is asked for', list(problems(done, 0)) + ([] if 'Abend' in (book.path / 'clips/short.de.vtt').read_text(encoding='utf-8') else ['old words'])
                  + ([] if load(book.path / 'clips/short.json') == clip else ['the clip has changed']))


def test_into_replace():
    with Book() as book:
        facts = load(book.path / 'facts.json')
        facts[0]['comment'], facts[0]['unknown-key'] = 'stays', [1, 0.1, None]
        (book.path / 'facts.json').write_text(json.dumps(facts), encoding='utf-8')
        table = 'id,statement,as_of\nrefund,It was paid back,2019\n'
        done = book.into('csv', table)
        tap.check('an id that is there is an error', list(problems(done, 1, 'taken-id')) + ([] if load(book.path / 'facts.json') == facts else ['it was written']))
        done = book.into('csv', table, '--replace')
        facts[0]['statement'], facts[0]['as_of'] = 'It was paid back', '2019'
        after = load(book.path / 'facts.json')
        tap.check('with --replace it gets what is new, and keeps the rest', list(problems(done, 0)) +
                  ([] if after == facts and list(after[0]) == list(facts[0]) else [str(after[0])]))
        done = book.into('webvtt', 'WEBVTT\n\none-a-i\n00:07.000 --> 00:08.000\nDeeper\n\ntwo\n00:30.000 --> 01:00.000\nTwo\n\ninner\n00:40.000 --> 00:50.000\nInner\n',
                         '--kind', 'chapters', '--clip', 'short', '--replace')
        chapters = load(book.path / 'clips/short.json')['chapters']
        deep = chapters[0]['chapters'][0]['chapters'][0]
        tap.check('nested chapters are found, and new ones find their place', list(problems(done, 0)) +
                  ([] if deep == {'id': 'one-a-i', 'title': 'Deeper', 'from': '0:07.000', 'to': '0:08.000'}
                   and chapters[1]['chapters'][0]['id'] == 'inner' and len(chapters) == 3 else [json.dumps(chapters)]))


def test_into_refused():
    with Book() as book:
        book.refuses('new errors are undone', book.into('csv', 'id,statement,standing,attribution,as_of\nnew,Without a source,reported,Me,2009\n'), 'no-source')
        book.refuses('so are those of several files', book.into('iiif', json.dumps({
            'type': 'Manifest', 'items': [{'id': 'c', 'type': 'Canvas', 'duration': 10, 'annotations': [{'type': 'AnnotationPage', 'items': [
                {'type': 'Annotation', 'motivation': 'commenting', 'body': 'x', 'target': 'c#t=1,2', 'id': '/note/n1'}]}]}]}), '--clip', 'short'), 'taken-id')
        book.refuses('without a clip it asks', book.into('youtube', '0:00 One\n'), '--clip')
        book.refuses('a clip that is not there', book.into('youtube', '0:00 One\n', '--clip', 'none'), 'none')
        book.refuses('nothing to write', book.into('csv', 'date,title\n'), 'nothing')
        os.chmod(book.path, 0o755)
    with Book() as book:
        (book.path / 'facts.json').write_text('[{"id": "a",}]', encoding='utf-8')
        done = book.into('csv', 'id,statement\nnew,New\n')
        tap.check('a casebook that is no JSON is told, and left', list(problems(done, 1, 'facts.json:1:')) +
                  ([] if (book.path / 'facts.json').read_text(encoding='utf-8') == '[{"id": "a",}]' else ['it was written']))
    tap.check('no casebook at all', problems(run('import', 'csv', '-', '--into', DATA / 'none', stdin=b'date,title\n2009,One\n'), 1, 'none'))


def test_outer_spaces():
    with tempfile.TemporaryDirectory() as work:
        folder = shutil.copytree(FULL, pathlib.Path(work) / 'full')
        clip = json.loads((folder / 'clips' / 'short.json').read_text(encoding='utf-8'))
        clip['chapters'][0]['title'] = ' Spaced '
        (folder / 'clips' / 'short.json').write_text(json.dumps(clip), encoding='utf-8')
        done = run('export', 'webvtt', folder, '--clip', 'short', '--kind', 'chapters')
        tap.check('outer spaces of a title are told to be lost', problems(done, 0, 'outer spaces'))


def test_long_lines():
    """Markup that is never closed, and a table that is wide: 20 KB each, which once were looked through for each byte."""
    times = '1\n00:00:01,000 --> 00:00:02,000\n'
    words = {'type': 'Annotation', 'motivation': 'commenting', 'target': 'c#t=1,2',
             'body': {'type': 'TextualBody', 'format': 'text/html', 'value': '<a ' * 7000}}
    for name, text, wanted in (('srt', times + '<' * 20000, '<' * 20000), ('srt', times + '{\\' * 10000, '{\\' * 10000),
                               ('srt', times + '<i' * 10000 + '>', '<i' * 9999), ('webvtt', 'WEBVTT\n\n' + times[2:].replace(',', '.') + '<b' * 10000, ''),
                               ('iiif', json.dumps({'type': 'AnnotationPage', 'items': [words]}), ('<a ' * 7000))):
        done = run('import', name, '-', stdin=text.encode())
        records = json.loads(done.stdout or '{}')
        found = (records.get('cues') or records.get('notes') or [{'text': None}])[0]['text']
        tap.check('%s with 20 KB of %s is read' % (name, text.strip('>')[-2:]), list(problems(done, 0)) + ([] if found == wanted else [repr(found)[:80]]))
    done = run('import', 'csv', '-', stdin=('a,' * 5000 + 'statement\n' + 'x,' * 5000 + 'y\n').encode())
    tap.check('csv with 5,001 columns is read', list(problems(done, 0, 'same-column')) + ([] if '"statement": "y"' in done.stdout else [done.stdout]))


def test_manual():
    text = read(ROOT / 'resources' / 'man' / 'sidelight-author.1').replace('\\-', '-')
    words = ['.SS import', '.SS export', '--into', '--clip', '--kind', '--language', '--canvas', '--replace', '--base', 'not-carried',
             'webvtt', 'srt', 'podcasting', 'iiif', 'matroska', 'youtube', 'timelinejs', 'csv', 'schema-org']
    tap.check('the manual page knows both words, their options and all formats', [word for word in words if word not in text])


def main():
    write = '--write' in sys.argv
    for path in traps():
        check_trap(path, write)
    if write:
        return
    test_usage()
    test_streams()
    test_export_shapes()
    test_formulas()
    test_publish()
    test_into_clip()
    test_into_captions()
    test_into_replace()
    test_into_refused()
    test_outer_spaces()
    test_long_lines()
    test_manual()
    tap.done()


if __name__ == '__main__':
    main()
