/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What somebody else wrote, made safe: case by case, and for texts thrown together at random what must hold of
 * every one of them.
 */
#include "safe-text.h"

#include <string.h>

static void
test_cases (void)
{
  static const struct
  {
    const char *text;
    const char *line;
    const char *paragraph;
  } cases[] = {
    {"", "", ""},
    {"Plain words.", "Plain words.", "Plain words."},
    {"Ünïcödé — “ok” 日本語 ไทย עברית العربية 👩🏽‍🚒", "Ünïcödé — “ok” 日本語 ไทย עברית العربية 👩🏽‍🚒", "Ünïcödé — “ok” 日本語 ไทย עברית العربية 👩🏽‍🚒"},
    {"a\nb", "a b", "a\nb"},
    {"a\r\nb\rc", "a b c", "a\nb\nc"},
    {"a\xe2\x80\xa8"
     "b\xe2\x80\xa9"
     "c\xc2\x85"
     "d",
     "a b c d", "a\nb\nc\nd"},
    {"a\n\n\n\n\nb", "a b", "a\n\nb"},
    {"a\tb", "a b", "a b"},
    {"a\x01\x1b\x7f\xc2\x9b"
     "b",
     "ab", "ab"},
    {"bad \xff byte", "bad \xef\xbf\xbd byte", "bad \xef\xbf\xbd byte"},
    /* what turns by force does not, and ends */
    {"a\u202eb", "a\u2067b\u2069", "a\u2067b\u2069"},
    {"a\u202db\u202cc", "a\u2066b\u2069c", "a\u2066b\u2069c"},
    {"a\u202c\u2069b", "ab", "ab"},
    {"a\u2067b", "a\u2067b\u2069", "a\u2067b\u2069"},
    {"a\u2067b\u202ac\u2069d", "a\u2067b\u2066c\u2069\u2069d", "a\u2067b\u2066c\u2069\u2069d"},
    {"a\u2067b\u202cc", "a\u2067bc\u2069", "a\u2067bc\u2069"},
    {"a\u202bb\nc", "a\u2067b c\u2069", "a\u2067b\u2069\nc"},
    {"Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308!", "Z\u0301\u0302\u0303\u0304\u0305\u0306!", "Z\u0301\u0302\u0303\u0304\u0305\u0306!"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = sl_safe_text_line (cases[i].text, 100);
      g_autofree char *paragraph = sl_safe_text_paragraph (cases[i].text, 100);

      g_test_message ("case %u", i);
      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_cmpstr (paragraph, ==, cases[i].paragraph);
    }
}

static int
count_longest_word (const char *text)
{
  int longest = 0, n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      n = *at == ' ' || g_utf8_get_char (at) == 0x200b ? 0 : n + 1;
      longest = MAX (longest, n);
    }
  return longest;
}

static void
test_length (void)
{
  g_autofree char *long_word = g_strnfill (10000, 'x');
  g_autofree char *broken = sl_safe_text_paragraph (long_word, 9000);
  g_autofree char *broken_again = sl_safe_text_paragraph (broken, 9000);
  g_autofree char *cut = sl_safe_text_line (long_word, 20);
  g_autofree char *whole = sl_safe_text_line ("12345", 5);
  g_autofree char *less = sl_safe_text_line ("123456", 5);
  g_autofree char *turned = sl_safe_text_line ("\u2067"
                                               "123456",
                                               5);

  g_assert_cmpint (count_longest_word (broken), ==, 120);
  g_assert_cmpint (count_longest_word (broken_again), ==, 120);
  g_assert_cmpstr (broken, ==, broken_again);
  g_assert_cmpstr (cut, ==, "xxxxxxxxxxxxxxxxxxx…");
  g_assert_cmpstr (whole, ==, "12345");
  g_assert_cmpstr (less, ==, "1234…");
  g_assert_cmpstr (turned, ==, "\u2067"
                               "1234…\u2069");
}

