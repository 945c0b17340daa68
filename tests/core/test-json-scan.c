/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The strict scan, against a table of what RFC 8259 allows and forbids, against documents that are made up
 * together with what must be found in them, and against a second, naive reader of the same grammar.
 */
#include "json-scan.h"

#include <json-glib/json-glib.h>
#include <string.h>
#include <time.h>

static SlJsonScan *
scan (const char *text, gssize length, SlTextPlace *place, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length < 0 ? strlen (text) : (gsize)length);

  return sl_json_scan_new (bytes, place, error);
}

/* Names the case that follows, in one line. */
static void
tell (const char *text)
{
  g_autofree char *escaped = g_strescape (text, NULL);

  g_test_message ("%s", escaped);
}

static void
test_accept (void)
{
  static const char *const cases[] = {
    "{}", "[]", " \t\r\n[ ]\n", "null", "true", "false", "0", "-0", "-1", "10.5", "1e5", "1E+5", "1.25e-7", "\"\"",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u00e9\\uD83D\\uDE00\"", "\"\x7F\"", "\"й😀\"",
    "{\"a\":1,\"b\":[1,2,{\"a\":null}],\"\":{}}", "9223372036854775807", "-9223372036854775808", "1e308", "1e-400",
    "[[],[],{}]", "\"\\ufffe\""};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlJsonScan) self = scan (cases[i], -1, NULL, &error);

      tell (cases[i]);
      g_assert_no_error (error);
      g_assert_nonnull (self);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *text;
    SlJsonError code;
    guint       line;
    guint       column;
  } cases[] = {
    {"", SL_JSON_ERROR_EMPTY, 1, 1},
    {" \n ", SL_JSON_ERROR_EMPTY, 2, 2},
    {"\xEF\xBB\xBF{}", SL_JSON_ERROR_BOM, 1, 1},
    {"[\"\xFF\"]", SL_JSON_ERROR_ENCODING, 1, 3},
    {"[\"\xED\xA0\x80\"]", SL_JSON_ERROR_ENCODING, 1, 3},
    {"{} {}", SL_JSON_ERROR_SYNTAX, 1, 4},
    {"{}x", SL_JSON_ERROR_SYNTAX, 1, 3},
    {"[1,]", SL_JSON_ERROR_SYNTAX, 1, 4},
    {"{\"a\":1,}", SL_JSON_ERROR_SYNTAX, 1, 8},
    {"[1 2]", SL_JSON_ERROR_SYNTAX, 1, 4},
    {"[1}", SL_JSON_ERROR_SYNTAX, 1, 3},
    {"{\"a\"]", SL_JSON_ERROR_SYNTAX, 1, 5},
    {"{\"a\" 1}", SL_JSON_ERROR_SYNTAX, 1, 6},
    {"{a:1}", SL_JSON_ERROR_SYNTAX, 1, 2},
    {"{'a':1}", SL_JSON_ERROR_SYNTAX, 1, 2},
    {"[", SL_JSON_ERROR_SYNTAX, 1, 2},
    {"{\"a\":", SL_JSON_ERROR_SYNTAX, 1, 6},
    {"[\"a", SL_JSON_ERROR_SYNTAX, 1, 4},
    {"[\"a\n\"]", SL_JSON_ERROR_SYNTAX, 1, 4},
    {"[\"\t\"]", SL_JSON_ERROR_SYNTAX, 1, 3},
    {"[\"\\x41\"]", SL_JSON_ERROR_SYNTAX, 1, 4},
    {"[\"\\u12g4\"]", SL_JSON_ERROR_SYNTAX, 1, 7},
    {"\"\\u12", SL_JSON_ERROR_SYNTAX, 1, 6},
    {"[01]", SL_JSON_ERROR_SYNTAX, 1, 3},
    {"[-]", SL_JSON_ERROR_SYNTAX, 1, 3},
    {"[+1]", SL_JSON_ERROR_SYNTAX, 1, 2},
    {"[.5]", SL_JSON_ERROR_SYNTAX, 1, 2},
    {"[1.]", SL_JSON_ERROR_SYNTAX, 1, 4},
    {"[1e]", SL_JSON_ERROR_SYNTAX, 1, 4},
    {"[0x10]", SL_JSON_ERROR_SYNTAX, 1, 3},
    {"[NaN]", SL_JSON_ERROR_SYNTAX, 1, 2},
    {"[nul]", SL_JSON_ERROR_SYNTAX, 1, 2},
    {"[truefalse]", SL_JSON_ERROR_SYNTAX, 1, 6},
    {"// a\n{}", SL_JSON_ERROR_SYNTAX, 1, 1},
    {"{} /* a */", SL_JSON_ERROR_SYNTAX, 1, 4},
    {"var x = {};", SL_JSON_ERROR_SYNTAX, 1, 1},
    {"\f{}", SL_JSON_ERROR_SYNTAX, 1, 1},
    {"\xC2\xA0{}", SL_JSON_ERROR_SYNTAX, 1, 1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SlTextPlace place = {0, 0};
      g_autoptr (SlJsonScan) self = scan (cases[i].text, -1, &place, &error);

      tell (cases[i].text);
      g_assert_null (self);
      g_assert_error (error, SL_JSON_ERROR, (int)cases[i].code);
      g_assert_cmpuint (place.line, ==, cases[i].line);
      g_assert_cmpuint (place.column, ==, cases[i].column);
      g_assert_true (g_str_has_prefix (sl_json_error_to_code (cases[i].code), "json-"));
    }
}

