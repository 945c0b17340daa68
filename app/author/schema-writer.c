/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables of the format as JSON Schema, draft 2020-12, for editors and other programs. A schema knows
 * shapes only: what has to hold between records is the check's. It forgives what the reader forgives, so
 * keys that it does not know are allowed.
 */
#include "schema-writer.h"

#include "casebook-fields.h"
#include "json-text.h"
#include "schema-words.h"

#include <string.h>

#define MAX_TEXT 20000
#define MAX_SECONDS 1000000

#define ID "^[a-z0-9][a-z0-9-]{0,63}$"
#define CLOCK "[0-5][0-9]:[0-5][0-9]"
#define DAY "(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])"
#define MINUTE "(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-9]{2}:[0-9]{2})?)?"
#define DATE "(?!0000)[0-9]{4}(-" DAY MINUTE ")?)?[~?%]?"
#define PART "(?!\\.{1,2}(/|$))[^/\\\\\\u0000-\\u001f\\u007f]+"

typedef struct
{
  GString   *json;
  guint      depth;
  gboolean   has_item; /* whether a comma is due */
  GPtrArray *groups;   /* of SlSchema: met so far */
  GPtrArray *names;    /* of const char: of each of them, its key */
} Writer;

/* The kinds that are strings of a certain look. */
static const struct
{
  SlSchemaKind kind;
  const char  *pattern;
} patterns[] = {
  {SL_SCHEMA_TEXT, "^(?=[\\s\\S]*\\S)[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$"},
  {SL_SCHEMA_ID, ID},
  {SL_SCHEMA_TIME, "^([0-9]{1,2}:[0-5][0-9]|[0-9]{1,6}:" CLOCK ")(\\.[0-9]{3})?$"},
  {SL_SCHEMA_DATE, "^" DATE "(/" DATE ")?$"},
  {SL_SCHEMA_LANGUAGE, "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},
  {SL_SCHEMA_URL, "^https?://[^/?#\\s]"},
  {SL_SCHEMA_PATH, "^" PART "(/" PART ")*$"},
  {SL_SCHEMA_COLOUR, "^#[0-9A-Fa-f]{6}$"},
  {SL_SCHEMA_SHA256, "^[0-9a-f]{64}$"},
};

static void write_value (Writer *self, const SlSchemaField *field, const char *where);

static void
start_item (Writer *self, const char *key)
{
  g_string_append (self->json, self->has_item ? ",\n" : "\n");
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->json, "  ");
  if (key != NULL)
    {
      sl_json_text_append (self->json, key);
      g_string_append (self->json, ": ");
    }
  self->has_item = TRUE;
}

/* @key: (nullable): in an object; @bracket: { or [ */
static void
open (Writer *self, const char *key, char bracket)
{
  if (self->depth > 0)
    start_item (self, key);
  g_string_append_c (self->json, bracket);
  self->depth++;
  self->has_item = FALSE;
}

static void
close_with (Writer *self, char bracket)
{
  self->depth--;
  self->has_item = FALSE;
  start_item (self, NULL);
  g_string_append_c (self->json, bracket);
}

static void
add_string (Writer *self, const char *key, const char *text)
{
  start_item (self, key);
  sl_json_text_append (self->json, text);
}

static void
add_number (Writer *self, const char *key, gint64 number)
{
  start_item (self, key);
  g_string_append_printf (self->json, "%" G_GINT64_FORMAT, number);
}

/* The name under which a group is found in the file's schema; it is written later. */
static const char *
name_group (Writer *self, const SlSchema *schema, const char *key)
{
  guint place;

  if (g_ptr_array_find (self->groups, schema, &place))
    return self->names->pdata[place];
  g_ptr_array_add (self->groups, (gpointer)schema);
  g_ptr_array_add (self->names, (gpointer)key);
  return key;
}

static void
add_reference (Writer *self, const SlSchemaField *field)
{
  g_autofree char *reference = g_strdup_printf ("#/$defs/%s", name_group (self, field->schema, field->key));

  add_string (self, "$ref", reference);
}

static void
add_words (Writer *self, const SlSchemaField *field)
{
  open (self, "enum", '[');
  if (field->kind == SL_SCHEMA_WORD)
    {
      for (guint i = 0; field->words[i] != NULL; i++)
        add_string (self, NULL, field->words[i]);
    }
  else
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (field->get_type ());
      GEnumClass *values = (GEnumClass *)klass;

      for (guint i = 0; i < values->n_values; i++)
        {
          g_autofree char *word = g_strdelimit (g_strdup (values->values[i].value_nick), "-", '_');

          if (!g_str_equal (word, "none")) /* stands for "nothing said" */
            add_string (self, NULL, word);
        }
    }
  close_with (self, ']');
}

