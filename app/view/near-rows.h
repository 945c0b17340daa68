/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cue.h"

G_BEGIN_DECLS

/**
 * SlNearRows: gives a GtkListView the rows of a long list that are near to what is seen, and for those before and after
 * them an empty one each, as high as they would be.
 *
 * Items of the list are cues; and widgets, which are their rows' children themselves.
 */
#define SL_TYPE_NEAR_ROWS (sl_near_rows_get_type ())
G_DECLARE_FINAL_TYPE (SlNearRows, sl_near_rows, SL, NEAR_ROWS, GObject)

/* @list: in a scrolled window, and outlives the object; @foot: widgets that come after all cues. */
SlNearRows *sl_near_rows_new (GtkListView *list, GListModel *foot) G_GNUC_WARN_UNUSED_RESULT;

/* @source: (nullable): an SlCueFinder. @aim: (nullable): what is to be near at first. */
void sl_near_rows_set_source (SlNearRows *self, GListModel *source, SlCue *aim);

/* The list has come to be seen, or its source has changed. */
void sl_near_rows_follow (SlNearRows *self);

/* Sees to it that @cue is among the near ones, wherever they were before. @cue: (nullable) */
void sl_near_rows_reach (SlNearRows *self, SlCue *cue);

/* The same for the first of all, or for the last. */
void sl_near_rows_reach_end (SlNearRows *self, gboolean last);

/* Returns: the place of @cue (nullable) in the list, or G_MAXUINT where it is not near */
guint sl_near_rows_find (SlNearRows *self, SlCue *cue);

/* Whoever makes the list's rows tells it of @thing, an item that is a widget, while that is the child of its row. */
void sl_near_rows_bind (SlNearRows *self, gpointer thing, gboolean is_bound);

G_END_DECLS