/* What costs no more than itself: what is left, and what is said where. */
static void
test_mend (void)
{
  static const struct
  {
    const char *text;
    const char *mended;
    SlJsonError code;
    guint       n_mends;
    guint       line;
    guint       column;
  } cases[] = {
    {"{\"a\":1,\n \"a\":2}", "{\"a\":1}", SL_JSON_ERROR_DUPLICATE, 1, 2, 2},
    {"{\"a\":1,\"\\u0061\":2}", "{\"a\":1}", SL_JSON_ERROR_DUPLICATE, 1, 1, 8},
    {"[{\"й\":{\"й\":1},\"й\":1},2]", "[{\"й\":{\"й\":1}},2]", SL_JSON_ERROR_DUPLICATE, 1, 1, 15},
    {"{\"a\":1,\"a\":{\"b\":\"\\u0000\",\"b\":[]},\"c\":3}", "{\"a\":1,\"c\":3}", SL_JSON_ERROR_DUPLICATE, 1, 1, 8},
    {"{\"a\":1,\"a\":2,\"a\":[3]}", "{\"a\":1}", SL_JSON_ERROR_DUPLICATE, 2, 1, 8},
    {"{\"\\u0000\":1,\"\\ufffd\":2}", "{\"\\ufffd\":1}", SL_JSON_ERROR_ENCODING, 2, 1, 3},
    {"[\"\\u0000\"]", "[\"\\ufffd\"]", SL_JSON_ERROR_ENCODING, 1, 1, 3},
    {"[\"\\ud83d\"]", "[\"\\ufffd\"]", SL_JSON_ERROR_ENCODING, 1, 1, 3},
    {"[\"й\\ud83dx\"]", "[\"й\\ufffdx\"]", SL_JSON_ERROR_ENCODING, 1, 1, 4},
    {"[\"\\ude00\"]", "[\"\\ufffd\"]", SL_JSON_ERROR_ENCODING, 1, 1, 3},
    {"[\"\\ud83d\\ud83d\"]", "[\"\\ufffd\\ufffd\"]", SL_JSON_ERROR_ENCODING, 2, 1, 3},
    {"[\"\\ud83d\\ud83d\\ude00\"]", "[\"\\ufffd😀\"]", SL_JSON_ERROR_ENCODING, 1, 1, 3},
    {"[9223372036854775808]", "[null]", SL_JSON_ERROR_NUMBER, 1, 1, 2},
    {"[1,\n-9223372036854775809,2]", "[1,null,2]", SL_JSON_ERROR_NUMBER, 1, 2, 1},
    {"[1e309]", "[null]", SL_JSON_ERROR_NUMBER, 1, 1, 2},
    {"{\"й\":-1e400,\"b\":9e999}", "{\"й\":null,\"b\":null}", SL_JSON_ERROR_NUMBER, 2, 1, 6},
    {"{\"a\":1,\"a\":1e400}", "{\"a\":1}", SL_JSON_ERROR_DUPLICATE, 1, 1, 8},
    {"1e400", "null", SL_JSON_ERROR_NUMBER, 1, 1, 1},
    {"[\"\\ud83d\\u0000\\u0041\"]", "[\"\\ufffd\\ufffdA\"]", SL_JSON_ERROR_ENCODING, 2, 1, 3},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlJsonScan) self = scan (cases[i].text, -1, NULL, &error);
      g_autoptr (SlJsonScan) clean = scan (cases[i].mended, -1, NULL, NULL);
      g_autoptr (JsonNode) expected = json_from_string (cases[i].mended, NULL);
      g_autoptr (JsonNode) found = NULL;
      g_autofree char *bytes = NULL;
      SlJsonError      code = SL_JSON_ERROR_SYNTAX;
      SlTextPlace      place = {0, 0};

      tell (cases[i].text);
      g_assert_no_error (error);
      bytes = g_strndup (g_bytes_get_data (sl_json_scan_get_bytes (self), NULL), g_bytes_get_size (sl_json_scan_get_bytes (self)));
      found = json_from_string (bytes, NULL);
      g_assert_true (json_node_equal (found, expected));
      g_assert_cmpuint (sl_json_scan_get_n_entries (self), ==, sl_json_scan_get_n_entries (clean));
      g_assert_cmpuint (sl_json_scan_get_n_mends (self), ==, cases[i].n_mends);
      g_assert_nonnull (sl_json_scan_get_mend (self, 0, &code, &place));
      g_assert_cmpint (code, ==, cases[i].code);
      g_assert_cmpuint (place.line, ==, cases[i].line);
      g_assert_cmpuint (place.column, ==, cases[i].column);
    }
}

