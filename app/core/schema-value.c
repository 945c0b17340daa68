/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Single values: is it of the kind that the table asks for, and if not, what should its author do. Nothing
 * is converted on the quiet: a number in quotation marks is a text.
 */
#include "config.h"

#include "schema-value.h"

#include "casebook-folder.h"
#include "date.h"
#include "span.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define TEXT_MAX 20000

#define MAX_ID 64
#define MAX_SECONDS 1000000
#define NS_PER_SECOND G_GINT64_CONSTANT (1000000000)

/* Returns: (transfer full): what is wrong */
typedef char *(*TextReader) (const SlSchemaField *field, const char *text, GValue *value);

gboolean
sl_schema_value_is_string (JsonNode *node, const char **text)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  *text = json_node_get_string (node);
  return TRUE;
}

static char *
take_string (GValue *value, const char *text)
{
  g_value_init (value, G_TYPE_STRING);
  g_value_set_string (value, text);
  return NULL;
}

static char *
read_text (const SlSchemaField *field, const char *text, GValue *value)
{
  gboolean has_words = FALSE;

  /* Laying out a text takes time that grows with it, on the main thread. */
  if (strlen (text) > TEXT_MAX)
    return g_strdup_printf (_ ("“%s” is longer than %d bytes; shorten it"), field->key, TEXT_MAX);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_iscntrl (character) && character != '\n' && character != '\t')
        return g_strdup_printf (_ ("“%s” has a control character in it; take it out"), field->key);
      has_words = has_words || !(g_unichar_isspace (character) || g_unichar_iszerowidth (character));
    }
  if (!has_words)
    return g_strdup_printf (_ ("“%s” is empty; fill it or leave it out"), field->key);
  return take_string (value, text);
}

static char *
read_id (const SlSchemaField *field, const char *text, GValue *value)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-");

  if (length == 0 || length > MAX_ID || text[length] != '\0' || *text == '-')
    return g_strdup_printf (_ ("“%s” is not an id; use a–z, 0–9 and -, at most %d of them, "
                               "and begin with a letter or a digit"),
                               text, MAX_ID);
  return take_string (value, text);
}

static char *
read_word (const SlSchemaField *field, const char *text, GValue *value)
{
  g_autofree char *words = NULL;

  if (g_strv_contains (field->words, text))
    return take_string (value, text);
  words = g_strjoinv (", ", (char **)field->words);
  return g_strdup_printf (_ ("“%s” is not one of the words for “%s”; use one of %s"), text,
                             field->key, words);
}

/* Whether @text is @nick as files spell it: with _ where the nick has -. */
static gboolean
is_nick (const char *nick, const char *text)
{
  for (; *nick != '\0'; nick++, text++)
    if (*text != (*nick == '-' ? '_' : *nick))
      return FALSE;
  return *text == '\0';
}

static char *
read_enum (const SlSchemaField *field, const char *text, GValue *value)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (field->get_type ());
  g_autoptr (GString) words = g_string_new (NULL);
  GEnumClass *enum_class = (GEnumClass *)klass;

  for (guint i = 0; i < enum_class->n_values; i++)
    {
      const char *nick = enum_class->values[i].value_nick;

      /* What stands for “nothing said” is not a word that a file may say. */
      if (g_str_equal (nick, "none"))
        continue;
      if (is_nick (nick, text))
        {
          g_value_init (value, field->get_type ());
          g_value_set_enum (value, enum_class->values[i].value);
          return NULL;
        }
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", nick);
    }
  g_strdelimit (words->str, "-", '_');
  return g_strdup_printf (_ ("“%s” is not one of the words for “%s”; use one of %s"), text,
                             field->key, words->str);
}

static char *
read_time (const SlSchemaField *field, const char *text, GValue *value)
{
  g_autoptr (GError) error = NULL;
  gint64 time;

  if (!sl_time_parse (text, &time, &error))
    return g_strdup (error->message);
  g_value_init (value, G_TYPE_INT64);
  g_value_set_int64 (value, time);
  return NULL;
}

static char *
read_date (const SlSchemaField *field, const char *text, GValue *value)
{
  g_autoptr (GError) error = NULL;
  SlDate *date = sl_date_parse (text, &error);

  if (date == NULL)
    return g_strdup (error->message);
  g_value_init (value, SL_TYPE_DATE);
  g_value_take_boxed (value, date);
  return NULL;
}

/* Two to eight letters, then parts of one to eight letters and digits. */
static gboolean
is_language (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);

      if (length < (i == 0 ? 2 : 1) || length > 8)
        return FALSE;
      for (gsize j = 0; j < length; j++)
        if (i == 0 ? !g_ascii_isalpha (parts[i][j]) : !g_ascii_isalnum (parts[i][j]))
          return FALSE;
    }
  return parts[0] != NULL;
}

static char *
read_language (const SlSchemaField *field, const char *text, GValue *value)
{
  if (!is_language (text))
    return g_strdup_printf (_ ("“%s” is not a language tag; write one such as en or pt-BR"), text);
  return take_string (value, text);
}

static gboolean
is_url (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
         (g_str_equal (g_uri_get_scheme (uri), "https") ||
          g_str_equal (g_uri_get_scheme (uri), "http"));
}

