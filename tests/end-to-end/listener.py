#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a screen reader has it, and as somebody's hands move it: its tree by AT-SPI, real keys, real clicks.
Needs a display, a session bus, xdotool and pyatspi, which is the system's python's. Leaves out what is asked of it."""
import os
import signal
import subprocess
import time

os.environ['G_DEBUG'] = ''  # libatspi warns of what it may: that a program has no cache

import pyatspi  # noqa: E402
from gi.repository import GLib  # noqa: E402

from process import LONG, Run  # noqa: E402

GOING = (GLib.Error, AttributeError, LookupError)  # what is asked for is just going
STATES = {pyatspi.STATE_SELECTED: 'selected', pyatspi.STATE_PRESSED: 'pressed', pyatspi.STATE_FOCUSED: 'focused',
          pyatspi.STATE_EXPANDED: 'expanded', pyatspi.STATE_SENSITIVE: 'sensitive'}


def pump(seconds=0.05):
    """Lets what was told arrive: libatspi keeps what it knew until then."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.01)


def until(what, find):
    """What find() finds, as soon as it does."""
    end = time.monotonic() + LONG
    while time.monotonic() < end:
        pump()
        try:
            found = find()
        except GOING:
            found = None
        if found:
            return found
    raise AssertionError('not found: ' + what)


def is_there(node):
    if 'Component' not in node.get_interfaces():
        return True
    place = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    return place.width > 0 and place.height > 0


def walk(node):
    """Everything that has a size, parents first. What goes on the way is left out."""
    for index in range(node.childCount):
        try:
            child = node.getChildAtIndex(index)
            seen, is_menu = is_there(child), child.getRoleName() == 'menu'
        except GOING:
            continue
        if seen:
            yield child
        if not is_menu:
            try:
                yield from walk(child)
            except GOING:
                continue


def states(node):
    there = node.getState()
    return {name for state, name in STATES.items() if there.contains(state)}


class Listener:
    """The program, as a screen reader has it."""

    def __init__(self, *arguments, **more):
        self.run = Run(*arguments, GTK_A11Y='atspi', NO_AT_BRIDGE='', **more)
        self.heard = []
        self.app = until('the program on the accessibility bus', self.find_app)
        self.last_focused = None
        pyatspi.Registry.registerEventListener(self.hear, 'object:property-change:accessible-name', 'object:announcement')
        pyatspi.Registry.registerEventListener(self.follow_focus, 'object:state-changed:focused')

    def find_app(self):
        desktop = pyatspi.Registry.getDesktop(0)
        for index in range(desktop.childCount):
            app = desktop.getChildAtIndex(index)
            if app is not None and app.get_process_id() == self.run.process.pid and app.childCount:
                return app
        return None

    def hear(self, event):
        try:
            role = event.source.getRoleName()
        except GOING:
            return
        if role in ('notification', 'alert'):
            self.heard.append(str(event.any_data))

    def find(self, role, *words, below=None, **wanted):
        """The first of that role whose name has all the words and that has the state, when there is one."""
        def look():
            for node in walk(below or self.app):
                if (node.getRoleName() in (role if isinstance(role, tuple) else (role,)) and all(word in node.name for word in words)
                        and (not wanted or wanted['state'] in states(node))):
                    return node
            return None
        try:
            return until('%s %s %s' % (role, words, wanted), look)
        except AssertionError as error:
            raise AssertionError('%s; there are: %s' % (error, self.names(role))) from error

    def names(self, role):
        def look():
            return [node.name for node in walk(self.app) if node.getRoleName() == role] or ['']
        return until('names', look)

    def follow_focus(self, event):
        if event.detail1:
            self.last_focused = event.source

    def focused(self):
        def look():
            if self.last_focused and 'focused' in states(self.last_focused):
                return self.last_focused
            return next((node for node in walk(self.app) if 'focused' in states(node)), None)
        return until('the focus', look)

    def tab_to(self, role, word, key='Tab'):
        seen = []
        for _ in range(60):
            node = self.focused()
            if node.getRoleName() == role and word in node.name:
                return node
            seen.append('%s %s' % (node.getRoleName(), node.name))
            press(key)
        raise AssertionError('%s %s is not reached: %s' % (role, word, seen))

    def end(self, problems):
        pyatspi.Registry.deregisterEventListener(self.hear, 'object:property-change:accessible-name', 'object:announcement')
        pyatspi.Registry.deregisterEventListener(self.follow_focus, 'object:state-changed:focused')
        status, _, loud = self.run.end(signal.SIGTERM)
        problems += [line for line in loud if 'Unable to acquire' not in line] + ([] if status == 0 else ['status %d' % status])


def press(*keys):
    subprocess.run(['xdotool', 'key', '--clearmodifiers', *keys], check=True)
    pump(0.1)


def act(node):
    """As a screen reader presses: by the action that is told or, where there is none, by a click. The window is in the
    screen's corner."""
    if 'Action' in node.get_interfaces() and node.queryAction().nActions:
        node.queryAction().doAction(0)
    else:
        place = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        subprocess.run(['xdotool', 'mousemove', str(place.x + place.width // 2), str(place.y + place.height // 2), 'click', '1'], check=True)
    pump()