/* A file of nothing but such things is not worth mending. */
static void
test_too_many_mends (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "\"\\u0000\",");
  g_string_append (text, "1]");
  g_assert_null (scan (text->str, -1, NULL, &error));
  g_assert_error (error, SL_JSON_ERROR, SL_JSON_ERROR_ENCODING);
}

static void
test_nul_byte (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlJsonScan) self = scan ("[1]\0", 4, NULL, &error);

  g_assert_null (self);
  g_assert_error (error, SL_JSON_ERROR, SL_JSON_ERROR_ENCODING);
}

static char *
nested (guint depth, char open, char close)
{
  char *text = g_malloc (2 * depth + 1);

  memset (text, open, depth);
  memset (text + depth, close, depth);
  text[2 * depth] = '\0';
  return text;
}

static void
test_depth (void)
{
  g_autofree char *deepest = nested (SL_JSON_MAX_DEPTH, '[', ']');
  g_autofree char *deeper = nested (SL_JSON_MAX_DEPTH + 1, '[', ']');
  g_autofree char *million = nested (1000000, '[', ']');
  g_autoptr (GError) error = NULL;
  g_autoptr (SlJsonScan) self = scan (deepest, -1, NULL, &error);
  SlTextPlace place;
  clock_t     started;

  g_assert_no_error (error);
  g_assert_nonnull (self);

  g_assert_null (scan (deeper, -1, &place, &error));
  g_assert_error (error, SL_JSON_ERROR, SL_JSON_ERROR_DEPTH);
  g_assert_cmpuint (place.column, ==, SL_JSON_MAX_DEPTH + 1);
  g_clear_error (&error);

  started = clock ();
  g_assert_null (scan (million, -1, NULL, &error));
  g_assert_error (error, SL_JSON_ERROR, SL_JSON_ERROR_DEPTH);
  g_assert_cmpint (clock () - started, <, 2 * CLOCKS_PER_SEC);
}

