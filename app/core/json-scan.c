/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The strict look at JSON bytes that comes before json-glib, which crashes on deep nesting, takes comments,
 * several documents, duplicate keys and numbers that it then wraps, and forgets where anything stood.
 * Values are not kept: a document that passes is read by json-glib, and its places are looked up here.
 * Nothing in here recurses over the input.
 */
#include "config.h"

#include "json-scan.h"

#include "json-token.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint32 offset; /* of the first byte */
  guint32 skip;   /* the number of the entry behind this one and all that is in it */
} Entry;

struct _SlJsonScan
{
  GArray    *entries; /* of Entry */
  GArray    *mends;   /* of SlJsonMend */
  SlLineMap *lines;
  GBytes    *bytes; /* mended */
};

typedef enum {
  WANT_VALUE,
  WANT_VALUE_OR_END,
  WANT_KEY,
  WANT_KEY_OR_END,
  WANT_COLON,
  WANT_COMMA_OR_END,
  WANT_NOTHING,
} Want;

typedef struct
{
  guint32     entry;
  gboolean    is_object;
  const char *comma;    /* the last one */
  guint       dropped;  /* the mend, from 1, of the pair that is being passed and does not count; 0 = it does */
  guint       rest;     /* the mend, from 1, of this pair and all behind it in the object; 0 = there is room */
  guint       n_before; /* entries before what is dropped */
  GHashTable *keys;     /* (element-type utf8 utf8) (nullable): those seen in this object; kept for the next one */
} Frame;

typedef struct
{
  SlJsonInput input;
  GArray     *entries; /* of Entry */
  Frame       stack[SL_JSON_MAX_DEPTH];
  guint       depth;
  Want        want;
} Scanner;

static guint
push_entry (Scanner *scanner)
{
  Entry entry = {(guint32)(scanner->input.at - scanner->input.start), scanner->entries->len + 1};

  g_array_append_val (scanner->entries, entry);
  return scanner->entries->len - 1;
}

static gboolean
open_container (Scanner *scanner)
{
  Frame *frame;

  if (scanner->depth == SL_JSON_MAX_DEPTH)
    return sl_json_input_fail (&scanner->input, SL_JSON_ERROR_DEPTH,
                               _ ("more than %d arrays and objects are nested here; make it flatter"), SL_JSON_MAX_DEPTH);
  frame = &scanner->stack[scanner->depth++];
  frame->is_object = *scanner->input.at == '{';
  frame->dropped = 0;
  frame->rest = 0;
  frame->entry = push_entry (scanner);
  if (frame->keys != NULL)
    g_hash_table_remove_all (frame->keys);
  scanner->input.at++;
  scanner->want = frame->is_object ? WANT_KEY_OR_END : WANT_VALUE_OR_END;
  return TRUE;
}

/* Takes out the pair that has just ended and all that was found in it. */
static void
drop_pair (Scanner *scanner, Frame *frame)
{
  SlJsonMend *mend = &g_array_index (scanner->input.mends, SlJsonMend, frame->dropped - 1);

  mend->to = (gsize)(scanner->input.at - scanner->input.start);
  g_array_set_size (scanner->input.mends, frame->dropped);
  g_array_set_size (scanner->entries, frame->n_before);
  frame->dropped = 0;
}

/* @input.at is just behind the value. */
static void
value_done (Scanner *scanner)
{
  Frame *frame = scanner->depth > 0 ? &scanner->stack[scanner->depth - 1] : NULL;

  scanner->want = frame != NULL ? WANT_COMMA_OR_END : WANT_NOTHING;
  if (frame != NULL && frame->dropped > 0)
    drop_pair (scanner, frame);
}

static gboolean
close_container (Scanner *scanner)
{
  Frame *frame = &scanner->stack[scanner->depth - 1];
  Entry *entry = &g_array_index (scanner->entries, Entry, frame->entry);

  if (*scanner->input.at != (frame->is_object ? '}' : ']'))
    return sl_json_input_fail (&scanner->input, SL_JSON_ERROR_SYNTAX,
                               frame->is_object ? _ ("an object must be closed with }")
                                                : _ ("an array must be closed with ]"));
  entry->skip = scanner->entries->len;
  scanner->depth--;
  scanner->input.at++;
  value_done (scanner);
  return TRUE;
}

static gboolean
scan_value (Scanner *scanner)
{
  gboolean good;

  if (*scanner->input.at == '{' || *scanner->input.at == '[')
    return open_container (scanner);
  push_entry (scanner);
  if (*scanner->input.at == '"')
    good = sl_json_input_take_string (&scanner->input, NULL);
  else if (*scanner->input.at == '-' || g_ascii_isdigit (*scanner->input.at))
    good = sl_json_input_take_number (&scanner->input);
  else
    good = sl_json_input_take_word (&scanner->input);
  if (good)
    value_done (scanner);
  return good;
}

