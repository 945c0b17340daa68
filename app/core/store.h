/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mark.h"
#include "own-copy.h"

G_BEGIN_DECLS

/* Where a viewer left a clip, and how it was watched. */
typedef struct
{
  char  *casebook; /* ids */
  char  *clip;
  gint64 position; /* nanoseconds; 0: from its start */
  gint64 duration; /* nanoseconds; 0: not known */
  gint64 used;     /* when: microseconds since 1970 */
  double rate;
  double volume;   /* 0 to 1; less: not said */
  char  *audio;    /* (nullable): the track that was chosen */
  char  *captions; /* (nullable) */
  gint64 delay;    /* of the captions: nanoseconds later, or earlier where it is below 0 */
} SlResumePoint;

SlResumePoint *sl_resume_point_copy (const SlResumePoint *self) G_GNUC_WARN_UNUSED_RESULT;
void           sl_resume_point_free (SlResumePoint *self);

/* Returns: its position or, within the first five seconds and in the last five seconds or 2 %, 0: a clip that
 * has hardly begun or is finished begins at its start */
gint64 sl_resume_point_get_start (const SlResumePoint *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlResumePoint, sl_resume_point_free)

/**
 * SlStore: what is remembered between runs. It has no clock: time is an argument. Use each on one thread;
 * several, in this program or another, may have the same file. Writing waits for the disk.
 */
typedef struct _SlStore SlStore;

/* @path: (nullable): without a file, or where it cannot be written, nothing is remembered and nothing fails. */
SlStore *sl_store_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void     sl_store_free (SlStore *self);

/* Returns: (transfer full): where the store of this user is */
char *sl_store_build_path (void) G_GNUC_WARN_UNUSED_RESULT;

/* Remembers @point in place of what was remembered of its clip, with the position that it starts at. A clip
 * that was never past its first five seconds is not remembered at all; of the others the 500 used last are. One that
 * was overtaken by another, used less than a minute later, is not taken.
 * Returns: whether it, or what overtook it, is on the disk now */
gboolean sl_store_keep (SlStore *self, const SlResumePoint *point);

/* Returns: (transfer full) (nullable) */
SlResumePoint *sl_store_find (SlStore *self, const char *casebook, const char *clip) G_GNUC_WARN_UNUSED_RESULT;

/* The clip used last of those with a position. @casebook: (nullable): of any. Returns: (transfer full) (nullable) */
SlResumePoint *sl_store_find_newest (SlStore *self, const char *casebook) G_GNUC_WARN_UNUSED_RESULT;

/* The viewer's own copy of a clip's film: remembers it in place of another, until it is forgotten.
 * Returns: whether that is on the disk now */
gboolean   sl_store_keep_copy (SlStore *self, const SlOwnCopy *copy);
gboolean   sl_store_forget_copy (SlStore *self, const char *casebook, const char *clip);
SlOwnCopy *sl_store_find_copy (SlStore *self, const char *casebook, const char *clip) G_GNUC_WARN_UNUSED_RESULT; /* (transfer full) (nullable) */

/* What a viewer has marked: remembers it, in place of what it was before, until it is forgotten.
 * Returns: whether that is on the disk now */
gboolean sl_store_keep_mark (SlStore *self, SlMark *mark);
gboolean sl_store_forget_mark (SlStore *self, const char *id);
gboolean sl_store_forget_all_marks (SlStore *self); /* of every casebook, and nothing of them is left in the file */

/* Those of a clip, in their order. @marks: (out) (transfer full) (element-type SlMark): empty where there are none.
 * Returns: FALSE where that cannot be read now */
gboolean sl_store_list_marks (SlStore *self, const char *casebook, const char *clip, GPtrArray **marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlStore, sl_store_free)

G_END_DECLS
