/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's choices that rows and panes look at. Where they are kept from one day to the next is not known here. */
#include "reading.h"

#define FACT "fact"
#define ADVISORY "advisory"
#define MOST 1000 /* that is remembered */

struct _SlReading
{
  GObject parent_instance;

  gboolean    easy_words;
  gboolean    hide_later;
  gboolean    later_shown;
  SlNoteKinds note_kinds;
  char       *casebook;
  GHashTable *opened; /* ids of facts */
  gboolean    ask_first;
  GPtrArray  *agreed; /* of strings: casebook, kind and name; the newest last */
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
  PROP_ASK_FIRST,
  PROP_AGREED,
  N_PROPS
};

enum {
  OPENED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* What was agreed to */

static GPtrArray *
agreed_new (const char *const *agreed)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; agreed && agreed[i]; i++)
    g_ptr_array_add (array, g_strdup (agreed[i]));
  return array;
}

static char **
list_agreed (SlReading *self)
{
  char **list = g_new0 (char *, self->agreed->len + 1);

  for (guint i = 0; i < self->agreed->len; i++)
    list[i] = g_strdup (self->agreed->pdata[i]);
  return list;
}

static void
set_agreed (SlReading *self, const char *const *agreed)
{
  g_auto (GStrv) old = list_agreed (self);
  static const char *const none[] = {NULL};

  if (g_strv_equal ((const char *const *)old, agreed ? agreed : none))
    return;
  g_ptr_array_unref (self->agreed);
  self->agreed = agreed_new (agreed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AGREED]);
}

static gboolean
has_agreed (SlReading *self, const char *kind, const char *name)
{
  g_autofree char *key = g_strjoin ("/", self->casebook ? self->casebook : "", kind, name, NULL);

  return g_ptr_array_find_with_equal_func (self->agreed, key, g_str_equal, NULL);
}

/* Returns: whether that is new */
static gboolean
agree (SlReading *self, const char *kind, const char *name)
{
  if (has_agreed (self, kind, name))
    return FALSE;
  if (self->agreed->len >= MOST)
    g_ptr_array_remove_index (self->agreed, 0);
  g_ptr_array_add (self->agreed, g_strjoin ("/", self->casebook ? self->casebook : "", kind, name, NULL));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AGREED]);
  return TRUE;
}

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
    case PROP_ASK_FIRST:
      g_value_set_boolean (value, self->ask_first);
      break;
    case PROP_AGREED:
      g_value_take_boxed (value, list_agreed (self));
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
    case PROP_ASK_FIRST:
      set_flag (self, &self->ask_first, g_value_get_boolean (value), prop_id);
      break;
    case PROP_AGREED:
      set_agreed (self, g_value_get_boxed (value));
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
  g_hash_table_unref (self->opened);
  g_ptr_array_unref (self->agreed);

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
  properties[PROP_ASK_FIRST] = g_param_spec_boolean ("ask-first", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_AGREED] = g_param_spec_boxed ("agreed", NULL, NULL, G_TYPE_STRV, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPENED] =
    g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sl_reading_init (SlReading *self)
{
  self->hide_later = TRUE;
  self->note_kinds = SL_NOTE_KINDS_ALL;
  self->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->agreed = agreed_new (NULL);
  self->ask_first = TRUE;
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
  g_hash_table_remove_all (self->opened);
}

void
sl_reading_reveal (SlReading *self, const char *fact)
{
  g_return_if_fail (SL_IS_READING (self) && fact != NULL);

  if (agree (self, FACT, fact))
    g_signal_emit (self, signals[OPENED], 0, fact);
}

gboolean
sl_reading_is_revealed (SlReading *self, const char *fact)
{
  g_return_val_if_fail (SL_IS_READING (self) && fact != NULL, FALSE);

  return has_agreed (self, FACT, fact);
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

  agree (self, ADVISORY, advisory);
}

gboolean
sl_reading_is_accepted (SlReading *self, const char *advisory)
{
  g_return_val_if_fail (SL_IS_READING (self) && advisory != NULL, FALSE);

  return has_agreed (self, ADVISORY, advisory);
}

gboolean
sl_reading_must_ask (SlReading *self, const char *advisory)
{
  g_return_val_if_fail (SL_IS_READING (self) && advisory != NULL, FALSE);

  return self->ask_first && !sl_reading_is_accepted (self, advisory);
}
