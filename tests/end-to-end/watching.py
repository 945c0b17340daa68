# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped explainer, as hands and a screen reader have it: what tests of its watch page share. A casebook that
lacks something by nature is copied with it, and its film stays the same. Leaves out what is asked of it."""
import json
import subprocess

from listener import Listener, act, press, pyatspi, until, walk
from process import SHIPPED

CLIP = json.loads((SHIPPED / 'clips' / 'explainer.json').read_text(encoding='utf-8'))
FACTS = {fact['id']: fact for fact in json.loads((SHIPPED / 'facts.json').read_text(encoding='utf-8'))}
SECOND = 10 ** 9
SHIPPED_LINK = 'sidelight:justice-for-sergei/explainer'


def seconds(text):
    minutes, rest = text.split(':')
    return int(minutes) * 60 + float(rest)


class Page(Listener):
    """The explainer, wherever its link leads."""

    def press_play(self, state):
        act(self.find('push button', 'Play or pause'))
        self.run.wait_until('it is %s' % state, lambda: self.run.events('state')[-1]['state'] == state)

    def tab(self, name):
        act(self.find('page tab', name))

    def goes(self, what, *target):
        """What is done leads to @second, give or take what lies beside it."""
        before = len(self.run.events('seek'))
        what()
        self.run.wait_until('a seek', lambda: len(self.run.events('seek')) > before)
        there = self.run.events('seek')[before]['target'] / SECOND
        assert there in target, 'went to %g, not %s' % (there, target)

    def picture_width(self):
        return self.find('image', 'Film').queryComponent().getExtents(pyatspi.WINDOW_COORDS).width

    def type(self, text):
        subprocess.run(['xdotool', 'type', text], check=True)

    def go_to(self, second):
        press('ctrl+g')
        until('the field for a time', lambda: self.focused().getRoleName() == 'text')
        press('ctrl+a')
        self.type('%g' % second)
        self.goes(lambda: press('Return'), second)

    def hold(self, role, name, there=True):
        until('%s “%s” %s' % (role, name, 'there' if there else 'gone'), lambda: any(name in other for other in self.names(role)) == there)

    def times(self):
        """Of the pictures that were shown, in seconds."""
        return [row['time'] / SECOND for row in self.run.events('frame')]

    def says(self, words):
        return any(node.name == words for node in walk(self.app) if node.getRoleName() == 'label')


class Watching(Page):
    """The explainer at a time, paused there unless it is to play."""

    def __init__(self, second, plays=False, link=SHIPPED_LINK, **more):
        super().__init__('%s#t=%g' % (link, second), **more)
        self.run.wait_for('state', state='playing')
        if not plays:
            self.press_play('paused')


def started(second, kinds=('note',)):
    return [note for note in CLIP['notes'] if (note['kind'] == 'title') == ('title' in kinds) and seconds(note['from']) <= second]


def now(second):
    return [note for note in started(second) if seconds(note.get('to', note['from'])) > second]
