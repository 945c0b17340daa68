#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What translators get: both templates are fresh and well formed, and every text of a casebook that the
format calls translated is in the casebook's. For this there is a twin of the format here, written from its
description and not from the program's tables."""
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'style'))
import po  # noqa: E402
from tap import BUILD, ROOT, Tap  # noqa: E402

PROGRAM = sys.argv[1]
CASEBOOKS = pathlib.Path(os.environ['SL_TEST_CASEBOOKS'])
FULL = pathlib.Path(os.environ['SL_TEST_DATA']) / 'full'
tap = Tap()

# The twin: keys of translated texts; a dict for an object, a list for an array of them, and a tuple for an
# array whose records are called by their ids.
CITATIONS = [{'where': str, 'supports': str, 'quote': {'translation': str}}]
CHANGES = [{'text': str}]
ADVISORY = {'text': str}
CASEBOOK = {'title': str, 'summary': str, 'credits': str, 'advisory': ADVISORY, 'methodology': str, 'corrections': CHANGES}
FILM = {'title': str, 'synopsis': str, 'alt': str, 'awards': [{'title': str, 'by': str, 'sources': CITATIONS}],
        'disclosures': [{'text': str, 'sources': CITATIONS}], 'sources': CITATIONS}
CHAPTER = {'title': str, 'summary': str, 'alt': str, 'advisory': ADVISORY}
CHAPTER['chapters'] = ('chapter', CHAPTER)
NOTE = {'title': str, 'text': str, 'alt': str, 'easy': str, 'trigger': str}
CLIP = {'title': str, 'summary': str, 'alt': str, 'made_by': str, 'advisory': ADVISORY,
        'bring_your_own': {'where_to_get': str}, 'chapters': ('chapter', CHAPTER), 'notes': ('note', NOTE)}
FACT = {'statement': str, 'detail': str, 'attribution': str, 'easy': str, 'sources': CITATIONS, 'withheld': {'reason': str},
        'disputed_by': [{'who': str, 'statement': str, 'sources': CITATIONS}], 'changes': CHANGES}
PERSON = {'name': str, 'role': str, 'alt': str, 'note': str, 'sources': CITATIONS}
PLACE = {'name': str, 'note': str, 'sources': CITATIONS}
EVENT = {'title': str, 'text': str, 'attribution': str, 'sources': CITATIONS}
SOURCE = {'independence': str, 'note': str}
ARRAYS = {'films': ('film', FILM), 'facts': ('fact', FACT), 'people': ('person', PERSON), 'places': ('place', PLACE),
          'events': ('event', EVENT), 'sources': ('source', SOURCE)}


def load(path):
    return json.loads(path.read_text(encoding='utf-8')) if path.exists() else []


def texts(shape, value, context, root, remark=''):
    """(context, text, the author's remark) of everything in @value."""
    if shape is str:
        yield context, value, remark
    elif isinstance(shape, dict) and isinstance(value, dict):
        for key in set(shape) & set(value):
            yield from texts(shape[key], value[key], '%s/%s' % (context, key), root, value.get('comment', ''))
    elif isinstance(shape, list):
        for number, item in enumerate(value):
            yield from texts(shape[0], item, '%s/%d' % (context, number), root)
    elif isinstance(shape, tuple):
        for item in value:
            yield from texts(shape[1], item, '%s/%s/%s' % (root, shape[0], item['id']), root)


def cues(path, context):
    """Of a file that is well formed, with plain texts."""
    for block in path.read_text(encoding='utf-8').split('\n\n')[1:]:
        head, arrow, rest = block.strip('\n').partition(' --> ')
        if arrow:
            start = '0:' + head.split('\n')[-1]
            name = head.split('\n')[0] if '\n' in head else start
            text = re.sub('<[^>]*>', '', rest.partition('\n')[2]).replace('&amp;', '&')
            yield '%s/%s' % (context, name), text, ''


def twin(folder):
    casebook = load(folder / 'casebook.json')
    yield from texts(CASEBOOK, casebook, 'casebook', 'casebook')
    for name, (word, shape) in ARRAYS.items():
        for record in load(folder / (name + '.json')):
            context = '%s/%s' % (word, record['id'])
            yield from texts(shape, record, context, context)
    for path in sorted(folder.glob('clips/*.json')):
        clip = load(path)
        context = 'clip/' + clip['id']
        yield from texts(CLIP, clip, context, context)
        for key, word in (('captions', 'caption'), ('descriptions', 'description')):
            for track in clip.get(key, []):
                if track['language'] == casebook['language']:
                    yield from cues(folder / track['file'], '%s/%s' % (context, word))


def test_against_twin(folder, entries):
    wanted = {context: (text, remark) for context, text, remark in twin(folder)}
    found = {entry.context: entry for entry in entries}
    tap.check('%s: every translated text is in the template' % folder.name,
              ['missing: ' + context for context in sorted(set(wanted) - set(found))] +
              ['%s: %r' % (context, found[context].text) for context in sorted(set(wanted) & set(found))
               if found[context].text != wanted[context][0]])
    tap.check('%s: nothing else is' % folder.name, sorted(set(found) - set(wanted)))
    tap.check('%s: no context twice' % folder.name, [] if len(found) == len(entries) else ['%d' % len(entries)])
    tap.check('%s: remarks arrive' % folder.name,
              ['%s: %s' % (context, remark) for context, (_, remark) in wanted.items()
               if remark and context in found and remark not in '\n'.join(found[context].remarks)])


