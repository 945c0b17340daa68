#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""chromium.py FILM...: plays each film in Chromium, to its end, and seeks in it, as somebody does who puts it on a page.

A server of this computer alone gives the page and the films, byte by byte as they are asked for, and takes what the
page has to say. Leaves out what is to be seen: tests/films."""
import http.server
import json
import os
import pathlib
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading

SPEED = 4  # times as fast as it is
PATIENCE = 300  # seconds for one film
NEAR = 0.05  # seconds that a picture may be away from where one sought

PAGE = """<!DOCTYPE html><meta charset="utf-8"><video muted></video><script>
const video = document.querySelector('video'), told = {seeks: []};
const happens = name => new Promise(resolve => video.addEventListener(name, resolve, {once: true}));
const picture = () => new Promise(resolve => video.requestVideoFrameCallback((now, about) => resolve(about.mediaTime)));
const tell = () => fetch('/told', {method: 'POST', body: JSON.stringify(told)});
video.onerror = () => { told.error = video.error.code + ' ' + video.error.message; tell(); };
(async () => {
  video.src = '/film';
  await happens('loadedmetadata');
  Object.assign(told, {duration: video.duration, width: video.videoWidth, height: video.videoHeight});
  for (const share of [0.9, 0.1, 0.5, 0.51, 0.25]) {
    const shown = picture(), time = Math.round(video.duration * share);
    video.currentTime = time;
    told.seeks.push([time, await shown]);
  }
  const back = picture();
  video.currentTime = 0;
  await back;
  const ended = happens('ended');
  video.playbackRate = %d;
  await video.play();
  await ended;
  told.end = video.currentTime;
  told.pictures = video.getVideoPlaybackQuality().totalVideoFrames;
  tell();
})().catch(error => { told.error = String(error); tell(); });
</script>
""" % SPEED


class Server(http.server.ThreadingHTTPServer):
    def __init__(self, film):
        super().__init__(('127.0.0.1', 0), Handler)
        self.film, self.told = film, queue.Queue()

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):  # a browser leaves as it likes
            super().handle_error(request, client_address)


class Handler(http.server.BaseHTTPRequestHandler):
    """One page, one film in parts, one answer."""
    protocol_version = 'HTTP/1.1'

    def log_message(self, format, *args):  # pylint: disable=redefined-builtin
        pass

    def send(self, status, kind, body, **headers):
        self.send_response(status)
        for name, value in {'Content-Type': kind, 'Content-Length': str(len(body)), **headers}.items():
            self.send_header(name.replace('_', '-'), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path == '/':
            self.send(200, 'text/html', PAGE.encode())
        elif self.path == '/film':
            self.send_film(self.server.film.read_bytes())
        else:
            self.send(404, 'text/plain', b'')

    def send_film(self, film):
        wanted = re.match(r'bytes=(\d+)-(\d*)$', self.headers.get('Range', ''))
        first = int(wanted[1]) if wanted else 0
        last = min(int(wanted[2] or len(film) - 1) if wanted else len(film) - 1, len(film) - 1)
        part = 'bytes %d-%d/%d' % (first, last, len(film))
        try:
            self.send(206 if wanted else 200, 'video/webm', film[first:last + 1], Accept_Ranges='bytes', Content_Range=part)
        except (BrokenPipeError, ConnectionResetError):  # it has asked for another part meanwhile
            self.close_connection = True

    def do_POST(self):
        self.server.told.put(json.loads(self.rfile.read(int(self.headers['Content-Length']))))
        self.send(200, 'text/plain', b'')


def play(film, browser):
    """What the page told of it; nothing when it never did."""
    server = Server(film)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        words = [browser, '--headless=new', '--disable-gpu', '--mute-audio', '--no-first-run', '--disable-dev-shm-usage',
                 '--autoplay-policy=no-user-gesture-required', '--user-data-dir=' + folder]
        words += ['--no-sandbox'] if os.geteuid() == 0 else []  # it refuses the administrator otherwise
        process = subprocess.Popen([*words, 'http://%s:%d/' % server.server_address],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            return server.told.get(timeout=PATIENCE)
        except queue.Empty:
            return None
        finally:
            process.terminate()
            process.wait()
            server.shutdown()


def judge(told):
    if told is None:
        return ['it was not played in %d s' % PATIENCE]
    problems = [told['error']] if 'error' in told else []
    problems += ['sought %s, shown %s' % (time, shown) for time, shown in told['seeks'] if abs(time - shown) > NEAR]
    if len(told['seeks']) < 5 or abs(told.get('end', -1) - told.get('duration', 0)) > NEAR or not told.get('pictures'):
        problems.append('not to its end: %s' % told)
    return problems


def main():
    browser = shutil.which('chromium')
    if not browser:
        sys.exit('chromium.py: chromium is not installed')
    failed = False
    for film in map(pathlib.Path, sys.argv[1:]):
        told = play(film, browser)
        problems = judge(told)
        failed |= bool(problems)
        print('%s: %s' % (film.name, '; '.join(problems) or
                          '%(width)d x %(height)d, played to its end at %(end).3f s, %(pictures)d pictures decoded, every seek exact' % told))
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
