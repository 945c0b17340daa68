#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped explainer, with everything that its watch page does, by hand: real keys and clicks, and what the trace
and the tree say of them. What a page looks like: tests/view/test-look.c. Leaves out the way there: ear.py."""
import subprocess

from listener import Listener, act, press, pump, states, until, walk
from process import check, tap
from watching import CLIP, FACTS, SECOND, SHIPPED_LINK, Watching, now, seconds, started


@check('the explainer: notes follow, stay where the reader went, and come back; a chosen note is led up to')
def following(problems):
    page = Watching(48)
    page.find('list item', 'Now: ', now(48)[-1]['title'], state='selected')
    problems += ['also now: %s' % name for name in page.names('list item') if 'Now: ' in name and not any(note['title'] in name for note in now(48))]
    row = page.find('list item', now(48)[-1]['title'])
    page.goes(lambda: act(row), seconds(now(48)[-1]['from']) - 2)
    page.hold('push button', 'Back to Now', False)
    page.tab_to('panel', now(46)[-1]['title'])
    for _ in range(6):
        press('Up')
    page.hold('push button', 'Back to Now')
    act(page.find('push button', 'Back to Now'))
    page.hold('push button', 'Back to Now', False)
    page.find('list item', 'Now: ', state='selected')
    page.end(problems)


@check('the explainer: what comes later is kept back by number, and shown when it is asked for')
def later(problems):
    page = Watching(48)
    n_later = sum(note['kind'] != 'title' for note in CLIP['notes']) - len(started(48))
    act(page.find('list item', '%d later notes hidden' % n_later))
    page.hold('list item', 'later notes hidden', False)
    page.tab('Facts')
    page.hold('list item', 'later facts hidden', False)
    page.end(problems)


@check('the explainer: a fact has its standing in a word, its other side and its sources')
def facts(problems):
    page = Watching(48)
    page.tab('Facts')
    fact = FACTS['who-did-it']
    row = page.find('list item', 'Now: ', 'Disputed', fact['statement'], state='selected')
    said = [node.name for node in walk(row) if node.getRoleName() == 'label']
    for side in fact['disputed_by']:
        problems += ['not said: %s' % side['statement']] if side['statement'] not in said else []
    act(page.find('push button', 'sources', below=row))
    until('all sources', lambda: len([node for node in walk(row) if node.getRoleName() == 'label']) >= len(said) + len(fact['sources']))
    page.end(problems)


@check('the explainer: words over the picture and captions are those of the moment; captions off and on')
def over_the_picture(problems):
    page = Watching(48)
    title = [note for note in started(48, ('title',)) if seconds(note['to']) > 48][-1]
    page.hold('label', title['title'] + '\n' + title['text'])
    page.go_to(2)
    page.hold('label', '[a soft tone, then a low, steady tone]')
    press('c')
    page.hold('label', '[a soft tone, then a low, steady tone]', False)
    press('c')
    page.hold('label', '[a soft tone, then a low, steady tone]')
    page.end(problems)


@check('the explainer: the text is searched, and a passage leads to its time')
def text(problems):
    page = Watching(100)
    press('ctrl+f')
    until('the field for the search', lambda: page.focused().getRoleName() in ('entry', 'text'))
    note = next(note for note in CLIP['notes'] if note['id'] == 'two-centres')
    page.type(note['title'])
    row = page.find('panel', note['title'], below=page.find('list', 'Text'))
    page.goes(lambda: act(row), seconds(note['from']))
    page.end(problems)


@check('the explainer: the film waits where its author says, tells so, and goes on')
def authors_pause(problems):
    note = next(note for note in CLIP['notes'] if note.get('pause'))
    page = Watching(seconds(note['to']) - 2, plays=True)
    page.hold('push button', 'Continue')
    page.run.wait_until('it waits', lambda: page.run.events('state')[-1]['state'] == 'paused')
    frame = page.run.events('frame')[-1]
    problems += ['stood at %g' % (frame['time'] / SECOND)] if abs(frame['time'] - seconds(note['to']) * SECOND) > SECOND / 2 else []
    act(page.find('push button', 'Continue'))
    page.run.wait_until('it goes on', lambda: page.run.events('state')[-1]['state'] == 'playing')
    page.run.wait_until('later frames', lambda: page.run.events('frame')[-1]['time'] > frame['time'])
    page.end(problems)


@check('the explainer: quiet keeps the notes for the chapter’s end and shows them there')
def quiet(problems):
    page = Watching(56)
    width = page.picture_width()
    press('q')
    page.find('push button', 'Quiet', state='pressed')
    until('the picture over the whole width', lambda: page.picture_width() > width)
    page.press_play('playing')
    page.hold('push button', 'Read')
    act(page.find('push button', 'Read'))
    page.run.wait_until('it waits', lambda: page.run.events('state')[-1]['state'] == 'paused')
    until('the notes beside the picture', lambda: page.picture_width() == width)
    page.end(problems)


def has_round(frames):
    numbers = [row['number'] for row in frames]
    return len(numbers) > 20 and any(later < earlier for earlier, later in zip(numbers[-20:], numbers[-19:]))


@check('the explainer: a loop of one’s own goes round, and is left')
def loop(problems):
    page = Watching(30)
    press('b')
    page.go_to(30.5)
    press('b')
    page.press_play('playing')
    page.run.wait_until('the same picture again', lambda: has_round(page.run.events('frame')))
    press('b')
    page.run.wait_until('what comes behind the loop', lambda: page.run.events('frame')[-1]['time'] > 31 * SECOND)
    page.end(problems)


@check('the explainer: preferences, keys with a switch to turn them off, about')
def windows(problems):
    page = Watching(48)
    press('ctrl+comma')
    page.find('frame', 'Preferences')
    page.tab_to('list item', 'Keys That Write')
    press('space')
    press('Escape')
    n = len(page.run.events('state'))
    press('k')
    pump(0.5)
    problems += ['a key that was turned off played the film'] if len(page.run.events('state')) > n else []
    page.end(problems)


@check('the explainer: left and opened again it begins where it was, or anew')
def resume(problems):
    page = Watching(48)
    page.end(problems)
    page = Listener(SHIPPED_LINK)
    page.run.wait_for('frame')
    first = page.run.events('frame')[0]['time'] / SECOND
    problems += ['began at %g' % first] if not 40 < first < 52 else []
    act(page.find('push button', 'Start Over'))
    page.run.wait_until('the beginning', lambda: page.run.events('seek') and page.run.events('seek')[-1]['target'] == 0)
    page.end(problems)


@check('the explainer: in full screen the panel is a drawer; the pointer shows the controls')
def full_screen(problems):
    manager = subprocess.Popen(['openbox'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    page = Watching(48)
    width = page.picture_width()
    press('f')
    until('the picture over the whole width', lambda: page.picture_width() > width)
    press('n')
    page.find('push button', 'Notes and facts', state='pressed')
    page.find('list item', 'Now: ', state='selected')
    press('Escape')
    until('the drawer away', lambda: 'pressed' not in states(page.find('push button', 'Notes and facts')))
    problems += ['the drawer took the whole screen with it'] if page.picture_width() == width else []
    press('Escape')
    until('the window as before', lambda: page.picture_width() == width)
    page.end(problems)
    manager.terminate()
    manager.wait()


tap.done()