/* Of too many keys in an object the first ones count, and what is said is said once. */
static void
test_keys (void)
{
  for (guint n_keys = SL_JSON_MAX_KEYS; n_keys <= SL_JSON_MAX_KEYS + 3; n_keys++)
    {
      GString *text = g_string_new ("[{\"a\":1},{");
      g_autoptr (GError) error = NULL;
      g_autoptr (SlJsonScan) self = NULL;
      SlJsonError code;
      SlTextPlace place;
      const char *data;
      gsize       size;

      for (guint i = 0; i < n_keys; i++)
        g_string_append_printf (text, "%s\"%u\":{\"x\":%s}", i > 0 ? "," : "", i, i < SL_JSON_MAX_KEYS ? "1" : "1e400");
      g_string_append (text, ",\"0\":2},[1e400, 3]]");
      self = scan (text->str, -1, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (sl_json_scan_get_n_mends (self), ==, 2);
      g_assert_cmpuint (sl_json_scan_get_n_entries (self), ==, 8 + 4 * SL_JSON_MAX_KEYS);
      g_assert_nonnull (sl_json_scan_get_mend (self, 0, &code, &place));
      g_assert_cmpint (code, ==, n_keys > SL_JSON_MAX_KEYS ? SL_JSON_ERROR_KEYS : SL_JSON_ERROR_DUPLICATE);
      for (guint i = 0; i < sl_json_scan_get_n_entries (self); i++)
        g_assert_true (sl_json_scan_is_mended (self, i) == (i == 6 + 4 * SL_JSON_MAX_KEYS));
      data = g_bytes_get_data (sl_json_scan_get_bytes (self), &size);
      g_assert_null (g_strstr_len (data, (gssize)size, "1e400"));
      g_string_free (text, TRUE);
    }
}

static void
test_size (void)
{
  g_autofree char *text = g_malloc (SL_JSON_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlJsonScan) self = NULL;

  memset (text, ' ', SL_JSON_MAX_BYTES + 1);
  text[SL_JSON_MAX_BYTES - 1] = '1';
  self = scan (text, SL_JSON_MAX_BYTES, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self);
  g_assert_cmpuint (sl_json_scan_locate (self, 0).column, ==, SL_JSON_MAX_BYTES);
  g_assert_null (scan (text, SL_JSON_MAX_BYTES + 1, NULL, &error));
  g_assert_error (error, SL_JSON_ERROR, SL_JSON_ERROR_TOO_LARGE);
}

static void
test_places (void)
{
  static const char        text[] = "{\n  \"й\": [1,\r\n    \"😀\", {}],\n\t\"b\": null}\n";
  static const SlTextPlace places[] = {{1, 1}, {2, 3}, {2, 8}, {2, 9}, {3, 5}, {3, 10}, {4, 2}, {4, 7}};
  static const guint       skips[] = {8, 2, 6, 4, 5, 6, 7, 8};
  g_autoptr (SlJsonScan) self = scan (text, -1, NULL, NULL);

  g_assert_nonnull (self);
  g_assert_cmpuint (sl_json_scan_get_n_entries (self), ==, G_N_ELEMENTS (places));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_cmpuint (sl_json_scan_locate (self, i).line, ==, places[i].line);
      g_assert_cmpuint (sl_json_scan_locate (self, i).column, ==, places[i].column);
      g_assert_cmpuint (sl_json_scan_skip (self, i), ==, skips[i]);
    }
}

/* A document with the places of its values noted while it is made. */
typedef struct
{
  GString *text;
  GArray  *offsets; /* of guint, one an entry */
  GArray  *skips;   /* of guint */
} Made;

static void
make_space (Made *self)
{
  static const char spaces[] = " \n\t\r";

  while (g_test_rand_int_range (0, 4) == 0)
    g_string_append_c (self->text, spaces[g_test_rand_int_range (0, 4)]);
}

static guint
make_entry (Made *self)
{
  guint offset = (guint)self->text->len;
  guint skip = self->offsets->len + 1;

  g_array_append_val (self->offsets, offset);
  g_array_append_val (self->skips, skip);
  return self->offsets->len - 1;
}

