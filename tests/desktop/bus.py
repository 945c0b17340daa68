# SPDX-License-Identifier: GPL-3.0-or-later
"""The session bus as a test sees it: calls that answer, signals as they come, and waiting for what is so.
Leaves out what is asked of the program."""
import pathlib
import sys
import time

from gi.repository import Gio, GLib

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'end-to-end'))
from process import LONG  # noqa: E402

bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)


def pump():
    while GLib.MainContext.default().iteration(False):
        pass


def wait(what, holds):
    """Until @holds gives something; that is returned."""
    end = time.monotonic() + LONG
    while True:
        pump()
        seen = holds()
        if seen:
            return seen
        if time.monotonic() > end:
            raise AssertionError('not seen: ' + what)
        time.sleep(0.01)


def call(name, path, interface, method, arguments=None, answer=None):
    """The answer as Python has it; GLib.Error when there is none."""
    reply = bus.call_sync(name, path, interface, method, arguments, GLib.VariantType(answer) if answer else None,
                          Gio.DBusCallFlags.NO_AUTO_START, LONG * 1000, None)
    return reply.unpack()


def names():
    return call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'ListNames')[0]


def fails(function, *arguments):
    """The name of the error on the bus, or nothing when it went well."""
    try:
        function(*arguments)
    except GLib.Error as error:
        return Gio.DBusError.get_remote_error(error) or str(error)
    return None