/* The first of two counts. The other is taken out with the comma before it, which it has. */
static gboolean
mark_duplicate (Scanner *scanner, Frame *frame, const char *from, const char *key)
{
  frame->n_before = scanner->entries->len - 1;
  if (!sl_json_input_mend (&scanner->input, frame->comma, from, NULL, SL_JSON_ERROR_DUPLICATE,
                           _ ("the key “%s” stands twice in this object; keep one of them, until then the first "
                              "counts"),
                              key))
    return FALSE;
  frame->dropped = scanner->input.mends->len;
  return TRUE;
}

/* Keys can be chosen so that they collide; few of them do no harm, here and in json-glib. */
static gboolean
mark_rest (Scanner *scanner, Frame *frame, const char *from)
{
  frame->n_before = scanner->entries->len - 1;
  if (!sl_json_input_mend (&scanner->input, frame->comma, from, NULL, SL_JSON_ERROR_KEYS,
                           _ ("this object has more than %d keys; take some out, until then the first of them count"),
                              SL_JSON_MAX_KEYS))
    return FALSE;
  frame->rest = frame->dropped = scanner->input.mends->len;
  return TRUE;
}

static gboolean
scan_key (Scanner *scanner)
{
  g_autoptr (GString) key = g_string_new (NULL);
  Frame      *frame = &scanner->stack[scanner->depth - 1];
  const char *from = scanner->input.at;

  if (*scanner->input.at != '"')
    return sl_json_input_fail (&scanner->input, SL_JSON_ERROR_SYNTAX, _ ("a key in quotation marks is missing here; add it"));
  push_entry (scanner);
  if (!sl_json_input_take_string (&scanner->input, key))
    return FALSE;
  if (frame->keys == NULL)
    frame->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  scanner->want = WANT_COLON;
  frame->dropped = frame->rest;
  if (frame->rest > 0)
    return TRUE;
  if (g_hash_table_contains (frame->keys, key->str))
    return mark_duplicate (scanner, frame, from, key->str);
  if (g_hash_table_size (frame->keys) == SL_JSON_MAX_KEYS)
    return mark_rest (scanner, frame, from);
  g_hash_table_add (frame->keys, g_strdup (key->str));
  return TRUE;
}

static gboolean
scan_comma (Scanner *scanner)
{
  if (*scanner->input.at != ',')
    return sl_json_input_fail (&scanner->input, SL_JSON_ERROR_SYNTAX, _ ("a comma or a closing bracket is missing here; add it"));
  scanner->stack[scanner->depth - 1].comma = scanner->input.at++;
  scanner->want = scanner->stack[scanner->depth - 1].is_object ? WANT_KEY : WANT_VALUE;
  return TRUE;
}

static gboolean
scan_colon (Scanner *scanner)
{
  if (*scanner->input.at != ':')
    return sl_json_input_fail (&scanner->input, SL_JSON_ERROR_SYNTAX, _ ("a colon is missing between key and value; add it"));
  scanner->input.at++;
  scanner->want = WANT_VALUE;
  return TRUE;
}

/* Takes the next token; scanner->input.at is on its first byte. */
static gboolean
scan_token (Scanner *scanner)
{
  gboolean closes = *scanner->input.at == '}' || *scanner->input.at == ']';

  switch (scanner->want)
    {
    case WANT_VALUE:
      return scan_value (scanner);
    case WANT_VALUE_OR_END:
      return closes ? close_container (scanner) : scan_value (scanner);
    case WANT_KEY:
      return scan_key (scanner);
    case WANT_KEY_OR_END:
      return closes ? close_container (scanner) : scan_key (scanner);
    case WANT_COLON:
      return scan_colon (scanner);
    case WANT_COMMA_OR_END:
      return closes ? close_container (scanner) : scan_comma (scanner);
    case WANT_NOTHING:
      return sl_json_input_fail (&scanner->input, SL_JSON_ERROR_SYNTAX, _ ("the file goes on behind its end; keep one document in it"));
    default:
      g_assert_not_reached ();
    }
}

static gboolean
check_bytes (Scanner *scanner)
{
  gsize size = (gsize)(scanner->input.end - scanner->input.start);

  if (size >= 3 && memcmp (scanner->input.start, "\xEF\xBB\xBF", 3) == 0)
    return sl_json_input_fail (&scanner->input, SL_JSON_ERROR_BOM,
                               _ ("the file begins with a byte order mark; save it as UTF-8 without one"));
  if (!g_utf8_validate_len (scanner->input.start, size, &scanner->input.at))
    return sl_json_input_fail (&scanner->input, SL_JSON_ERROR_ENCODING, _ ("this is not UTF-8; save the file as UTF-8"));
  scanner->input.at = scanner->input.start;
  return TRUE;
}

