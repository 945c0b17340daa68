#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The walls of the house: which folder of app/ may include and link what. The build holds most of
it already; this test holds the rest, which is about single files, and the tests' own walls."""
import collections
import re

from tap import ROOT, Tap, files, read

ANY = '.*'
NEVER = None
VALUES = 'conductor|handover|reel|window|fault-panel|notice|tracks|transcript-pane|video-output|video-paintable|x11-put'  # from the fifth on they know no film: fault, language, frame, output

# wall -> what it may reach -> the files (their stems) that may do so. A wall may always reach itself, GLib and GIO.
WALLS = {
    'core': {'json-glib': r'migration.*|schema.*|document|draft|casebook-reader|casebook-folder|json-error'},
    'media': {'gstreamer': ANY},
    'view': {'core': ANY, 'media': VALUES, 'desktop': 'remote-control|describer', 'gtk': ANY, 'pango': ANY, 'adwaita': ANY, 'gstreamer': 'video-paintable', 'cairo': 'display-memory'},
    'desktop': {'core': ANY},
    'author': {'core': ANY, 'media': '.*probe.*|media-lint|embedded-importer', 'gstreamer': '.*probe.*', 'json-glib': '(im|ex)port.*|.*-(im|ex)porter|records.*'},
    'films': {'cairo': ANY, 'pango': 'poster-card', 'gstreamer': ANY, 'json-glib': ANY},
    'main': {'view': ANY, 'desktop': ANY, 'gstreamer': ANY},
}

LIBRARIES = {
    'json-glib': r'json-glib/',
    'gstreamer': r'gst/',
    'adwaita': r'adwaita\.h|adw-',
    'gtk': r'(gtk|gdk|gsk|graphene)[/\-.]',
    'pango': r'pango/',
    'cairo': r'cairo',
}

# What a name in a wall's meson.build stands for.
LINKS = {
    'json_glib_dep': 'json-glib', 'gtk_dep': 'gtk', 'adw_dep': 'adwaita', 'cairo_dep': 'cairo', 'pangocairo_dep': 'pango',
    'core_dep': 'core', 'media_dep': 'media', 'view_dep': 'view', 'desktop_dep': 'desktop', 'films_dep': 'films',
}
LINK_PATTERN = re.compile(r'\b(\w+_dep|\w+_lib)\b')
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', re.M)


def wall_of(name):
    return name.parts[1] if len(name.parts) > 2 else 'main'


def owners():
    """header -> the walls that have one of this name"""
    result = collections.defaultdict(set)
    for name in files('app/*/*.h'):
        result[name.name].add(wall_of(name))
    return result


def reached(own, library, headers):
    """What one #include reaches: a wall, a library of the table, or nothing that matters."""
    if own:
        return next(iter(headers.get(own, ())), None)
    return next((name for name, pattern in LIBRARIES.items() if re.match(pattern, library)), None)


def may(wall, target, stem):
    pattern = WALLS[wall].get(target, NEVER)
    return target in (None, wall) or (pattern is not NEVER and re.fullmatch(pattern, stem) is not None)


def include_problems(wall, names, headers):
    for name in names:
        for own, library in INCLUDE.findall(read(name)):
            target = reached(own, library, headers)
            if not may(wall, target, name.stem):
                yield '%s includes %s: %s may not reach %s here' % (name, own or library, wall, target)


def link_problems(wall, path):
    for word in LINK_PATTERN.findall(read(path)):
        target = LINKS.get(word) or ('gstreamer' if word.startswith('gst_') else None)
        if target and target != wall and target not in WALLS[wall]:
            yield '%s names %s: %s may not link %s' % (path, word, wall, target)


def test_problems(wall, names, headers):
    """The tests of a wall see that wall and what it may see itself."""
    allowed = {wall, None, 'gtk', 'json-glib', 'gstreamer'} | set(WALLS[wall])
    for name in names:
        for own, library in INCLUDE.findall(read(name)):
            target = reached(own, library, headers)
            if target not in allowed:
                yield '%s includes %s: the tests of %s may not reach %s' % (name, own or library, wall, target)


def main():
    tap = Tap()
    headers = owners()
    folders = sorted({wall_of(name) for name in files('app/*/*.c', 'app/*/*.h')})
    tap.check('every folder of app/ has a wall', [folder for folder in folders if folder not in WALLS])
    tap.check('no header has two homes', ['%s: %s' % item for item in headers.items() if len(item[1]) > 1])
    for wall in WALLS:
        names = files('app/%s/*.c' % wall, 'app/%s/*.h' % wall) if wall != 'main' else files('app/main.c')
        if not names:
            continue
        tap.check('%s includes what it may' % wall, include_problems(wall, names, headers))
        if (ROOT / 'app' / wall / 'meson.build').exists():
            tap.check('%s links what it may' % wall, link_problems(wall, 'app/%s/meson.build' % wall))
        tests = files('tests/%s/*.c' % wall, 'tests/%s/*.h' % wall)
        if tests:
            tap.check('the tests of %s stay inside' % wall, test_problems(wall, tests, headers))
    tap.done()


if __name__ == '__main__':
    main()
