#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped explainer in windows of every width, and what the hand changes of it: the strip, captions, a language
beside the text, short notes, keys. Real keys, clicks and sizes, by the trace and the tree. The rest: watch.py."""
import subprocess

from listener import act, press, pump, pyatspi, until, walk
from process import SHIPPED, check, tap
from watching import CLIP, SECOND, Watching, now, seconds

TONE = '[a soft tone, then a low, steady tone]'
CHAPTERS = CLIP['chapters']
YELLOW = '#ffe63b'  # of captions in yellow


class Shaped(Watching):
    """The explainer in a window whose size is told, as it looks on a desktop."""

    def __init__(self, second, **more):
        super().__init__(second, GTK_THEME=None, **more)

    def resize(self, width, height):
        window = self.xdo('search', '--sync', '--onlyvisible', '--pid', str(self.run.process.pid)).split()[0]
        self.xdo('windowsize', window, str(width), str(height))

    @staticmethod
    def xdo(*words):
        return subprocess.run(['xdotool', *words], check=True, capture_output=True, text=True).stdout

    def place(self, role, *words, **more):
        return self.find(role, *words, **more).queryComponent().getExtents(pyatspi.WINDOW_COORDS)

    def point(self, role, name, share=0.5):
        place = self.place(role, name)
        self.xdo('mousemove', str(round(place.x + place.width * share)), str(place.y + place.height // 2))

    def choose(self, combo, n):
        """The entry @n, which counts from 0."""
        for _ in range(60):
            focus = self.focused()
            if combo in (focus.name, focus.parent.name):
                break
            press('Tab')
        press('space', *['Down'] * n, 'Return')

    def prefer(self, combo, n):
        press('ctrl+comma')
        self.find('frame', 'Preferences')
        self.choose(combo, n)
        press('Escape')
        until('the preferences closed', lambda: 'Preferences' not in self.names('frame'))

    def text(self):
        return [node.name for node in walk(self.find('list', 'Text')) if node.getRoleName() == 'label']


def is_inside(inner, outer):
    return outer.x <= inner.x and inner.x + inner.width <= outer.x + outer.width and inner.y + inner.height <= outer.y + outer.height


@check('the explainer: side by side where there is room, else one below the other, and nothing beyond the edge')
def widths(problems):
    page = Shaped(48)
    for width, height, beside in ((1280, 800, True), (1000, 700, True), (800, 760, False), (500, 780, False), (376, 780, False)):
        page.resize(width, height)

        def holds():
            window, picture, strip, notes = (page.place(*who) for who in (('frame', CLIP['title']), ('image', 'Film'), ('slider', 'Time in the film'), ('list', 'Notes')))
            is_beside = notes.x >= picture.x + picture.width and notes.y < strip.y
            return abs(window.width - width) <= 10 and (is_beside if beside else notes.y > strip.y + strip.height) and all(
                is_inside(one, window) for one in (picture, strip, notes))
        until('%d × %d: all in its place' % (width, height), holds)
        window = page.place('frame', CLIP['title'])
        buttons = [node for node in walk(page.app) if node.getRoleName() in ('push button', 'page tab') and 'Gtk' not in node.name and not node.name.endswith('sources')]
        places = [(node.name, node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)) for node in buttons]
        problems += ['%d wide: %s is cut off' % (width, name) for name, place in places if place.y < window.height and not 0 <= place.x <= window.width - place.width]
        problems += ['%d wide: no %s' % (width, name) for name in ('Play or pause', 'Full screen', 'Chapters') if name not in dict(places)]
        page.find('list item', 'Now: ', now(48)[-1]['title'], state='selected')
    page.end(problems)


@check('the explainer: the strip leads by its keys and by a click, and tells time and chapter')
def strip(problems):
    page = Shaped(48)
    slider = page.find('slider', 'Time in the film')
    page.tab_to('slider', 'Time in the film')
    at = page.run.events('frame')[-1]['time'] / SECOND
    before = len(page.run.events('seek'))
    press('Right')
    page.run.wait_until('a seek', lambda: len(page.run.events('seek')) > before)
    there = page.run.events('seek')[-1]['target'] / SECOND
    problems += ['Right went from %g to %g' % (at, there)] if abs(there - at - 5) > 0.1 else []
    starts = [seconds(chapter['from']) for chapter in CHAPTERS]
    page.goes(lambda: press('Page_Up'), starts[3], starts[4])
    page.goes(lambda: press('Home'), 0)
    page.goes(lambda: press('Page_Down'), starts[1])
    until('the second chapter', lambda: slider.clear_cache() or CHAPTERS[1]['title'] in slider.description)
    before = len(page.run.events('seek'))
    page.point('slider', 'Time in the film', 0.75)
    page.xdo('click', '1')
    page.run.wait_until('a seek', lambda: len(page.run.events('seek')) > before and page.run.events('seek')[-1]['mode'] == 'exact')
    there = page.run.events('seek')[-1]['target'] / SECOND
    problems += ['a click on three quarters went to %g' % there] if not 87 < there < 93 else []
    chapter = [chapter for chapter in CHAPTERS if seconds(chapter['from']) <= there][-1]
    until('the chapter there', lambda: slider.clear_cache() or chapter['title'] in slider.description)
    page.end(problems)


def see(*words):
    """What ImageMagick says of the screen."""
    seen = subprocess.run(['import', '-window', 'root', 'png:-'], check=True, capture_output=True).stdout
    return float(subprocess.run(['convert', 'png:-', *words, 'info:'], input=seen, check=True, capture_output=True).stdout)


def crop(width, height, x, y):
    return ('-crop', '%dx%d+%d+%d' % (width, height, x, y))


def count_pixels(colour, place, half=0):
    """How many in the upper or the lower half of the place."""
    return see(*crop(place.width, place.height // 2, place.x, place.y + half * place.height // 2), '+repage', '-fuzz', '5%',
               '-fill', 'black', '+opaque', colour, '-fill', 'white', '-opaque', colour, '-format', '%[fx:mean*w*h]')


def is_bright(place):
    return see(*crop(place.width, place.height, place.x, place.y), '-format', '%[fx:mean]') > 0.2


@check('the explainer: captions are as large, as coloured and where they are asked to be')
def captions(problems):
    page = Shaped(1)
    page.go_to(2)
    page.hold('label', TONE)
    picture = page.place('image', 'Film')
    problems += ['yellow before it was asked for'] if count_pixels(YELLOW, picture, 1) else []
    page.prefer('Colours', 1)
    until('yellow letters', lambda: count_pixels(YELLOW, picture, 1) > 20)
    before = count_pixels(YELLOW, picture, 1)
    page.prefer('Size', 4)
    until('larger letters', lambda: count_pixels(YELLOW, picture, 1) > before * 1.5)
    page.prefer('Place', 1)
    until('the captions above', lambda: count_pixels(YELLOW, picture, 0) > before * 1.5 and not count_pixels(YELLOW, picture, 1))
    page.end(problems)


def read_words(file):
    return [block.split('\n')[-1] for block in (SHIPPED / file).read_text(encoding='utf-8').split('\n\n') if '-->' in block]


@check('the explainer: its text in two languages, one beside the other')
def languages(problems):
    page = Shaped(20)
    page.tab('Text')
    seen = [read_words(track['file']) for track in CLIP['descriptions']]
    until('the text', lambda: seen[0][0] in page.text())
    act(page.find('push button', 'Languages of the text'))
    page.choose('Beside it', 2)
    until('both languages', lambda: {seen[0][0], seen[1][0]} <= set(page.text()))
    page.end(problems)


@check('the explainer: a note of a moment stays for as long as it is to be read')
def short(problems):
    note = next(note for note in CLIP['notes'] if 'to' not in note and 'minimum_seconds' in note)
    end = seconds(note['from']) + note['minimum_seconds']
    page = Shaped(seconds(note['from']) - 1, plays=True)
    page.run.wait_for('cue-leave', kind='note', id=note['id'])
    page.run.wait_until('a while after it', lambda: page.run.events('frame')[-1]['time'] > (seconds(note['from']) + 1) * SECOND)
    page.press_play('paused')
    at = page.run.events('frame')[-1]['time'] / SECOND
    if at < end:
        page.find('list item', 'Now: ', note['title'], state='selected')
    page.press_play('playing')
    page.run.wait_until('the end of its time', lambda: page.run.events('frame')[-1]['time'] > (end + 1) * SECOND)
    until('it has gone', lambda: not any('Now: ' in name and note['title'] in name for name in page.names('list item')))
    page.end(problems)


@check('the explainer: in full screen the pointer shows the controls, and a click brings the drawer and takes it away')
def drawer(problems):
    manager = subprocess.Popen(['openbox'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    page = Shaped(66, plays=True)
    width = page.picture_width()
    press('f')
    until('the picture over the whole width', lambda: page.picture_width() > width)
    page.xdo('mousemove', '300', '200')
    play = page.place('push button', 'Play or pause')
    until('the controls gone', lambda: not is_bright(play))
    page.xdo('mousemove', '320', '220')
    until('the controls there', lambda: is_bright(play))
    screen = page.place('frame', CLIP['title']).width
    for state, is_open in (('the drawer open', True), ('the drawer away', False)):
        page.point('push button', 'Notes and facts')
        page.xdo('click', '1')
        until(state, lambda: (page.place('list', 'Notes').x < screen - 100) == is_open)
    page.end(problems)
    manager.terminate()
    manager.wait()


@check('the explainer: its keys in a window, and about')
def windows(problems):
    page = Shaped(48)
    press('ctrl+question')
    page.find('frame', 'Shortcuts')
    for words in ('Play or pause', 'Notes and facts, shown or hidden'):
        page.hold('label', words)
    press('Escape')
    until('the keys closed', lambda: 'Shortcuts' not in page.names('frame'))
    act(page.find('push button', 'Main menu'))
    pump(0.5)
    press('Down', 'Down', 'Down', 'Down', 'Return')
    page.find('frame', 'About')
    page.hold('label', 'Sidelight')
    page.end(problems)


tap.done()
