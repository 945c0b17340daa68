/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece of a transcript, in its parts and in each of its languages. How it is made is transcript's affair. */
#include "passage.h"

struct _SlPassage
{
  GObject parent_instance;

  SlCueKind  kind;
  GObject   *record;                  /* (nullable) */
  GPtrArray *sides[SL_PASSAGE_SIDES]; /* (element-type SlPart) */
  guint      n_marked;
};

G_DEFINE_FINAL_TYPE (SlPassage, sl_passage, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_KIND,
  PROP_HITS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
part_free (SlPart *part)
{
  g_ref_string_release ((char *)part->language);
  g_free (part->text);
  g_free (part->person);
  g_free (part->marked);
  g_clear_pointer (&part->sayings, g_array_unref);
  g_clear_pointer (&part->hits, g_array_unref);
  g_free (part);
}

static void
sl_passage_finalize (GObject *object)
{
  SlPassage *self = SL_PASSAGE (object);

  g_clear_object (&self->record);
  for (guint i = 0; i < SL_PASSAGE_SIDES; i++)
    g_ptr_array_unref (self->sides[i]);

  G_OBJECT_CLASS (sl_passage_parent_class)->finalize (object);
}

static void
sl_passage_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlPassage *self = SL_PASSAGE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, (int)self->kind);
      break;
    case PROP_HITS:
      g_value_set_uint (value, self->n_marked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_passage_class_init (SlPassageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const int     flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sl_passage_finalize;
  object_class->get_property = sl_passage_get_property;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, SL_TYPE_CUE_KIND, SL_CUE_CAPTION, flags);
  properties[PROP_HITS] = g_param_spec_uint ("hits", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_passage_init (SlPassage *self)
{
  for (guint i = 0; i < SL_PASSAGE_SIDES; i++)
    self->sides[i] = g_ptr_array_new_with_free_func ((GDestroyNotify)part_free);
}

SlPassage *
sl_passage_new (SlCueKind kind, GObject *record)
{
  SlPassage *self = g_object_new (SL_TYPE_PASSAGE, NULL);

  self->kind = kind;
  self->record = record ? g_object_ref (record) : NULL;
  return self;
}

SlCueKind
sl_passage_get_kind (SlPassage *self)
{
  g_return_val_if_fail (SL_IS_PASSAGE (self), SL_CUE_CAPTION);

  return self->kind;
}

GObject *
sl_passage_get_record (SlPassage *self)
{
  g_return_val_if_fail (SL_IS_PASSAGE (self), NULL);

  return self->record;
}

SlPart *
sl_passage_add (SlPassage *self, guint side, SlPartKind kind, const char *text, const char *language, gboolean is_own)
{
  SlPart *part;

  g_return_val_if_fail (SL_IS_PASSAGE (self) && side < SL_PASSAGE_SIDES && language != NULL, NULL);

  if (text == NULL || *text == '\0')
    return NULL;
  part = g_new0 (SlPart, 1);
  part->kind = kind;
  part->text = g_strdup (text);
  part->language = g_ref_string_new (language);
  part->is_own = is_own;
  part->hit = -1;
  g_ptr_array_add (self->sides[side], part);
  return part;
}

SlPart *
sl_passage_get_part (SlPassage *self, guint side, guint n)
{
  g_return_val_if_fail (SL_IS_PASSAGE (self) && side < SL_PASSAGE_SIDES, NULL);

  return n < self->sides[side]->len ? self->sides[side]->pdata[n] : NULL;
}

guint
sl_passage_count_parts (SlPassage *self, guint side)
{
  g_return_val_if_fail (SL_IS_PASSAGE (self) && side < SL_PASSAGE_SIDES, 0);

  return self->sides[side]->len;
}

const char *
sl_passage_find_text (SlPassage *self, guint side, SlPartKind kind)
{
  g_return_val_if_fail (SL_IS_PASSAGE (self) && side < SL_PASSAGE_SIDES, NULL);

  for (guint i = 0; i < self->sides[side]->len; i++)
    {
      const SlPart *part = self->sides[side]->pdata[i];

      if (part->kind == kind)
        return part->text;
    }
  return NULL;
}

gint64
sl_part_find_time (const SlPart *part, gsize offset)
{
  gint64 found = SL_TIME_NONE;

  g_return_val_if_fail (part != NULL, SL_TIME_NONE);

  for (guint i = 0; part->sayings && i < part->sayings->len; i++)
    {
      const SlSaying *saying = &g_array_index (part->sayings, SlSaying, i);

      if (found != SL_TIME_NONE && saying->offset > offset)
        break;
      found = saying->start;
    }
  return found;
}

void
sl_passage_mark (SlPassage *self, SlPart *part, GArray *hits, int hit)
{
  g_return_if_fail (SL_IS_PASSAGE (self) && part != NULL);

  if (hits != part->hits)
    {
      g_clear_pointer (&part->hits, g_array_unref);
      part->hits = hits ? g_array_ref (hits) : NULL;
    }
  part->hit = hit;
  self->n_marked++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HITS]);
}
