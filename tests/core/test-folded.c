/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found in texts, and where, against what people expect and against what must hold for any text. */
#include "folded.h"

#include <string.h>

static char *
find (const char *text, const char *words)
{
  g_autoptr (SlFolded) folded = sl_folded_new (text);
  g_autoptr (SlFolded) wanted = sl_folded_new (words);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (SlTextRange));
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_cmpuint (sl_folded_find (folded, wanted, ranges), ==, ranges->len);
  for (guint i = 0; i < ranges->len; i++)
    {
      const SlTextRange range = g_array_index (ranges, SlTextRange, i);

      g_string_append_c (found, '<');
      g_string_append_len (found, text + range.start, (gssize)(range.end - range.start));
      g_string_append_c (found, '>');
    }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text, *words, *found;
  } cases[] = {
    {"The refund of 2007", "REFUND", "<refund>"},
    {"Café, café, CAFE", "cafe", "<Café><café><CAFE>"},
    {"cafe\u0301 noir", "café", "<cafe\u0301>"},
    {"Straße und STRASSE", "strasse", "<Straße><STRASSE>"},
    {"Straße", "ras", "<raß>"},
    {"Ма́гнитский, МАГНИТСКИЙ", "магнитскии", "<Ма́гнитский><МАГНИТСКИЙ>"},
    {"Łódź, Đorđe, Æsir", "lodz", "<Łódź>"},
    {"Łódź, Đorđe, Æsir", "djordje", ""},
    {"Łódź, Đorđe, Æsir", "DORDE", "<Đorđe>"},
    {"Łódź, Đorđe, Æsir", "aesir", "<Æsir>"},
    {"ΣΊΣΥΦΟΣ σίσυφος", "σισυφος", "<ΣΊΣΥΦΟΣ><σίσυφος>"},
    {"İstanbul Isparta ışık", "isik", "<ışık>"},
    {"彼は税金を払った。", "税金", "<税金>"},
    {"เขาจ่ายภาษีแล้ว", "ภาษี", "<ภาษี>"},
    {"한국어 자막", "자막", "<자막>"},
    {"ﾃｽﾄ とテスト", "テスト", "<ﾃｽﾄ><テスト>"},
    {"שָׁלוֹם", "שלום", "<שָׁלוֹם>"},
    {"مُحَمَّد", "محمد", "<مُحَمَّد>"},
    {"two\n  lines", "two lines", "<two\n  lines>"},
    {"soft\u00adly", "softly", "<soft\u00adly>"},
    {"aaaa", "aa", "<aa><aa>"},
    {"don’t", "don't", "<don’t>"},
    {"anything", "", ""},
    {"any thing", "  \n", ""},
    {"", "x", ""},
    {"a b", " b ", "<b>"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (cases[i].text, cases[i].words);

      g_test_message ("%s in %s", cases[i].words, cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static char *
make_text (guint most)
{
  static const gunichar some[] = {'a', 'B', ' ', '\n', 0xe9, 0xdf, 0x301, 0x130, 0xfb03, 0x200d, 0x4e2d, 0xe2a, 0xe31, 0x1f600, 0xac01, 0x202e, 0x3a3, 0x7f, 0x1};
  GString              *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, (gint32)most); n > 0; n--)
    g_string_append_unichar (text, some[g_test_rand_int_range (0, G_N_ELEMENTS (some))]);
  return g_string_free (text, FALSE);
}

/* Of any text: ranges are whole characters, in order and apart; and any piece of a text is found in it. */
static void
test_random (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *text = make_text (40), *words = NULL;
      g_autoptr (SlFolded) folded = sl_folded_new (text);
      g_autoptr (SlFolded) wanted = NULL;
      g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (SlTextRange));
      const glong length = g_utf8_strlen (text, -1);
      const glong from = g_test_rand_int_range (0, (gint32)length + 1), to = g_test_rand_int_range ((gint32)from, (gint32)length + 1);
      gsize       last = 0;

      words = g_utf8_substring (text, from, to);
      wanted = sl_folded_new (words);
      sl_folded_find (folded, wanted, ranges);
      g_assert_cmpint (ranges->len > 0, ==, !sl_folded_is_empty (wanted));
      for (guint i = 0; i < ranges->len; i++)
        {
          const SlTextRange range = g_array_index (ranges, SlTextRange, i);

          g_assert_cmpuint (range.start, >=, last);
          g_assert_cmpuint (range.end, >, range.start);
          g_assert_cmpuint (range.end, <=, strlen (text));
          g_assert_true (g_utf8_validate (text + range.start, (gssize)(range.end - range.start), NULL));
          last = range.end;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/folded/words", test_words);
  g_test_add_func ("/folded/random", test_random);
  return g_test_run ();
}
