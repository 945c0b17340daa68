/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A record at its place in a clip. Rows bind to it; it decides nothing: when a cue is current is the
 * business of active-cues, and what follows from it that of the session.
 */
#include "cue.h"

struct _SlCue
{
  GObject parent_instance;

  SlCueKind   kind;
  char       *id;
  GObject    *record;
  SlSpan      span;
  GListModel *facts;
  char       *place;
  SlCue      *chapter;
  gboolean    opens_chapter;
  gboolean    current;
  gboolean    told;
};

G_DEFINE_FINAL_TYPE (SlCue, sl_cue, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SlCueKind,
                    sl_cue_kind,
                    G_DEFINE_ENUM_VALUE (SL_CUE_CHAPTER, "chapter"),
                    G_DEFINE_ENUM_VALUE (SL_CUE_NOTE, "note"),
                    G_DEFINE_ENUM_VALUE (SL_CUE_TITLE, "title"),
                    G_DEFINE_ENUM_VALUE (SL_CUE_CAPTION, "caption"),
                    G_DEFINE_ENUM_VALUE (SL_CUE_FACT, "fact"),
                    G_DEFINE_ENUM_VALUE (SL_CUE_DESCRIPTION, "description"))

enum {
  PROP_0,
  PROP_KIND,
  PROP_ID,
  PROP_RECORD,
  PROP_START,
  PROP_END,
  PROP_FACTS,
  PROP_CHAPTER,
  PROP_OPENS_CHAPTER,
  PROP_CURRENT,
  PROP_TOLD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
sl_cue_dispose (GObject *object)
{
  SlCue *self = SL_CUE (object);

  g_clear_object (&self->record);
  g_clear_object (&self->facts);
  g_clear_object (&self->chapter);

  G_OBJECT_CLASS (sl_cue_parent_class)->dispose (object);
}

static void
sl_cue_finalize (GObject *object)
{
  g_free (SL_CUE (object)->id);
  g_free (SL_CUE (object)->place);

  G_OBJECT_CLASS (sl_cue_parent_class)->finalize (object);
}

static void
sl_cue_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlCue *self = SL_CUE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, (int)self->kind);
      break;
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_START:
      g_value_set_int64 (value, self->span.start);
      break;
    case PROP_END:
      g_value_set_int64 (value, self->span.end);
      break;
    case PROP_FACTS:
      g_value_set_object (value, self->facts);
      break;
    case PROP_CHAPTER:
      g_value_set_object (value, self->chapter);
      break;
    case PROP_OPENS_CHAPTER:
      g_value_set_boolean (value, self->opens_chapter);
      break;
    case PROP_CURRENT:
      g_value_set_boolean (value, self->current);
      break;
    case PROP_TOLD:
      g_value_set_boolean (value, self->told);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_cue_class_init (SlCueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const int     read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const int     read_notify = read | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = sl_cue_dispose;
  object_class->finalize = sl_cue_finalize;
  object_class->get_property = sl_cue_get_property;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, SL_TYPE_CUE_KIND, SL_CUE_CHAPTER, read);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, read);
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, G_TYPE_OBJECT, read);
  /* Nanoseconds from the start of the clip. */
  properties[PROP_START] = g_param_spec_int64 ("start", NULL, NULL, 0, G_MAXINT64, 0, read);
  properties[PROP_END] = g_param_spec_int64 ("end", NULL, NULL, 0, G_MAXINT64, 0, read);
  properties[PROP_FACTS] = g_param_spec_object ("facts", NULL, NULL, G_TYPE_LIST_MODEL, read);
  properties[PROP_CHAPTER] = g_param_spec_object ("chapter", NULL, NULL, SL_TYPE_CUE, read);
  properties[PROP_OPENS_CHAPTER] = g_param_spec_boolean ("opens-chapter", NULL, NULL, FALSE, read_notify);
  properties[PROP_CURRENT] = g_param_spec_boolean ("current", NULL, NULL, FALSE, read_notify);
  properties[PROP_TOLD] = g_param_spec_boolean ("told", NULL, NULL, FALSE, read_notify);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_cue_init (SlCue *self)
{
}

