/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's choices that rows and panes look at. Where they are kept from one day to the next is not known here. */
#include "reading.h"

struct _SlReading
{
  GObject parent_instance;

  gboolean    easy_words;
  gboolean    hide_later;
  gboolean    later_shown;
  SlNoteKinds note_kinds;
  char       *casebook;
  GHashTable *revealed; /* ids of facts */
  GHashTable *opened;   /* ids of facts */
  GHashTable *accepted; /* texts of advisories */
};

G_DEFINE_FINAL_TYPE (SlReading, sl_reading, G_TYPE_OBJECT)

G_DEFINE_FLAGS_TYPE (SlNoteKinds,
                     sl_note_kinds,
                     G_DEFINE_ENUM_VALUE (SL_NOTE_KINDS_CONTEXT, "context"),
                     G_DEFINE_ENUM_VALUE (SL_NOTE_KINDS_FACT, "fact"),
                     G_DEFINE_ENUM_VALUE (SL_NOTE_KINDS_PERSON, "person"),
                     G_DEFINE_ENUM_VALUE (SL_NOTE_KINDS_PLACE, "place"),
                     G_DEFINE_ENUM_VALUE (SL_NOTE_KINDS_QUOTE, "quote"),
                     G_DEFINE_ENUM_VALUE (SL_NOTE_KINDS_PRODUCTION, "production"))

enum {
  PROP_0,
  PROP_EASY_WORDS,
  PROP_HIDE_LATER,
  PROP_NOTE_KINDS,
  PROP_LATER_SHOWN,
  N_PROPS
};

enum {
  OPENED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
set_flag (SlReading *self, gboolean *flag, gboolean value, guint prop_id)
{
  if (*flag == !!value)
    return;
  *flag = !!value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
sl_reading_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlReading *self = SL_READING (object);

  switch (prop_id)
    {
    case PROP_EASY_WORDS:
      g_value_set_boolean (value, self->easy_words);
      break;
    case PROP_HIDE_LATER:
      g_value_set_boolean (value, self->hide_later);
      break;
    case PROP_NOTE_KINDS:
      g_value_set_flags (value, self->note_kinds);
      break;
    case PROP_LATER_SHOWN:
      g_value_set_boolean (value, self->later_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_reading_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlReading *self = SL_READING (object);

  switch (prop_id)
    {
    case PROP_EASY_WORDS:
      set_flag (self, &self->easy_words, g_value_get_boolean (value), prop_id);
      break;
    case PROP_HIDE_LATER:
      if (g_value_get_boolean (value))
        set_flag (self, &self->later_shown, FALSE, PROP_LATER_SHOWN);
      set_flag (self, &self->hide_later, g_value_get_boolean (value), prop_id);
      break;
    case PROP_NOTE_KINDS:
      if (self->note_kinds == (SlNoteKinds)g_value_get_flags (value))
        return;
      self->note_kinds = (SlNoteKinds)g_value_get_flags (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_LATER_SHOWN:
      set_flag (self, &self->later_shown, g_value_get_boolean (value), prop_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_reading_finalize (GObject *object)
{
  SlReading *self = SL_READING (object);

  g_free (self->casebook);
  g_hash_table_unref (self->revealed);
  g_hash_table_unref (self->opened);
  g_hash_table_unref (self->accepted);

  G_OBJECT_CLASS (sl_reading_parent_class)->finalize (object);
}

static void
sl_reading_class_init (SlReadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const int     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sl_reading_finalize;
  object_class->get_property = sl_reading_get_property;
  object_class->set_property = sl_reading_set_property;

  properties[PROP_EASY_WORDS] = g_param_spec_boolean ("easy-words", NULL, NULL, FALSE, flags);
  properties[PROP_HIDE_LATER] = g_param_spec_boolean ("hide-later", NULL, NULL, TRUE, flags);
  properties[PROP_NOTE_KINDS] = g_param_spec_flags ("note-kinds", NULL, NULL, SL_TYPE_NOTE_KINDS, SL_NOTE_KINDS_ALL, flags);
  properties[PROP_LATER_SHOWN] = g_param_spec_boolean ("later-shown", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPENED] =
    g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sl_reading_init (SlReading *self)
{
  self->hide_later = TRUE;
  self->note_kinds = SL_NOTE_KINDS_ALL;
  self->revealed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

SlReading *
sl_reading_new (void)
{
  return g_object_new (SL_TYPE_READING, NULL);
}

gboolean
sl_reading_get_easy_words (SlReading *self)
{
  g_return_val_if_fail (SL_IS_READING (self), FALSE);

  return self->easy_words;
}

SlNoteKinds
sl_reading_get_note_kinds (SlReading *self)
{
  g_return_val_if_fail (SL_IS_READING (self), SL_NOTE_KINDS_ALL);

  return self->note_kinds;
}

gboolean
sl_reading_get_hides_later (SlReading *self)
{
  g_return_val_if_fail (SL_IS_READING (self), TRUE);

  return self->hide_later && !self->later_shown;
}

void
sl_reading_begin_casebook (SlReading *self, const char *casebook)
{
  g_return_if_fail (SL_IS_READING (self));

  if (g_strcmp0 (self->casebook, casebook) == 0)
    return;
  g_free (self->casebook);
  self->casebook = g_strdup (casebook);
  g_hash_table_remove_all (self->revealed);
  g_hash_table_remove_all (self->opened);
  g_hash_table_remove_all (self->accepted);
}

void
sl_reading_reveal (SlReading *self, const char *fact)
{
  g_return_if_fail (SL_IS_READING (self) && fact != NULL);

  if (g_hash_table_add (self->revealed, g_strdup (fact)))
    g_signal_emit (self, signals[OPENED], 0, fact);
}

gboolean
sl_reading_is_revealed (SlReading *self, const char *fact)
{
  g_return_val_if_fail (SL_IS_READING (self) && fact != NULL, FALSE);

  return g_hash_table_contains (self->revealed, fact);
}

void
sl_reading_set_opened (SlReading *self, const char *fact, gboolean opened)
{
  g_return_if_fail (SL_IS_READING (self) && fact != NULL);

  if (!opened)
    g_hash_table_remove (self->opened, fact);
  else if (g_hash_table_add (self->opened, g_strdup (fact)))
    g_signal_emit (self, signals[OPENED], 0, fact);
}

gboolean
sl_reading_is_opened (SlReading *self, const char *fact)
{
  g_return_val_if_fail (SL_IS_READING (self) && fact != NULL, FALSE);

  return g_hash_table_contains (self->opened, fact);
}

void
sl_reading_accept (SlReading *self, const char *advisory)
{
  g_return_if_fail (SL_IS_READING (self) && advisory != NULL);

  g_hash_table_add (self->accepted, g_strdup (advisory));
}

gboolean
sl_reading_is_accepted (SlReading *self, const char *advisory)
{
  g_return_val_if_fail (SL_IS_READING (self) && advisory != NULL, FALSE);

  return g_hash_table_contains (self->accepted, advisory);
}
