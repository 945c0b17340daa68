#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What translators gave: every shipped catalogue of the interface is whole, says who wrote and who read it,
and keeps what no language may change. Whether it reads well is for people."""
import gettext
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'style'))
import po  # noqa: E402
from tap import BUILD, ROOT, Tap  # noqa: E402

FOLDER = ROOT / 'po'
PLACEHOLDER = re.compile(r'%(?:\d+\$)?[-+ 0#]*[\d.]*(?:hh|ll|[hlqjzt])?[diouxXeEfgGcs%]')
# Numbers and dates, addresses, options, and names of the format in quotation marks.
FIXED = [re.compile(r'\d+'), re.compile(r'(?:https?://|sidelight:)[^\s“”„‘’]*'), re.compile(r'--\w+'),
         re.compile(r'\b\w+\.json\b'), re.compile(r'\b[a-z]{2,}_[a-z]+\b')]
tap = Tap()


def kept(text):
    plain = PLACEHOLDER.sub(' ', text)
    return [sorted(pattern.findall(plain)) for pattern in FIXED]


def edges(text):
    return re.match(r'\s*', text)[0], re.search(r'\s*$', text)[0]


def entry_problems(entry):
    sources = [entry.text, entry.plural or entry.text]
    for number, text in enumerate(entry.translations):
        source = sources[min(number, 1)]
        if not text.strip() and source.strip():
            yield 'not translated: %s' % (entry.key,)
        elif kept(text) != kept(source):
            yield 'a number, an address or a name differs: %s: %s' % (entry.key, text)
        elif edges(text) != edges(source):
            yield 'the blanks around it differ: %s: %r' % (entry.key, text)
        elif source.startswith('_') and text.count('_') != 1:
            yield 'no letter to press: %s: %s' % (entry.key, text)
    if 'fuzzy' in entry.flags:
        yield 'fuzzy: %s' % (entry.key,)


def test_language(language):
    path = FOLDER / (language + '.po')
    header, entries = po.read(path)
    template = {entry.key for entry in po.read(FOLDER / 'sidelight.pot')[1]}
    tap.run('%s: msgfmt --check' % language, ['msgfmt', '--check', '-o', '/dev/null', path])
    tap.check('%s: has every text of the template' % language,
              ['missing: %s' % (key,) for key in sorted(template - {entry.key for entry in entries})])
    tap.check('%s: has no other' % language,
              ['too much: %s' % (key,) for key in sorted({entry.key for entry in entries} - template)])
    tap.check('%s: whole, with what must stay as it is' % language,
              [problem for entry in entries for problem in entry_problems(entry)])
    tap.check('%s: says who wrote and who reviewed it' % language,
              [key for key in ('Last-Translator', 'Language-Team', 'X-Reviewed') if not header.get(key, '').strip()] +
              ['Language: ' + header.get('Language', '')] * (header.get('Language') != language))


def test_quotation_marks():
    entries = po.read(FOLDER / 'de.po')[1]
    wrong = [text for entry in entries for text in entry.translations
             if '"' in text or '“' in re.sub('„[^„“]*“', '', text) or '”' in text]
    tap.check('de: quotation marks are German', wrong)
    tap.check('de: nobody is addressed', [text for entry in entries for text in entry.translations
                                          if re.search(r'(?<!^)(?<![.!?:] )\b(?:Sie|Ihr|Ihre[mnrs]?|du|dein\w*)\b', text)])


def test_build_folder(language):
    """The program from the build folder finds its languages in there."""
    path = BUILD / 'po' / language / 'LC_MESSAGES' / 'sidelight.mo'
    if not path.exists():
        tap.check('%s: is in the build folder' % language, ['%s is not there' % path])
        return
    with path.open('rb') as file:
        catalogue = gettext.GNUTranslations(file)
    entries = [entry for entry in po.read(FOLDER / (language + '.po'))[1] if not entry.plural and not entry.context]
    tap.check('%s: is in the build folder' % language,
              [entry.text for entry in entries if catalogue.gettext(entry.text) != entry.translations[0]])


def main():
    languages = [word for line in (FOLDER / 'LINGUAS').read_text(encoding='utf-8').splitlines()
                 if not line.startswith('#') for word in line.split()]
    for language in languages:
        test_language(language)
        test_build_folder(language)
    test_quotation_marks()
    tap.done()


if __name__ == '__main__':
    main()
