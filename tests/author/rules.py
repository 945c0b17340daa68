# SPDX-License-Identifier: GPL-3.0-or-later
"""The editorial rules of the shipped casebook, as far as a program can hold them. Each rule is a function
that takes a casebook as it was read and yields what is wrong, with the place and what to do. What the format
itself asks for is told by `sidelight-author check`; whether a text is fair is for people."""
import collections
import hashlib
import json
import pathlib
import re
import unicodedata
import urllib.parse

KINDS = ('films', 'facts', 'people', 'places', 'events', 'sources')
MOST_QUOTED_WORDS = 4
CHARACTERS_PER_SECOND = 17
SPOKEN_PER_SECOND = 16  # characters: as voices read aloud that are not hurried

# What a strong standing must rest on: one source of these types at least. The others may rest on any.
CARRIES = {
    'established_court': {'court'},
    'established_record': {'court', 'law', 'official', 'report', 'news', 'agency', 'ngo'},
    'official_finding': {'court', 'official', 'report'},
    'official_position': {'official', 'news', 'agency', 'report', 'interview'},
}
PARTY_VOICES = ('campaign_or_maker_statement', 'alleged', 'disputed', 'editors_reading', 'withdrawn')
ACTS_OF_THEIR_OWN = {'official', 'law', 'court'}  # a body's own paper carries what the body did

# What we never say in our own voice, and what to say instead.
WORDING = [(re.compile(pattern, re.I), advice) for pattern, advice in (
    (r'\bmurder\w*|\bassassinat\w*|\bkillers?\b|\bwas killed\b', 'say that he died in custody, and what the Court found'),
    (r'\btortur\w*|\bbeaten to death\b|\bbrutal\w*', 'say that guards ill-treated him, as the Court found'),
    (r'\bstraitjacket\w*|\bhandcuff\w*|\btruncheon\w*|\bbatons?\b|\bbruis\w*|\binjur\w*', 'leave the detail out'),
    (r'\bpoison\w*', 'leave the theory of 2018 out'),
    (r'\bCapital Hill\b', 'it is Capitol Hill'),
    (r'\bMagnit(?:zky|skiy|skij|ski)\b(?! and Others)', 'we write Magnitsky'),
    (r'\b(?:11|eleven) months\b', 'he was held for 358 days'),
    (r'\b(?:six|6|four|4) months without\b|\bwithout care for\b', 'give no number of months'),
    (r'\bAct of (?:2011|2013)\b', 'the Act is of 2012'),
    (r'\bheld (?:responsible|to account)\b|\bnot (?:one|a single) person\b', 'say that no one was convicted over the death'),
    (r'\bstole\b|\bstolen\b|\btheft\b', 'say re-registered, or refunded'),
    (r'\bcommitted by (?:corrupt )?officials\b', 'give it to who says so'),
    (r'\bKremlin(?:-ordered| inquiry| investigation| report)', 'it was an advisory council to the president'),
    (r'\bdied (?:in|at) Butyrka', 'he died at Matrosskaya Tishina'),
    (r'\bthe lawyer (?:Sergei )?Magnitsky|\bMagnitsky(?:,| was)? (?:a|the|his) lawyer\b', 'say tax adviser or auditor'),
    (r'\bPublic (?:Oversight Committee|Monitoring Com\w+)', 'it is the Public Oversight Commission'),
    (r'\b(?:crime|fraud) (?:that )?he (?:had )?(?:uncovered|exposed)\b', 'he was convicted of tax evasion, not of the refund'),
    (r'\b522 billion\b', 'it was 522 million'),
)]
# What is not our voice: the other side of a card, the titles that others gave, the spellings that search finds,
# and a correction, which has to name the slip that it corrects.
NOT_OURS = re.compile(r'/(?:disputed_by|corrections|other_names|quote|original_title)/|^sources/[^/]*/title$')
MONTHS = ('January February March April May June July August September October November December').split()
NUMBERS = {word: str(number) for number, word in enumerate(
    'two three four five six seven eight nine ten eleven twelve'.split(), 2)} | {'twenty': '20', 'hundred': '100'}
QUOTED = re.compile(r'“([^”]*)”|"([^"]*)"')


# Reading

