#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The screen is kept awake while a picture plays, and only then: what a session manager of our own is asked.
With `--manager FILE` this is that manager, which writes down what it is asked."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time
import wave

from gi.repository import Gio, GLib

PATH, NAME = '/org/gnome/SessionManager', 'org.gnome.SessionManager'
XML = """<node><interface name='org.gnome.SessionManager'>
  <method name='RegisterClient'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='o' direction='out'/></method>
  <method name='UnregisterClient'><arg type='o' direction='in'/></method>
  <method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
    <arg type='u' direction='in'/><arg type='u' direction='out'/></method>
  <method name='Uninhibit'><arg type='u' direction='in'/></method>
</interface></node>"""
IDLE = 8


def serve(path):
    count = 0

    def called(_bus, _sender, _path, _interface, method, arguments, invocation):
        nonlocal count
        count += method == 'Inhibit'
        with open(path, 'a', encoding='utf-8') as file:
            file.write(json.dumps([time.monotonic_ns() // 1000, method, *arguments.unpack()]) + '\n')
        answers = {'Inhibit': GLib.Variant('(u)', (count,)), 'RegisterClient': GLib.Variant('(o)', (PATH + '/Client1',))}
        invocation.return_value(answers.get(method))

    def acquired(bus, _name):
        bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], called, None, None)

    Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, acquired, None, None)
    GLib.MainLoop().run()


if sys.argv[1] == '--manager':
    serve(sys.argv[2])

import bus  # noqa: E402
from process import CLIP, MAKE_CLIP, Run, casebook, check, data_folder, tap, work  # noqa: E402

LOG = work / 'asked.jsonl'
manager = subprocess.Popen([sys.executable, pathlib.Path(__file__), '--manager', LOG])
bus.wait('the manager', lambda: NAME in bus.names())


def asked():
    rows = [json.loads(line) for line in LOG.read_text(encoding='utf-8').split('\n')[:-1]] if LOG.exists() else []
    return [row for row in rows if row[1] in ('Inhibit', 'Uninhibit')]


def start(name, prepare, clip=CLIP):
    LOG.unlink(missing_ok=True)
    folder = casebook(name, medium=False, clips__clip=clip)
    prepare(folder / 'media' / pathlib.Path(clip['media'][0]['file']).name)
    return Run('sidelight:small/clip', data=data_folder(folder))


def remote(method):
    bus.call('org.mpris.MediaPlayer2.org.example.Sidelight', '/org/mpris/MediaPlayer2', 'org.mpris.MediaPlayer2.Player', method)


def end(run, problems):
    status, _, loud = run.end(signal.SIGTERM)
    problems += loud + ([] if status == 0 else ['status %d' % status])


def wait_for(run, count, problems):
    """Until so many things were asked, in turn: kept awake, let go."""
    run.wait_until('%d asked' % count, lambda: len(asked()) >= count)
    rows = asked()
    methods = [row[1] for row in rows]
    if methods != ['Inhibit', 'Uninhibit'] * (count // 2) + ['Inhibit'] * (count % 2):
        problems.append('asked: %s' % rows)
    problems += ['flags: %s' % row for row in rows if row[1] == 'Inhibit' and row[5] != IDLE]
    return rows[-1]


subprocess.run([MAKE_CLIP, work / 'long.webm', '320', '180', '30', '1800'], check=True)


@check('a film keeps awake from its first picture, not while it pauses, and lets go when the program ends')
def film(problems):
    run = start('film', lambda path: path.hardlink_to(work / 'long.webm'), dict(CLIP, duration='01:00.000', chapters=[], notes=[]))
    row = wait_for(run, 1, problems)
    problems += ['before the first picture'] if row[0] < run.events('frame')[0]['us'] else []
    for count, method in ((2, 'Pause'), (3, 'Play'), (4, 'Stop'), (5, 'Play')):
        remote(method)
        wait_for(run, count, problems)
    end(run, problems)
    problems += [] if len(asked()) == 6 else ['asked at the end: %s' % asked()]


@check('a film that has ended lets go')
def ended(problems):
    run = start('ended', lambda path: path.hardlink_to(work / 'clip.webm'))
    wait_for(run, 2, problems)
    run.wait_for('state', state='ended')
    end(run, problems)
    problems += [] if len(asked()) == 2 else ['asked: %s' % asked()]


@check('a file that does not answer keeps nothing awake')
def loading(problems):
    run = start('loading', os.mkfifo)
    run.wait_for('fault', code='no-answer')
    end(run, problems)
    problems += ['asked: %s' % asked()] if asked() else []


def write_sound(path):
    with wave.open(str(path), 'wb') as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(8000 * 2 * 2))


@check('sound without a picture lets the screen go dark')
def sound(problems):
    run = start('sound', write_sound, dict(CLIP, kind='audio', media=[{'file': 'media/clip.wav'}]))
    run.wait_for('state', state='playing')
    run.wait_for('state', state='ended')
    end(run, problems)
    problems += ['asked: %s' % asked()] if asked() else []


manager.terminate()
manager.wait()
shutil.rmtree(work)
tap.done()
