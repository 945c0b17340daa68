#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ui/: every file is in the resource, well-formed, and belongs to the view room of its name; a row or
an item of a list may stand alone. That each template can be built is a test of the view."""
import xml.etree.ElementTree as ElementTree

from tap import ROOT, Tap, files, read


def resource_names():
    return {file.text for name in files('ui/*.gresource.xml')
            for file in ElementTree.fromstring(read(name)).iter('file')}


def xml_problems(names):
    for name in names:
        try:
            ElementTree.parse(ROOT / name)
        except ElementTree.ParseError as error:
            yield '%s: %s' % (name, error)


def class_name(stem):
    return 'Sl' + ''.join(part.capitalize() for part in stem.split('-'))


def home_problems(names):
    for name in names:
        template = ElementTree.parse(ROOT / name).getroot().find('template')
        room = ROOT / 'app' / 'view' / (name.stem + '.c')
        if template is not None and template.get('class') == 'GtkListItem':
            continue
        if name.stem.endswith(('-row', '-item')) and not room.exists() and template is None:
            continue
        if not room.exists():
            yield '%s: no app/view/%s.c' % (name, name.stem)
        elif template is None or template.get('class') != class_name(name.stem):
            yield '%s: its template is not %s' % (name, class_name(name.stem))


def main():
    tap = Tap()
    names = files('ui/*.ui')
    resource = resource_names()
    tap.check('there are templates', [] if names else ['no .ui file'])
    tap.check('every .ui is well-formed', xml_problems(names))
    tap.check('every .ui and .css is in the resource',
              [name for name in files('ui/*.ui', 'ui/*.css') if name.name not in resource])
    tap.check('the resource names only what there is',
              [name for name in resource
               if not any((ROOT / folder / name).exists() for folder in ('ui', 'resources', 'resources/icons'))])
    tap.check('every .ui belongs to its room', home_problems(names))
    tap.done()


if __name__ == '__main__':
    main()
