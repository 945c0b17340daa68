#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every code of a finding stands in the table of app/core/finding-codes.c, once and in order, and every one there
is used. A code is found where it is passed as the argument `code` of a function that reports, where a field `code`
of a table is filled, and in functions that end _to_code."""
import re

from tap import Tap, files, read

TABLE = 'app/core/finding-codes.c'
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
FUNCTION = re.compile(r'^(\w+) \(((?:[^(){};]|\([^()]*\))*)\)\n?\{', re.M)
PROTOTYPE = re.compile(r'(\w+) \(([^(){};]*?\bconst char\s*\*code\b[^;{]*?)\)\s*(?:G_GNUC|;)')
CODE = re.compile(r'[a-z0-9]+(-[a-z0-9]+)*')


def without_comments(text):
    return re.sub(r'/\*.*?\*/', lambda match: re.sub(r'[^\n]', ' ', match[0]), text, flags=re.S)


def arguments(text, start):
    """The arguments of a call whose parenthesis opens at @start."""
    depth, parts, begin, at = 0, [], start + 1, start
    while at < len(text):
        if text[at] == '"':
            at = STRING.match(text, at).end() - 1
        elif text[at] in '([{':
            depth += 1
        elif text[at] in ')]}':
            depth -= 1
            if depth == 0:
                return parts + [text[begin:at]]
        elif text[at] == ',' and depth == 1:
            parts.append(text[begin:at])
            begin = at + 1
        at += 1
    return parts


def code_place(parameters):
    """Which of the parameters is the code, or None."""
    for place, parameter in enumerate(parameters):
        if re.fullmatch(r'\s*const char\s*\*\s*code\s*', parameter):
            return place
    return None


def reporters(text):
    """name -> place of the code, for every function in one file that takes one"""
    found = {}
    for pattern in (FUNCTION, PROTOTYPE):
        for match in pattern.finditer(text):
            place = code_place(match[2].split(','))
            if place is not None:
                found[match[1]] = place
    return found


def is_call(text, start):
    """Not a definition or a prototype, whose arguments have types."""
    return 'const char' not in text[start:start + 400].split(')')[0]


def table_codes(text):
    """Strings in the place of the field `code` of a struct whose array is filled behind it."""
    for struct in re.finditer(r'struct\s*\w*\s*\{([^{}]*)\}\s*(\w+)\[\]\s*=\s*(?=\{)', text):
        names = [re.split(r'[\s*]', re.sub(r'\(\*(\w+)\).*', r' \1', part.strip()))[-1]
                 for part in struct[1].split(';') if part.strip()]
        if 'code' not in names:
            continue
        for row in arguments(text, struct.end()):
            row = row.strip()
            parts = arguments(row, 0) if row.startswith('{') else []
            if len(parts) > names.index('code'):
                yield from STRING.findall(parts[names.index('code')])


def used_codes(texts):
    """code -> where"""
    everywhere = {}
    for name, text in texts.items():
        if name.endswith('.h'):
            everywhere.update(reporters(text))
    used = {}
    for name, text in texts.items():
        places = {**everywhere, **reporters(text)}
        call = re.compile(r'\b(%s) \(' % '|'.join(map(re.escape, places)))
        found = []
        for match in call.finditer(text):
            parts = arguments(text, match.end() - 1)
            place = places[match[1]]
            if is_call(text, match.end()) and len(parts) > place:
                found += STRING.findall(parts[place])
        found += re.findall(r'\*?\bcode = "([^"]*)"', text)
        for function in re.finditer(r'^\w+_to_code \(.*?^\}', text, re.M | re.S):
            found += re.findall(r'return(?:_val_if_reached \()? ?"([^"]*)"', function[0])
        found += table_codes(text)
        for code in found:
            used.setdefault(code, name)
    return used


def listed_codes():
    return re.findall(r'^\s*\{"([^"]*)", [EWH |]+,', read(TABLE), re.M)


def main():
    tap = Tap()
    texts = {str(name): without_comments(read(name)) for name in files('app/core/*.[ch]', 'app/author/*.[ch]')
             if str(name) != TABLE}
    used = used_codes(texts)
    listed = listed_codes()
    tap.check('codes are found at all', [] if len(used) > 50 and 'no-source' in used and 'bad-time' in used else [str(sorted(used))])
    tap.check('every code is listed in %s' % TABLE,
              ['%s uses “%s”' % (where, code) for code, where in sorted(used.items()) if code not in listed])
    tap.check('every listed code is used', ['nothing uses “%s”' % code for code in listed if code not in used])
    tap.check('the list is in order and has nothing twice', [] if listed == sorted(set(listed)) else ['it is not'])
    tap.check('codes are words with hyphens', [code for code in listed if not CODE.fullmatch(code)])
    tap.done()


if __name__ == '__main__':
    main()
