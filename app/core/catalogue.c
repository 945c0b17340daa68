/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A .mo file held as an object, so that several languages are at hand at once and none depends on a locale
 * of the machine. The file's own hash table and order are not trusted: a table of ours is made, and sorted
 * rather than hashed, since a file could be made of texts that all have the same hash. Leaves out plural
 * forms, which the texts of casebooks do not have, and texts that differ by machine.
 */
#include "config.h"

#include "catalogue.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAGIC 0x950412de
#define HEADER_BYTES 28
#define ENTRY_BYTES 8
#define CONTEXT_END "\004"

/* Both are in the bytes of the catalogue. */
typedef struct
{
  const char *original; /* "text", or "context\004text" */
  const char *translation;
} Message;

struct _SlCatalogue
{
  gatomicrefcount refs;
  GBytes         *bytes;
  GArray         *messages; /* (element-type Message): sorted by original */
  GHashTable     *fields;   /* (element-type utf8 utf8) */
};

/* The file while it is read. */
typedef struct
{
  const guchar *data;
  gsize         size;
  gboolean      is_swapped;
  guint32       n_strings;
  guint32       originals;    /* offset of their table */
  guint32       translations; /* offset of their table */
  gsize         budget;       /* bytes of text that may still come: texts do not overlap */
} Input;

G_DEFINE_QUARK (sl_catalogue_error_quark, sl_catalogue_error)

static gboolean
fail (GError **error, SlCatalogueError code, const char *text)
{
  g_set_error_literal (error, SL_CATALOGUE_ERROR, (int)code, text);
  return FALSE;
}

static gboolean
fail_shape (GError **error)
{
  return fail (error, SL_CATALOGUE_ERROR_SHAPE, _ ("this catalogue is damaged; make it anew with msgfmt"));
}

/* @offset and the three bytes behind it are in the file. */
static guint32
get_number (const Input *input, gsize offset)
{
  guint32 number;

  memcpy (&number, input->data + offset, sizeof number);
  return input->is_swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

static gboolean
has_table (const Input *input, guint32 offset)
{
  return offset >= HEADER_BYTES && offset <= input->size &&
         input->n_strings <= (input->size - offset) / ENTRY_BYTES;
}

static gboolean
read_header (Input *input, GError **error)
{
  if (input->size > SL_CATALOGUE_MAX_BYTES)
    return fail (error, SL_CATALOGUE_ERROR_TOO_LARGE, _ ("this catalogue is larger than 64 MiB; make it smaller"));
  if (input->size < sizeof (guint32))
    return fail (error, SL_CATALOGUE_ERROR_MAGIC, _ ("this is not a catalogue; make one with msgfmt"));
  input->is_swapped = get_number (input, 0) != MAGIC;
  if (get_number (input, 0) != MAGIC)
    return fail (error, SL_CATALOGUE_ERROR_MAGIC, _ ("this is not a catalogue; make one with msgfmt"));
  if (input->size < HEADER_BYTES)
    return fail_shape (error);
  if (get_number (input, 4) >> 16 > 1)
    return fail (error, SL_CATALOGUE_ERROR_REVISION, _ ("this catalogue is of a kind that is not known here; make it anew with msgfmt"));
  input->n_strings = get_number (input, 8);
  input->originals = get_number (input, 12);
  input->translations = get_number (input, 16);
  input->budget = input->size;
  return (has_table (input, input->originals) && has_table (input, input->translations)) || fail_shape (error);
}

/* Returns: (nullable): text @index of the table at @table, which ends with a NUL and may hold others */
static const char *
get_string (Input *input, guint32 table, guint32 index, GError **error)
{
  const gsize   at = table + (gsize)index * ENTRY_BYTES;
  const guint32 length = get_number (input, at);
  const guint32 offset = get_number (input, at + 4);

  if (offset >= input->size || length >= input->size - offset || input->data[offset + length] != '\0' ||
      length >= input->budget)
    {
      fail_shape (error);
      return NULL;
    }
  input->budget -= length;
  /* Only the part before a first NUL is ever used: behind it are plural forms. */
  if (!g_utf8_validate ((const char *)input->data + offset, -1, NULL))
    {
      fail (error, SL_CATALOGUE_ERROR_ENCODING, _ ("a text of this catalogue is not UTF-8; convert it with msgconv"));
      return NULL;
    }
  return (const char *)input->data + offset;
}

/* Keeps the lines "Name: value" of the header. */
static void
read_fields (SlCatalogue *self, const char *header)
{
  g_auto (GStrv) lines = g_strsplit (header, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *colon = strchr (lines[i], ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      if (*g_strstrip (lines[i]) != '\0' && *g_strstrip (colon + 1) != '\0')
        g_hash_table_insert (self->fields, g_strdup (lines[i]), g_strdup (colon + 1));
    }
}

static gboolean
check_charset (SlCatalogue *self, GError **error)
{
  const char      *type = g_hash_table_lookup (self->fields, "Content-Type");
  g_autofree char *lower = g_ascii_strdown (type != NULL ? type : "", -1);
  const char      *charset = strstr (lower, "charset=");

  if (charset != NULL)
    charset += strlen ("charset=");
  if (g_strcmp0 (charset, "utf-8") == 0 || g_strcmp0 (charset, "utf8") == 0)
    return TRUE;
  return fail (error, SL_CATALOGUE_ERROR_CHARSET, _ ("this catalogue does not say that it is UTF-8; convert it with msgconv"));
}

static int
compare_messages (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Message *)a)->original, ((const Message *)b)->original);
}

