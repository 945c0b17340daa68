/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inline marks: what each becomes, what is told about those that are none, and for texts thrown together at
 * random that no word of them is lost.
 */
#include "markup.h"

#include <string.h>

/* Each run as <style,link,id,time:words>. */
static char *
describe (GPtrArray *runs)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const SlMarkupRun *run = runs->pdata[i];

      g_string_append (string, "<");
      if (run->style & SL_MARKUP_EMPHASIS)
        g_string_append (string, "e");
      if (run->style & SL_MARKUP_STRONG)
        g_string_append (string, "s");
      if (run->link != SL_MARKUP_NO_LINK)
        g_string_append_printf (string, " %s/%s", sl_markup_link_to_word (run->link), run->id);
      if (run->time != SL_TIME_NONE)
        g_string_append_printf (string, "@%d", (int)(run->time / 1000000));
      g_string_append_printf (string, ":%s>", run->text);
    }
  return g_string_free (string, FALSE);
}

static char *
describe_problems (GPtrArray *problems)
{
  static const char *const words[] = {"stray", "link", "kind", "html"};
  GString                 *string = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const SlMarkupProblem *problem = problems->pdata[i];

      g_string_append_printf (string, "%s%s@%d %s", i > 0 ? ", " : "", words[problem->code], (int)problem->offset, problem->words);
    }
  return g_string_free (string, FALSE);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *text;
    const char *runs;
    const char *problems;
  } cases[] = {
    {"", "", ""},
    {"Plain words.", "<:Plain words.>", ""},
    {"an *open* door", "<:an ><e:open><: door>", ""},
    {"a **strong** word", "<:a ><s:strong><: word>", ""},
    {"***both***", "<es:both>", ""},
    {"*a **b** c*", "<e:a ><es:b><e: c>", ""},
    {"**a *b***", "<s:a ><es:b>", ""},
    {"2 * 3", "<:2 * 3>", "stray@2 *"},
    {"*open", "<:*open>", "stray@0 *"},
    {"**a *b** c", "<s:a *b><: c>", "stray@4 *"},
    {"****", "<:****>", "stray@0 ****"},
    {"Über*wort*teil", "<:Über><e:wort><:teil>", ""},
    {"see [[fact:refund|the refund]].", "<:see >< fact/refund:the refund><:.>", ""},
    {"[[clip:explainer@1:05|there]]", "< clip/explainer@65000:there>", ""},
    {"[[clip:explainer|there]]", "< clip/explainer:there>", ""},
    {"*[[person:anna|Anna]] came*", "<e person/anna:Anna><e: came>", ""},
    {"[[source:a|a *b*]]", "< source/a:a ><e source/a:b>", ""},
    {"[[fact:a@1:05|x]]", "<:[[fact:a@1:05|x]]>", "link@0 [[fact:a@1:05|x]]"},
    {"[[clip:a@5|x]]", "<:[[clip:a@5|x]]>", "link@0 [[clip:a@5|x]]"},
    {"[[fact:A|x]]", "<:[[fact:A|x]]>", "link@0 [[fact:A|x]]"},
    {"[[fact:a]]", "<:[[fact:a]]>", "link@0 [[fact:a]]"},
    {"[[fact:a|]]", "<:[[fact:a|]]>", "link@0 [[fact:a|]]"},
    {"[[film:a|x]]", "<:[[film:a|x]]>", "kind@0 [[film:a|x]]"},
    {"[[", "<:[[>", "stray@0 [["},
    {"a ]] b", "<:a ]] b>", "stray@2 ]]"},
    {"[[fact:a|x [[fact:b|y]]", "<:[[fact:a|x >< fact/b:y>", "stray@0 [["},
    {"[a sound] & more < less", "<:[a sound] & more < less>", ""},
    {"<b>bold</b>", "<:<b>bold</b>>", "html@0 <b>, html@7 </b>"},
    {"R&amp;D &#39; &c;", "<:R&amp;D &#39; &c;>", "html@1 &amp;, html@8 &#39;"},
    {"<!-- x -->", "<:<!-- x -->>", "html@0 <!-- x -->"},
    {"a<b and c>d", "<:a<b and c>d>", "html@1 <b and c>"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GPtrArray) runs = sl_markup_parse (cases[i].text, &problems);
      g_autofree char *found = describe (runs);
      g_autofree char *told = describe_problems (problems);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].runs);
      g_assert_cmpstr (told, ==, cases[i].problems);
    }
}

/* Whether @part is @whole with some of its characters left out, none of which is a word's. */
static gboolean
is_rest (const char *part, const char *whole)
{
  for (; *whole != '\0'; whole++)
    if (*part == *whole)
      part++;
  return *part == '\0';
}

static void
test_random (void)
{
  static const char *const parts[] = {"*", "**", "***", "[[", "]]", "[", "]", "|", "@", "1:05", "fact:", "clip:", "film:",
                                      "a", "word ", " ", "\n", "<", "b>", "</", "&", "amp;", "é", "—"};

  for (guint i = 0; i < 20000; i++)
    {
      const gint n_parts = g_test_rand_int_range (0, 14);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GPtrArray) runs = NULL;
      g_autofree char *plain = NULL;
      gsize            last = 0;

      for (gint j = 0; j < n_parts; j++)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      runs = sl_markup_parse (text->str, &problems);
      plain = sl_markup_to_plain (text->str);
      g_assert_true (g_utf8_validate (plain, -1, NULL));
      g_assert_true (is_rest (plain, text->str));
      if (strpbrk (text->str, "*[") == NULL)
        g_assert_cmpstr (plain, ==, text->str);
      for (guint j = 0; j < runs->len; j++)
        g_assert_cmpstr (((SlMarkupRun *)runs->pdata[j])->text, !=, "");
      for (guint j = 0; j < problems->len; j++)
        {
          const SlMarkupProblem *problem = problems->pdata[j];

          g_assert_cmpuint (problem->offset, >=, last);
          g_assert_true (g_str_has_prefix (text->str + problem->offset, problem->words));
          g_assert_nonnull (strstr (plain, problem->words));
          last = problem->offset;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup/cases", test_cases);
  g_test_add_func ("/markup/random", test_random);
  return g_test_run ();
}
