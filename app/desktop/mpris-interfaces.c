/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names and types of the Media Player Remote Interfacing Specification, 2.2. What they do is mpris's.
 * Shuffle, which the specification leaves to the player, is left out: chapters have an order.
 */
#include "mpris-interfaces.h"

static const char xml[] =
  "<node>"
  " <interface name='" SL_MPRIS_ROOT "'>"
  "  <annotation name='org.freedesktop.DBus.Property.EmitsChangedSignal' value='true'/>"
  "  <method name='Raise'/>"
  "  <method name='Quit'/>"
  "  <property name='CanQuit' type='b' access='read'/>"
  "  <property name='Fullscreen' type='b' access='readwrite'/>"
  "  <property name='CanSetFullscreen' type='b' access='read'/>"
  "  <property name='CanRaise' type='b' access='read'/>"
  "  <property name='HasTrackList' type='b' access='read'/>"
  "  <property name='Identity' type='s' access='read'/>"
  "  <property name='DesktopEntry' type='s' access='read'/>"
  "  <property name='SupportedUriSchemes' type='as' access='read'/>"
  "  <property name='SupportedMimeTypes' type='as' access='read'/>"
  " </interface>"
  " <interface name='" SL_MPRIS_PLAYER "'>"
  "  <annotation name='org.freedesktop.DBus.Property.EmitsChangedSignal' value='true'/>"
  "  <method name='Next'/>"
  "  <method name='Previous'/>"
  "  <method name='Pause'/>"
  "  <method name='PlayPause'/>"
  "  <method name='Stop'/>"
  "  <method name='Play'/>"
  "  <method name='Seek'><arg name='Offset' type='x' direction='in'/></method>"
  "  <method name='SetPosition'>"
  "   <arg name='TrackId' type='o' direction='in'/>"
  "   <arg name='Position' type='x' direction='in'/>"
  "  </method>"
  "  <method name='OpenUri'><arg name='Uri' type='s' direction='in'/></method>"
  "  <signal name='Seeked'><arg name='Position' type='x'/></signal>"
  "  <property name='PlaybackStatus' type='s' access='read'/>"
  "  <property name='LoopStatus' type='s' access='readwrite'/>"
  "  <property name='Rate' type='d' access='readwrite'/>"
  "  <property name='Metadata' type='a{sv}' access='read'/>"
  "  <property name='Volume' type='d' access='readwrite'/>"
  "  <property name='Position' type='x' access='read'>"
  "   <annotation name='org.freedesktop.DBus.Property.EmitsChangedSignal' value='false'/>"
  "  </property>"
  "  <property name='MinimumRate' type='d' access='read'/>"
  "  <property name='MaximumRate' type='d' access='read'/>"
  "  <property name='CanGoNext' type='b' access='read'/>"
  "  <property name='CanGoPrevious' type='b' access='read'/>"
  "  <property name='CanPlay' type='b' access='read'/>"
  "  <property name='CanPause' type='b' access='read'/>"
  "  <property name='CanSeek' type='b' access='read'/>"
  "  <property name='CanControl' type='b' access='read'>"
  "   <annotation name='org.freedesktop.DBus.Property.EmitsChangedSignal' value='false'/>"
  "  </property>"
  " </interface>"
  "</node>";

GDBusNodeInfo *
sl_mpris_interfaces_new (void)
{
  GDBusNodeInfo *node = g_dbus_node_info_new_for_xml (xml, NULL);

  g_assert (node != NULL);
  return node;
}
