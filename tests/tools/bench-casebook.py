#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a casebook of 200,000 records and captions of 100,000 cues cost, beside python3 and jq on the same
bytes in the same run: processor seconds, and the most memory that was held. A ratio counts, not a number."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

BUILD = pathlib.Path(sys.argv[1])
RECORDS = int(sys.argv[2]) if len(sys.argv) > 2 else 200000
CUES = RECORDS // 2
AUTHOR = BUILD / 'app' / 'sidelight-author'
OPEN = BUILD / 'tests' / 'bench' / 'open-casebook'


def write(path, value):
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False), encoding='utf-8')


def make_casebook(folder):
    """Of four kinds, three of which cite a source each."""
    n = RECORDS // 4 - 1  # the casebook itself is a record, too
    (folder / 'clips').mkdir(parents=True)
    write(folder / 'casebook.json', {'format': 1, 'id': 'large', 'version': '2026-11-22', 'title': 'Large', 'language': 'en',
                                     'licence': 'CC0-1.0', 'credits': 'Made for measuring'})
    write(folder / 'sources.json', [
        {'id': 's%d' % i, 'title': 'The %dth paper on the refund' % i, 'publisher': 'A court', 'type': 'court',
         'language': 'en', 'accessed': '2026-11-21', 'date': '2009-11-16', 'url': 'https://example.org/%d' % i,
         'archived_url': 'https://archive.example.org/%d' % i} for i in range(n)])
    write(folder / 'people.json', [
        {'id': 'p%d' % i, 'name': 'Person %d' % i, 'other_names': ['Особа %d' % i], 'role': 'Witness no. %d' % i,
         'sources': ['s%d' % i]} for i in range(n)])
    write(folder / 'facts.json', [
        {'id': 'f%d' % i, 'statement': 'The %dth claim is one sentence of some length, as claims are.' % i,
         'standing': 'reported', 'attribution': 'Person %d' % i, 'as_of': '2009-11', 'people': ['p%d' % i],
         'sources': [{'source': 's%d' % i, 'where': 'paragraph %d' % i}]} for i in range(n)])
    write(folder / 'events.json', [
        {'id': 'e%d' % i, 'date': '2008-11-24/2009-11-16', 'title': 'Event %d' % i, 'text': 'What happened then.',
         'facts': ['f%d' % i], 'people': ['p%d' % i], 'sources': ['s%d' % i]} for i in range(n)])


def make_captions(path):
    def stamp(ms):
        return '%02d:%02d:%02d.%03d' % (ms // 3600000, ms // 60000 % 60, ms // 1000 % 60, ms % 1000)
    with path.open('w', encoding='utf-8') as file:
        file.write('WEBVTT\n\n')
        for i in range(CUES):
            file.write('c%d\n%s --> %s\n<v Speaker %d>Line one of cue %d\nand its second line &amp; end\n\n'
                       % (i, stamp(i * 2000), stamp(i * 2000 + 1900), i % 7, i))


def measure(*command, stdin=None):
    """Returns: processor seconds, peak MiB, what it printed"""
    with tempfile.TemporaryFile() as out, open(stdin or os.devnull, 'rb') as given:
        process = subprocess.Popen([str(word) for word in command], stdin=given, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read(4000).decode('utf-8', 'replace').strip()
    if process.returncode != 0:
        sys.exit('%s ended with %d: %s' % (command[0], process.returncode, text[-500:]))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def row(name, *command, stdin=None):
    seconds, peak, text = min((measure(*command, stdin=stdin) for _ in range(3)), key=lambda each: each[0])
    print('%-52s %8.2f %9.0f %12.0f' % (name, seconds, peak, peak * 1024 * 1024 / RECORDS), flush=True)
    return seconds, text


def main():
    if shutil.which('jq') is None:
        sys.exit('jq is not installed')
    work = pathlib.Path(tempfile.mkdtemp(prefix='sidelight-bench-'))
    try:
        folder = work / 'large'
        make_casebook(folder)
        make_captions(work / 'captions.vtt')
        files = sorted(folder.glob('*.json'))
        size = sum(file.stat().st_size for file in files)
        print('%d records in %.1f MiB; %d cues in %.1f MiB' % (RECORDS, size / 2**20, CUES,
                                                               (work / 'captions.vtt').stat().st_size / 2**20))
        print('%-52s %8s %9s %12s' % ('', 'cpu s', 'peak MiB', 'bytes/record'))
        python, _ = row('python3 -c json.load (values only)', 'python3', '-c',
                        'import json, sys; kept = [json.load(open(name)) for name in sys.argv[1:]]', *files)
        jq, _ = row('jq . (values only)', 'jq', '.', *files)
        opened, text = row('Sidelight opens it: records, places, rules', OPEN, folder)
        checked, _ = row('sidelight-author check', AUTHOR, 'check', folder)
        imported, _ = row('sidelight-author import webvtt', AUTHOR, 'import', 'webvtt', work / 'captions.vtt')
        print('open: %.1f times python3, %.1f times jq (%s); check: %.1f times open; import: %.1f us a cue'
              % (opened / python, opened / jq, text, checked / opened, imported * 1e6 / CUES))
    finally:
        shutil.rmtree(work)


main()