static char *
read_url (const SlSchemaField *field, const char *text, GValue *value)
{
  if (!is_url (text))
    return g_strdup_printf (_ ("“%s” is not a web address; begin it with https:// or http://"),
                               text);
  return take_string (value, text);
}

static char *
read_path (const SlSchemaField *field, const char *text, GValue *value)
{
  if (!sl_casebook_folder_is_path (text))
    return g_strdup_printf (_ ("“%s” is not a path in the casebook; write it from the folder of "
                               "casebook.json on, with / and without .."),
                               text);
  return take_string (value, text);
}

static char *
read_colour (const SlSchemaField *field, const char *text, GValue *value)
{
  if (strlen (text) != 7 || *text != '#' || strspn (text + 1, "0123456789abcdefABCDEF") != 6)
    return g_strdup_printf (_ ("“%s” is not a colour; write it as #rrggbb"), text);
  return take_string (value, text);
}

static char *
read_sha256 (const SlSchemaField *field, const char *text, GValue *value)
{
  if (strlen (text) != 64 || strspn (text, "0123456789abcdef") != 64)
    return g_strdup_printf (_ ("“%s” is not a SHA-256 sum; write its 64 digits in lower case"),
                               text);
  return take_string (value, text);
}

/* Those kinds that are a string in the file. */
static const struct
{
  SlSchemaKind kind;
  const char  *code;
  TextReader   read;
} text_kinds[] = {
  {SL_SCHEMA_TEXT, "bad-text", read_text},
  {SL_SCHEMA_TEXTS, "bad-text", read_text},
  {SL_SCHEMA_ID, "bad-id", read_id},
  {SL_SCHEMA_IDS, "bad-id", read_id},
  {SL_SCHEMA_WORD, "bad-word", read_word},
  {SL_SCHEMA_ENUM, "bad-word", read_enum},
  {SL_SCHEMA_TIME, "bad-time", read_time},
  {SL_SCHEMA_DATE, "bad-date", read_date},
  {SL_SCHEMA_LANGUAGE, "bad-language", read_language},
  {SL_SCHEMA_URL, "bad-url", read_url},
  {SL_SCHEMA_PATH, "bad-path", read_path},
  {SL_SCHEMA_COLOUR, "bad-colour", read_colour},
  {SL_SCHEMA_SHA256, "bad-checksum", read_sha256},
};

static char *
read_bool (const SlSchemaField *field, JsonNode *node, GValue *value)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return g_strdup_printf (_ ("“%s” is neither true nor false; write one of them, without "
                               "quotation marks"),
                               field->key);
  g_value_init (value, G_TYPE_BOOLEAN);
  g_value_set_boolean (value, json_node_get_boolean (node));
  return NULL;
}

static char *
read_whole (const SlSchemaField *field, JsonNode *node, GValue *value)
{
  gint64 most = field->kind == SL_SCHEMA_COUNT ? G_MAXINT : G_MAXINT64;
  gint64 number = -1;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    number = json_node_get_int (node);
  if (number < 0 || number > most)
    return g_strdup_printf (_ ("“%s” is not a whole number from 0 on; write one, without quotation "
                               "marks"),
                               field->key);
  g_value_init (value, field->kind == SL_SCHEMA_COUNT ? G_TYPE_INT : G_TYPE_INT64);
  if (field->kind == SL_SCHEMA_COUNT)
    g_value_set_int (value, (int)number);
  else
    g_value_set_int64 (value, number);
  return NULL;
}

static char *
read_seconds (const SlSchemaField *field, JsonNode *node, GValue *value)
{
  double seconds = -1;

  if (JSON_NODE_HOLDS_VALUE (node) && (json_node_get_value_type (node) == G_TYPE_INT64 ||
                                       json_node_get_value_type (node) == G_TYPE_DOUBLE))
    seconds = json_node_get_double (node);
  if (!(seconds >= 0 && seconds <= MAX_SECONDS))
    return g_strdup_printf (_ ("“%s” is not a number of seconds from 0 to %d; write one, without "
                               "quotation marks"),
                               field->key, MAX_SECONDS);
  g_value_init (value, G_TYPE_INT64);
  g_value_set_int64 (value, (gint64)(seconds * 1000 + 0.5) * (NS_PER_SECOND / 1000));
  return NULL;
}

char *
sl_schema_value_read (const SlSchemaField *field, JsonNode *node, GValue *value, const char **code)
{
  const char *text;

  *code = "wrong-type";
  if (field->kind == SL_SCHEMA_BOOL)
    return read_bool (field, node, value);
  if (field->kind == SL_SCHEMA_COUNT || field->kind == SL_SCHEMA_SIZE)
    return read_whole (field, node, value);
  if (field->kind == SL_SCHEMA_SECONDS)
    return read_seconds (field, node, value);

  if (!sl_schema_value_is_string (node, &text))
    return g_strdup_printf (_ ("“%s” is not a text; write it in quotation marks"), field->key);
  for (guint i = 0; i < G_N_ELEMENTS (text_kinds); i++)
    if (text_kinds[i].kind == field->kind)
      {
        *code = text_kinds[i].code;
        return text_kinds[i].read (field, text, value);
      }
  g_assert_not_reached ();
}
