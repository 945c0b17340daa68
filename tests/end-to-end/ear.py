#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of somebody who has only a keyboard, and of somebody who only listens: from the lobby by film, clip, note, fact
and source and back, in the real program, by real keys and by what AT-SPI tells."""
import subprocess
import time

from listener import Listener, act, press, until, walk
from process import CASEBOOK, CLIP, MAKE_CLIP, casebook, check, tap, work

NOTES = [{'id': 'n%d' % i, 'from': '00:%02d' % i, 'to': '00:%02d' % (i + 5), 'kind': 'fact', 'title': 'Note %d' % i,
          'facts': ['good']} for i in range(0, 60, 5)]
CHAPTERS = [{'id': 'one', 'title': 'One', 'from': '00:00'}, {'id': 'two', 'title': 'Two', 'from': '00:30'}]


def long_book(name):
    folder = casebook(name, medium=False, casebook=dict(CASEBOOK, id=name), clips__clip=dict(CLIP, duration='01:00.000', chapters=CHAPTERS, notes=NOTES))
    (folder / 'media' / 'clip.webm').hardlink_to(work / 'long.webm')
    return folder


def assert_now(listener, note, chapter, problems):
    """The tree holds the note and the chapter of now, by name and by state, and no other."""
    listener.find('list item', 'Now: ', note, state='selected')
    slider = listener.find('slider', 'Time in the film')
    until('the chapter %s' % chapter, lambda: slider.clear_cache() or chapter in slider.description)
    others = [node.name for node in walk(listener.app) if node.getRoleName() == 'list item' and 'Now: ' in node.name and note not in node.name]
    problems += ['also now: %s' % others] * bool(others)


subprocess.run([MAKE_CLIP, work / 'long.webm', '320', '180', '30', '1800'], check=True)


@check('by ear: lobby, film, clip, note, fact, source and back, and at each moment what is now by name and state')
def by_ear(problems):
    listener = Listener(str(long_book('ear')))
    listener.find('heading', 'Small')
    act(listener.find('table cell', 'Film'))
    for heading in ('Film', 'Watch', 'Clip'):
        listener.find('heading', heading)
    act(listener.find('push button', 'Watch'))
    listener.run.wait_for('cue-enter', kind='chapter', id='one')
    act(listener.find('push button', 'Play or pause'))  # it stands while it is looked at
    listener.run.wait_for('state', state='paused')
    assert_now(listener, 'Note 0', 'One', problems)
    for second, note, chapter in ((12, 'Note 10', 'One'), (42, 'Note 40', 'Two'), (3, 'Note 0', 'One'), (58, 'Note 55', 'Two')):
        press('ctrl+g')
        until('the field for a time', lambda: listener.focused().getRoleName() == 'text')
        press('ctrl+a')
        subprocess.run(['xdotool', 'type', '0:%02d' % second], check=True)
        press('Return')
        assert_now(listener, note, chapter, problems)
    act(listener.find('page tab', 'Facts'))
    fact = listener.find('list item', 'It is so.')
    problems += ['the fact is not now: %s' % fact.name] if 'Now: ' not in fact.name else []
    act(listener.find('push button', '1 source', below=fact))  # a page that is not shown keeps its size
    listener.find('label', 'A source', below=fact)
    act(listener.find('page tab', 'Chapters'))
    listener.find('list item', 'Now: Two', state='selected')
    for page in ('film', 'lobby'):
        act(listener.find('push button', 'Back'))
        listener.run.wait_for('page', page=page)
    listener.find('table cell', 'Film')
    listener.end(problems)


def check_names(listener, problems):
    for node in walk(listener.app):
        role = node.getRoleName()
        if role in ('push button', 'slider', 'page tab', 'list item', 'list', 'heading', 'image') and (
                not node.name or node.name.startswith(('Gtk', 'Sl', 'Adw')) and role != 'page tab list'):
            problems.append('%s “%s” in %s' % (role, node.name, node.parent and node.parent.name))


@check('by ear: names of everything that can be pressed, chosen or read; landmarks, headings and lists')
def names(problems):
    listener = Listener('sidelight:justice-for-sergei/explainer#t=52')
    listener.run.wait_for('cue-enter', kind='note')
    listener.find('list item', 'Now: ')
    for page in ('Notes', 'Facts', 'Text', 'Chapters'):
        act(listener.find('page tab', page))
        listener.find('list item', 'Now: ', below=listener.find('list', page))
        check_names(listener, problems)
    act(listener.find('page tab', 'Notes'))
    listener.find(('landmark', 'filler'), 'Notes and facts')  # GTK 4.8 has no landmarks there
    listener.find('heading', 'Chapter')
    listener.find('list', 'Notes')
    listener.end(problems)


@check('by ear: new chapters and notes are announced, one in five seconds at most, without moving the focus')
def announced(problems):
    notes = [dict(NOTES[0], id='m%d' % i, **{'from': '00:%02d' % i, 'to': '00:%02d' % (i + 1)}, title='Note %d' % i) for i in range(60)]
    folder = casebook('announced', medium=False, casebook=dict(CASEBOOK, id='announced'), clips__clip=dict(CLIP, duration='01:00.000', chapters=CHAPTERS, notes=notes))
    (folder / 'media' / 'clip.webm').hardlink_to(work / 'long.webm')
    listener = Listener(str(folder))
    act(listener.find('table cell', 'Film'))
    act(listener.find('push button', 'Watch'))
    listener.run.wait_for('frame')
    list(walk(listener.app))  # GTK 4.8 tells of what was asked for once
    listener.heard.clear()
    begun = time.monotonic()
    focus = listener.focused()
    until('three announcements', lambda: len(listener.heard) >= 3)
    took = time.monotonic() - begun
    again = listener.focused()
    problems += ['the focus went from %s to %s' % (focus.name, again.name)] if again != focus else []
    problems += ['three in %.1f s: %s' % (took, listener.heard)] if took < 9.5 else []  # and none of before
    problems += ['said: %s' % text for text in listener.heard if 'Note ' not in text and 'Chapter' not in text]
    listener.end(problems)


@check('by keys alone: lobby, film, clip, note, fact, source, preferences, keys and back')
def by_keys(problems):
    listener = Listener(str(long_book('keys')))
    listener.run.wait_for('page', page='lobby')
    listener.tab_to('table cell', 'Film')
    press('Return')
    listener.run.wait_for('page', page='film')
    listener.tab_to('push button', 'Watch')
    press('Return')
    listener.run.wait_for('page', page='watch')
    listener.run.wait_for('frame')
    press('k')
    listener.run.wait_for('state', state='paused')
    press('Page_Down')
    assert_now(listener, 'Note 30', 'Two', problems)
    listener.tab_to('page tab', 'Notes')
    listener.tab_to('panel', 'Note')
    press('Up', 'Up')
    press('Return')
    listener.run.wait_for('seek')
    listener.tab_to('page tab', 'Notes', 'shift+Tab')
    listener.tab_to('page tab', 'Facts')
    press('space')
    listener.tab_to('push button', '1 source')
    press('space')
    listener.find('label', 'A source', below=listener.find('list item', 'It is so.'))
    for keys, title in (('ctrl+comma', 'Preferences'), ('ctrl+question', 'Shortcuts')):
        press(keys)
        listener.find('frame', title)
        press('Escape')
        until('%s closed' % title, lambda: title not in [listener.app.getChildAtIndex(i).name for i in range(listener.app.childCount)])
    for page in ('film', 'lobby'):
        press('alt+Left')
        listener.run.wait_for('page', page=page)
    listener.end(problems)


tap.done()