static void
test_inside (void)
{
  static const char *const cases[][2] = {
    {"A title", "A title"},
    {"A\ntitle", "A title"},
    {"שלום", "\u2068שלום\u2069"},
    {"abc العربية!", "\u2068abc العربية!\u2069"},
    {"a\u202eb", "\u2068a\u2067b\u2069\u2069"},
    {"\u2068a\u2069 b \u2068c\u2069", "\u2068\u2068a\u2069 b \u2068c\u2069\u2069"},
    {"\u2068שלום\u2069", "\u2068שלום\u2069"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *inside = sl_safe_text_inside (cases[i][0]);

      g_assert_cmpstr (inside, ==, cases[i][1]);
    }
}

/* What a reader takes for one letter is there or not. */
static void
test_letters (void)
{
  static const struct
  {
    const char *text;
    guint       max_chars;
    const char *cut;
  } cases[] = {
    {"aaae\u0301z", 5, "aaa…"},
    {"aaae\u0301zz", 6, "aaae\u0301…"},
    {"ab👩🏽‍🚒 and", 5, "ab…"},
    {"ab👩🏽‍🚒 and", 7, "ab👩🏽‍🚒…"},
    {"👩🏽‍🚒", 3, "…"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = sl_safe_text_line (cases[i].text, cases[i].max_chars);

      g_assert_cmpstr (cut, ==, cases[i].cut);
    }
}

/* Counted anew, and by another way than the program's: a direction that is opened is closed, in its own line. */
static void
check_balance (const char *text)
{
  GString *open = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      g_assert_false (c >= 0x202a && c <= 0x202e);
      if (c >= 0x2066 && c <= 0x2068)
        g_string_append_c (open, 'i');
      else if (c == 0x2069)
        {
          g_assert_cmpuint (open->len, >, 0);
          g_string_truncate (open, open->len - 1);
        }
      else if (c == '\n')
        {
          g_assert_cmpuint (open->len, ==, 0);
        }
      g_assert_cmpuint (open->len, <=, 16);
    }
  g_assert_cmpuint (open->len, ==, 0);
  g_string_free (open, TRUE);
}

static void
check (const char *safe, gboolean one_line, guint max_chars)
{
  guint n_marks = 0, n_chars = 0;

  g_assert_true (g_utf8_validate (safe, -1, NULL));
  check_balance (safe);
  for (const char *at = safe; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      const gboolean turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);

      g_assert_true (!g_unichar_iscntrl (c) || (c == '\n' && !one_line));
      g_assert_true (c != 0x2028 && c != 0x2029);
      n_chars += !turns;
      n_marks = c >= 0x300 && c < 0x370 ? n_marks + 1 : turns ? n_marks
                                                              : 0;
      g_assert_cmpuint (n_marks, <=, 6);
    }
  g_assert_cmpuint (n_chars, <=, max_chars);
}

static void
test_random (void)
{
  static const char *const parts[] = {"a", "word ", " ", "\n", "\r\n", "\r", "\t", "\x01", "\x1b[31m", "\x7f", "\xc2\x9b", "\xc2\x85", "\xff", "\xe2\x80",
                                      "\u2028", "\u2029", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069",
                                      "\u0301", "\u0301\u0302\u0303\u0304\u0305", "\u034f", "שלום", "العربية", "👩🏽‍🚒", "日本", "…", "\u200f"};

  for (guint i = 0; i < 10000; i++)
    {
      const guint n_parts = (guint)g_test_rand_int_range (0, 60), max_chars = (guint)g_test_rand_int_range (1, 80);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *line = NULL, *line_again = NULL, *paragraph = NULL, *paragraph_again = NULL, *inside = NULL, *inside_again = NULL;

      for (guint j = 0; j < n_parts; j++)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      line = sl_safe_text_line (text->str, max_chars);
      line_again = sl_safe_text_line (line, max_chars);
      paragraph = sl_safe_text_paragraph (text->str, max_chars);
      paragraph_again = sl_safe_text_paragraph (paragraph, max_chars);
      inside = sl_safe_text_inside (text->str);
      inside_again = sl_safe_text_inside (inside);
      check (line, TRUE, max_chars);
      check (paragraph, FALSE, max_chars);
      check (inside, TRUE, SL_SAFE_TEXT_TITLE);
      g_assert_cmpstr (line_again, ==, line);
      g_assert_cmpstr (paragraph_again, ==, paragraph);
      g_assert_cmpstr (inside_again, ==, inside);
    }
}

/* Whatever can be printed stays as it is, in every block of Unicode. */
static void
test_printable (void)
{
  for (gunichar c = 0x20; c < 0x10ffff; c++)
    {
      char             text[8] = {'a'};
      g_autofree char *line = NULL;

      if (!g_unichar_isgraph (c) || g_unichar_type (c) == G_UNICODE_FORMAT || c == 0x2028 || c == 0x2029 || !g_unichar_validate (c))
        continue;
      text[1 + g_unichar_to_utf8 (c, text + 1)] = '\0';
      line = sl_safe_text_line (text, 100);
      g_assert_cmpstr (line, ==, text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/safe-text/cases", test_cases);
  g_test_add_func ("/core/safe-text/length", test_length);
  g_test_add_func ("/core/safe-text/letters", test_letters);
  g_test_add_func ("/core/safe-text/inside", test_inside);
  g_test_add_func ("/core/safe-text/random", test_random);
  g_test_add_func ("/core/safe-text/printable", test_printable);
  return g_test_run ();
}
