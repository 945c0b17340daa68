/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "player.h"

G_BEGIN_DECLS

/* Which way pictures go to the screen. */
typedef enum {
  SL_VIDEO_OUTPUT_BEST, /* what suits the machine */
  SL_VIDEO_OUTPUT_OWN,  /* made in the pipeline as large as they are shown, and drawn by us */
  SL_VIDEO_OUTPUT_GTK4, /* by gtk4paintablesink, which can leave them in a graphics processor's memory */
} SlVideoOutput;

/* @name: (nullable): "own" or "gtk4"; NULL is the best. Returns: whether there is such a name */
gboolean sl_video_output_parse (const char *name, SlVideoOutput *output);

/* A player for windows on @display. Where @output is not to be had it is our own.
 * Returns: (transfer full) */
SlPlayer *sl_video_output_new_player (SlVideoOutput output, GdkDisplay *display) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
