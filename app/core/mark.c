/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a viewer has marked. Where it is kept is the store's; a casebook knows nothing of it. */
#include "mark.h"

struct _SlMark
{
  GObject parent_instance;

  char  *id;
  char  *casebook;
  char  *clip;
  SlSpan span;
  char  *words;
  gint64 made;
};

G_DEFINE_FINAL_TYPE (SlMark, sl_mark, G_TYPE_OBJECT)

static void
sl_mark_finalize (GObject *object)
{
  SlMark *self = SL_MARK (object);

  g_free (self->id);
  g_free (self->casebook);
  g_free (self->clip);
  g_free (self->words);

  G_OBJECT_CLASS (sl_mark_parent_class)->finalize (object);
}

static void
sl_mark_class_init (SlMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_mark_finalize;
}

static void
sl_mark_init (SlMark *self)
{
}

SlMark *
sl_mark_new (const char *id, const char *casebook, const char *clip, const SlSpan *span, const char *words, gint64 made)
{
  SlMark *self;

  g_return_val_if_fail (casebook != NULL && clip != NULL && span != NULL, NULL);

  self = g_object_new (SL_TYPE_MARK, NULL);
  self->id = id ? g_strdup (id) : g_uuid_string_random ();
  self->casebook = g_strdup (casebook);
  self->clip = g_strdup (clip);
  self->span.start = CLAMP (span->start, 0, SL_TIME_MAX);
  self->span.end = CLAMP (span->end, self->span.start, SL_TIME_MAX);
  self->words = words ? g_utf8_make_valid (words, -1) : g_strdup ("");
  self->made = made;
  return self;
}

SlMark *
sl_mark_reword (SlMark *self, const char *words)
{
  g_return_val_if_fail (SL_IS_MARK (self), NULL);

  return sl_mark_new (self->id, self->casebook, self->clip, &self->span, words, self->made);
}

const char *
sl_mark_get_id (SlMark *self)
{
  g_return_val_if_fail (SL_IS_MARK (self), NULL);

  return self->id;
}

const char *
sl_mark_get_casebook (SlMark *self)
{
  g_return_val_if_fail (SL_IS_MARK (self), NULL);

  return self->casebook;
}

const char *
sl_mark_get_clip (SlMark *self)
{
  g_return_val_if_fail (SL_IS_MARK (self), NULL);

  return self->clip;
}

const SlSpan *
sl_mark_get_span (SlMark *self)
{
  g_return_val_if_fail (SL_IS_MARK (self), NULL);

  return &self->span;
}

const char *
sl_mark_get_words (SlMark *self)
{
  g_return_val_if_fail (SL_IS_MARK (self), NULL);

  return self->words;
}

gint64
sl_mark_get_made (SlMark *self)
{
  g_return_val_if_fail (SL_IS_MARK (self), 0);

  return self->made;
}

int
sl_mark_compare (SlMark *a, SlMark *b)
{
  g_return_val_if_fail (SL_IS_MARK (a) && SL_IS_MARK (b), 0);

  if (a->span.start != b->span.start)
    return a->span.start < b->span.start ? -1 : 1;
  if (a->made != b->made)
    return a->made < b->made ? -1 : 1;
  return g_strcmp0 (a->id, b->id);
}
