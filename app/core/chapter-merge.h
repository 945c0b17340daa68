/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "span.h"

G_BEGIN_DECLS

/* A chapter that the film's own file has. */
typedef struct
{
  SlSpan span;
  char  *title; /* (nullable) */
} SlFileChapter;

/* Puts @file's chapters (array of @n_file, an outer one before those in it) under @authors (nullable, of SlChapter).
 * The author's word counts: a chapter of the file finds its place in the innermost of the author's that holds all of
 * it, or beside them all; one that is the same span as one of theirs, runs across its border, or would be in eight
 * others, is left out.
 * Returns: (transfer full): of SlChapter, by their starts; @authors itself when nothing was added. Ids of what was
 * added are "file-1" and so on, in the file's order. */
GListModel *sl_chapter_merge (GListModel *authors, const SlFileChapter *file, guint n_file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