static gboolean
scan_document (Scanner *scanner)
{
  if (!check_bytes (scanner))
    return FALSE;
  for (sl_json_input_skip_space (&scanner->input); scanner->input.at < scanner->input.end; sl_json_input_skip_space (&scanner->input))
    if (!scan_token (scanner))
      return FALSE;
  if (scanner->want == WANT_NOTHING)
    return TRUE;
  if (scanner->entries->len == 0)
    return sl_json_input_fail (&scanner->input, SL_JSON_ERROR_EMPTY, _ ("the file is empty; fill it or remove it"));
  return sl_json_input_fail (&scanner->input, SL_JSON_ERROR_SYNTAX, _ ("the file ends too early; close what is open"));
}

static void
clear_mend (gpointer data)
{
  g_free (((SlJsonMend *)data)->message);
}

/* Every byte stays where it was, so that places do. */
static GBytes *
mend_bytes (GBytes *bytes, GArray *mends)
{
  gsize size;
  char *copy;

  if (mends->len == 0)
    return g_bytes_ref (bytes);
  copy = g_bytes_unref_to_data (g_bytes_ref (bytes), &size); /* a copy, because the caller has one, too */
  for (guint i = 0; i < mends->len; i++)
    {
      const SlJsonMend *mend = &g_array_index (mends, SlJsonMend, i);

      memset (copy + mend->from, ' ', mend->to - mend->from);
      if (mend->substitute != NULL)
        memcpy (copy + mend->from, mend->substitute, strlen (mend->substitute));
    }
  return g_bytes_new_take (copy, size);
}

SlJsonScan *
sl_json_scan_new (GBytes *bytes, SlTextPlace *place, GError **error)
{
  g_autoptr (SlJsonScan) self = NULL;
  Scanner     scanner = {.want = WANT_VALUE};
  SlTextPlace ignored;
  gboolean    good;

  g_return_val_if_fail (bytes != NULL, NULL);

  place = place != NULL ? place : &ignored;
  *place = (SlTextPlace){1, 1};
  if (g_bytes_get_size (bytes) > SL_JSON_MAX_BYTES)
    {
      g_set_error (error, SL_JSON_ERROR, SL_JSON_ERROR_TOO_LARGE,
                   _ ("the file is larger than %d MiB; split it"), SL_JSON_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  self = g_new0 (SlJsonScan, 1);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->mends = g_array_new (FALSE, FALSE, sizeof (SlJsonMend));
  g_array_set_clear_func (self->mends, clear_mend);
  self->lines = sl_line_map_new (bytes);

  scanner.entries = self->entries;
  scanner.input.start = g_bytes_get_size (bytes) > 0 ? g_bytes_get_data (bytes, NULL) : "";
  scanner.input.at = scanner.input.start;
  scanner.input.end = scanner.input.start + g_bytes_get_size (bytes);
  scanner.input.mends = self->mends;
  scanner.input.error = error;
  good = scan_document (&scanner);
  for (guint i = 0; i < G_N_ELEMENTS (scanner.stack); i++)
    g_clear_pointer (&scanner.stack[i].keys, g_hash_table_unref);
  if (good)
    {
      self->bytes = mend_bytes (bytes, self->mends);
      return g_steal_pointer (&self);
    }
  *place = sl_line_map_locate (self->lines, (gsize)(scanner.input.at - scanner.input.start));
  return NULL;
}

void
sl_json_scan_free (SlJsonScan *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->entries);
  g_array_unref (self->mends);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  sl_line_map_free (self->lines);
  g_free (self);
}

guint
sl_json_scan_get_n_entries (const SlJsonScan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

guint
sl_json_scan_skip (const SlJsonScan *self, guint entry)
{
  g_return_val_if_fail (self != NULL && entry < self->entries->len, 0);

  return g_array_index (self->entries, Entry, entry).skip;
}

SlTextPlace
sl_json_scan_locate (const SlJsonScan *self, guint entry)
{
  g_return_val_if_fail (self != NULL && entry < self->entries->len, ((SlTextPlace){1, 1}));

  return sl_line_map_locate (self->lines, g_array_index (self->entries, Entry, entry).offset);
}

gboolean
sl_json_scan_is_mended (const SlJsonScan *self, guint entry)
{
  gsize offset;
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL && entry < self->entries->len, FALSE);

  offset = g_array_index (self->entries, Entry, entry).offset;
  for (high = self->mends->len; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->mends, SlJsonMend, middle).from < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->mends->len && g_array_index (self->mends, SlJsonMend, low).from == offset;
}

GBytes *
sl_json_scan_get_bytes (const SlJsonScan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}

guint
sl_json_scan_get_n_mends (const SlJsonScan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->mends->len;
}

const char *
sl_json_scan_get_mend (const SlJsonScan *self, guint n, SlJsonError *code, SlTextPlace *place)
{
  const SlJsonMend *mend;

  g_return_val_if_fail (self != NULL && n < self->mends->len, NULL);
  g_return_val_if_fail (code != NULL && place != NULL, NULL);

  mend = &g_array_index (self->mends, SlJsonMend, n);
  *code = mend->code;
  *place = sl_line_map_locate (self->lines, mend->at);
  return mend->message;
}
