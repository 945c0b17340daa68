#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Casebooks in one file: that packing and unpacking are exact, and that no archive, however it is made,
writes anything outside, leaves anything half done or passes by a rule. The archives are made here."""
import contextlib
import filecmp
import io
import os
import pathlib
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'style'))
from tap import Tap  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
DATA = pathlib.Path(os.environ['SL_TEST_DATA'])
SHIPPED = pathlib.Path(os.environ['SL_TEST_CASEBOOKS']) / 'justice-for-sergei'
CASEBOOK = b'''{"format": 1, "id": "small", "version": "2026-11-22", "title": "Small", "language": "en",
 "licence": "CC0-1.0"}'''
GIB = 1 << 30
tap = Tap()
work = pathlib.Path(tempfile.mkdtemp(prefix='sidelight-archives-'))


def run(*arguments, cwd=None, umask=-1, **variables):
    return subprocess.run([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          encoding='utf-8', check=False, cwd=cwd or work, umask=umask, timeout=100,
                          env={**os.environ, 'TMPDIR': str(work / 'tmp'), **variables})


class Entry:
    """One entry of a zip whose every field can be told otherwise than it is."""

    def __init__(self, name, data=b'', method=8, mode=stat.S_IFREG | 0o644, flags=0, **local):
        self.name = name if isinstance(name, bytes) else name.encode()
        self.method, self.attributes, self.flags, self.extra, self.offset = method, mode << 16, flags, b'', None
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        self.packed = data if method == 0 else packer.compress(data) + packer.flush()
        self.checksum, self.compressed, self.size = zlib.crc32(data), len(self.packed), len(data)
        self.local = local  # what the local header says differently
        self.behind = b''

    def local_header(self):
        say = dict(vars(self), **self.local)
        return struct.pack('<4s5H3I2H', b'PK\3\4', 20, say['flags'], say['method'], 0, 33, say['checksum'],
                           say['compressed'], say['size'], len(say['name']), len(say['extra'])) + say['name'] + say['extra']

    def record(self, offset):
        offset = offset if self.offset is None else self.offset
        return struct.pack('<4s6H3I5H2I', b'PK\1\2', 0x0314, 20, self.flags, self.method, 0, 33, self.checksum,
                           self.compressed, self.size, len(self.name), len(self.extra), 0, 0, 0, self.attributes,
                           offset) + self.name + self.extra


def make_zip(*entries, count=None, comment=b'', before=b'', behind=b'', directory_at=0):
    body, records = before, b''
    for entry in entries:
        records += entry.record(len(body))
        body += entry.local_header() + entry.packed + entry.behind
    count = len(entries) if count is None else count
    end = struct.pack('<4s4H2IH', b'PK\5\6', 0, 0, count & 0xffff, count & 0xffff, len(records),
                      len(body) + directory_at, len(comment))
    return body + records + end + comment + behind


def changed(entry, **fields):
    for name, value in fields.items():
        setattr(entry, name, value)
    return entry


def first(**local):
    return Entry('casebook.json', CASEBOOK, **local)


def link(name, target):
    return Entry(name, target.encode(), method=0, mode=stat.S_IFLNK | 0o777)


def special(kind):
    return Entry('thing', b'', mode=kind | 0o644)


def liar(declared):
    """Says @declared bytes and unpacks to ten million."""
    return changed(Entry('bomb.bin', bytes(10 ** 7)), size=declared, local={'size': declared})


def honest_bomb(size):
    return changed(Entry('b%d.bin' % size, b''), size=size, local={'size': size})


def quine():
    """Two entries that share their data."""
    inner = Entry('shared.bin', os.urandom(100), method=0)
    return [first(), inner, changed(Entry('shared2.bin', b''), packed=b'', checksum=inner.checksum, compressed=100,
                                    size=100, method=0, local={'compressed': 0, 'size': 0})]


def zip_with_alias(entry, at):
    """A second record of the directory for the same data."""
    alias = changed(Entry('alias.txt', b'text' * 100), offset=at, packed=b'')
    alias.local_header = lambda: b''
    return make_zip(first(), entry, alias)


def with_wide_end(archive, **fields):
    """The same with the records that large archives have."""
    end = archive[-22:]
    count, size, offset = struct.unpack('<H2I', end[10:20])
    say = dict({'count': count, 'size': size, 'offset': offset, 'at': len(archive) - 22, 'disks': 1, 'length': 44}, **fields)
    wide = struct.pack('<4sQ2H2I4Q', b'PK\6\6', say['length'], 45, 45, 0, 0, say['count'], say['count'], say['size'], say['offset'])
    locator = struct.pack('<4sIQI', b'PK\6\7', 0, say['at'], say['disks'])
    return archive[:-22] + wide + locator + struct.pack('<4s4H2IH', b'PK\5\6', 0, 0, 0xffff, 0xffff, 0xffffffff, 0xffffffff, 0)


def hostile():
    """name -> (bytes, the code of the finding)"""
    good = make_zip(first(), Entry('a.txt', b'text' * 100))
    yield 'an absolute path', make_zip(first(), Entry('/tmp/evil', b'x')), 'archive-absolute'
    yield 'a drive letter', make_zip(first(), Entry('C:/evil', b'x')), 'archive-absolute'
    yield 'a drive letter alone', make_zip(first(), Entry('c:evil', b'x')), 'archive-absolute'
    yield 'a way out', make_zip(first(), Entry('../evil', b'x')), 'archive-parent'
    yield 'a way out in the middle', make_zip(first(), Entry('a/../../evil', b'x')), 'archive-parent'
    yield 'a way out at the end', make_zip(first(), Entry('a/..', b'x')), 'archive-parent'
    yield 'a folder that is ..', make_zip(first(), Entry('../', b'', mode=0)), 'archive-parent'
    yield 'a name with a point', make_zip(first(), Entry('./evil', b'x')), 'archive-parent'
    yield 'an empty part', make_zip(first(), Entry('a//b', b'x')), 'archive-parent'
    yield 'a backslash', make_zip(first(), Entry('..\\evil', b'x')), 'archive-backslash'
    yield 'a share', make_zip(first(), Entry('\\\\server\\evil', b'x')), 'archive-backslash'
    yield 'a link out', make_zip(first(), link('out', '/tmp'), Entry('out/evil', b'x')), 'archive-link'
    yield 'a link inside', make_zip(first(), link('here', 'casebook.json')), 'archive-link'
    yield 'a link packed elsewhere', make_zip(first(), changed(link('x', '/'), attributes=0o120777 << 16 | 0x20)), 'archive-link'
    for name, kind in (('device', stat.S_IFBLK), ('terminal', stat.S_IFCHR), ('fifo', stat.S_IFIFO), ('socket', stat.S_IFSOCK)):
        yield 'a ' + name, make_zip(first(), special(kind)), 'archive-special'
    yield 'an entry twice', make_zip(first(), Entry('a', b'1'), Entry('a', b'2')), 'archive-duplicate'
    yield 'casebook.json twice', make_zip(first(), first()), 'archive-duplicate'
    yield 'twice by capitals', make_zip(first(), Entry('a.txt', b'1'), Entry('A.TXT', b'2')), 'archive-duplicate'
    yield 'twice by accents', make_zip(first(), Entry('é', b'1'), Entry('e\u0301', b'2')), 'archive-duplicate'
    yield 'folders by capitals', make_zip(first(), Entry('a/x', b'1'), Entry('A/y', b'2')), 'archive-duplicate'
    yield 'a folder twice', make_zip(first(), Entry('a/', mode=0), Entry('a/', mode=0)), 'archive-duplicate'
    yield 'a file and a folder', make_zip(first(), Entry('a', b'1'), Entry('a/b', b'2')), 'archive-duplicate'
    yield 'a folder and a file', make_zip(first(), Entry('a/b', b'2'), Entry('a', b'1')), 'archive-duplicate'
    yield 'too many entries', make_zip(first(), *[Entry('f%d' % i, b'', 0) for i in range(20000)]), 'archive-entries'
    yield 'a bomb that says so', make_zip(first(), *[honest_bomb(2 * GIB + i) for i in range(4)]), 'archive-bytes'
    yield 'a bomb that lies', make_zip(first(), liar(1000)), 'archive-checksum'
    yield 'a bomb that says nothing', make_zip(first(), liar(0)), 'archive-checksum'
    yield 'less than it says', make_zip(first(), changed(Entry('a', b'x' * 50), size=60, local={'size': 60})), 'archive-checksum'
    yield 'a bomb of shared data', make_zip(*quine()), 'archive-mismatch'
    shared = Entry('copy.txt', b'text' * 100)
    at = len(first().local_header()) + first().compressed
    yield 'one data for two', zip_with_alias(shared, at), 'archive-mismatch archive-damaged'
    yield 'a JSON of 65 MiB', make_zip(first(), Entry('facts.json', bytes(65 << 20))), 'json-size'
    yield 'no end', good[:-10], 'archive-end'
    yield 'half of it', good[:len(good) // 2], 'archive-end'
    yield 'one byte too many', good + b'\0', 'archive-end'
    yield 'a comment', make_zip(first(), comment=b'hello'), 'archive-end'
    yield 'a second end', good + good[-22:], 'archive-end'
    yield 'something before', make_zip(first(), before=b'PK\0\0'), 'archive-damaged'
    yield 'a program before', make_zip(first(), before=b'#!/bin/sh\n'), 'archive-kind'
    yield 'something hidden', make_zip(first(), changed(Entry('a', b'1'), behind=Entry('b', b'2').local_header())), 'archive-damaged'
    yield 'a count too small', make_zip(first(), Entry('a', b'1'), count=1), 'archive-damaged'
    yield 'a count too large', make_zip(first(), count=2), 'archive-damaged'
    yield 'a directory elsewhere', make_zip(first(), directory_at=-1), 'archive-end'
    yield 'a wrong checksum', make_zip(changed(first(), local={'checksum': 1})), 'archive-mismatch'
    yield 'a wrong checksum twice', make_zip(changed(first(), checksum=1, local={'checksum': 1})), 'archive-checksum'
    yield 'a wrong checksum, stored', make_zip(changed(first(method=0), checksum=1, local={'checksum': 1})), 'archive-checksum'
    yield 'two names', make_zip(first(), changed(Entry('good', b'x'), local={'name': b'evil'})), 'archive-mismatch'
    yield 'two sizes', make_zip(first(), changed(Entry('a', b'x'), local={'size': 2})), 'archive-mismatch'
    yield 'two lengths', make_zip(first(), changed(Entry('a', b'x'), local={'compressed': 1})), 'archive-mismatch'
    yield 'two methods', make_zip(first(), changed(Entry('a', b'x'), local={'method': 0})), 'archive-mismatch'
    yield 'two kinds', make_zip(first(), Entry('a/', b'', mode=stat.S_IFREG | 0o644)), 'archive-mismatch'
    yield 'a folder with data', make_zip(first(), Entry('a/', b'data', mode=0)), 'archive-mismatch'
    yield 'a NUL in a name', make_zip(first(), Entry(b'a.txt\0.sh', b'x')), 'archive-name'
    yield 'a line in a name', make_zip(first(), Entry('a\nb', b'x')), 'archive-name'
    yield 'a colour in a name', make_zip(first(), Entry('a\x1b[31mb', b'x')), 'archive-name'
    yield 'a C1 control in a name', make_zip(first(), Entry('a\u0085b', b'x')), 'archive-name'
    yield 'a name in Latin-1', make_zip(first(), Entry(b'caf\xe9', b'x')), 'archive-name'
    yield 'no name', make_zip(first(), Entry('', b'x')), 'archive-name'
    yield 'a long name', make_zip(first(), Entry('x' * 256, b'x')), 'archive-name'
    yield 'a long path', make_zip(first(), Entry('/'.join(['x' * 100] * 6), b'x')), 'archive-name'
    yield 'a deep path', make_zip(first(), Entry('/'.join(['x'] * 17), b'x')), 'archive-name'
    for field, value in (('count', 3), ('size', 1), ('offset', 1), ('at', 0), ('disks', 2), ('length', 45)):
        yield 'a wide end with another ' + field, with_wide_end(good, **{field: value}), 'archive-end archive-damaged'
    yield 'encrypted', make_zip(first(), Entry('a', b'x', flags=1)), 'archive-encrypted'
    yield 'strongly encrypted', make_zip(first(), Entry('a', b'x', flags=0x41)), 'archive-encrypted'
    yield 'another method', make_zip(first(), changed(Entry('a', b'x'), method=12)), 'archive-method'
    yield 'no casebook', make_zip(Entry('a.txt', b'x')), 'no-casebook'
    yield 'nothing', make_zip(), 'no-casebook'
    yield 'two casebooks', make_zip(Entry('a/casebook.json', CASEBOOK), Entry('b/casebook.json', CASEBOOK)), 'no-casebook'
    yield 'a casebook two folders deep', make_zip(Entry('a/b/casebook.json', CASEBOOK)), 'no-casebook'
    yield 'an empty file', b'', 'archive-kind'
    yield 'a text', b'Hello', 'archive-kind'
    yield 'a tar', b'casebook.json'.ljust(512, b'\0'), 'archive-kind'


def stream(entries):
    """As a program packs that cannot go back: the sizes stand behind the data."""
    target = io.BytesIO()
    target.seekable = lambda: False
    target.tell = lambda: (_ for _ in ()).throw(OSError())
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return target.getvalue()


def plain(entries, wide=False, level=9):
    target = io.BytesIO()
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in entries:
            with archive.open(zipfile.ZipInfo(name), 'w', force_zip64=wide) as file:
                file.write(data)
    return target.getvalue()


def good():
    """name -> (bytes, the files in it, codes of hints)"""
    files = [('casebook.json', CASEBOOK), ('media/a.bin', bytes(range(256)) * 1000), ('empty.txt', b'')]
    wrapped = [('My Case/' + name, data) for name, data in files]
    yield 'zipfile', plain(files), files, []
    yield 'wide entries', plain(files, wide=True), files, []
    yield 'streamed', stream(files), files, []
    yield 'a wide end', with_wide_end(plain(files)), files, []
    yield 'stored', make_zip(*[Entry(name, data, method=0) for name, data in files]), files, []
    yield 'of Windows', make_zip(*[Entry(name, data, mode=0) for name, data in files]), files, []
    yield 'with folders', make_zip(Entry('media/', mode=0, method=0), Entry('x/', mode=stat.S_IFDIR | 0o700), *[Entry(*file) for file in files]), files, []
    yield 'folders behind their files', make_zip(*[Entry(*file) for file in files], Entry('media/', mode=0)), files, []
    yield 'in a folder', plain(wrapped), files, ['archive-folder']
    yield 'in a folder with an entry', make_zip(Entry('My Case/', mode=0), *[Entry(*file) for file in wrapped]), files, ['archive-folder']
    named = files + [('images/Магнитский é.txt', b'x')]
    yield 'UTF-8 with its flag', plain(named), named, []
    yield 'UTF-8 without its flag', make_zip(*[Entry(*file) for file in named]), named, []
    yield 'odd modes', make_zip(first(mode=stat.S_IFREG | 0o6777), Entry('a', b'x', mode=stat.S_IFREG)), [('casebook.json', CASEBOOK), ('a', b'x')], []


def tree():
    """All that is there but the archives of this test, with what would change if something was written."""
    return sorted((str(path), path.lstat().st_size if path.is_file() else 0) for path in work.rglob('*'))


def test_hostile():
    folder = work / 'hostile'
    (folder / 'in').mkdir(parents=True)
    for name, data, codes in hostile():
        archive = folder / 'x.casebook'
        archive.write_bytes(data)
        before = tree()
        done = run('unpack', archive, '--output', folder / 'in' / 'out')
        wrong = ['status %d' % done.returncode] if done.returncode != 1 else []
        if not any('error[%s]' % code in done.stderr for code in codes.split()) or done.stdout:
            wrong.append('said: ' + done.stderr + done.stdout)
        if any(ord(char) < 32 and char != '\n' for char in done.stderr):
            wrong.append('it passes on control characters')
        checked = run('check', archive)
        if checked.returncode != 1 or not any('error[%s]' % code in checked.stdout for code in codes.split()):
            wrong.append('check: %d %s%s' % (checked.returncode, checked.stdout, checked.stderr))
        if tree() != before:
            wrong.append('left behind: %s' % sorted(set(tree()) ^ set(before)))
        if os.path.exists('/tmp/evil'):
            wrong.append('it wrote outside')
        tap.check('refused: ' + name, wrong)


def test_good():
    for name, data, files, hints in good():
        archive = work / 'good.casebook'
        archive.write_bytes(data)
        for variables in ({'LC_ALL': 'C'}, {'LC_ALL': 'C.UTF-8'}):
            target = work / 'good'
            done = run('unpack', archive, '-o', target, umask=0o077, **variables)
            wrong = ['status %d: %s' % (done.returncode, done.stderr)] if done.returncode else []
            wrong += ['no hint %s' % hint for hint in hints if 'hint[%s]' % hint not in done.stderr]
            wrong += ['said ' + done.stderr] if not hints and done.stderr else []
            found = {str(path.relative_to(target)): path.read_bytes() for path in target.rglob('*') if path.is_file()}
            wrong += ['other files: %s' % sorted(found)] if found != dict(files) else []
            wrong += ['mode of %s: %o' % (path, path.stat().st_mode) for path in [target, *target.rglob('*')]
                      if stat.S_IMODE(path.stat().st_mode) != (0o755 if path.is_dir() else 0o644)]
            shutil.rmtree(target, ignore_errors=True)
            tap.check('unpacked: %s, %s' % (name, variables['LC_ALL']), wrong)


def test_cut():
    """Cut anywhere, an archive is refused, with a finding, and nothing is left of it."""
    data = plain([('casebook.json', CASEBOOK), ('a.txt', b'text' * 10)])
    archive, wrong = work / 'cut.casebook', []
    for length in [*range(0, len(data), 7), len(data) - 1]:
        archive.write_bytes(data[:length])
        done = run('unpack', archive, '-o', work / 'cut')
        if done.returncode != 1 or 'error[' not in done.stderr or (work / 'cut').exists():
            wrong.append('%d bytes: %d %s' % (length, done.returncode, done.stderr))
    tap.check('refused: cut anywhere', wrong)


def differences(one, other):
    """What two folders differ in, links and modes apart."""
    compared = filecmp.dircmp(one, other, ignore=[], hide=[])
    stack, found = [compared], []
    while stack:
        here = stack.pop()
        found += here.left_only + here.right_only + here.funny_files
        found += filecmp.cmpfiles(here.left, here.right, here.common_files, shallow=False)[1]
        stack += here.subdirs.values()
    return found


def test_round_trip():
    odd = work / 'odd'
    shutil.copytree(DATA / 'full', odd)
    (odd / 'images' / 'Магнитский.txt').write_text('x', encoding='utf-8')
    (odd / 'empty').mkdir()
    (odd / 'none.txt').touch()
    for number, folder in enumerate((DATA / 'full', SHIPPED, odd)):
        first_file, second = work / ('%d.casebook' % number), work / ('%d-again.casebook' % number)
        unpacked = work / ('%d-unpacked' % number)
        wrong = [done.stderr for done in (run('pack', folder, '-o', first_file), run('unpack', first_file, '-o', unpacked),
                                          run('pack', unpacked, '-o', second)) if done.returncode or done.stderr]
        if not wrong:
            wrong += differences(folder, unpacked)
            wrong += ['packed again it differs'] if first_file.read_bytes() != second.read_bytes() else []
            bad = zipfile.ZipFile(first_file).testzip()
            wrong += ['another program finds %s bad' % bad] if bad else []
        tap.check('there and back: %s' % folder.name, wrong)
    info = {entry.filename: entry for entry in zipfile.ZipFile(work / '1.casebook').infolist()}
    tap.check('films are not packed twice', [name for name, entry in info.items()
                                             if name.endswith('.webm') and entry.compress_type != zipfile.ZIP_STORED])
    tap.check('texts are', [name for name, entry in info.items()
                            if name.endswith('.json') and entry.compress_type != zipfile.ZIP_DEFLATED])
    tap.check('another program reads the names', [] if 'images/Магнитский.txt' in zipfile.ZipFile(work / '2.casebook').namelist() else ['no'])


def test_reproducible():
    """The same files, laid down in another order, with other modes and times, packed elsewhere."""
    one, other = work / 'one', work / 'other'
    shutil.copytree(work / 'odd', one)
    other.mkdir()
    for path in sorted((path for path in one.rglob('*')), reverse=True):
        target = other / path.relative_to(one)
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
            target.chmod(0o600 if len(path.name) % 2 else 0o755)
            os.utime(target, (2 ** 31, 2 ** 31 + len(path.name)))
    wanted = None
    for number, (folder, umask, variables) in enumerate((
            (one, 0o022, {}), (other, 0o077, {'TZ': 'Asia/Tokyo', 'LC_ALL': 'C'}),
            (other, 0o002, {'TZ': 'America/Los_Angeles', 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'de', 'SOURCE_DATE_EPOCH': '1'}))):
        archive = work / ('same-%d.casebook' % number)
        done = run('pack', '.', '-o', archive, cwd=folder, umask=umask, **variables)
        data = archive.read_bytes() if archive.exists() else done.stderr
        wanted = wanted or data
        tap.check('the same bytes: %d' % number, [] if data == wanted and done.returncode == 0 else ['it differs', done.stderr])


def test_pack():
    folder = work / 'packed'
    shutil.copytree(DATA / 'full', folder)
    expect('the name is the id', run('pack', folder, cwd=work), 0, 'full.casebook\n', '')
    expect('nothing is replaced', run('pack', folder, cwd=work), 1, '', '--replace')
    before = (work / 'full.casebook').stat().st_ino
    expect('but when asked for', run('pack', folder, '--replace', cwd=work), 0, 'full.casebook', '')
    tap.check('by a new file', [] if (work / 'full.casebook').stat().st_ino != before else ['it was written into'])
    expect('nowhere', run('pack', folder, '-o', work / 'none' / 'x.casebook'), 1, '', 'x.casebook')
    (folder / '.git').mkdir()
    (folder / '.git' / 'config').write_text('x')
    (folder / 'facts.json~').write_text('x')
    inside = folder / 'inside.casebook'
    for _ in range(2):
        done = run('pack', '.', '-o', inside, '--replace', cwd=folder)
    expect('into itself', done, 0, 'inside.casebook', '.git: hint[left-out]')
    names = zipfile.ZipFile(inside).namelist()
    tap.check('what is left out', [name for name in names if '.git' in name or '~' in name or 'casebook' in name[8:]])
    tap.check('nothing is left behind', [str(path) for path in [*work.glob('.*'), *folder.glob('.*')] if path.name != '.git'])
    (folder / 'images' / 'more').symlink_to('/tmp')
    expect('a link is refused', run('pack', folder, '-o', work / 'l.casebook'), 1, '', 'images/more: error[archive-link]')
    (folder / 'images' / 'more').unlink()
    os.mkfifo(folder / 'pipe')
    expect('a pipe is refused', run('pack', folder, '-o', work / 'l.casebook'), 1, '', 'pipe: error[archive-special]')
    (folder / 'pipe').unlink()
    (folder / 'FACTS.json').write_text('x')
    expect('two names that are one', run('pack', folder, '-o', work / 'l.casebook'), 1, '', 'error[archive-duplicate]')
    (folder / 'FACTS.json').unlink()
    (folder / 'facts.json').write_text('[')
    expect('a casebook with errors', run('pack', folder, '-o', work / 'l.casebook'), 1, '', 'facts.json:1:2: error[json-syntax]')
    expect('no casebook', run('pack', work / 'tmp', '-o', work / 'l.casebook'), 1, '', 'error[no-casebook]')
    tap.check('nothing came of them', [str(path) for path in work.glob('*l.casebook') if path.name == 'l.casebook'])


def expect(name, done, status, out, err):
    wrong = ['status %d: %s' % (done.returncode, done.stderr)] if done.returncode != status else []
    wrong += ['output: ' + done.stdout] if out not in done.stdout or (not out and done.stdout) else []
    wrong += ['error: ' + done.stderr] if err not in done.stderr or (not err and done.stderr) else []
    tap.check(name, wrong)


def test_places():
    archive = work / 'place.casebook'
    archive.write_bytes(plain([('casebook.json', CASEBOOK)]))
    expect('a folder called as the file', run('unpack', archive, cwd=work), 0, 'place\n', '')
    expect('not over another', run('unpack', archive, cwd=work), 1, '', 'is there already')
    (work / 'dangling').symlink_to(work / 'nowhere')
    expect('not through a link', run('unpack', archive, '-o', work / 'dangling'), 1, '', 'is there already')
    expect('into a folder that is there', run('unpack', archive, '-o', work / 'none' / 'x'), 1, '', 'none/x')
    expect('a file that is not there', run('unpack', work / 'none.casebook'), 1, '', 'none.casebook')
    expect('a folder', run('unpack', work / 'place', '-o', work / 'x'), 1, '', 'place')
    os.mkfifo(work / 'fifo.casebook')
    expect('a pipe', run('unpack', work / 'fifo.casebook'), 1, '', 'fifo.casebook')
    with contextlib.suppress(FileNotFoundError):
        (work / 'fifo.casebook').unlink()
    tap.check('nothing is left behind', [str(path) for path in work.glob('.*')])


def test_words():
    """Other words take an archive for the folder."""
    archive = work / '0.casebook'
    expect('check', run('check', '--strict', archive), 0, '', 'Nothing is wrong')
    wrapped = work / 'wrapped.casebook'
    wrapped.write_bytes(plain([('Case/casebook.json', CASEBOOK)]))
    expect('check tells hints', run('check', wrapped), 0, 'hint[archive-folder]', 'finding')
    same = run('pot', archive).stdout == run('pot', DATA / 'full').stdout != ''
    tap.check('pot', [] if same else ['it differs'])
    expect('check of none', run('check', work / 'none.casebook'), 1, '', 'none.casebook')
    tap.check('what was unpacked is gone', [str(path) for path in (work / 'tmp').iterdir()])


def main():
    (work / 'tmp').mkdir()
    test_hostile()
    test_good()
    test_cut()
    test_round_trip()
    test_reproducible()
    test_pack()
    test_places()
    test_words()
    shutil.rmtree(work)
    tap.done()


if __name__ == '__main__':
    main()
