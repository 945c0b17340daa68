#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped explainer where something is asked or told that is not always: what is hard to see, a copy of one's own,
what is spoken, what follows, a screening. Its film is the shipped one; where its records have none of it, a copy of the
casebook has. The rest: watch.py."""
import json
import shutil

from listener import act, press, until
from process import SHIPPED, check, tap, work
from voice import Voice
from watching import CLIP, FACTS, SHIPPED_LINK, Page, Watching, now, seconds, started

FILM = SHIPPED / 'media' / 'explainer.webm'
FRAMES = 30  # a second, of it


def vary(name, change_clip=None, change_fact=None):
    """A data folder with a copy of the casebook whose explainer, or a fact of which, is another."""
    data = work / name
    folder = data / 'sidelight' / 'casebooks' / name
    shutil.copytree(SHIPPED, folder)
    rewrite(folder / 'casebook.json', lambda book: book.update(id=name))
    rewrite(folder / 'clips' / 'explainer.json', change_clip or (lambda clip: None))
    rewrite(folder / 'facts.json', lambda facts: [change_fact(fact) for fact in facts] if change_fact else None)
    return data, folder, 'sidelight:%s/explainer' % name


def rewrite(path, change):
    content = json.loads(path.read_text(encoding='utf-8'))
    change(content)
    path.write_text(json.dumps(content), encoding='utf-8')


def own_copy(duration):
    def change(clip):
        clip.pop('media', None)
        clip['bring_your_own'] = {'duration': duration, 'where_to_get': 'From the shelf.'}
    return change


@check('the explainer: what is hard to see is told before the first picture, once')
def advisory(problems):
    page = Page(SHIPPED_LINK + '#t=48', advisory=True)
    page.run.wait_for('page', page='advisory')
    page.hold('label', CLIP['advisory']['text'])
    problems += ['it plays already'] if page.run.events('frame') else []
    act(page.find('push button', 'Not Now'))
    page.run.wait_for('page', page='film')
    act(page.find('push button', 'Watch'))
    page.run.wait_for('frame', clip='explainer')
    page.end(problems)


@check('the explainer: a fact of injury or death stays closed until it is opened')
def graphic(problems):
    statement = FACTS['who-did-it']['statement']
    data, _, link = vary('graphic', change_fact=lambda fact: fact.update(graphic=fact['id'] == 'who-did-it'))
    page = Watching(48, link=link, data=data)
    page.tab('Facts')
    page.hold('push button', 'Show')
    problems += ['told before it was asked for'] if page.says(statement) else []
    act(page.find('push button', 'Show'))
    until('the fact', lambda: page.says(statement))
    page.end(problems)


@check('the explainer as a copy of one’s own: chosen, remembered, told to be another cut, and set right')
def copy(problems):
    shutil.copyfile(FILM, work / 'mine.webm')
    data, folder, link = vary('own', own_copy('2:00.000'))
    page = Page(link + '#t=48', data=data)
    page.hold('label', 'From the shelf.')
    act(page.find('push button', 'Choose a File…'))
    page.find('filler', 'Choose Your Copy of the Film')
    page.type(str(work / 'mine.webm'))
    press('Return')
    page.run.wait_for('state', state='playing')
    page.press_play('paused')
    problems += ['the link’s 48 s: begun at %g' % second for second in page.times()[:1] if second != 48]
    page.end(problems)
    rewrite(folder / 'clips' / 'explainer.json', own_copy('1:50.000'))
    page = Page(link + '#t=48', data=data)
    page.hold('heading', 'These notes were made for another cut')
    page.run.wait_until('it waits', lambda: page.run.events('state')[-1]['state'] == 'paused')
    act(page.find('push button', 'Set Right…'))
    page.find('frame', 'Your Copy')
    page.tab_to('spin button', 'Seconds by which notes come later')
    press('ctrl+a')
    page.type('5')
    page.goes(lambda: press('Return'), page.times()[-1] - 5)
    press('Escape')
    page.go_to(48)
    page.find('list item', 'Now: ', now(48)[-1]['title'], state='selected')
    page.run.wait_until('the picture of 53 s', lambda: page.run.events('frame')[-1]['number'] == 53 * FRAMES)
    page.end(problems)


def hear(page, voice, n):
    page.run.wait_until('words %d' % n, lambda: len(voice.said) >= n)
    return voice.said[n - 1]


@check('the explainer: what is to be seen is spoken; the film waits for the end of an extended one, and of one too long')
def descriptions(problems):
    data, folder, link = vary('spoken', lambda clip: [note.pop('pause', None) for note in clip['notes']])
    path = folder / 'clips' / 'explainer.described.vtt'
    words = [block.split('\n')[-1] for block in path.read_text(encoding='utf-8').split('\n\n') if '-->' in block][7:10]
    path.write_text(path.read_text(encoding='utf-8').replace(words[0], '<c.extended>' + words[0]), encoding='utf-8')
    voice = Voice(work / 'voice')
    page = Watching(44, link=link, data=data, SPEECHD_ADDRESS=voice.address)
    press('d')
    page.press_play('playing')
    problems += ['said: %s' % (said,) for said in [hear(page, voice, 1)] if said != ('en', words[0])]
    page.run.wait_until('it waits', lambda: page.run.events('state')[-1]['state'] == 'paused')
    problems += ['waits at %g' % page.times()[-1]] if not 46 <= page.times()[-1] < 52 else []
    page.find('push button', 'Play or pause')
    voice.end()
    page.run.wait_until('it goes on', lambda: page.run.events('state')[-1]['state'] == 'playing')
    n = len(page.run.events('state'))
    problems += ['said: %s' % (said,) for said in [hear(page, voice, 2)] if said != ('en', words[1])]
    voice.end()
    problems += ['said: %s' % (said,) for said in [hear(page, voice, 3)] if said != ('en', words[2])]
    problems += ['waited for what had time enough'] if len(page.run.events('state')) != n else []
    page.run.wait_until('it waits', lambda: page.run.events('state')[-1]['state'] == 'paused')
    problems += ['waits at %g' % page.times()[-1]] if not 65 <= page.times()[-1] < 66 else []
    voice.end()
    page.run.wait_until('it goes on', lambda: page.run.events('state')[-1]['state'] == 'playing')
    page.end(problems)


@check('the explainer: at its end the film’s next clip is offered, and watched')
def follows(problems):
    page = Watching(117, plays=True)
    page.run.wait_for('state', state='ended')
    clips = json.loads((SHIPPED / 'films.json').read_text(encoding='utf-8'))[0]['clips']
    coming = json.loads((SHIPPED / 'clips' / (clips[clips.index('explainer') + 1] + '.json')).read_text(encoding='utf-8'))
    page.hold('label', 'Next: “%s”' % coming['title'])
    act(page.find('push button', 'Watch'))
    page.run.wait_for('frame', clip=coming['id'])
    page.end(problems)


def current(page):
    """The notes of now, as the trace has them."""
    ids = []
    for row in page.run.events('cue-enter', 'cue-leave'):
        if row['kind'] == 'note':
            ids = ids + [row['id']] if row['event'] == 'cue-enter' else [name for name in ids if name != row['id']]
    return [note['title'] for note in CLIP['notes'] if note['id'] in ids]


@check('the explainer as a screening: its notes go with the clock, are moved, led by chapters, and held')
def screening(problems):
    data, _, link = vary('hall', own_copy('2:00.000'))
    page = Page(link.split('/')[0], data=data)
    act(page.find('table cell', 'Justice for Sergei'))
    page.run.wait_for('page', page='film')
    act(page.find('push button', 'Follow the Screening'))
    page.run.wait_for('page', page='screening')
    act(page.find('push button', 'The Film Starts Now'))
    page.run.wait_for('cue-enter', kind='note', id=CLIP['notes'][1]['id'])
    for _ in range(3):
        act(page.find('push button', 'Forward 10 seconds'))
    act(page.find('push button', 'Hold'))
    page.hold('label', 'The notes stand still until you let them go on')
    for name in current(page):
        page.find('list item', 'Now: ', name, state='selected')
    page.tab('Chapters')
    chapter = CLIP['chapters'][4]
    act(page.find('list item', chapter['title']))
    page.run.wait_for('cue-enter', kind='chapter', id=chapter['id'])
    page.tab('Notes')
    page.find('list item', 'Now: ', now(seconds(chapter['from']))[-1]['title'], state='selected')
    problems += ['it went on'] if [note['title'] for note in now(seconds(chapter['from']))] != current(page) else []
    act(page.find('push button', 'Go On'))
    page.run.wait_for('cue-enter', kind='note', id=started(seconds(chapter['from']) + 5)[-1]['id'])
    problems += ['a film was played'] if page.run.events('frame') else []
    page.end(problems)


tap.done()
