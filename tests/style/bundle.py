#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop file, the metainfo and the Flatpak manifest are valid, say the same id and version, and
keep the rules that the validators do not know. Building and running the bundle is not tested here."""
import json
import re
import shutil
import xml.etree.ElementTree as ElementTree

from tap import BUILD, ROOT, Tap, app_id, files, read, version

FINISH_ARGS = ['--share=ipc', '--socket=fallback-x11', '--socket=wayland', '--device=dri', '--socket=pulseaudio']


def no_twice(pairs):
    names = [name for name, _ in pairs]
    if len(names) != len(set(names)):
        raise ValueError('a key stands twice: %s' % names)
    return dict(pairs)


def expected(found, **wanted):
    for name, value in wanted.items():
        if found.get(name.replace('_', '-')) != value:
            yield '%s is %r, not %r' % (name.replace('_', '-'), found.get(name.replace('_', '-')), value)


def check_manifest(tap, name):
    path = ROOT / 'flatpak' / (name + '.json')
    tap.check('the manifest is named by the id', [] if path.exists() else ['no flatpak/%s.json' % name])
    text = path.read_text(encoding='utf-8')
    manifest = json.loads(text, object_pairs_hook=no_twice)
    tap.check('the manifest ends in one newline', [] if re.search(r'}\n\Z', text) and '\r' not in text else ['it does not'])
    tap.check('the manifest asks for what was agreed', expected(
        manifest, id=name, runtime='org.gnome.Platform', runtime_version='50', sdk='org.gnome.Sdk', command='sidelight',
        separate_locales=False, finish_args=FINISH_ARGS))
    tap.check('casebooks come through an extension point', expected(
        manifest.get('add-extensions', {}).get(name + '.Casebooks', {}), directory='share/sidelight/casebooks',
        version='stable', subdirectories=True, no_autodownload=True, autodelete=True))
    tap.check('the manifest has no branch and builds without a network',
              [key for key in ('branch',) if key in manifest] + [line for line in text.splitlines() if '--share=network' in line])


def check_desktop(tap, name):
    path = BUILD / 'resources' / (name + '.desktop')
    if shutil.which('desktop-file-validate'):
        tap.run('the desktop file is valid', ['desktop-file-validate', '--no-hints', '--no-warn-deprecated', path])
    else:
        tap.skip('the desktop file is valid', 'desktop-file-validate is not installed')
    entry = dict(line.split('=', 1) for line in path.read_text(encoding='utf-8').splitlines() if re.match(r'[A-Za-z]+=', line))
    tap.check('the desktop file says who it is', expected(entry, Icon=name, Exec='sidelight %U', Name='Sidelight'))
    tap.check('the desktop file hides nothing', [key for key in ('NoDisplay', 'Hidden') if key in entry])


def check_metainfo(tap, name):
    path = BUILD / 'resources' / (name + '.metainfo.xml')
    if shutil.which('appstreamcli'):
        tap.run('the metainfo is valid', ['appstreamcli', 'validate', '--no-net', path])
    else:
        tap.skip('the metainfo is valid', 'appstreamcli is not installed')
    root = ElementTree.parse(path).getroot()

    def text(tag):
        return (root.findtext(tag) or '').strip()
    tap.check('the metainfo says who it is', [
        problem for problem, good in {
            'id': text('id') == name,
            'launchable': text('launchable') == name + '.desktop',
            'one developer': len(root.findall('developer')) == 1,
            'homepage': root.find("url[@type='homepage']") is not None,
            'translation': text("translation[@type='gettext']") == 'sidelight',
            'content rating': root.find("content_rating[@type='oars-1.1']") is not None,
            'colours for light and dark': {color.get('scheme_preference') for color in root.iter('color')} == {'light', 'dark'},
            'a summary of 10 to 35 characters without a dot': 10 <= len(text('summary')) <= 35 and text('summary')[-1] != '.',
        }.items() if not good])
    releases = root.findall('releases/release')
    dates = [release.get('date') for release in releases]
    tap.check('every release has a date and words, newest first',
              ['release %s' % release.get('version') for release in releases
               if not re.fullmatch(r'\d{4}-\d\d-\d\d', release.get('date') or '') or release.find('description/p') is None]
              + ([] if dates == sorted(dates, reverse=True) else ['order: %s' % dates]))
    tap.check('the newest release is this version', [] if releases and releases[0].get('version') == version() else ['it is not'])


def other_ids(name):
    for path in files('*.c', '*.h', '*.ui', '*.xml', '*.in', '*.build', '*.json', '*.1', '*.md'):
        for found in re.findall(r'org\.example\.[A-Z]\w*', read(path)):
            if found != name:
                yield '%s: %s' % (path, found)


def main():
    tap = Tap()
    name = app_id()
    check_manifest(tap, name)
    check_desktop(tap, name)
    check_metainfo(tap, name)
    tap.check('no other id stands anywhere', other_ids(name))
    tap.check('the version is in the change log', [] if '## [%s]' % version() in read('CHANGELOG.md') else [version()])
    tap.done()


if __name__ == '__main__':
    main()
