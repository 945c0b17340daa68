#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the documents that are made from the program: the manual page of the codes of findings, with what the tools
really print in a case of each, and the JSON Schema of each file.

documents.py FOLDER      writes them anew; FOLDER is app/ of a build folder
As a module it is a part of the test that says when they are stale."""
import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get('SL_SOURCE_ROOT') or pathlib.Path(__file__).parents[2])
DATA = ROOT / 'tests' / 'data'
PAGE = 'resources/man/sidelight-findings.7'
SCHEMAS = 'resources/schema'
LINE = re.compile(r'^(?P<where>[^\n]*?): (?P<severity>error|warning|hint)\[(?P<code>[a-z0-9-]+)\]')
CASEBOOK = {'format': 1, 'id': 'case', 'version': '2026-11-22', 'title': 'A case', 'language': 'en', 'licence': 'CC0-1.0',
            'credits': 'Us'}


class Program:
    def __init__(self, folder):
        self.author = pathlib.Path(folder).resolve() / 'sidelight-author'
        self.about = pathlib.Path(folder).resolve() / 'author' / 'sidelight-documents'

    def _run(self, program, arguments, cwd):
        env = {key: value for key, value in os.environ.items() if key not in ('LANGUAGE', 'LANG')}
        env.update(LC_ALL='C.UTF-8', LANGUAGE='en', SL_SOURCE_ROOT=str(ROOT))
        return subprocess.run([program, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              encoding='utf-8', errors='replace', check=False, cwd=cwd, env=env, timeout=300)

    def tell(self, *arguments):
        return self._run(self.about, arguments, ROOT).stdout

    def findings(self, cwd, *arguments):
        """The lines that are findings, wherever they are printed."""
        done = self._run(self.author, arguments, cwd)
        return [line for line in (done.stdout + '\n' + done.stderr).splitlines() if LINE.match(line)]


def written(folder, **files):
    """A casebook of these files; a name has _ for the dot of its ending."""
    folder.mkdir(parents=True)
    for name, content in {'casebook_json': json.dumps(CASEBOOK), **files}.items():
        (folder / name.replace('_', '.')).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder.name


def large_cases(work):
    """Casebooks that are too large to be kept."""
    people = ',\n'.join('{"id": "p%d", "name": "P"}' % i for i in range(200001))
    yield written(work / 'records', people_json='[%s]' % people)
    yield written(work / 'findings', people_json='[%s]' % ', '.join(['{}'] * 1100))
    yield written(work / 'size', people_json=b' ' * ((64 << 20) + 1))
    yield written(work / 'keys', people_json='[{%s}]' % ', '.join('"k%d": 1' % i for i in range(70000)))


def archive_cases(work, program):
    """The archives of the test that makes them."""
    os.environ.setdefault('SL_TEST_DATA', str(DATA))
    os.environ.setdefault('SL_TEST_CASEBOOKS', str(ROOT / 'resources' / 'casebooks'))
    saved, sys.argv = sys.argv, ['archives.py', str(program.author)]
    spec = importlib.util.spec_from_file_location('archives', ROOT / 'tests' / 'author' / 'archives.py')
    archives = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    try:
        spec.loader.exec_module(archives)
    finally:
        sys.argv = saved
    os.rmdir(archives.work)
    for name, content, *_ in [*archives.hostile(), *archives.good()]:
        path = work / (name.replace(' ', '-').replace('.', '') + '.casebook')
        path.write_bytes(content)
        yield path.name


def folder_cases(work):
    """Folders that are to be packed."""
    folder = work / 'hidden'
    written(folder)
    (folder / '.draft').write_text('x', encoding='utf-8')
    yield folder.name
    folder = work / 'link'
    written(folder)
    (folder / 'link').symlink_to('casebook.json')
    yield folder.name


def format_cases():
    """The folder says the format, and the name of a file may begin with its kind."""
    for path in sorted((DATA / 'codes').glob('*/*')):
        kinds = {'webvtt': ('chapters', 'metadata'), 'csv': ('events',)}.get(path.parent.name, ())
        yield [path.parent.name, path.relative_to(DATA)] + (['--kind', path.stem] if path.stem in kinds else [])


def diff_cases(work):
    """Two versions of a casebook each."""
    fact = {'id': 'fact', 'statement': 'So', 'standing': 'alleged', 'attribution': 'Them', 'as_of': '2010', 'sources': ['paper']}
    source = {'id': 'paper', 'title': 'A paper', 'publisher': 'Them', 'type': 'news', 'language': 'en', 'accessed': '2026-11-21'}
    other = dict(fact, id='other')
    sources = json.dumps([source])
    written(work / 'old', sources_json=sources, facts_json=json.dumps([fact, other]))
    written(work / 'new', sources_json=sources, facts_json=json.dumps([dict(fact, standing='reported')]))
    yield 'old', 'new'


def into_cases(work):
    """A file whose records are in the casebook already, and one that cannot be put back."""
    written(work / 'into', facts_json='[]', sources_json='[]', events_json='[{"id": "one", "date": "2010", "title": "One"}]')
    (work / 'events.csv').write_text('id,date,title\none,2010,One\n', encoding='utf-8')
    yield 'import', 'csv', 'events.csv', '--kind', 'events', '--into', 'into'


def all_findings(program):
    """Every finding of every case, in an order that does not change."""
    for kind in ('broken', 'lint'):
        for folder in sorted((DATA / kind).iterdir()):
            yield from program.findings(folder.parent, 'check', folder.name)
    for case in format_cases():
        yield from program.findings(DATA, 'import', *case)
    with tempfile.TemporaryDirectory(prefix='sidelight-documents-') as folder:
        work = pathlib.Path(folder)
        for name in large_cases(work):
            yield from program.findings(work, 'check', name)
        for name in archive_cases(work, program):
            yield from program.findings(work, 'check', name)
        for name in folder_cases(work):
            yield from program.findings(work, 'pack', name, '--output', work / (name + '.casebook'))
        for old, new in diff_cases(work):
            yield from program.findings(work, 'diff', old, new)
        for case in into_cases(work):
            yield from program.findings(work, *case)
        yield from program.findings(work, 'migrate', DATA / 'format-0' / 'hidden', work / 'migrated')
        yield from export_findings(program, work)


def export_findings(program, work):
    for name in ('webvtt', 'srt', 'podcasting', 'iiif', 'matroska', 'youtube', 'timelinejs', 'csv', 'schema-org'):
        yield from program.findings(DATA, 'export', name, 'full', '--clip', 'short', '--output', work / ('out.' + name))


def examples(lines):
    """code -> the shortest of these lines that is of it"""
    found = {}
    for line in lines:
        code = LINE.match(line)['code']
        if code not in found or len(line) < len(found[code]):
            found[code] = line
    return found


def codes(program):
    return [line.split('\t') for line in program.tell('codes').splitlines()]


def roff(text):
    """Long words, such as checksums, may break anywhere."""
    text = re.sub(r'\S{40,}', lambda match: '\0'.join(match[0][at:at + 16] for at in range(0, len(match[0]), 16)), text)
    text = text.replace('\\', '\\e').replace('-', '\\-').replace("'", '\\(aq').replace('^', '\\(ha').replace('~', '\\(ti').replace('\0', '\\:')
    return '\\&' + text if text.startswith(('.', "'")) else text


def make_page(program, found):
    version = re.search(r"^\s*version: '(.*)'", (ROOT / 'meson.build').read_text(encoding='utf-8'), re.M)[1]
    lines = ['.\\" SPDX-License-Identifier: GPL-3.0-or-later',
             '.\\" Made by "./dev documents" from app/core/finding-codes.c and what the tools print.',
             '.TH SIDELIGHT-FINDINGS 7 "2026-11-22" "Sidelight %s" "Miscellaneous Information"' % version,
             '.SH NAME', 'sidelight-findings \\- what Sidelight and its tools find in casebooks and other files',
             '.SH DESCRIPTION',
             'Every finding is printed on a line of its own, with its place, its severity and its code. An',
             '.B error',
             'costs the item that it is about, a',
             '.B warning',
             'costs a part of it or nothing, and a',
             '.B hint',
             'is a thing to think about. Codes stay as they are; the words behind them are in the language of the reader.',
             '.PP',
             'Warnings and hints can be accepted by a casebook, see',
             '.BR sidelight\\-author (1).',
             'Under each code is what the tools print in a small case of it.', '.SH CODES']
    for code, severities, meaning in codes(program):
        lines += ['.TP', '.BR %s " (%s)"' % (roff(code), ', '.join(severities.split())), roff(meaning) + '.']
        if code in found:
            lines += ['.br', '\\f(CW%s\\fP' % roff(found[code])]
    lines += ['.SH "SEE ALSO"', '.BR sidelight\\-author (1),', '.BR sidelight (1)']
    return '\n'.join(lines) + '\n'


def documents(program, found):
    """path below ROOT -> content"""
    result = {PAGE: make_page(program, found)}
    for name in program.tell('schemas').split():
        result['%s/%s.schema.json' % (SCHEMAS, name)] = program.tell('schema', name)
    return result


def main():
    program = Program(sys.argv[1])
    found = examples(all_findings(program))
    for path, content in documents(program, found).items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(content, encoding='utf-8')
    for code, _, _ in codes(program):
        if code not in found:
            print('documents: no case gives %s' % code, file=sys.stderr)


if __name__ == '__main__':
    main()
