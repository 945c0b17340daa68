/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much longer or shorter than its clip a copy may be, and how far one can lie from the other; nanoseconds. */
#define SL_OWN_COPY_SLACK (G_GINT64_CONSTANT (2000000000))
#define SL_OWN_COPY_FURTHEST (G_GINT64_CONSTANT (6) * 3600 * 1000000000)

/**
 * SlOwnCopy: the file of their own that a viewer has chosen for a clip whose film is not in its casebook.
 *
 * Two times: the clip's, in which chapters, notes, captions, links, loops and what is remembered are told, and
 * the file's, which only a player knows. What is at @offset in the file is at 0 in the clip. All times are nanoseconds.
 */
typedef struct
{
  char  *casebook; /* ids */
  char  *clip;
  char  *uri;    /* of the file */
  gint64 offset; /* how much later than its clip says everything comes in the file; below 0: earlier */
  gint64 length; /* of the file, when the viewer last took it for what it is; 0: they have not been asked */
} SlOwnCopy;

SlOwnCopy *sl_own_copy_copy (const SlOwnCopy *self) G_GNUC_WARN_UNUSED_RESULT;
void       sl_own_copy_free (SlOwnCopy *self);

/* The clip's time of the file's @time (not below 0), and back. What has no counterpart becomes the other's start. */
gint64 sl_own_copy_to_clip (gint64 offset, gint64 time);
gint64 sl_own_copy_to_file (gint64 offset, gint64 time);

/* Returns: the offset nearest to @offset that a copy can have */
gint64 sl_own_copy_clamp (gint64 offset);

/* Whether a file of @length cannot be the cut of @expected; what is not known (not above 0) differs from nothing. */
gboolean sl_own_copy_is_other_cut (gint64 length, gint64 expected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlOwnCopy, sl_own_copy_free)

G_END_DECLS
