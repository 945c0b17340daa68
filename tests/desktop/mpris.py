#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's MPRIS against the rules of the specification (2.2), on a bus of its own: every name, property
and method, what has no effect, and that a jump is told when its picture is on the screen, and not before."""
import shutil
import signal
import subprocess
import time
import xml.etree.ElementTree as ElementTree

from gi.repository import Gio, GLib

import bus
from bus import call, fails, wait
from process import CLIP, FILM, MAKE_CLIP, Run, casebook, check, data_folder, tap, work

ROOT, PLAYER = 'org.mpris.MediaPlayer2', 'org.mpris.MediaPlayer2.Player'
PATH = '/org/mpris/MediaPlayer2'
NAME = ROOT + '.org.example.Sidelight'
NO_TRACK = PATH + '/TrackList/NoTrack'
SECOND = 1000000  # microseconds

# As the specification has them: methods with the types of their arguments, properties with type and access.
# TrackList and Playlists, and the property Shuffle, are for players that have such.
METHODS = {ROOT: {'Raise': '', 'Quit': ''},
           PLAYER: {'Next': '', 'Previous': '', 'Pause': '', 'PlayPause': '', 'Stop': '', 'Play': '', 'Seek': 'x',
                    'SetPosition': 'ox', 'OpenUri': 's'}}
PROPERTIES = {ROOT: {'CanQuit': 'b read', 'Fullscreen': 'b readwrite', 'CanSetFullscreen': 'b read', 'CanRaise': 'b read',
                     'HasTrackList': 'b read', 'Identity': 's read', 'DesktopEntry': 's read',
                     'SupportedUriSchemes': 'as read', 'SupportedMimeTypes': 'as read'},
              PLAYER: {'PlaybackStatus': 's read', 'LoopStatus': 's readwrite', 'Rate': 'd readwrite',
                       'Metadata': 'a{sv} read', 'Volume': 'd readwrite', 'Position': 'x read', 'MinimumRate': 'd read',
                       'MaximumRate': 'd read', 'CanGoNext': 'b read', 'CanGoPrevious': 'b read', 'CanPlay': 'b read',
                       'CanPause': 'b read', 'CanSeek': 'b read', 'CanControl': 'b read'}}
SIGNALS = {ROOT: {}, PLAYER: {'Seeked': 'x'}}

LONG_CLIP = dict(CLIP, duration='01:00.000', notes=[], poster='media/poster.png', alt='A card',
                 chapters=[{'id': 'one', 'title': 'One', 'from': '00:00'}, {'id': 'two', 'title': 'Two', 'from': '00:20'},
                           {'id': 'three', 'title': 'Three', 'from': '00:40'}])


class Remote:
    """One program with its film, as a remote control has it."""

    def __init__(self, *arguments, name=NAME, **options):
        self.name = name
        self.changes = []
        self.jumps = []
        self.ids = [bus.bus.signal_subscribe(None, 'org.freedesktop.DBus.Properties', 'PropertiesChanged', PATH, None,
                                             Gio.DBusSignalFlags.NONE, self.changed),
                    bus.bus.signal_subscribe(None, PLAYER, 'Seeked', PATH, None, Gio.DBusSignalFlags.NONE, self.sought)]
        self.run = Run(*arguments, **options)
        self.owner = wait(name + ' on the bus', self.find)

    def find(self):
        return self.name in bus.names() and call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                                 'GetNameOwner', GLib.Variant('(s)', (self.name,)))[0]

    def changed(self, _, sender, _path, _interface, _signal, arguments):
        interface, values, invalid = arguments.unpack()
        self.changes.append((sender, interface, values, invalid))

    def sought(self, _, sender, _path, _interface, _signal, arguments):
        self.jumps.append((time.monotonic_ns() // 1000, sender, arguments.unpack()[0]))

    def do(self, method, signature=None, *arguments):
        interface = ROOT if method in METHODS[ROOT] else PLAYER
        call(self.name, PATH, interface, method, GLib.Variant(signature, arguments) if signature else None)

    def get(self, name):
        interface = ROOT if name in PROPERTIES[ROOT] else PLAYER
        return call(self.name, PATH, 'org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (interface, name)))[0]

    def set(self, name, signature, value):
        interface = ROOT if name in PROPERTIES[ROOT] else PLAYER
        call(self.name, PATH, 'org.freedesktop.DBus.Properties', 'Set',
             GLib.Variant('(ssv)', (interface, name, GLib.Variant(signature, value))))

    def wait_for(self, name, value):
        wait('%s = %s' % (name, value), lambda: self.get(name) == value)

    def told(self, start=0):
        """What was said to have changed since @start, by name."""
        bus.pump()
        result = {}
        for _, _, values, _ in self.changes[start:]:
            for key, value in values.items():
                result.setdefault(key, []).append(value)
        return result

    def jump(self, act):
        """Does @act and gives the Seeked that it leads to, and when that came."""
        before = len(self.jumps)
        act()
        return wait('Seeked', lambda: self.jumps[before:])[0]

    def end(self, problems, stop=signal.SIGTERM):
        status, _, loud = self.run.end(stop)
        for number in self.ids:
            bus.bus.signal_unsubscribe(number)
        problems += loud + ([] if status == 0 else ['status %d' % status])
        wait('the name gone', lambda: self.name not in bus.names())


def long_casebook(name):
    folder = casebook(name, medium=False, clips__clip=LONG_CLIP, films=[dict(FILM, directors=['A. Maker', 'B. Maker'])])
    (folder / 'media' / 'clip.webm').hardlink_to(work / 'long.webm')
    (folder / 'media' / 'poster.png').hardlink_to(work / 'poster.png')
    return folder


def playing(name):
    remote = Remote('sidelight:small/clip', data=data_folder(long_casebook(name)))
    remote.run.wait_for('frame')
    remote.wait_for('PlaybackStatus', 'Playing')
    return remote


def paused(name):
    remote = playing(name)
    remote.do('Pause')
    remote.wait_for('PlaybackStatus', 'Paused')
    return remote


subprocess.run([MAKE_CLIP, work / 'long.webm', '320', '180', '30', '1800'], check=True)
subprocess.run(['convert', '-size', '16x9', 'xc:red', work / 'poster.png'], check=True)
manager = subprocess.Popen(['openbox'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@check('the names, types and access of the specification, and none besides')
def introspection(problems):
    remote = Remote(long_casebook('names'))
    node = ElementTree.fromstring(call(NAME, PATH, 'org.freedesktop.DBus.Introspectable', 'Introspect')[0])
    for interface in node.iter('interface'):
        name = interface.get('name')
        if name not in METHODS:
            problems += [] if name.startswith('org.freedesktop.DBus.') else ['also ' + name]
            continue
        found = ({method.get('name'): ''.join(argument.get('type') for argument in method) for method in interface.iter('method')},
                 {item.get('name'): '%s %s' % (item.get('type'), item.get('access')) for item in interface.iter('property')},
                 {item.get('name'): ''.join(argument.get('type') for argument in item) for item in interface.iter('signal')})
        wanted = METHODS[name], PROPERTIES[name], SIGNALS[name]
        problems += ['%s: %s' % (name, found)] if found != wanted else []
    problems += ['not there: ' + name for name in METHODS if name not in [item.get('name') for item in node.iter('interface')]]
    remote.end(problems)


@check('without a film: what it is, and that nothing has an effect')
def idle(problems):
    remote = Remote(long_casebook('idle'))
    remote.run.wait_for('page', page='lobby')
    wanted = {'CanQuit': True, 'Fullscreen': False, 'CanSetFullscreen': False, 'CanRaise': True, 'HasTrackList': False,
              'Identity': 'Sidelight', 'DesktopEntry': 'org.example.Sidelight', 'SupportedUriSchemes': ['sidelight'],
              'SupportedMimeTypes': [], 'PlaybackStatus': 'Stopped', 'LoopStatus': 'None', 'Rate': 1.0,
              'Metadata': {'mpris:trackid': NO_TRACK}, 'Volume': 1.0, 'Position': 0, 'MinimumRate': 0.5, 'MaximumRate': 2.0,
              'CanGoNext': False, 'CanGoPrevious': False, 'CanPlay': False, 'CanPause': False, 'CanSeek': False,
              'CanControl': True}
    everything = {**call(NAME, PATH, 'org.freedesktop.DBus.Properties', 'GetAll', GLib.Variant('(s)', (ROOT,)))[0],
                  **call(NAME, PATH, 'org.freedesktop.DBus.Properties', 'GetAll', GLib.Variant('(s)', (PLAYER,)))[0]}
    problems += ['%s: %s' % (name, everything.get(name)) for name in wanted if everything.get(name) != wanted[name]]
    problems += ['also %s' % name for name in everything if name not in wanted]
    for method in ('Next', 'Previous', 'Pause', 'Stop', 'Play', 'Raise'):
        remote.do(method)
    remote.do('Seek', '(x)', SECOND)
    remote.do('SetPosition', '(ox)', NO_TRACK, SECOND)
    problems += [] if fails(remote.do, 'PlayPause') else ['PlayPause without a film is no error']
    problems += [] if fails(remote.set, 'Fullscreen', 'b', True) else ['full screen without a film']
    for rate in (2.0, 0.5, 0.0):
        remote.set('Rate', 'd', rate)
        problems += ['rate %s without a film' % remote.get('Rate')] if remote.get('Rate') != 1.0 else []
    problems += ['told: %s' % remote.told()] if remote.get('PlaybackStatus') != 'Stopped' or remote.jumps else []
    remote.end(problems)


@check('a link is opened, everything of its clip is told, and other schemes are not')
def open_uri(problems):
    folder = long_casebook('open')
    remote = Remote(folder, data=data_folder(folder))
    remote.run.wait_for('page', page='lobby')
    for uri in ('https://example.org/film.webm', 'file:///etc/passwd', 'nothing', ''):
        problems += [] if fails(remote.do, 'OpenUri', '(s)', uri) else ['%s was taken' % uri]
    remote.do('OpenUri', '(s)', 'sidelight:small/clip')
    remote.run.wait_for('frame')
    remote.wait_for('PlaybackStatus', 'Playing')
    wanted = {'mpris:trackid': '/org/example/Sidelight/clip/small/clip', 'mpris:length': 60 * SECOND, 'xesam:title': 'Clip',
              'xesam:album': 'Film', 'xesam:artist': ['A. Maker', 'B. Maker'], 'xesam:url': 'sidelight:small/clip',
              'mpris:artUrl': (folder / 'media' / 'poster.png').as_uri()}
    found = remote.get('Metadata')
    # The casebook is found by its link in the data folder.
    found['mpris:artUrl'] = found.get('mpris:artUrl', '').replace('data-open/sidelight/casebooks/small', 'open')
    problems += ['Metadata: %s' % found] if found != wanted else []
    problems += [name for name in ('CanGoNext', 'CanPlay', 'CanPause', 'CanSeek', 'CanSetFullscreen') if remote.get(name) is not True]
    remote.end(problems)


@check('play, pause, both and stop')
def states(problems):
    remote = playing('states')
    remote.do('Play')
    problems += [] if remote.get('PlaybackStatus') == 'Playing' else ['Play while it plays']
    remote.do('PlayPause')
    remote.wait_for('PlaybackStatus', 'Paused')
    position = remote.get('Position')
    remote.do('Pause')
    remote.do('PlayPause')
    remote.wait_for('PlaybackStatus', 'Playing')
    wait('time going on', lambda: remote.get('Position') > position)
    remote.do('Stop')
    remote.wait_for('PlaybackStatus', 'Stopped')
    wait('the beginning', lambda: remote.get('Position') == 0)
    remote.do('Stop')
    remote.do('Play')
    remote.wait_for('PlaybackStatus', 'Playing')
    problems += ['Position: %d' % remote.get('Position')] if remote.get('Position') > 10 * SECOND else []
    remote.do('SetPosition', '(ox)', remote.get('Metadata')['mpris:trackid'], 60 * SECOND)
    remote.wait_for('PlaybackStatus', 'Stopped')  # the film has ended
    remote.do('Play')
    remote.wait_for('PlaybackStatus', 'Playing')
    remote.end(problems)


def check_jump(remote, problems, act, wanted):
    seek = len(remote.run.events('seek'))
    came, sender, position = remote.jump(act)
    asked = remote.run.events('seek')[seek]
    frames = [row for row in remote.run.events('frame') if row['serial'] == asked['serial'] and row['us'] <= came]
    if sender != remote.owner:
        problems.append('Seeked from %s' % sender)
    if position != wanted:
        problems.append('Seeked %d, not %d' % (position, wanted))
    if not frames or frames[0]['time'] // 1000 != position:
        problems.append('Seeked %d before its picture: %s' % (position, frames[:1]))
    if remote.get('Position') != position:
        problems.append('Position %d after Seeked %d' % (remote.get('Position'), position))


@check('each jump is told once its picture is shown, with the time of that picture')
def jumps(problems):
    remote = paused('jumps')
    track = remote.get('Metadata')['mpris:trackid']
    at = [('SetPosition', '(ox)', (track, 10 * SECOND), 10 * SECOND), ('Seek', '(x)', (5 * SECOND,), 15 * SECOND),
          ('Seek', '(x)', (-2 * SECOND,), 13 * SECOND), ('Seek', '(x)', (-99 * SECOND,), 0),
          ('Seek', '(x)', (-2 ** 63,), 0), ('Next', None, (), 20 * SECOND), ('Next', None, (), 40 * SECOND),
          ('Previous', None, (), 20 * SECOND), ('Previous', None, (), 0),
          ('Seek', '(x)', (60 * SECOND + 1,), 20 * SECOND), ('Seek', '(x)', (2 ** 63 - 1,), 40 * SECOND)]
    for method, signature, arguments, wanted in at:
        before = len(problems)
        check_jump(remote, problems, lambda: remote.do(method, signature, *arguments), wanted)
        problems[before:] = ['%s%s: %s' % (method, arguments, line) for line in problems[before:]]
    bus.pump()
    count = len(remote.jumps)
    for _ in range(5):  # each has to know of the one before, though no picture came yet
        remote.do('Seek', '(x)', -2 * SECOND)
    wait('five steps', lambda: remote.get('Position') == 30 * SECOND)
    wait('them told', lambda: len(remote.jumps) > count and remote.jumps[-1][2] == 30 * SECOND)
    remote.end(problems)


@check('a position of another track, below zero or beyond the end does nothing, nor does next at the last chapter')
def no_effect(problems):
    remote = paused('no-effect')
    track = remote.get('Metadata')['mpris:trackid']
    remote.jump(lambda: remote.do('SetPosition', '(ox)', track, 50 * SECOND))
    wait('the last chapter', lambda: remote.get('CanGoNext') is False)
    count = len(remote.run.events('seek'))
    for other, position in ((NO_TRACK, 0), ('/org/example/Sidelight/clip/small/other', 5 * SECOND), (track, -1),
                            (track, 60 * SECOND + 1), (track, 2 ** 63 - 1), (track, -2 ** 63)):
        remote.do('SetPosition', '(ox)', other, position)
    remote.do('Next')
    remote.do('Seek', '(x)', 11 * SECOND)
    remote.do('Seek', '(x)', 2 ** 63 - 1)
    problems += ['sought: %s' % remote.run.events('seek')[count:]] if len(remote.run.events('seek')) != count else []
    problems += [] if remote.get('PlaybackStatus') == 'Paused' else ['no more paused']
    remote.end(problems)


@check('rate, volume and loop: set, held to what there is, and only what changed is told')
def settings(problems):
    remote = paused('settings')
    bus.pump()
    for name, signature, asked, wanted in (
            ('Rate', 'd', 1.5, 1.5), ('Rate', 'd', 9.0, 2.0), ('Rate', 'd', 0.01, 0.5), ('Rate', 'd', 1.5, 1.5),
            ('Rate', 'd', -5.0, 1.5), ('Rate', 'd', -0.5, 1.5), ('Rate', 'd', float('-inf'), 1.5), ('Rate', 'd', float('inf'), 2.0),
            ('Rate', 'd', 1.0, 1.0),
            ('Volume', 'd', 0.25, 0.25), ('Volume', 'd', -3.0, 0.0), ('Volume', 'd', 7.0, 1.0),
            ('LoopStatus', 's', 'Track', 'Track'), ('LoopStatus', 's', 'None', 'None')):
        start, before = len(remote.changes), remote.get(name)
        remote.set(name, signature, asked)
        remote.wait_for(name, wanted)
        if before != wanted:
            wait('%s told' % name, lambda: name in remote.told(start))
        told = remote.told(start)
        if set(told) - {name} or any(sender != remote.owner for sender, *_ in remote.changes[start:]):
            problems.append('%s to %s: told %s' % (name, asked, told))
    for name, signature, asked in (('LoopStatus', 's', 'Playlist'), ('LoopStatus', 's', ''), ('Rate', 'd', float('nan')),
                                   ('Volume', 'd', float('nan')), ('Volume', 's', 'loud'), ('CanSeek', 'b', False), ('Position', 'x', 0)):
        problems += [] if fails(remote.set, name, signature, asked) else ['%s was set to %s' % (name, asked)]
    remote.do('Play')
    remote.wait_for('PlaybackStatus', 'Playing')
    start = len(remote.changes)
    remote.set('Rate', 'd', 0.0)
    remote.wait_for('PlaybackStatus', 'Paused')
    problems += ['rate 0: told %s' % remote.told(start)] if remote.told(start) != {'PlaybackStatus': ['Paused']} else []
    problems += ['Position is told'] if any('Position' in values for _, _, values, _ in remote.changes) else []
    remote.end(problems)


@check('the same clip has the same track, and a film that begins later than its start says so')
def same_track(problems):
    folder = long_casebook('same')
    data = data_folder(folder)
    tracks = []
    for link in ('sidelight:small/clip#t=30', 'sidelight:small/clip'):
        remote = Remote(link, data=data)
        remote.run.wait_for('frame')
        wait('where it begins', lambda: remote.jumps)
        first = remote.run.events('frame')[0]['time'] // 1000
        problems += ['%s: Seeked %s, first picture %d' % (link, remote.jumps, first)] if remote.jumps[0][2] != first else []
        tracks.append(remote.get('Metadata')['mpris:trackid'])
        remote.do('Pause')
        remote.wait_for('PlaybackStatus', 'Paused')
        remote.set('Rate', 'd', 1.25)
        remote.wait_for('Rate', 1.25)
        remote.end(problems)
    problems += ['tracks %s' % tracks] if tracks[0] != tracks[1] else []
    remote = Remote('sidelight:small/clip', data=data)
    remote.run.wait_for('frame')
    problems += ['the rate is forgotten'] if remote.get('Rate') != 1.25 else []
    remote.end(problems)


def activate(remote):
    window = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--pid', str(remote.run.process.pid)],
                            capture_output=True, text=True, check=True).stdout.split()[0]
    subprocess.run(['xdotool', 'windowactivate', '--sync', window], check=True)


def press(key):
    subprocess.run(['xdotool', 'key', key], check=True)


@check('a step is told once its picture is shown, and a loop when it goes round')
def steps(problems):
    remote = paused('steps')
    track = remote.get('Metadata')['mpris:trackid']
    remote.jump(lambda: remote.do('SetPosition', '(ox)', track, 10 * SECOND))
    activate(remote)
    for key, wanted in (('period', 301), ('period', 302), ('comma', 301)):
        came, _, position = remote.jump(lambda: press(key))
        shown = [row for row in remote.run.events('frame') if row['us'] <= came][-1]
        if shown['number'] != wanted or shown['time'] // 1000 != position or remote.get('Position') != position:
            problems.append('%s: Seeked %d, shown %s' % (key, position, shown))
    remote.jump(lambda: remote.do('SetPosition', '(ox)', track, 59 * SECOND))
    remote.set('LoopStatus', 's', 'Track')
    remote.wait_for('LoopStatus', 'Track')
    remote.do('Play')
    wait('the loop told', lambda: remote.jumps[-1][2] < SECOND)
    remote.end(problems)


@check('a rate that is remembered is no jump')
def remembered(problems):
    data = data_folder(long_casebook('remembered'))
    remote = Remote('sidelight:small/clip#t=20', data=data)
    remote.run.wait_for('frame')
    remote.do('Pause')
    remote.wait_for('PlaybackStatus', 'Paused')
    track = remote.get('Metadata')['mpris:trackid']
    remote.jump(lambda: remote.do('SetPosition', '(ox)', track, 57 * SECOND))  # from there it begins at its start again
    remote.set('Rate', 'd', 1.25)
    remote.wait_for('Rate', 1.25)
    remote.end(problems)
    remote = Remote('sidelight:small/clip', data=data)
    remote.wait_for('Rate', 1.25)
    wait('time going on', lambda: remote.get('Position') > SECOND)
    problems += ['told: %s' % remote.jumps] if remote.jumps else []
    remote.end(problems)


@check('media keys move the film of the focused window')
def keys(problems):
    remote = playing('keys')
    activate(remote)
    for key, name, wanted in (('AudioPause', 'PlaybackStatus', 'Paused'), ('AudioPlay', 'PlaybackStatus', 'Playing'),
                              ('AudioPlay', 'PlaybackStatus', 'Paused'), ('AudioStop', 'Position', 0),
                              ('AudioNext', 'Position', 20 * SECOND), ('AudioForward', 'Position', 30 * SECOND),
                              ('AudioNext', 'Position', 40 * SECOND), ('AudioRewind', 'Position', 30 * SECOND),
                              ('AudioPrev', 'Position', 20 * SECOND)):
        press('XF86' + key)
        remote.wait_for(name, wanted)
    remote.end(problems)


@check('full screen is set and told, and left')
def fullscreen(problems):
    remote = playing('full')
    for wanted in (True, False):
        start = len(remote.changes)
        remote.set('Fullscreen', 'b', wanted)
        remote.wait_for('Fullscreen', wanted)
        wait('told', lambda: remote.told(start).get('Fullscreen') == [wanted])
    remote.end(problems)


@check('two programs have two names, and Quit ends the one that is asked')
def two(problems):
    first = playing('first')
    run = Run(casebook('second'))
    name = '%s.instance%d' % (NAME, run.process.pid)
    wait('a second name', lambda: name in bus.names())
    problems += [] if call(name, PATH, 'org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (PLAYER, 'PlaybackStatus')))[0] == 'Stopped' else ['the wrong one']
    call(name, PATH, ROOT, 'Quit')
    status, _, loud = run.end()
    problems += loud + ([] if status == 0 else ['the second: status %d' % status])
    problems += [] if first.get('PlaybackStatus') == 'Playing' else ['the first plays no more']
    first.do('Quit')
    first.end(problems, None)


@check('without a session bus the film plays all the same')
def no_bus(problems):
    folder = casebook('no-bus')
    run = Run('--quit-at-end', 'sidelight:small/clip', data=data_folder(folder), DBUS_SESSION_BUS_ADDRESS='unix:path=/nonexistent')
    status, _, loud = run.end()
    problems += [line for line in loud if 'bus' not in line] + ([] if status == 0 else ['status %d' % status])


manager.terminate()
manager.wait()
shutil.rmtree(work)
tap.done()
