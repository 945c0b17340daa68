# SPDX-License-Identifier: GPL-3.0-or-later
"""Catalogues as data, for the tests beside this file. Reads what gettext's tools write, and no more."""
import ast
import re
import typing

WORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)?\s*(".*")$')


class Entry(typing.NamedTuple):
    context: str
    text: str
    plural: str
    translations: tuple
    remarks: tuple   # to translators
    places: tuple    # file or file:line
    flags: tuple

    @property
    def key(self):
        return self.context, self.text


def unquote(text):
    return ast.literal_eval(text)


def parse_block(block):
    fields, remarks, places, flags = {}, [], [], []
    last = None
    for line in block.splitlines():
        if line.startswith('#.'):
            remarks.append(line[2:].strip())
        elif line.startswith('#:'):
            places += [place.strip('\u2068').replace('\u2069', '')
                       for place in re.findall('\u2068[^\u2069]*\u2069\\S*|\\S+', line[2:])]
        elif line.startswith('#,'):
            flags += [flag.strip() for flag in line[2:].split(',')]
        elif not line.startswith('#'):
            word, text = WORD.match(line).groups()
            last = word or last
            fields[last] = fields.get(last, '') + unquote(text)
    return Entry(fields.pop('msgctxt', ''), fields.pop('msgid', ''), fields.pop('msgid_plural', ''),
                 tuple(fields.values()), tuple(remarks), tuple(places), tuple(flags)) if last else None


def read(path):
    """Returns the header's fields and the entries, in the order of the file."""
    blocks = [parse_block(block) for block in path.read_text(encoding='utf-8').split('\n\n')]
    entries = [entry for entry in blocks if entry]
    header = dict(line.split(': ', 1) for line in entries[0].translations[0].splitlines() if ': ' in line)
    return header, entries[1:]
