/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A film before it is drawn: its size, its pace, its shots one after the other and its sound, read
 * from JSON and never changed. Leaves out drawing, and anything a storyboard has no word for. */
#pragma once

#include "scene.h"
#include "sound-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One shot, half-open, in nanoseconds. Over @dissolve the shot before gives way to it. */
typedef struct
{
  char          *id;
  gint64         start;
  gint64         end;
  gint64         dissolve;
  GArray        *stills; /* (element-type gint64): of its own time, rising; for a film without motion */
  const SlScene *scene;
  SlParameters  *parameters;
} SlShot;

#define SL_TYPE_STORYBOARD (sl_storyboard_get_type ())
G_DECLARE_FINAL_TYPE (SlStoryboard, sl_storyboard, SL, STORYBOARD, GObject)

/**
 * sl_storyboard_new_from_file:
 *
 * Returns: (transfer full) (nullable): the storyboard, or %NULL with an SL_STORYBOARD_ERROR whose
 *   message begins with the file's name and the place in it
 */
SlStoryboard *sl_storyboard_new_from_file (GFile *file, GError **error);

/**
 * sl_storyboard_new_from_data:
 * @size: in bytes
 *
 * Returns: (transfer full) (nullable): the storyboard, or %NULL with an SL_STORYBOARD_ERROR
 */
SlStoryboard *sl_storyboard_new_from_data (const char *data, gsize size, GError **error);

/**
 * sl_storyboard_set_still:
 *
 * Makes it a film without motion, before anything of it is drawn. Each picture that is drawn then is one of
 * the stills of its shot: the first from the shot's beginning on, each other from the moment of the one before.
 */
void sl_storyboard_set_still (SlStoryboard *self, gboolean still);

/**
 * sl_storyboard_find_picture:
 * @frame: less than the number of frames
 *
 * Returns: the frame whose picture is shown at @frame: itself, or that of a still
 */
guint sl_storyboard_find_picture (SlStoryboard *self, guint frame);

guint sl_storyboard_get_width (SlStoryboard *self);      /* pixels */
guint sl_storyboard_get_height (SlStoryboard *self);     /* pixels */
guint sl_storyboard_get_frame_rate (SlStoryboard *self); /* frames a second */
guint sl_storyboard_get_n_frames (SlStoryboard *self);

gint64 sl_storyboard_get_duration (SlStoryboard *self); /* nanoseconds */
gint64 sl_storyboard_get_ending (SlStoryboard *self);   /* length of the last fade, nanoseconds */

/* The position of the shot at @t, which is in nanoseconds and before the end. */
guint sl_storyboard_find_shot (SlStoryboard *self, gint64 t);

guint              sl_storyboard_get_n_shots (SlStoryboard *self);
const SlShot      *sl_storyboard_get_shot (SlStoryboard *self, guint position); /* transfer none */
const SlSoundPlan *sl_storyboard_get_sound (SlStoryboard *self);                /* transfer none */

G_END_DECLS