SlCue *
sl_cue_new (SlCueKind kind, const char *id, GObject *record, const SlSpan *span)
{
  SlCue *self;

  g_return_val_if_fail (G_IS_OBJECT (record), NULL);
  g_return_val_if_fail (span != NULL && span->end >= span->start, NULL);

  self = g_object_new (SL_TYPE_CUE, NULL);
  self->kind = kind;
  self->id = g_strdup (id);
  self->record = g_object_ref (record);
  self->span = *span;
  return self;
}

const char *
sl_cue_kind_to_word (SlCueKind kind)
{
  static const char *const words[] = {"chapter", "note", "title", "caption", "fact", "description"};

  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (words), NULL);

  return words[kind];
}

SlCueKind
sl_cue_get_kind (SlCue *self)
{
  g_return_val_if_fail (SL_IS_CUE (self), SL_CUE_CHAPTER);

  return self->kind;
}

const char *
sl_cue_get_id (SlCue *self)
{
  g_return_val_if_fail (SL_IS_CUE (self), NULL);

  return self->id;
}

GObject *
sl_cue_get_record (SlCue *self)
{
  g_return_val_if_fail (SL_IS_CUE (self), NULL);

  return self->record;
}

const SlSpan *
sl_cue_get_span (SlCue *self)
{
  g_return_val_if_fail (SL_IS_CUE (self), NULL);

  return &self->span;
}

gint64
sl_cue_get_start (SlCue *self)
{
  g_return_val_if_fail (SL_IS_CUE (self), 0);

  return self->span.start;
}

gint64
sl_cue_get_end (SlCue *self)
{
  g_return_val_if_fail (SL_IS_CUE (self), 0);

  return self->span.end;
}

gboolean
sl_cue_get_current (SlCue *self)
{
  g_return_val_if_fail (SL_IS_CUE (self), FALSE);

  return self->current;
}

void
sl_cue_set_current (SlCue *self, gboolean current)
{
  g_return_if_fail (SL_IS_CUE (self));

  if (self->current == !!current)
    return;
  self->current = !!current;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

gboolean
sl_cue_get_told (SlCue *self)
{
  g_return_val_if_fail (SL_IS_CUE (self), FALSE);

  return self->told;
}

void
sl_cue_set_told (SlCue *self, gboolean told)
{
  g_return_if_fail (SL_IS_CUE (self));

  if (self->told == !!told)
    return;
  self->told = !!told;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOLD]);
}

GListModel *
sl_cue_get_facts (SlCue *self)
{
  g_return_val_if_fail (SL_IS_CUE (self), NULL);

  return self->facts;
}

const char *
sl_cue_get_place (SlCue *self)
{
  g_return_val_if_fail (SL_IS_CUE (self), NULL);

  return self->place;
}

void
sl_cue_set_place (SlCue *self, const char *place)
{
  g_return_if_fail (SL_IS_CUE (self) && self->place == NULL);

  self->place = g_strdup (place);
}

void
sl_cue_set_facts (SlCue *self, GListModel *facts)
{
  g_return_if_fail (SL_IS_CUE (self));

  g_set_object (&self->facts, facts);
}

SlCue *
sl_cue_get_chapter (SlCue *self)
{
  g_return_val_if_fail (SL_IS_CUE (self), NULL);

  return self->chapter;
}

gboolean
sl_cue_get_opens_chapter (SlCue *self)
{
  g_return_val_if_fail (SL_IS_CUE (self), FALSE);

  return self->opens_chapter;
}

void
sl_cue_set_chapter (SlCue *self, SlCue *chapter, gboolean opens_chapter)
{
  g_return_if_fail (SL_IS_CUE (self));

  g_set_object (&self->chapter, chapter);
  self->opens_chapter = opens_chapter;
}

void
sl_cue_set_opens_chapter (SlCue *self, gboolean opens_chapter)
{
  g_return_if_fail (SL_IS_CUE (self));

  if (self->opens_chapter == !!opens_chapter)
    return;
  self->opens_chapter = !!opens_chapter;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPENS_CHAPTER]);
}