static void
make_string (Made *self, guint number)
{
  static const char *const pieces[] = {"a", "й", "😀", "\\n", "\\\"", "\\u0434", "\\ud83d\\ude00", "\x7F", "]", "{", ","};

  /* The number keeps the keys of an object apart. */
  g_string_append_printf (self->text, "\"%u-", number);
  while (g_test_rand_int_range (0, 3) != 0)
    g_string_append (self->text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  g_string_append_c (self->text, '"');
}

static void
make_value (Made *self, guint depth)
{
  static const char *const plain[] = {"0", "-1", "12.5", "1e9", "-0.25E-3", "true", "false", "null", "9223372036854775807"};
  guint                    kind = (guint)g_test_rand_int_range (0, depth < 6 ? 4 : 2);
  guint                    entry = make_entry (self);
  guint                    n_items = (guint)g_test_rand_int_range (0, 5);

  if (kind == 0)
    {
      g_string_append (self->text, plain[g_test_rand_int_range (0, G_N_ELEMENTS (plain))]);
      return;
    }
  if (kind == 1)
    {
      make_string (self, 0);
      return;
    }
  g_string_append_c (self->text, kind == 2 ? '[' : '{');
  for (guint i = 0; i < n_items; i++)
    {
      make_space (self);
      if (kind == 3)
        {
          make_entry (self);
          make_string (self, i);
          make_space (self);
          g_string_append_c (self->text, ':');
          make_space (self);
        }
      make_value (self, depth + 1);
      make_space (self);
      if (i + 1 < n_items)
        g_string_append_c (self->text, ',');
    }
  make_space (self);
  g_string_append_c (self->text, kind == 2 ? ']' : '}');
  g_array_index (self->skips, guint, entry) = self->offsets->len;
}

static Made
make_document (void)
{
  Made made = {g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, FALSE, sizeof (guint))};

  make_space (&made);
  make_value (&made, 0);
  make_space (&made);
  return made;
}

static void
unmake (Made *made)
{
  g_string_free (made->text, TRUE);
  g_array_unref (made->offsets);
  g_array_unref (made->skips);
}

static SlTextPlace
count_place (const char *text, guint offset)
{
  SlTextPlace place = {1, 1};

  for (const char *at = text; at < text + offset; at = g_utf8_next_char (at))
    {
      place.column++;
      if (*at == '\n')
        place = (SlTextPlace){place.line + 1, 1};
    }
  return place;
}

static void
test_made_up (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      Made made = make_document ();
      g_autoptr (GError) error = NULL;
      g_autoptr (SlJsonScan) self = scan (made.text->str, -1, NULL, &error);
      g_autoptr (JsonParser) parser = json_parser_new ();

      g_assert_no_error (error);
      g_assert_cmpuint (sl_json_scan_get_n_entries (self), ==, made.offsets->len);
      for (guint j = 0; j < made.offsets->len; j++)
        {
          SlTextPlace expected = count_place (made.text->str, g_array_index (made.offsets, guint, j));
          SlTextPlace place = sl_json_scan_locate (self, j);

          g_assert_cmpuint (place.line, ==, expected.line);
          g_assert_cmpuint (place.column, ==, expected.column);
          g_assert_cmpuint (sl_json_scan_skip (self, j), ==, g_array_index (made.skips, guint, j));
        }
      g_assert_true (json_parser_load_from_data (parser, made.text->str, -1, &error));
      g_assert_no_error (error);
      unmake (&made);
    }
}

/* The grammar once more, read naively; it knows nothing of depth, places and the range of numbers. */
static gboolean naive_value (const char **at, guint depth);

static void
naive_space (const char **at)
{
  *at += strspn (*at, " \t\r\n");
}

static gboolean
naive_string (const char **at, GString *decoded)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("^\"(?:[^\\x00-\\x1F\"\\\\]|\\\\[\"\\\\/bfnrt]|\\\\u(?!0000)(?![dD][89a-fA-F])[0-9a-fA-F]{4}"
                                          "|\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2})*\"",
                                          0, 0, &error);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  if (!g_regex_match (regex, *at, 0, &match))
    return FALSE;
  found = g_match_info_fetch (match, 0);
  *at += strlen (found);
  if (decoded != NULL)
    {
      g_autoptr (JsonNode) node = json_from_string (found, NULL);

      g_string_assign (decoded, json_node_get_string (node));
    }
  return TRUE;
}

static gboolean
naive_number (const char **at)
{
  g_autoptr (GRegex) regex = g_regex_new ("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  if (!g_regex_match (regex, *at, 0, &match))
    return FALSE;
  found = g_match_info_fetch (match, 0);
  *at += strlen (found);
  return TRUE;
}

static gboolean
naive_members (const char **at, gboolean keyed, char close, guint depth)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  (*at)++;
  naive_space (at);
  if (**at == close)
    return (*at)++, TRUE;
  for (;;)
    {
      g_autoptr (GString) key = g_string_new (NULL);

      naive_space (at);
      if (keyed)
        {
          if (!naive_string (at, key) || !g_hash_table_add (keys, g_strdup (key->str)))
            return FALSE;
          naive_space (at);
          if (*(*at)++ != ':')
            return FALSE;
          naive_space (at);
        }
      if (!naive_value (at, depth + 1))
        return FALSE;
      naive_space (at);
      if (**at == close)
        return (*at)++, TRUE;
      if (*(*at)++ != ',')
        return FALSE;
    }
}