def test_places(folder, entries):
    """Each text begins on the line that is named for it; a caption stands below its times."""
    wrong = []
    for entry in entries:
        file, line = entry.places[0].rsplit(':', 1)
        lines = (folder / file).read_text(encoding='utf-8').splitlines()[int(line) - 1:]
        start = json.dumps(entry.text, ensure_ascii=False)[1:-1].split('\\n')[0]
        if (' --> ' not in lines[0]) if file.endswith('.vtt') else (start not in lines[0]):
            wrong.append('%s: %s' % (entry.context, entry.places[0]))
    tap.check('%s: every place is right' % folder.name, wrong)


def test_limits(entries):
    """Seconds and characters of notes, captions and descriptions."""
    timed = re.compile(r'(?:On the screen for ([\d.]+) s, time to read|Read aloud in ([\d.]+) s, time to say) (\d+) characters')
    wrong = []
    for entry in entries:
        is_timed = re.match(r'clip/[^/]+/(?:note/[^/]+/(?:title|text|easy)$|caption/|description/)', entry.context)
        match = timed.search('\n'.join(entry.remarks))
        speed = 20 if '/caption/' in entry.context else 16 if '/description/' in entry.context else 17
        if bool(match) != bool(is_timed) or match and bool(match[2]) != (speed == 16):
            wrong.append(entry.context)
        elif match and int(match[3]) != min(int(float(match[1] or match[2]) * speed + 1e-6), 84 if speed == 20 else 10**9):
            wrong.append('%s: %s' % (entry.context, match[0]))
    tap.check('what is timed says for how long', wrong)


def test_tools(path):
    tap.run('msgfmt --check takes %s' % path.name, ['msgfmt', '--check', '-o', os.devnull, path])
    tap.run('msgcat takes %s' % path.name, ['msgcat', '-o', os.devnull, path])


def test_casebook(folder):
    committed = ROOT / 'po' / 'casebooks' / folder.name / (folder.name + '.pot')
    made = subprocess.run([PROGRAM, 'pot', str(folder)], capture_output=True, text=True, encoding='utf-8', check=False).stdout
    is_fresh = committed.exists() and committed.read_text(encoding='utf-8') == made
    tap.check('%s: the template is fresh' % folder.name, [] if is_fresh else ['write it anew: ./dev pot'])
    if committed.exists():
        header, entries = po.read(committed)
        tap.check('%s: the date is the version’s' % folder.name,
                  [] if header['POT-Creation-Date'].startswith(load(folder / 'casebook.json')['version']) else [str(header)])
        test_tools(committed)
        test_against_twin(folder, entries)
        test_places(folder, entries)
        test_limits(entries)


def test_full():
    with tempfile.TemporaryDirectory() as work:
        path = pathlib.Path(work) / 'full.pot'
        subprocess.run([PROGRAM, 'pot', str(FULL), '--output', str(path)], check=False)
        test_tools(path)
        test_against_twin(FULL, po.read(path)[1])


def test_interface():
    """Made anew by meson's own command, in a tree beside the real one that has the same sources."""
    committed = ROOT / 'po' / 'sidelight.pot'
    if not shutil.which('ninja') or not committed.exists():
        tap.skip('the interface’s template is fresh', 'there is no ninja to ask how it is made')
        return
    with tempfile.TemporaryDirectory() as work:
        tree = pathlib.Path(work)
        for name in ('app', 'ui', 'resources'):
            (tree / name).symlink_to(ROOT / name)
        shutil.copytree(ROOT / 'po', tree / 'po')
        (tree / 'po' / 'sidelight.pot').unlink()
        listing = subprocess.run(['ninja', '-C', str(BUILD), '-t', 'commands', 'sidelight-pot'], capture_output=True,
                                 text=True, check=True).stdout.splitlines()[-1]
        command = [word.replace('--source-root=' + str(ROOT), '--source-root=' + work) for word in shlex.split(listing)]
        done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
        if not (tree / 'po' / 'sidelight.pot').exists():
            tap.check('the interface’s template can be made', [done.stdout + done.stderr])
            return
        new, old = po.read(tree / 'po' / 'sidelight.pot')[1], po.read(committed)[1]
    tap.check('the interface’s template is fresh',
              ['new: %s' % (entry,) for entry in new if entry not in old] +
              ['old: %s' % (entry,) for entry in old if entry not in new] +
              ['the order differs'] * ([e.key for e in new] != [e.key for e in old]))
    tap.check('no text with two ways to write it', sorted({entry.text for entry in old if '"' in entry.text}))
    # Its header waits for a translator, so --check would find it wanting.
    tap.run('msgfmt takes sidelight.pot', ['msgfmt', '--check-format', '-o', os.devnull, committed])
    tap.run('msgcat takes sidelight.pot', ['msgcat', '-o', os.devnull, committed])


def main():
    test_interface()
    for path in sorted(CASEBOOKS.glob('*/casebook.json')):
        test_casebook(path.parent)
    test_full()
    tap.done()


if __name__ == '__main__':
    main()