def load(folder):
    """{'casebook': …, 'films': […], …, 'clips': [in the order of their names]}"""
    folder = pathlib.Path(folder)

    def read(path):
        return json.loads(path.read_text(encoding='utf-8'))

    book = {kind: read(folder / (kind + '.json')) if (folder / (kind + '.json')).exists() else [] for kind in KINDS}
    book['casebook'] = read(folder / 'casebook.json')
    book['clips'] = [read(path) for path in sorted((folder / 'clips').glob('*.json'))]
    for clip in book['clips']:
        clip['cues'] = [cue for track in clip.get('captions', []) for cue in read_cues(folder / track['file'])]
        clip['described'] = [{'language': track['language'], 'cues': list(read_cues(folder / track['file']))}
                             for track in clip.get('descriptions', [])]
    return book


def read_cues(path):
    """What the captions say and when, of a file in which `check` finds nothing."""
    for block in re.split(r'\n\s*\n', path.read_text(encoding='utf-8')):
        found = re.search(r'^([\d:.]+) --> ([\d:.]+).*\n((?:.*\n?)*)', block, re.M)
        if found:
            text = re.sub('<[^>]*>', '', found[3])
            yield {'from': found[1], 'to': found[2], 'text': ' '.join(text.split())}


def strings(value, place):
    """(place, text) of every string; a place is `facts/refund-day/detail`."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from strings(part, '%s/%s' % (place, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            name = part.get('id') or part.get('source') if isinstance(part, dict) else None
            yield from strings(part, '%s/%s' % (place, name or number))
    elif isinstance(value, str):
        yield place, value


def texts(book):
    """What viewers read, (place, text): neither ids nor addresses nor remarks to co-authors."""
    for part, value in book.items():
        for place, text in strings(value, part):
            if ' ' in text and not re.search(r'/(?:comment|url|archived_url|file)$', place):
                yield place, text


def index(book, kind):
    return {record['id']: record for record in book[kind]}


def cited(record):
    """Ids of the sources of a fact, an event, an award, a disclosure, a person."""
    return [source['source'] if isinstance(source, dict) else source for source in record.get('sources', [])]


# Sources and standings

def claims(book):
    """(place, record) of all that has to name its sources."""
    for kind in ('facts', 'events', 'people', 'films'):
        for record in book[kind]:
            yield '%s/%s' % (kind, record['id']), record
    for film in book['films']:
        for part in ('awards', 'disclosures'):
            for number, record in enumerate(film.get(part, [])):
                yield 'films/%s/%s/%d' % (film['id'], part, number), record
    for fact in book['facts']:
        for number, record in enumerate(fact.get('disputed_by', [])):
            yield 'facts/%s/disputed_by/%d' % (fact['id'], number), record


def everything_is_sourced(book):
    known = index(book, 'sources')
    for place, record in claims(book):
        if not cited(record) and 'withheld' not in record:
            yield '%s: no source; name one, or leave it out' % place
        for name in cited(record):
            if name not in known:
                yield '%s: there is no source “%s”' % (place, name)
    for name, source in known.items():
        if not source.get('independence'):
            yield 'sources/%s: say whose text it is (independence)' % name


def is_party(source):
    return source.get('independence', '').startswith('Party')


def standing_is_carried(book):
    known = index(book, 'sources')
    for place, record in claims(book):
        standing = record.get('standing')
        own = [known[name] for name in cited(record) if name in known]
        if not standing or not own:
            continue
        types = {'official' if 'itself' in source.get('independence', '') else source['type'] for source in own}
        if standing in CARRIES and not types & CARRIES[standing]:
            yield '%s: %s does not rest on %s; it needs one source of: %s' % (
                place, standing, ', '.join(sorted(types)), ', '.join(sorted(CARRIES[standing])))
        if standing == 'campaign_or_maker_statement' and not any(
                is_party(source) or source['type'] == 'film' for source in own):
            yield '%s: no source is the campaign’s or the makers’' % place
        if standing in PARTY_VOICES or not all(map(is_party, own)) or types & ACTS_OF_THEIR_OWN:
            continue
        said = record.get('attribution') or record.get('by') or ''
        if standing == 'established_record':
            yield '%s: a party alone does not establish a record' % place
        elif not any(word in said for source in own for word in re.findall(r'\w{5,}', source['publisher'])):
            yield '%s: only a party says so, and the attribution does not name it' % place


def disputes_have_two_sides(book):
    facts = index(book, 'facts')
    for fact in book['facts']:
        place = 'facts/' + fact['id']
        if fact['standing'] in ('disputed', 'alleged') and not fact.get('disputed_by'):
            yield '%s: it is %s, and the other side does not stand on its card (disputed_by)' % (place, fact['standing'])
        for side in fact.get('disputed_by', []):
            if not side.get('who') or not side.get('statement'):
                yield '%s: the other side needs who says it and what' % place
    for event in book['events']:
        if event.get('standing') == 'disputed' and not any(
                facts.get(name, {}).get('disputed_by') for name in event.get('facts', [])):
            yield 'events/%s: it is disputed, and names no fact that tells both sides' % event['id']


# Words

def even(title):
    return title.casefold().replace('–', '-')


def titles_of_works(book):
    return {record[key] for kind in ('films', 'clips', 'facts', 'sources') for record in book[kind]
            for key in ('title', 'original_title') if record.get(key)}


def wording_is_ours(book):
    works = titles_of_works(book)
    for place, text in texts(book):
        for work in works if not place.startswith('sources/') else ():
            text = text.replace('“%s”' % work, '')
        if NOT_OURS.search(place + ('/' if not place.endswith('/title') else '')):
            continue
        for pattern, advice in WORDING:
            for found in pattern.finditer(text):
                yield '%s: “%s”: %s' % (place, found[0], advice)


def quotes_are_short(book):
    works = {even(work) for work in titles_of_works(book)}
    for place, text in texts(book):
        if place.startswith('sources/') and place.endswith('/title'):
            continue
        for found in QUOTED.finditer(text):
            words = found[1] or found[2] or ''
            if len(words.split()) > MOST_QUOTED_WORDS and even(words) not in works:
                yield '%s: “%s” has %d words, at most %d; paraphrase it' % (
                    place, words, len(words.split()), MOST_QUOTED_WORDS)
        if re.search(r'/quote/text$', place) and len(text.split()) > MOST_QUOTED_WORDS:
            yield '%s: quotes %d words, at most %d' % (place, len(text.split()), MOST_QUOTED_WORDS)


def shown_together(book):
    """(place, text) of what a viewer reads in one go: a card's head and detail, a note's title and text."""
    for fact in book['facts']:
        yield 'facts/' + fact['id'], ' '.join(fact.get(key, '') for key in ('statement', 'detail'))
        if fact.get('easy'):
            yield 'facts/%s/easy' % fact['id'], fact['easy']
    for event in book['events']:
        yield 'events/' + event['id'], ' '.join(event.get(key, '') for key in ('title', 'text'))
    for clip in book['clips']:
        for note in clip.get('notes', []):
            yield 'clips/%s/%s' % (clip['id'], note['id']), ' '.join(note.get(key, '') for key in ('title', 'text'))


def roubles_come_first(book):
    for place, text in shown_together(book):
        dollars = re.search(r'\$ ?\d|\bdollars?\b', text)
        roubles = re.search(r'\broubles?\b', text)
        if dollars and roubles and dollars.start() < roubles.start():
            yield '%s: roubles first, then dollars' % place
        if dollars and roubles and not re.search(r'\b(?:at the time|of the time|then)\b', text):
            yield '%s: say that the dollars are at the rate of the time' % place
        if re.search(r'\$ ?230|\b230 million\b', text) and not roubles:
            yield '%s: the refund in dollars without its roubles' % place


def seconds(time):
    total = 0.0
    for part in time.split(':'):
        total = total * 60 + float(part)
    return total


def shown_for(note):
    """Seconds; None when it stays as long as its reader needs."""
    if note.get('pause') or 'to' not in note and 'minimum_seconds' not in note:
        return None
    return max(seconds(note['to']) - seconds(note['from']) if 'to' in note else 0, note.get('minimum_seconds', 0))


def notes_can_be_read(book):
    for clip in book['clips']:
        for note in clip.get('notes', []):
            shown = shown_for(note)
            for key in ('text', 'easy'):
                length = len(note.get('title', '')) + len(note.get(key, ''))
                if shown is not None and length > shown * CHARACTERS_PER_SECOND:
                    yield 'clips/%s/%s: %s has %d characters, and %d can be read in its %g s' % (
                        clip['id'], note['id'], key, length, shown * CHARACTERS_PER_SECOND, shown)


def descriptions_can_be_said(book):
    """In whole sentences, in the time they have, one after the other, in each language at the same times, and not into a silence."""
    for clip in book['clips']:
        quiet = [cue for cue in clip.get('cues', []) if cue['text'] == '[silence]']
        times = None
        for track in clip.get('described', []):
            place = 'clips/%s: the description in “%s” at ' % (clip['id'], track['language'])
            for cue, after in zip(track['cues'], [*track['cues'][1:], None]):
                most = SPOKEN_PER_SECOND * (seconds(cue['to']) - seconds(cue['from']))
                if len(cue['text']) > most:
                    yield '%s%s has %d characters, and %d can be said' % (place, cue['from'], len(cue['text']), most)
                if not cue['text'].endswith(('.', '!', '?')):
                    yield '%s%s is cut off: “%s”' % (place, cue['from'], cue['text'])
                if after and seconds(after['from']) < seconds(cue['to']):
                    yield '%s%s goes on when the next one begins' % (place, cue['from'])
                if any(seconds(cue['from']) < seconds(silence['to']) and seconds(silence['from']) < seconds(cue['to']) for silence in quiet):
                    yield '%s%s is said into a silence' % (place, cue['from'])
            found = [(cue['from'], cue['to']) for cue in track['cues']]
            if found != (times or found):
                yield 'clips/%s: what is described in “%s” has other times' % (clip['id'], track['language'])
            times = times or found


# From notes to facts to sources

def normal(text):
    text = re.sub(r'(\d)[,\u202f\u00a0](\d{3})\b', r'\1\2', text)
    return re.sub(r'\b(%s)\b' % '|'.join(NUMBERS), lambda found: NUMBERS[found[0].lower()], text, flags=re.I)


def dates(text):
    """Every date in a text, as precise as it stands there: 2007-12-24, --12-24, 2007-12, 2007, --12."""
    found, rest = set(), text
    for year, month, day in re.findall(r'\b(\d{4})-(\d\d)(?:-(\d\d))?\b', rest):
        found |= {year, '--' + month, '%s-%s' % (year, month)}
        if day:
            found |= {'--%s-%s' % (month, day), '%s-%s-%s' % (year, month, day)}
    rest = re.sub(r'\b\d{4}-\d\d(?:-\d\d)?\b', ' ', rest)
    pattern = r'\b(?:(\d{1,2}) )?(%s)\b(?: (\d{4}))?' % '|'.join(MONTHS)
    for day, month, year in re.findall(pattern, rest):
        if month == 'May' and not day and not year:
            continue
        number = '%02d' % (MONTHS.index(month) + 1)
        found.add('%s-%s%s' % (year or '-', number, '-%02d' % int(day) if day else ''))
        if year:  # whoever says the whole says its parts
            found |= {year, '--' + number, '%s-%s' % (year, number)} | ({'--%s-%02d' % (number, int(day))} if day else set())
        elif day:
            found.add('--' + number)
    return found, re.sub(pattern, ' ', rest)


def figures(text):
    """All numbers and dates of a text."""
    found, rest = dates(text)
    return found | set(re.findall(r'\d+(?:\.\d+)?', normal(rest)))


def told_by(book, record):
    """All that a note may rely on: its facts with their sources, and what else it names."""
    parts = []
    for kind in ('facts', 'events', 'people', 'places', 'sources'):
        known = index(book, kind)
        parts += [known[name] for name in record.get(kind, []) if name in known]
    sources = index(book, 'sources')
    events = index(book, 'events')
    for fact in [part for part in parts if 'statement' in part]:
        parts += [events[name] for name in fact.get('events', []) if name in events]
        parts += [sources[name] for name in cited(fact) if name in sources]
    return ' '.join(text for part in parts for place, text in strings(part, '') if not place.endswith(('url', '/id')))


def about_our_picture(sentence):
    """“Each square is ten million roubles” tells what the drawing shows, which its storyboard holds."""
    return re.search(r'\bsquares?\b', sentence, re.I)


def unproved(head, text, told):
    """Figures of a note or chapter that stand nowhere in @told. A head may count what stands below it: “Four dates”."""
    claimed = ' '.join(sentence for sentence in re.split(r'(?<=[.!?]) ', text) if not about_our_picture(sentence))
    head = re.sub(r'\b(?:%s)\b' % '|'.join(NUMBERS), ' ', head, flags=re.I)
    nobody = {'0'} if re.search(r'\b(?:no one|nobody) has been\b', told, re.I) else set()
    return sorted(figures('%s. %s' % (head, claimed)) - figures(told) - nobody)


def notes_name_facts(book):
    known = index(book, 'facts')
    for clip in book['clips']:
        for note in clip.get('notes', []):
            place = 'clips/%s/%s' % (clip['id'], note['id'])
            own_making = note['kind'] == 'production' and clip.get('made_by')
            if note['kind'] != 'title' and not note.get('facts') and not own_making:
                yield '%s: it claims something and names no fact' % place
            for name in note.get('facts', []):
                if name not in known:
                    yield '%s: there is no fact “%s”' % (place, name)
                elif not cited(known[name]):
                    yield '%s: its fact “%s” has no source' % (place, name)


def overlap(first, second):
    begin, end = seconds(first['from']), seconds(first.get('to', first['from']))
    other, other_end = seconds(second['from']), seconds(second.get('to', second['from']))
    return begin <= other_end and other <= end


def notes_say_what_facts_say(book):
    """Words drawn over the picture name no facts as a rule: what is said at that time beside it carries them."""
    for clip in book['clips']:
        notes = clip.get('notes', [])
        for note in notes:
            told = told_by(book, note)
            if note['kind'] == 'title':
                told += ' '.join(told_by(book, other) for other in notes if other['kind'] != 'title' and overlap(note, other))
            for figure in unproved(note.get('title', ''), '%s %s' % (note.get('text', ''), note.get('easy', '')), told):
                yield 'clips/%s/%s: it says “%s”, and none of its facts does (%s)' % (
                    clip['id'], note['id'], figure, ', '.join(note.get('facts', [])) or 'none named')


def easy_words_say_the_same(book):
    """Whoever reads the easy words reads no other number and no other date."""
    for fact in book['facts']:
        told = ' '.join(text for place, text in strings(fact, '') if not place.endswith('/easy'))
        for figure in unproved('', fact.get('easy', ''), told):
            yield 'facts/%s/easy: it says “%s”, and the fact does not' % (fact['id'], figure)


def chapters_say_what_facts_say(book):
    for clip in book['clips']:
        for chapter in clip.get('chapters', []):
            span = dict(chapter, to=chapter.get('to', clip['duration']))
            told = ' '.join(told_by(book, note) for note in clip.get('notes', []) if overlap(span, note))
            for figure in unproved(chapter['title'], chapter.get('summary', ''), told):
                yield 'clips/%s/%s: the chapter says “%s”, and no fact in it does' % (clip['id'], chapter['id'], figure)


def captions_say_what_facts_say(book):
    for clip in book['clips']:
        for cue in clip.get('cues', []):
            told = ' '.join(told_by(book, note) for note in clip['notes'] if overlap(cue, note))
            for figure in unproved('', cue['text'], told):
                yield 'clips/%s: the caption at %s says “%s”, and no fact at that time does' % (clip['id'], cue['from'], figure)


# Names

def words_of(text):
    """Folded, so that spellings meet; addresses are read as well."""
    plain = unicodedata.normalize('NFKD', urllib.parse.unquote(text)).casefold()
    return re.findall(r'[^\W\d_]+', ''.join(letter for letter in plain if not unicodedata.combining(letter)))


def fingerprint(words):
    return hashlib.sha256(' '.join(words).encode()).hexdigest()[:24]


def endings(words):
    """As it stands, and without up to two letters at its end, which Cyrillic declension adds."""
    yield words
    if re.search('[\u0400-\u04ff]', words[-1]):
        for cut in (1, 2):
            if len(words[-1]) > cut + 3:
                yield words[:-1] + [words[-1][:-cut]]


def names_in(text, unnamed):
    words = words_of(text)
    for at in range(len(words)):
        for count in (1, 2, 3):
            window = words[at:at + count]
            if len(window) == count and any(fingerprint(form) in unnamed for form in endings(window)):
                yield ' '.join(window)


def read_fingerprints(path):
    return {line for line in path.read_text(encoding='utf-8').split() if re.fullmatch('[0-9a-f]{24}', line)}


def nobody_accused_is_named(places, unnamed):
    for place, text in places:
        for name in names_in(text, unnamed):
            yield '%s: “%s” is on the list of those who appear by their post only' % (place, name)


RULES = collections.OrderedDict((
    ('all that is claimed has a source', everything_is_sourced),
    ('no standing is above what its sources carry', standing_is_carried),
    ('what is disputed has two sides', disputes_have_two_sides),
    ('nothing is said in words that are not ours', wording_is_ours),
    ('what is quoted has at most four words', quotes_are_short),
    ('roubles come before dollars', roubles_come_first),
    ('notes can be read in their time', notes_can_be_read),
    ('descriptions can be said in theirs', descriptions_can_be_said),
    ('easy words tell the same figures and dates', easy_words_say_the_same),
    ('every note leads to a fact and its source', notes_name_facts),
    ('figures and dates in notes are those of their facts', notes_say_what_facts_say),
    ('and so are those of chapters', chapters_say_what_facts_say),
    ('and those of captions', captions_say_what_facts_say),
))
