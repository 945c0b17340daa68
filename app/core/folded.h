/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of a text, in bytes: from the first, up to but not with the last. */
typedef struct
{
  gsize start;
  gsize end;
} SlTextRange;

/* SlFolded: a text as it is searched. Immutable. */
typedef struct _SlFolded SlFolded;

/* @text: UTF-8. Returns: (transfer full) */
SlFolded *sl_folded_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void      sl_folded_free (SlFolded *self);

/* Returns: whether there is nothing in it to look for */
gboolean sl_folded_is_empty (const SlFolded *self);

/* Returns: (transfer full): what is left of it, without spaces around it: the same for texts that are alike */
char *sl_folded_dup_words (const SlFolded *self) G_GNUC_WARN_UNUSED_RESULT;

/* Appends to @ranges (element-type SlTextRange) where in the text of @self that of @words stands, each stretch beginning
 * where the one before has ended, of whole characters with their accents. Returns: how many; none when @words is empty */
guint sl_folded_find (const SlFolded *self, const SlFolded *words, GArray *ranges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFolded, sl_folded_free)

G_END_DECLS
