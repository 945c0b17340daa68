#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is made from the program is as it would be made now: the manual page of codes and the schemas. Every code has
a case that provokes it, and every finding is as severe as the table says. The schemas are schemas, take what the
reader takes, and refuse what it refuses for its shape."""
import copy
import json
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'style'))
sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'tools'))
from tap import ROOT, Tap  # noqa: E402
import documents  # noqa: E402

try:
    import jsonschema
except ImportError:
    jsonschema = None

DATA = pathlib.Path(os.environ['SL_TEST_DATA'])
SHIPPED = pathlib.Path(os.environ['SL_TEST_CASEBOOKS']) / 'justice-for-sergei'
# Needs a disk that fails at two moments.
WITHOUT_CASE = ('not-put-back',)
tap = Tap()


def test_fresh(program, found):
    for path, content in documents.documents(program, found).items():
        kept = (ROOT / path).read_text(encoding='utf-8') if (ROOT / path).exists() else ''
        different = next((line for line in zip(kept.splitlines(), content.splitlines()) if line[0] != line[1]), None)
        tap.check('%s is fresh' % path, [] if kept == content else ['run ./dev documents: %r' % (different,)])


def test_cases(program, lines):
    codes = {code: severities.split() for code, severities, _ in documents.codes(program)}
    matches = [documents.LINE.match(line) for line in lines]
    seen = {match['code'] for match in matches}
    tap.check('every code has a case', ['nothing gives “%s”' % code for code in codes if code not in seen and code not in WITHOUT_CASE])
    tap.check('every finding has a listed code', sorted(seen - set(codes)))
    tap.check('no finding is of a severity that the table does not know',
              sorted({'%s[%s]' % (match['severity'], match['code']) for match in matches
                      if match['severity'] not in codes.get(match['code'], [match['severity']])}))


def schemas():
    return {path.name.split('.')[0]: json.loads(path.read_text(encoding='utf-8')) for path in sorted((ROOT / documents.SCHEMAS).iterdir())}


def silent(schema, where=''):
    """The properties below @schema that do not say what they are for."""
    for key, value in schema.items() if isinstance(schema, dict) else []:
        if key == 'properties':
            yield from ('%s/%s' % (where, name) for name, rule in value.items() if not rule.get('description'))
        for inner in value if isinstance(value, list) else [value]:
            yield from silent(inner, '%s/%s' % (where, key))


def files_of(folder):
    """(which schema, the content) of every file of a casebook"""
    for path in sorted([*folder.glob('*.json'), *folder.glob('clips/*.json')]):
        yield 'clip' if path.parent.name == 'clips' else path.stem, json.loads(path.read_text(encoding='utf-8'))


def errors(validator, content):
    return ['%s: %s' % ('/'.join(map(str, error.absolute_path)), error.message[:200]) for error in validator.iter_errors(content)]


def mutations(schema, content):
    """(what was done, the content) for things that no reader takes."""
    is_list = isinstance(content, list)
    record = content[0] if is_list else content
    shape = schema['items'] if is_list else schema

    def changed(**values):
        other = copy.deepcopy(record)
        for key, value in values.items():
            if value is None:
                other.pop(key, None)
            else:
                other[key] = value
        return [other] if is_list else other
    for key in shape['required']:
        yield 'without ' + key, changed(**{key: None})
    for key, rule in shape['properties'].items():
        if key == 'comment':
            continue
        yield 'a number for ' + key if rule.get('type') != 'number' else 'a text for ' + key, \
            changed(**{key: -1 if rule.get('type') != 'number' else 'x'})
        if rule.get('type') == 'string' and 'pattern' in rule:
            yield 'nothing in ' + key, changed(**{key: ''})
        if 'enum' in rule:
            yield 'another word for ' + key, changed(**{key: 'none'})
    yield 'the wrong way round', record if is_list else [record]


def test_schemas():
    tap.check('every field says what it is for', [place for name, schema in schemas().items() for place in silent(schema, name)])
    if jsonschema is None:
        tap.skip('the schemas', 'python3-jsonschema is not installed')
        return
    validators = {}
    for name, schema in schemas().items():
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
            problems = []
        except jsonschema.SchemaError as error:
            problems = [error.message]
        tap.check('%s is a schema of draft 2020-12' % name, problems)
        validators[name] = jsonschema.Draft202012Validator(schema)
    for folder in (SHIPPED, DATA / 'full'):
        wrong = [problem for name, content in files_of(folder) for problem in errors(validators[name], content)]
        tap.check('%s is valid' % folder.name, wrong)
    for name, content in files_of(DATA / 'full'):
        taken = [what for what, other in mutations(validators[name].schema, content) if not errors(validators[name], other)]
        tap.check('%s refuses what is none' % name, taken)
    test_values(validators)


def test_values(validators):
    """Single values, good and bad, by the reader's own rules."""
    fact = json.loads((DATA / 'full' / 'facts.json').read_text(encoding='utf-8'))[0]
    source = json.loads((DATA / 'full' / 'sources.json').read_text(encoding='utf-8'))[0]
    good = {'as_of': ['2009', '2009-11', '2009-11-16~', '2009?', '2009-11-16T21:50+03:00', '2008-11-24/2009-11-16', '2009-11%'],
            'id': ['a', '0-a', 'a' * 64]}
    bad = {'as_of': ['09', '2009-13', '2009-11-32', '16 November 2009', '0000', '2009-11-16 21:50', '2009/'],
           'id': ['', 'A', '-a', 'a_b', 'a' * 65, 'é'],
           'statement': ['', ' ', '\n', 'a\x00', 'a\x07b', 'x' * 20001],
           'moments': [[{'clip': 'short', 'from': '5'}], [{'clip': 'short', 'from': '0:60'}], [{'clip': 'short'}]]}
    tap.check('good values are taken', ['%s: %r' % (key, value) for key, values in good.items() for value in values
                                        if errors(validators['facts'], [dict(fact, **{key: value})])])
    tap.check('bad values are refused', ['%s: %r' % (key, value) for key, values in bad.items() for value in values
                                         if not errors(validators['facts'], [dict(fact, **{key: value})])])
    bad = {'url': ['example.org', 'ftp://example.org/', 'https://'], 'language': ['e', 'en_GB', 'englishlanguage'],
           'file': ['/a', '../a', 'a/../b', 'a//b', 'a\\b', './a', ''], 'type': ['none', 'Court']}
    tap.check('bad values of a source are refused', ['%s: %r' % (key, value) for key, values in bad.items() for value in values
                                                     if not errors(validators['sources'], [dict(source, **{key: value})])])


def main():
    program = documents.Program(sys.argv[1])
    lines = list(documents.all_findings(program))
    test_fresh(program, documents.examples(lines))
    test_cases(program, lines)
    test_schemas()
    tap.done()


if __name__ == '__main__':
    main()