static void
add_string_shape (Writer *self, SlSchemaKind kind)
{
  add_string (self, "type", "string");
  if (kind == SL_SCHEMA_TEXT)
    add_number (self, "maxLength", MAX_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (patterns[i].kind == kind)
      add_string (self, "pattern", patterns[i].pattern);
}

static void
add_range (Writer *self, const char *type, gint64 most)
{
  add_string (self, "type", type);
  add_number (self, "minimum", 0);
  add_number (self, "maximum", most);
}

static void
add_array (Writer *self, const SlSchemaField *field)
{
  add_string (self, "type", "array");
  open (self, "items", '{');
  if (field->kind == SL_SCHEMA_LIST)
    add_reference (self, field);
  else
    add_string_shape (self, field->kind == SL_SCHEMA_IDS ? SL_SCHEMA_ID : SL_SCHEMA_TEXT);
  close_with (self, '}');
}

static void
write_shape (Writer *self, const SlSchemaField *field)
{
  if (field->kind == SL_SCHEMA_WORD || field->kind == SL_SCHEMA_ENUM)
    add_words (self, field);
  else if (field->kind == SL_SCHEMA_BOOL)
    add_string (self, "type", "boolean");
  else if (field->kind == SL_SCHEMA_SECONDS)
    add_range (self, "number", MAX_SECONDS);
  else if (field->kind == SL_SCHEMA_COUNT)
    add_range (self, "integer", G_MAXINT);
  else if (field->kind == SL_SCHEMA_SIZE)
    add_range (self, "integer", G_MAXINT64);
  else if (field->kind == SL_SCHEMA_TEXTS || field->kind == SL_SCHEMA_IDS || field->kind == SL_SCHEMA_LIST)
    add_array (self, field);
  else if (field->kind == SL_SCHEMA_GROUP || field->kind == SL_SCHEMA_OBJECT)
    add_reference (self, field);
  else if (field->kind != SL_SCHEMA_ANY)
    add_string_shape (self, field->kind);
}

static void
write_value (Writer *self, const SlSchemaField *field, const char *where)
{
  const char *words = sl_schema_words_describe (where, field->key);

  open (self, field->key, '{');
  if (words != NULL)
    add_string (self, "description", words);
  if (g_str_equal (field->key, "format") && g_str_equal (where, "casebook"))
    add_number (self, "const", SL_CASEBOOK_FORMAT);
  else
    write_shape (self, field);
  close_with (self, '}');
}

static void
write_object (Writer *self, const SlSchema *schema, const char *where)
{
  add_string (self, "type", "object");
  open (self, "properties", '{');
  for (const SlSchemaField *field = schema->fields; field->kind != SL_SCHEMA_END; field++)
    if (field->kind != SL_SCHEMA_COMPUTED)
      write_value (self, field, where);
  open (self, "comment", '{');
  add_string (self, "description", "To translators and co-authors; never shown.");
  close_with (self, '}');
  close_with (self, '}');
  open (self, "required", '[');
  for (const SlSchemaField *field = schema->fields; field->kind != SL_SCHEMA_END; field++)
    if ((field->flags & SL_SCHEMA_REQUIRED) != 0)
      add_string (self, NULL, field->key);
  close_with (self, ']');
}

/* A string may stand for the whole object, where the format has a shorthand. */
static void
write_record (Writer *self, const SlSchema *schema, const char *where)
{
  if (schema->shorthand == NULL)
    {
      write_object (self, schema, where);
      return;
    }
  open (self, "anyOf", '[');
  open (self, NULL, '{');
  write_shape (self, sl_schema_find_field (schema, schema->shorthand));
  close_with (self, '}');
  open (self, NULL, '{');
  write_object (self, schema, where);
  close_with (self, '}');
  close_with (self, ']');
}

/* A group that is written may bring others. */
static void
write_groups (Writer *self)
{
  if (self->groups->len == 0)
    return;
  open (self, "$defs", '{');
  for (guint i = 0; i < self->groups->len; i++)
    {
      open (self, self->names->pdata[i], '{');
      write_record (self, self->groups->pdata[i], self->names->pdata[i]);
      close_with (self, '}');
    }
  close_with (self, '}');
}

/* @word: for one record; @name: of the file, without its ending */
static char *
write_file (const SlSchema *schema, const char *word, const char *name, gboolean is_array)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *title = g_strdup_printf ("%s of a Sidelight casebook", name);
  Writer           self = {g_string_new (NULL), 0, FALSE, groups, names};

  open (&self, NULL, '{');
  add_string (&self, "$schema", "https://json-schema.org/draft/2020-12/schema");
  add_string (&self, "title", title);
  if (is_array)
    {
      add_string (&self, "type", "array");
      open (&self, "items", '{');
    }
  write_record (&self, schema, word);
  if (is_array)
    close_with (&self, '}');
  write_groups (&self);
  close_with (&self, '}');
  g_string_append_c (self.json, '\n');
  return g_string_free (self.json, FALSE);
}

char *
sl_schema_writer_write (const char *file)
{
  g_return_val_if_fail (file != NULL, NULL);

  if (g_str_equal (file, "casebook"))
    return write_file (sl_casebook_fields_get_casebook (), "casebook", SL_CASEBOOK_FILE, FALSE);
  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    {
      const SlKindInfo *info = sl_casebook_fields_get_kind (kind);

      if (g_str_equal (file, info->file != NULL ? info->name : info->word))
        return write_file (info->schema, info->word, info->file != NULL ? info->file : "A clip's file", info->file != NULL);
    }
  return NULL;
}

GPtrArray *
sl_schema_writer_list (void)
{
  GPtrArray *files = g_ptr_array_new ();

  g_ptr_array_add (files, (gpointer) "casebook");
  for (guint kind = SL_KIND_NONE + 1; kind < SL_N_KINDS; kind++)
    {
      const SlKindInfo *info = sl_casebook_fields_get_kind (kind);

      g_ptr_array_add (files, (gpointer)(info->file != NULL ? info->name : info->word));
    }
  return files;
}