/* Sorts the messages, and takes out the header, which is that of the empty text. */
static gboolean
order_messages (SlCatalogue *self, GError **error)
{
  const Message *messages = (const Message *)self->messages->data;

  g_array_sort (self->messages, compare_messages);
  for (guint i = 1; i < self->messages->len; i++)
    if (compare_messages (messages + i - 1, messages + i) == 0)
      return fail (error, SL_CATALOGUE_ERROR_DUPLICATE, _ ("this catalogue has the same text twice; make it anew with msgfmt"));
  if (self->messages->len > 0 && *messages[0].original == '\0')
    {
      read_fields (self, messages[0].translation);
      g_array_remove_index (self->messages, 0);
    }
  return check_charset (self, error);
}

static gboolean
read_all (SlCatalogue *self, GError **error)
{
  Input input = {0};

  input.data = g_bytes_get_data (self->bytes, &input.size);
  if (!read_header (&input, error))
    return FALSE;
  for (guint32 i = 0; i < input.n_strings; i++)
    {
      Message message;

      message.original = get_string (&input, input.originals, i, error);
      message.translation = message.original != NULL ? get_string (&input, input.translations, i, error) : NULL;
      if (message.translation == NULL)
        return FALSE;
      if (*message.translation != '\0')
        g_array_append_val (self->messages, message);
    }
  return order_messages (self, error);
}

/* Returns: how many messages stand before @original */
static guint
count_before (SlCatalogue *self, const char *original)
{
  guint low = 0;
  guint high = self->messages->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (strcmp (g_array_index (self->messages, Message, middle).original, original) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

SlCatalogue *
sl_catalogue_new (GBytes *bytes, GError **error)
{
  g_autoptr (SlCatalogue) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (SlCatalogue, 1);
  g_atomic_ref_count_init (&self->refs);
  self->bytes = g_bytes_ref (bytes);
  self->messages = g_array_new (FALSE, FALSE, sizeof (Message));
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return read_all (self, error) ? g_steal_pointer (&self) : NULL;
}

SlCatalogue *
sl_catalogue_ref (SlCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sl_catalogue_unref (SlCatalogue *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->messages);
  g_hash_table_unref (self->fields);
  g_bytes_unref (self->bytes);
  g_free (self);
}

const char *
sl_catalogue_lookup (SlCatalogue *self, const char *context, const char *text)
{
  const char      *separator = context != NULL ? CONTEXT_END : "";
  g_autofree char *original = NULL;
  const Message   *message;
  guint            at;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  original = g_strconcat (context != NULL ? context : "", separator, text, NULL);
  at = count_before (self, original);
  if (at == self->messages->len)
    return NULL;
  message = &g_array_index (self->messages, Message, at);
  return g_str_equal (message->original, original) ? message->translation : NULL;
}

gboolean
sl_catalogue_has_context (SlCatalogue *self, const char *context)
{
  g_autofree char *prefix = NULL;
  guint            at;

  g_return_val_if_fail (self != NULL && context != NULL, FALSE);

  prefix = g_strconcat (context, CONTEXT_END, NULL);
  at = count_before (self, prefix);
  return at < self->messages->len && g_str_has_prefix (g_array_index (self->messages, Message, at).original, prefix);
}

const char *
sl_catalogue_get_field (SlCatalogue *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return g_hash_table_lookup (self->fields, name);
}

guint
sl_catalogue_get_n_messages (SlCatalogue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->messages->len;
}
