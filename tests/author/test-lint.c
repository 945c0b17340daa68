/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The small judgements of the check, case by case: what a translation must keep, what an SPDX expression is, which
 * record a finding is about. What the check says of whole casebooks: program.py.
 */
#include "acceptance.h"
#include "rights-lint.h"
#include "translation-facts.h"

static void
test_facts (void)
{
  static const struct
  {
    const char       *text;
    const char       *translation;
    SlTranslationFact fact;
    const char       *detail;
  } cases[] = {
    {"Nothing", "Nichts", SL_TRANSLATION_SAME, NULL},
    {"On 16 November 2009", "Am 16. November 2009", SL_TRANSLATION_SAME, NULL},
    {"5.4 billion", "5,4 Milliarden", SL_TRANSLATION_SAME, NULL},
    {"1,234,567 and 2", "2 und 1.234.567", SL_TRANSLATION_SAME, NULL},
    {"1,000", "1\xc2\xa0"
              "000",
     SL_TRANSLATION_SAME, NULL},
    {"13:40", "13:45", SL_TRANSLATION_NUMBERS, "40"},
    {"358 days", "٣٥٨ يوما", SL_TRANSLATION_SAME, NULL},
    {"358 days", "fast ein Jahr", SL_TRANSLATION_NUMBERS, "358"},
    {"almost a year", "358 Tage", SL_TRANSLATION_NUMBERS, "358"},
    {"2009, 2009", "2009", SL_TRANSLATION_NUMBERS, "2009"},
    {"*A* b", "*A* b", SL_TRANSLATION_SAME, NULL},
    {"*A* b", "A b", SL_TRANSLATION_MARKS, "*…*"},
    {"**A** b", "*A* b", SL_TRANSLATION_MARKS, "**…**"},
    {"[[fact:a|x]] y", "y [[fact:a|x]]", SL_TRANSLATION_SAME, NULL},
    {"[[fact:a|x]]", "[[fact:b|x]]", SL_TRANSLATION_MARKS, "[[fact:a]]"},
    {"[[clip:a@1:05|x]]", "[[clip:a@1:06|x]]", SL_TRANSLATION_MARKS, "0:01:05.000"},
    {"[[fact:a|x *y* z]]", "[[fact:a|x *y* z]]", SL_TRANSLATION_SAME, NULL},
    {"https://a.org/1.", "(https://a.org/1)", SL_TRANSLATION_SAME, NULL},
    {"https://a.org/x", "https://a.org/y", SL_TRANSLATION_URLS, "https://a.org/x"},
    {"a\nb", "a b", SL_TRANSLATION_LINES, "\\n"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *detail = NULL;

      g_test_message ("%s", cases[i].translation);
      g_assert_cmpint (sl_translation_facts_compare (cases[i].text, cases[i].translation, &detail), ==, cases[i].fact);
      g_assert_cmpstr (detail, ==, cases[i].detail);
    }
}

/* Every text has the facts of itself, whatever it is made of. */
static void
test_same (void)
{
  static const char *const parts[] = {"1", "000", ",", ".", " ", "*", "**", "[[fact:a|", "]]", "http://a", "\n", "x", "٣"};

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *detail = NULL;

      for (gint j = g_test_rand_int_range (0, 12); j > 0; j--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      g_assert_cmpint (sl_translation_facts_compare (text->str, text->str, &detail), ==, SL_TRANSLATION_SAME);
      g_assert_null (detail);
    }
}

static void
test_licences (void)
{
  static const char *const good[] = {"CC-BY-SA-4.0", "CC0-1.0", "GPL-2.0+", "MIT OR Apache-2.0",
                                     "(MIT AND (ISC OR BSD-2-Clause))", "GPL-3.0-or-later WITH GCC-exception-3.1",
                                     "LicenseRef-all-rights-reserved", "DocumentRef-spdx-tool-1.2:LicenseRef-MIT-Style-2"};
  static const char *const bad[] = {"", " ", "CC BY-SA 4.0", "All rights reserved", "MIT OR", "OR MIT", "(MIT", "MIT)", "()",
                                    "MIT, ISC", "MIT+x", "©", "MIT MIT", "a:b", "CC-BY-SA-4.0!"};

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i]);
      g_assert_true (sl_rights_lint_is_expression (good[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (sl_rights_lint_is_expression (bad[i]));
    }
}

static void
test_usual_licences (void)
{
  static const struct
  {
    const char *expression;
    const char *unknown;
  } cases[] = {
    {"CC-BY-SA-4.0", NULL},
    {"cc0-1.0", NULL},
    {"GPL-2.0+ OR MIT", NULL},
    {"GPL-3.0-or-later WITH GCC-exception-3.1", NULL},
    {"LicenseRef-all-rights-reserved AND DocumentRef-a:LicenseRef-b", NULL},
    {"Zlib", NULL},
    {"CC-BY-5.0", "CC-BY-5.0"},
    {"MIT AND (CC-BY-SA OR CC0-1.0)", "CC-BY-SA"},
    {"", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *unknown = sl_rights_lint_find_unknown (cases[i].expression);

      g_test_message ("%s", cases[i].expression);
      g_assert_cmpstr (unknown, ==, cases[i].unknown);
    }
}

static void
test_records (void)
{
  static const struct
  {
    const char *place;
    const char *record;
  } cases[] = {
    {NULL, NULL},
    {"facts[12] \"refund\"", "fact/refund"},
    {"facts[12]", NULL},
    {"facts[12] \"refund\" disputed_by[0]", "fact/refund"},
    {"people[0] \"anna\" sources[1]", "person/anna"},
    {"clip \"explainer\" notes[3] \"n7\"", "clip/explainer/note/n7"},
    {"clip \"explainer\" notes[3]", "clip/explainer"},
    {"clip \"explainer\" chapters[1] \"two\" chapters[0] \"in\"", "clip/explainer/chapter/in"},
    {"clip \"explainer\" caption \"0:00:01.000\"", "clip/explainer/caption/0:00:01.000"},
    {"clip \"explainer\" media[0]", "clip/explainer"},
    {"casebook \"x\" corrections[1]", NULL},
    {"fact/refund/statement", "fact/refund/statement"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlFinding) finding = sl_finding_new (SL_SEVERITY_HINT, "file", 1, 1, "code", cases[i].place, "text");
      g_autofree char *record = sl_acceptance_name_record (finding);

      g_test_message ("%s", cases[i].place != NULL ? cases[i].place : "");
      g_assert_cmpstr (record, ==, cases[i].record);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lint/facts", test_facts);
  g_test_add_func ("/lint/same", test_same);
  g_test_add_func ("/lint/licences", test_licences);
  g_test_add_func ("/lint/usual-licences", test_usual_licences);
  g_test_add_func ("/lint/records", test_records);
  return g_test_run ();
}