static gboolean
naive_value (const char **at, guint depth)
{
  static const char *const words[] = {"true", "false", "null"};

  if (**at == '[' || **at == '{')
    return naive_members (at, **at == '{', **at == '{' ? '}' : ']', depth);
  if (**at == '"')
    return naive_string (at, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (*at, words[i]))
      return *at += strlen (words[i]), TRUE;
  return naive_number (at);
}

static gboolean
naive_document (const char *text)
{
  naive_space (&text);
  if (!naive_value (&text, 0))
    return FALSE;
  naive_space (&text);
  return *text == '\0';
}

/* The naive reader takes numbers of any size. */
static gboolean
has_other_mends (const SlJsonScan *self)
{
  for (guint i = 0; i < sl_json_scan_get_n_mends (self); i++)
    {
      SlJsonError code;
      SlTextPlace place;

      g_assert_nonnull (sl_json_scan_get_mend (self, i, &code, &place));
      if (code != SL_JSON_ERROR_NUMBER)
        return TRUE;
    }
  return FALSE;
}

/* Documents with a few letters changed: both readers must say the same of each. */
static void
test_changed (void)
{
  static const char *const letters[] = {"{", "}", "[", "]", ",", ":", "\"", "\\", "0", "1", "-", ".", "e", "u", "n", " ",
                                        "\n", "й", "d", "8", "/", "true", "\\u"};
  guint                    n_good = 0;

  for (guint i = 0; i < 1500; i++)
    {
      Made made = make_document ();
      g_autoptr (SlJsonScan) self = NULL;
      gboolean expected;

      for (guint j = (guint)g_test_rand_int_range (1, 3); j > 0; j--)
        {
          gssize offset = g_test_rand_int_range (0, (gint32)made.text->len + 1);

          if (g_test_rand_bit () && offset < (gssize)made.text->len)
            g_string_erase (made.text, offset, 1);
          else
            g_string_insert (made.text, offset, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
        }
      if (g_utf8_validate (made.text->str, -1, NULL))
        {
          g_autoptr (GError) error = NULL;

          expected = naive_document (made.text->str);
          self = scan (made.text->str, -1, NULL, &error);
          if ((self != NULL && !has_other_mends (self)) != expected)
            g_error ("told apart: %s", made.text->str);
          n_good += expected;
        }
      unmake (&made);
    }
  g_assert_cmpuint (n_good, >, 50);
}

/* A line of megabytes is no reason to take long over its places. */
static void
test_long_line (void)
{
  GString *text = g_string_new ("[");
  g_autoptr (SlJsonScan) self = NULL;
  clock_t started;
  guint   n_values = 200000;

  for (guint i = 0; i < n_values; i++)
    g_string_append (text, "\"й\", ");
  g_string_append (text, "0]");
  started = clock ();
  self = scan (text->str, -1, NULL, NULL);
  g_assert_nonnull (self);
  for (guint i = 1; i <= n_values; i += 100)
    g_assert_cmpuint (sl_json_scan_locate (self, i).column, ==, 2 + (i - 1) * 5);
  g_assert_cmpint (clock () - started, <, 5 * CLOCKS_PER_SEC);
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-scan/accept", test_accept);
  g_test_add_func ("/json-scan/refuse", test_refuse);
  g_test_add_func ("/json-scan/mend", test_mend);
  g_test_add_func ("/json-scan/too-many-mends", test_too_many_mends);
  g_test_add_func ("/json-scan/nul-byte", test_nul_byte);
  g_test_add_func ("/json-scan/depth", test_depth);
  g_test_add_func ("/json-scan/keys", test_keys);
  g_test_add_func ("/json-scan/size", test_size);
  g_test_add_func ("/json-scan/places", test_places);
  g_test_add_func ("/json-scan/made-up", test_made_up);
  g_test_add_func ("/json-scan/changed", test_changed);
  g_test_add_func ("/json-scan/long-line", test_long_line);
  return g_test_run ();
}
