# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of the program as a process share: a small casebook, and a run with its trace. A test gets the
program and the maker of clips as its arguments. Leaves out what is asked of the program."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'style'))
from tap import Tap  # noqa: E402

PROGRAM, MAKE_CLIP = sys.argv[1:3]
SHIPPED = pathlib.Path(os.environ['SL_TEST_CASEBOOKS']) / 'justice-for-sergei'
LONG = 60  # seconds for what should take a moment, on the slowest machine
tap = Tap()
started = []
work = pathlib.Path(tempfile.mkdtemp(prefix='sidelight-process-'))

CASEBOOK = {'format': 1, 'id': 'small', 'version': '2026-11-22', 'title': 'Small', 'language': 'en', 'licence': 'CC0-1.0'}
SOURCE = {'id': 's', 'title': 'A source', 'publisher': 'Somebody', 'type': 'news', 'language': 'en',
          'accessed': '2026-11-22'}
FACT = {'id': 'good', 'statement': 'It is so.', 'standing': 'reported', 'attribution': 'Somebody', 'as_of': '2026',
        'sources': [{'source': 's'}]}
CLIP = {'id': 'clip', 'film': 'film', 'kind': 'explainer', 'title': 'Clip', 'duration': '00:02.000',
        'media': [{'file': 'media/clip.webm'}],
        'chapters': [{'id': 'one', 'title': 'One', 'from': '00:00'}, {'id': 'two', 'title': 'Two', 'from': '00:01'}],
        'notes': [{'id': 'short', 'from': '00:00.500', 'to': '00:00.501', 'kind': 'context', 'title': 'Short'},
                  {'id': 'point', 'from': '00:01.250', 'kind': 'context', 'title': 'Point'},
                  {'id': 'whole', 'from': '00:00', 'to': '00:02', 'kind': 'fact', 'title': 'Whole', 'facts': ['good']},
                  {'id': 'words', 'from': '00:01', 'to': '00:02', 'kind': 'title', 'title': 'Words'}]}
FILM = {'id': 'film', 'title': 'Film', 'year': 2026, 'clips': ['clip']}


def casebook(name, medium=True, **files):
    folder = work / name
    (folder / 'clips').mkdir(parents=True)
    (folder / 'media').mkdir()
    content = {'casebook': CASEBOOK, 'films': [FILM], 'facts': [FACT], 'sources': [SOURCE], 'clips/clip': CLIP}
    content.update({key.replace('__', '/'): value for key, value in files.items()})
    for key, value in content.items():
        text = value if isinstance(value, str) else json.dumps(value, indent=1)
        (folder / (key + '.json')).write_text(text, encoding='utf-8')
    if medium:
        shutil.copy(work / 'clip.webm', folder / 'media' / 'clip.webm')
    return folder


class Run:
    """One process with its trace. The link of a folder's clip is the folder itself in a data folder."""

    def __init__(self, *arguments, data=None, advisory=False, **more):
        self.path = work / ('trace-%d.jsonl' % time.monotonic_ns())
        environment = dict(os.environ, **{'G_DEBUG': '', 'GTK_A11Y': 'none', **more})
        if data:
            environment['XDG_DATA_HOME'] = str(data)
        environment = {key: value for key, value in environment.items() if value is not None}
        self.errors = open(self.path.with_suffix('.err'), 'w+', encoding='utf-8')
        self.process = subprocess.Popen([PROGRAM, *([] if advisory else ['--no-advisory']), '--trace', str(self.path), *map(str, arguments)],
                                        env=environment, stdout=subprocess.DEVNULL, stderr=self.errors)
        started.append(self.process)

    def events(self, *names):
        if not self.path.exists():
            return []
        lines = self.path.read_text(encoding='utf-8').split('\n')[:-1]
        rows = [json.loads(line) for line in lines]
        return [row for row in rows if not names or row['event'] in names]

    def wait_for(self, name, **fields):
        end = time.monotonic() + LONG
        while time.monotonic() < end:
            for row in self.events(name):
                if all(row.get(key) == value for key, value in fields.items()):
                    return row
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        raise AssertionError('no %s %s in %s' % (name, fields, self.events()[-5:]))

    def wait_until(self, what, holds):
        end = time.monotonic() + LONG
        while not holds():
            if time.monotonic() > end or self.process.poll() is not None:
                raise AssertionError('not seen: %s; %s' % (what, self.events()[-5:]))
            time.sleep(0.02)

    def end(self, stop=None):
        begun = time.monotonic()
        if stop:
            self.process.send_signal(stop)
        status = self.process.wait(LONG)
        self.errors.seek(0)
        loud = [line for line in self.errors.read().split('\n') if 'CRITICAL' in line or 'WARNING' in line]
        return status, time.monotonic() - begun, loud


def data_folder(folder):
    """A data folder that has the casebook under its id, so that a link finds it."""
    data = work / ('data-' + folder.name)
    (data / 'sidelight' / 'casebooks').mkdir(parents=True)
    (data / 'sidelight' / 'casebooks' / 'small').symlink_to(folder)
    return data


def check(name):
    def run(function):
        problems = []
        try:
            function(problems)
        except (AssertionError, subprocess.TimeoutExpired) as error:
            problems.append(str(error))
        for process in started:  # what a failure has left
            if process.poll() is None:
                process.kill()
                process.wait()
        tap.check(name, problems)
    return run


subprocess.run([MAKE_CLIP, work / 'clip.webm', '320', '180', '30', '60'], check=True)
