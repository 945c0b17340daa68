#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped casebook keeps the editorial rules (rules.py), and each rule finds what breaks it.

Who is accused of something and alive appears by the post only. Their names stand in unnamed.txt as fingerprints:
a list of names in here would be what the rule forbids. They are no secret, for whoever knows a name can make its
fingerprint; `editorial.py --fingerprint NAME` prints one to be added. A spelling is a line of its own, a family
name that nobody else in the casebook shares stands alone, the others stand with the first name."""
import copy
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'style')]
import rules  # noqa: E402
from tap import ROOT, Tap  # noqa: E402

SHIPPED = ROOT / 'resources' / 'casebooks' / 'justice-for-sergei'
CATALOGUES = ROOT / 'po' / 'casebooks' / 'justice-for-sergei'
UNNAMED = rules.read_fingerprints(HERE / 'unnamed.txt')
INVENTED = {rules.fingerprint(['otto', 'beispiel']), rules.fingerprint(['примеров'])}

# A casebook in which no rule finds anything; each case below breaks it once.
GOOD = {
    'casebook': {'id': 'good', 'title': 'Good', 'summary': 'He died in custody in 2009.', 'corrections': [
        {'date': '2026-11-21', 'text': 'The page says “Capital Hill”, and that he was murdered.'}]},
    'films': [{'id': 'film', 'title': 'A film with a title of seven words', 'sources': ['paper'],
               'awards': [{'title': 'A prize', 'by': 'A festival', 'standing': 'established_record', 'sources': ['paper']}],
               'disclosures': [{'text': 'A party paid.', 'sources': ['makers']}]}],
    'facts': [
        {'id': 'sum', 'statement': 'On 24 December 2007 two offices paid 5.4 billion roubles.', 'standing': 'established_record',
         'detail': 'About 230 million dollars at the rate of the time.', 'attribution': 'A newspaper',
         'sources': [{'source': 'paper', 'supports': 'The sum.'}, {'source': 'ruling'}]},
        {'id': 'found', 'statement': 'The Court found on 27 August 2019 that guards ill-treated him.',
         'standing': 'established_court', 'attribution': 'The Court', 'sources': [{'source': 'ruling'}],
         'disputed_by': [{'who': 'A ministry', 'statement': 'No one has been murdered.', 'sources': ['paper']}]},
        {'id': 'who', 'statement': 'Who did it is contested.', 'standing': 'disputed', 'attribution': 'Several',
         'sources': [{'source': 'paper'}], 'disputed_by': [{'who': 'Others', 'statement': 'He did.', 'sources': ['paper']}]},
        {'id': 'claim', 'statement': 'The makers say six left.', 'standing': 'campaign_or_maker_statement',
         'attribution': 'Makers', 'sources': [{'source': 'makers'}]},
        {'id': 'campaign', 'statement': 'A showing was announced.', 'standing': 'reported',
         'attribution': 'The makers’ Campaign', 'sources': [{'source': 'makers'}]}],
    'people': [{'id': 'man', 'name': 'Sergei Magnitsky', 'other_names': ['Sergei Magnitzky'], 'sources': ['ruling']}],
    'places': [],
    'events': [{'id': 'dispute', 'date': '2019', 'title': 'A dispute', 'text': 'They disagree.', 'standing': 'disputed',
                'facts': ['who'], 'sources': ['paper']}],
    'sources': [
        {'id': 'paper', 'title': 'They murdered him', 'publisher': 'The Paper', 'type': 'news', 'independence': 'Independent'},
        {'id': 'ruling', 'title': 'A v. B', 'publisher': 'The Court', 'type': 'court', 'independence': 'Official'},
        {'id': 'makers', 'title': 'Our film', 'publisher': 'Campaign', 'type': 'film', 'independence': 'Party: the makers'}],
    'clips': [{
        'id': 'clip', 'film': 'film', 'duration': '0:30', 'made_by': 'Made by us.',
        'chapters': [{'id': 'day', 'title': 'Two dates', 'from': '0:00', 'summary': 'A day in December 2007.'}],
        'cues': [{'from': '0:00', 'to': '0:05', 'text': 'In 2007.'}, {'from': '0:20', 'to': '0:22', 'text': '[silence]'}],
        'described': [{'language': 'en', 'cues': [{'from': '0:00', 'to': '0:05', 'text': 'A square.'}, {'from': '0:05', 'to': '0:20', 'text': 'Two.'}]},
                      {'language': 'de', 'cues': [{'from': '0:00', 'to': '0:05', 'text': 'Eines.'}, {'from': '0:05', 'to': '0:20', 'text': 'Zwei.'}]}],
        'notes': [
            {'id': 'words', 'kind': 'title', 'from': '0:00', 'to': '0:05', 'title': '5.4 billion.', 'text': '24 December 2007.'},
            {'id': 'note', 'kind': 'fact', 'from': '0:00', 'to': '0:20', 'title': 'Two offices', 'facts': ['sum', 'found'],
             'text': 'Two offices paid it in December 2007. Each square is ten million. In August 2019 the Court ruled.'},
            {'id': 'us', 'kind': 'production', 'from': '0:01', 'to': '0:10', 'title': 'By us', 'text': 'We drew it.'}]}],
}

# rule: [(what is broken, how, a word of what is told)]. A path is walked by keys, numbers and ids.
BREAKS = {
    rules.everything_is_sourced: [
        ('a fact without a source', 'facts/sum/sources', [], 'facts/sum: no source'),
        ('a source that is not there', 'facts/sum/sources/0/source', 'none', 'no source “none”'),
        ('another side without a source', 'facts/who/disputed_by/0/sources', [], 'facts/who/disputed_by/0'),
        ('a disclosure without one', 'films/film/disclosures/0/sources', [], 'disclosures/0'),
        ('an award without one', 'films/film/awards/0/sources', [], 'awards/0'),
        ('an event without one', 'events/dispute/sources', [], 'events/dispute'),
        ('a source that is nobody’s', 'sources/paper/independence', '', 'whose text')],
    rules.standing_is_carried: [
        ('found by a court, says a newspaper', 'facts/found/sources/0/source', 'paper', 'established_court does not rest on news'),
        ('a record of a party', 'facts/sum/sources', [{'source': 'makers'}], 'does not establish a record'),
        ('reported by a party that is not named', 'facts/campaign/attribution', 'Somebody', 'does not name it'),
        ('the makers’ claim without them', 'facts/claim/sources/0/source', 'paper', 'the campaign’s or the makers’'),
        ('an official finding of a newspaper', 'events/dispute/standing', 'official_finding', 'official_finding does not'),
        ('a prize that only its film knows', 'films/film/awards/0/sources', ['makers'], 'awards/0')],
    rules.disputes_have_two_sides: [
        ('disputed by nobody', 'facts/who/disputed_by', [], 'facts/who: it is disputed'),
        ('alleged, and nothing against it', 'facts/sum/standing', 'alleged', 'facts/sum: it is alleged'),
        ('nobody says it', 'facts/who/disputed_by/0/who', '', 'who says it'),
        ('a disputed event of one side', 'events/dispute/facts', ['sum'], 'events/dispute')],
    rules.wording_is_ours: [
        ('a word that no court used', 'facts/sum/detail', 'He was murdered.', '“murdered”'),
        ('the same in a note', 'clips/clip/notes/1/text', 'They tortured him.', '“tortured”'),
        ('and in a summary', 'casebook/summary', 'He was tortured to death.', '“tortured”'),
        ('a hill of capitals', 'facts/sum/statement', 'Shown on Capital Hill.', 'Capitol'),
        ('a spelling of others', 'people/man/role', 'Mother of Magnitzky', 'we write Magnitsky'),
        ('too few months', 'clips/clip/chapters/0/summary', 'Held for 11 months.', '358 days'),
        ('the wrong place', 'facts/sum/statement', 'He died in Butyrka.', 'Matrosskaya'),
        ('the wrong year', 'facts/sum/statement', 'The Act of 2011 allows it.', 'the Act is of 2012'),
        ('a profession that is argued over', 'facts/sum/statement', 'There the lawyer Magnitsky worked.', 'tax adviser')],
    rules.quotes_are_short: [
        ('five words', 'facts/sum/detail', 'He wrote “one two three four five”.', 'has 5 words'),
        ('five words of a source', 'facts/sum/sources/0/quote', {'text': 'one two three four five'}, 'quotes 5 words')],
    rules.roubles_come_first: [
        ('dollars first', 'facts/sum/statement', 'About $230 million then, or 5.4 billion roubles.', 'roubles first'),
        ('at which rate', 'facts/sum/detail', 'About 230 million dollars.', 'rate of the time'),
        ('dollars alone', 'clips/clip/notes/1/text', 'About $230 million.', 'without its roubles')],
    rules.notes_can_be_read: [
        ('too short a time', 'clips/clip/notes/1/to', '0:02', 'can be read'),
        ('easy words that are long', 'clips/clip/notes/1/easy', 'a long word ' * 40, 'easy')],
    rules.descriptions_can_be_said: [
        ('too much for its time', 'clips/clip/described/1/cues/0/text', 'Ein langes Wort. ' * 10, '“de” at 0:00 has 170 characters'),
        ('half a word', 'clips/clip/described/1/cues/0/text', 'Eine Schei', 'is cut off'),
        ('one into the next', 'clips/clip/described/0/cues/0/to', '0:06', 'goes on'),
        ('one into a silence', 'clips/clip/described/0/cues/1/to', '0:21', 'into a silence'),
        ('times of its own', 'clips/clip/described/1/cues/1/from', '0:06', 'other times')],
    rules.easy_words_say_the_same: [
        ('another sum in easy words', 'facts/sum/easy', 'They paid 5 billion roubles.', 'says “5”')],
    rules.notes_name_facts: [
        ('no fact', 'clips/clip/notes/1/facts', [], 'names no fact'),
        ('no such fact', 'clips/clip/notes/1/facts', ['none'], 'no fact “none”'),
        ('a fact from nowhere', 'facts/sum/sources', [], 'has no source'),
        ('how others made it', 'clips/clip/made_by', '', 'names no fact')],
    rules.notes_say_what_facts_say: [
        ('another number', 'clips/clip/notes/1/text', 'They paid 5.5 billion.', 'says “5.5”'),
        ('another number in words', 'clips/clip/notes/1/text', 'There were seven offices.', 'says “7”'),
        ('another day', 'clips/clip/notes/1/text', 'On 25 December 2007.', '2007-12-25'),
        ('another month', 'clips/clip/notes/1/text', 'In November 2007.', '2007-11'),
        ('another year', 'clips/clip/notes/1/easy', 'In 2008.', 'says “2008”'),
        ('words over the picture', 'clips/clip/notes/0/title', '358 days.', 'says “358”')],
    rules.chapters_say_what_facts_say: [
        ('another month in a chapter', 'clips/clip/chapters/0/summary', 'A day in June 2007.', '2007-06')],
    rules.captions_say_what_facts_say: [
        ('another year in a caption', 'clips/clip/cues/0/text', 'In 2006.', '2006')],
}


def broken(path, value):
    """A copy of GOOD in which @path has another value."""
    book = copy.deepcopy(GOOD)
    here, keys = book, path.split('/')
    for key in keys[:-1]:
        here = here[int(key)] if key.isdigit() else here[key] if isinstance(here, dict) else next(
            record for record in here if record['id'] == key)
    here[keys[-1]] = value
    return book


def test_rules(tap):
    for name, rule in rules.RULES.items():
        tap.check('a good casebook: ' + name, rule(GOOD))
    tap.check('every rule has a case', [rule.__name__ for rule in rules.RULES.values() if rule not in BREAKS])
    for rule, cases in BREAKS.items():
        for name, path, value, told in cases:
            found = list(rule(broken(path, value)))
            tap.check('is found: ' + name, [] if any(told in line for line in found) else ['told instead: %s' % found])


def test_names(tap):
    def found(text):
        return list(rules.nobody_accused_is_named([('a/place', text)], INVENTED))

    tap.check('a name is found', [text for text in (
        'It was Otto Beispiel.', 'OTTO BEISPIEL’s flat', 'https://example.org/2011/otto-beispiel', 'https://x.org/otto%20beispiel',
        'Óttó Beispiel', 'Примерова', 'о Примерове') if not found(text)])
    tap.check('and nobody else', [text for text in ('Otto came.', 'A Beispiel', 'Пример') if found(text)])
    tap.check('with its place', [] if found('Otto Beispiel')[0].startswith('a/place: “otto beispiel”') else [found('Otto Beispiel')])


def everything_written():
    """Every file of the casebook that is text, and its catalogues: remarks and addresses too."""
    for path in sorted([*SHIPPED.rglob('*.json'), *SHIPPED.rglob('*.vtt'), *CATALOGUES.glob('*.po*')]):
        for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
            yield '%s:%d' % (path.relative_to(ROOT), number), line


def main():
    if sys.argv[1:2] == ['--fingerprint']:
        print(rules.fingerprint(rules.words_of(' '.join(sys.argv[2:]))))
        return
    tap = Tap()
    book = rules.load(SHIPPED)
    for name, rule in rules.RULES.items():
        tap.check(name, rule(book))
    tap.check('nobody who is accused is named', rules.nobody_accused_is_named(everything_written(), UNNAMED))
    tap.check('there are names to look for', [] if len(UNNAMED) > 20 else ['unnamed.txt is too short'])
    test_rules(tap)
    test_names(tap)
    tap.done()


if __name__ == '__main__':
    main()
