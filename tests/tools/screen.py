# SPDX-License-Identifier: GPL-3.0-or-later
"""Pixels of an X display, one at a time and quickly: XGetImage of a single pixel by ctypes, since no
module for it comes with Python. Leaves out what the colours mean."""
import ctypes
import ctypes.util


class Screen:
    def __init__(self):
        self.x11 = ctypes.CDLL(ctypes.util.find_library('X11') or 'libX11.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x11.XGetImage.restype = ctypes.c_void_p
        self.x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int,
                                       ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        self.x11.XGetPixel.restype = ctypes.c_ulong
        self.x11.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
        self.x11.XDestroyImage.argtypes = [ctypes.c_void_p]
        self.display = self.x11.XOpenDisplay(None)
        if not self.display:
            raise OSError('no X display answers')
        self.root = self.x11.XDefaultRootWindow(self.display)

    def pixel(self, x, y):
        """(red, green, blue) of what is seen there"""
        image = self.x11.XGetImage(self.display, self.root, x, y, 1, 1, 0xffffffff, 2)
        if not image:
            return (0, 0, 0)
        value = self.x11.XGetPixel(image, 0, 0)
        self.x11.XDestroyImage(image)
        return ((value >> 16) & 255, (value >> 8) & 255, value & 255)
