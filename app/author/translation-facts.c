/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What no translator may change: in a case that is about dates and sums, one wrong digit is a false statement.
 * Whether the words are right only people can say.
 */
#include "translation-facts.h"

#include "markup.h"

#include <string.h>

/* Counts how often each thing occurs: one more for each in the text, one less for each in the translation. */
typedef struct
{
  GHashTable *counts; /* (element-type utf8 int) */
  int         step;
} Tally;

typedef void (*Finder) (Tally *self, const char *text);

/* @thing: (transfer full) */
static void
count (Tally *self, char *thing)
{
  const int old = GPOINTER_TO_INT (g_hash_table_lookup (self->counts, thing));

  g_hash_table_insert (self->counts, thing, GINT_TO_POINTER (old + self->step));
}

static gboolean
is_group_mark (gunichar character)
{
  return character == '.' || character == ',' || character == '\'' || character == 0x2019 || character == 0xa0 ||
         character == 0x202f || character == 0x66c;
}

static guint
count_digits (const char *at)
{
  guint n = 0;

  for (; g_unichar_isdigit (g_utf8_get_char (at)); at = g_utf8_next_char (at))
    n++;
  return n;
}

/* A number is its digits: marks between thousands are passed over, one before decimals ends it. */
static const char *
read_number (const char *at, GString *digits)
{
  for (;;)
    {
      const char *next;

      for (; g_unichar_isdigit (g_utf8_get_char (at)); at = g_utf8_next_char (at))
        g_string_append_c (digits, (char)('0' + g_unichar_digit_value (g_utf8_get_char (at))));
      if (*at == '\0' || !is_group_mark (g_utf8_get_char (at)))
        return at;
      next = g_utf8_next_char (at);
      if (count_digits (next) != 3 || digits->len > 3 * 8)
        return at;
      at = next;
    }
}

static void
find_numbers (Tally *self, const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      g_autoptr (GString) digits = NULL;

      if (!g_unichar_isdigit (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      digits = g_string_new (NULL);
      at = read_number (at, digits);
      count (self, g_strdup (digits->str));
    }
}

static void
find_marks (Tally *self, const char *text)
{
  g_autoptr (GPtrArray) runs = sl_markup_parse (text, NULL);
  SlMarkupStyle style = SL_MARKUP_PLAIN;

  for (guint i = 0; i < runs->len; i++)
    {
      const SlMarkupRun *run = runs->pdata[i];
      const SlMarkupRun *last = i > 0 ? runs->pdata[i - 1] : NULL;

      if ((run->style & SL_MARKUP_EMPHASIS) != 0 && (style & SL_MARKUP_EMPHASIS) == 0)
        count (self, g_strdup ("*…*"));
      if ((run->style & SL_MARKUP_STRONG) != 0 && (style & SL_MARKUP_STRONG) == 0)
        count (self, g_strdup ("**…**"));
      style = run->style;
      if (run->link == SL_MARKUP_NO_LINK ||
          (last != NULL && last->link == run->link && last->time == run->time && g_strcmp0 (last->id, run->id) == 0))
        continue;
      count (self, g_strdup_printf ("[[%s:%s]]", sl_markup_link_to_word (run->link), run->id));
      if (run->time != SL_TIME_NONE)
        count (self, sl_time_format (run->time));
    }
}

static void
find_urls (Tally *self, const char *text)
{
  for (const char *at = strstr (text, "http"); at != NULL; at = strstr (at + 1, "http"))
    {
      gsize length = strcspn (at, " \t\n<>\"|]");

      if (!g_str_has_prefix (at, "http://") && !g_str_has_prefix (at, "https://"))
        continue;
      while (length > 0 && strchr (".,;:!?)", at[length - 1]) != NULL)
        length--;
      count (self, g_strndup (at, length));
    }
}

static void
find_lines (Tally *self, const char *text)
{
  for (const char *at = strchr (text, '\n'); at != NULL; at = strchr (at + 1, '\n'))
    count (self, g_strdup ("\\n"));
}

/* Returns: (transfer full) (nullable): what one of them has and the other has not; the first by name, for the
 * same pair must always give the same finding */
static char *
differ (Finder find, const char *text, const char *translation)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Tally          tally = {counts, 1};
  GHashTableIter iter;
  gpointer       thing;
  gpointer       balance;
  const char    *missing = NULL;
  const char    *added = NULL;

  find (&tally, text);
  tally.step = -1;
  find (&tally, translation);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &thing, &balance))
    if (GPOINTER_TO_INT (balance) > 0 && (missing == NULL || strcmp (thing, missing) < 0))
      missing = thing;
    else if (GPOINTER_TO_INT (balance) < 0 && (added == NULL || strcmp (thing, added) < 0))
      added = thing;
  return g_strdup (missing != NULL ? missing : added);
}

SlTranslationFact
sl_translation_facts_compare (const char *text, const char *translation, char **detail)
{
  static const struct
  {
    SlTranslationFact fact;
    Finder            find;
  } facts[] = {
    {SL_TRANSLATION_URLS, find_urls},
    {SL_TRANSLATION_MARKS, find_marks},
    {SL_TRANSLATION_NUMBERS, find_numbers},
    {SL_TRANSLATION_LINES, find_lines},
  };

  g_return_val_if_fail (text != NULL && translation != NULL && detail != NULL, SL_TRANSLATION_SAME);

  *detail = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      *detail = differ (facts[i].find, text, translation);
      if (*detail != NULL)
        return facts[i].fact;
    }
  return SL_TRANSLATION_SAME;
}
