#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The icons are well-formed, fetch nothing, and the symbolic ones are what GTK can recolour."""
import re
import xml.etree.ElementTree as ElementTree

from tap import ROOT, Tap, files, read

SVG = '{http://www.w3.org/2000/svg}'
STANDINGS = ('record', 'court', 'official', 'position', 'reported', 'alleged', 'disputed', 'maker', 'editors', 'withdrawn')


def problems(name):
    text = read(name)
    root = ElementTree.fromstring(text)
    if root.tag != SVG + 'svg' or not root.get('viewBox'):
        yield 'no svg with a viewBox'
    if re.search(r'<(?:text|script|image|foreignObject)\b|href="(?!#)|url\((?!#)', text):
        yield 'text, a script or something from outside'
    if name.stem.endswith('-symbolic'):
        if root.get('viewBox') != '0 0 16 16':
            yield 'not 16 x 16'
        if set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) != {'#2e3436'}:
            yield 'more than the one colour that is recoloured'


def main():
    tap = Tap()
    for name in files('resources/icons/*.svg', 'resources/icons/*/*.svg'):
        try:
            tap.check(str(name), list(problems(name)))
        except ElementTree.ParseError as error:
            tap.check(str(name), [error])
    tap.check('every standing has its icon', [
        word for word in STANDINGS if not (ROOT / ('resources/icons/actions/sl-%s-symbolic.svg' % word)).exists()])
    tap.done()


if __name__ == '__main__':
    main()
