/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * WebVTT by the W3C's algorithm. Each case is a whole file and the cues that must come out of it, written as
 * lines "id|start|end|speaker|text" (an extended one with ++) in milliseconds, and the findings as "line:code".
 */
#include "webvtt.h"

#include <string.h>

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  const char *name;
  const char *file;
  const char *cues;
  const char *findings;
} Case;

static char *
describe_cues (GPtrArray *cues)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < cues->len; i++)
    {
      const SlTimedText *cue = cues->pdata[i];
      g_auto (GStrv) lines = g_strsplit (cue->text, "\n", -1);
      g_autofree char *text = g_strjoinv ("/", lines);

      g_string_append_printf (string, "%s%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%s|%s%s", i > 0 ? "\n" : "", cue->id,
                              cue->span.start / MS, cue->span.end / MS, cue->speaker != NULL ? cue->speaker : "", cue->extended ? "++" : "", text);
    }
  return g_string_free (string, FALSE);
}

static char *
describe_findings (SlReport *report)
{
  GPtrArray *findings = sl_report_get_findings (report);
  GString   *string = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (string, "%s%u:%s", i > 0 ? " " : "", sl_finding_get_line (findings->pdata[i]),
                            sl_finding_get_code (findings->pdata[i]));
  return g_string_free (string, FALSE);
}

static void
check_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (self->file, strlen (self->file));
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cues = sl_webvtt_parse (bytes, "a.vtt", report, &error);
  g_autofree char *found = NULL;
  g_autofree char *findings = describe_findings (report);

  if (self->cues == NULL)
    {
      g_assert_null (cues);
      g_assert_error (error, SL_WEBVTT_ERROR, SL_WEBVTT_ERROR_NOT_WEBVTT);
      return;
    }
  g_assert_no_error (error);
  found = describe_cues (cues);
  g_assert_cmpstr (found, ==, self->cues);
  g_assert_cmpstr (findings, ==, self->findings);
}

#define T "00:01.000 --> 00:02.000"

static const Case cases[] = {
  {"empty", "", NULL, ""},
  {"no-signature", "1\n" T "\nHello", NULL, ""},
  {"signature-lower", "webvtt\n\n" T "\na", NULL, ""},
  {"signature-longer", "WEBVTTX\n\n" T "\na", NULL, ""},
  {"signature-only", "WEBVTT", "", ""},
  {"signature-text", "WEBVTT - made by hand\n\n" T "\na", "|1000|2000||a", ""},
  {"signature-tab", "WEBVTT\tmade by hand\n\n" T "\na", "|1000|2000||a", ""},
  {"bom", "\xEF\xBB\xBFWEBVTT\n\n" T "\na\n", "|1000|2000||a", ""},
  {"two-boms", "\xEF\xBB\xBF\xEF\xBB\xBFWEBVTT\n\n" T "\na\n", NULL, ""},
  {"crlf", "WEBVTT\r\n\r\none\r\n" T "\r\na\r\nb\r\n\r\n" T "\r\nc\r\n", "one|1000|2000||a/b\n|1000|2000||c", ""},
  {"cr", "WEBVTT\r\rone\r" T "\ra\rb\r\r" T "\rc\r", "one|1000|2000||a/b\n|1000|2000||c", ""},
  {"header-lines", "WEBVTT\nKind: captions\nLanguage: en\n\n" T "\na", "|1000|2000||a", ""},
  {"header-then-cue", "WEBVTT\nKind: captions\n" T "\na", "|1000|2000||a", ""},
  {"no-blank-after-signature", "WEBVTT\n" T "\na", "|1000|2000||a", ""},
  {"note", "WEBVTT\n\nNOTE one\ntwo\n\nNOTE\n\n" T "\na", "|1000|2000||a", ""},
  {"note-as-id", "WEBVTT\n\nNOTE\n" T "\na", "NOTE|1000|2000||a", ""},
  {"style", "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n" T "\na", "|1000|2000||a", ""},
  {"style-after-cue", "WEBVTT\n\n" T "\na\n\nSTYLE\n::cue { color: red }\n", "|1000|2000||a", ""},
  {"no-spaces", "WEBVTT\n\n00:01.000-->00:02.000\na", "|1000|2000||a", ""},
  {"many-spaces", "WEBVTT\n\n \t00:01.000 \t-->\t 00:02.000\t\na", "|1000|2000||a", ""},
  {"settings", "WEBVTT\n\n" T " align:start bogus:1 position:10%\na", "|1000|2000||a", ""},
  {"settings-touch", "WEBVTT\n\n00:01.000 --> 00:02.000align:start\na", "|1000|2000||a", ""},
  {"ended-by-arrow", "WEBVTT\n\n" T "\na\n00:03.000 --> 00:04.000\nb", "|1000|2000||a\n|3000|4000||b", ""},
  {"ended-by-id", "WEBVTT\n\n" T "\na\ntwo\n00:03.000 --> 00:04.000\nb", "|1000|2000||a/two\n|3000|4000||b", ""},
  {"two-arrows", "WEBVTT\n\n" T "\n00:03.000 --> 00:04.000\nb", "|1000|2000||\n|3000|4000||b", ""},
  {"hours", "WEBVTT\n\n1:00:01.000 --> 123:00:02.500\na", "|3601000|442802500||a", ""},
  {"hours-many", "WEBVTT\n\n000000001:00:01.000 --> 0001:00:02.000\na", "|3601000|3602000||a", ""},
  {"hours-huge", "WEBVTT\n\n00:01.000 --> 99999999999999999999999:00:00.000\na", "|1000|3600000000000||a", ""},
  {"minutes-three-digits", "WEBVTT\n\n100:01.000 --> 100:02.000\na", "", "3:bad-cue"},
  {"minutes-sixty", "WEBVTT\n\n60:01.000 --> 60:02.000\na", "", "3:bad-cue"},
  {"seconds-sixty", "WEBVTT\n\n00:60.000 --> 01:01.000\na", "", "3:bad-cue"},
  {"comma", "WEBVTT\n\n00:01,000 --> 00:02,000\na\n\n" T "\nb", "|1000|2000||b", "3:bad-cue"},
  {"two-digit-ms", "WEBVTT\n\n00:01.00 --> 00:02.000\na", "", "3:bad-cue"},
  {"no-end", "WEBVTT\n\n00:01.000 -->\na", "", "3:bad-cue"},
  {"bad-then-good", "WEBVTT\n\nx --> y\n" T "\na", "|1000|2000||a", "3:bad-cue"},
  {"end-before-start", "WEBVTT\n\n00:02.000 --> 00:01.000\na", "|2000|2000||a", "3:empty-span"},
  {"end-at-start", "WEBVTT\n\n00:02.000 --> 00:02.000\na", "|2000|2000||a", "3:empty-span"},
  {"unsorted-nested", "WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:09.000\na",
   "|5000|6000||b\n|1000|9000||a", ""},
  {"stray-text", "WEBVTT\n\n" T "\na\n\nlost\n\n00:03.000 --> 00:04.000\nb", "|1000|2000||a\n|3000|4000||b", "6:stray-text"},
  {"no-text", "WEBVTT\n\nid\n" T "\n\n" T, "id|1000|2000||\n|1000|2000||", ""},
  {"many-empty-lines", "WEBVTT\n\n\n\n" T "\na\n\n\n\n\n" T "\nb\n\n\n", "|1000|2000||a\n|1000|2000||b", ""},
  {"invalid-utf8", "WEBVTT\n\n" T "\na\xFFz", "|1000|2000||a\xEF\xBF\xBDz", "4:webvtt-encoding"},
  {"latin1", "WEBVTT\n\n" T "\n\xE9\x74\xE9", "|1000|2000||\xEF\xBF\xBDt\xEF\xBF\xBD", "4:webvtt-encoding"},
  {"tags", "WEBVTT\n\n" T "\n<i>a</i> <b.loud>b</b> <c.x.y>c</c> <lang en>d</lang> <00:01.500>e<u></u>", "|1000|2000||a b c d e", ""},
  {"extended", "WEBVTT\n\n" T "\n<c.extended>a\n\n" T "\n<c.x.extended>a</c>\n\n" T "\n<v.extended.x A>a",
   "|1000|2000||++a\n|1000|2000||++a\n|1000|2000|A|++a", ""},
  {"not-extended", "WEBVTT\n\n" T "\n<c.extendedly>a\n\n" T "\n<c x.extended>.extended\n\n" T "\n<extended>a <c.unextended.>",
   "|1000|2000||a\n|1000|2000||.extended\n|1000|2000||a ", ""},
  {"tag-two-lines", "WEBVTT\n\n" T "\n<c\nx>a", "|1000|2000||a", ""},
  {"ruby", "WEBVTT\n\n" T "\n<ruby>漢<rt>kan</rt>字<rt>ji</ruby>.", "|1000|2000||漢(kan)字(ji).", ""},
  {"entities", "WEBVTT\n\n" T "\n&lt;i&gt; &amp;amp; &quot;&#65;&#x41;&#X42;&apos; &nbsp;&lrm;&rlm;&hellip;",
   "|1000|2000||<i> &amp; \"AAB' \xC2\xA0\xE2\x80\x8E\xE2\x80\x8F…", ""},
  {"entities-bad", "WEBVTT\n\n" T "\n&; &nosuch; & a&b &#; &#x; &#0; &#xD800; &#1114112; &amp",
   "|1000|2000||&; &nosuch; & a&b &#; &#x; \xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD &", ""},
  {"entities-old", "WEBVTT\n\n" T "\n&ampx &lt &notit; &eacute&Eacute; &#65 &#x80; &#150; &hellip &rarr;",
   "|1000|2000||&x < ¬it; éÉ A € – &hellip →", ""},
  {"voice", "WEBVTT\n\n" T "\n<v Anna Maria>Yes.\nNo.", "|1000|2000|Anna Maria|Yes./No.", ""},
  {"voice-class", "WEBVTT\n\n" T "\n<v.loud.first  Anna\n &amp; Co >Yes.</v>", "|1000|2000|Anna & Co|Yes.", ""},
  {"voice-empty", "WEBVTT\n\n" T "\n<v>Yes.", "|1000|2000||Yes.", ""},
  {"voice-other-tag", "WEBVTT\n\n" T "\n<video x>Yes.", "|1000|2000||Yes.", ""},
  {"voices", "WEBVTT\n\n" T "\n<v Anna>Yes?</v>\n<v Ben>No.</v> <v Anna>Oh.", "|1000|2000|Anna|Yes?/Ben: No./Anna: Oh.", ""},
  {"voice-late", "WEBVTT\n\n" T "\nHm.\n<v Ben>No.", "|1000|2000||Hm./Ben: No.", ""},
  {"voice-again", "WEBVTT\n\n" T "\n<v Anna>Yes?</v>\n<v Anna>No.</v>", "|1000|2000|Anna|Yes?/No.", ""},
  {"unclosed-tag", "WEBVTT\n\n" T "\na < b and more", "|1000|2000||a ", "3:unclosed-tag"},
  {"control", "WEBVTT\n\n" T "\na\x07"
              "b\tc",
   "|1000|2000||ab\tc", ""},
};

static void
test_nul (void)
{
  static const char file[] = "WEBVTT\n\n" T "\na\0b\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, sizeof file - 1);
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GPtrArray) cues = sl_webvtt_parse (bytes, "a.vtt", report, NULL);
  g_autofree char *found = describe_cues (cues);

  g_assert_cmpstr (found, ==, "|1000|2000||a\xEF\xBF\xBD"
                              "b");
}

static void
test_settings (void)
{
  static const char file[] = "WEBVTT\n\n" T "  align:start  size:50% \na";
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, sizeof file - 1);
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GPtrArray) cues = sl_webvtt_parse (bytes, "a.vtt", report, NULL);

  g_assert_cmpstr (((SlTimedText *)cues->pdata[0])->settings, ==, "align:start  size:50%");
}

static void
test_size (void)
{
  g_autofree char *file = g_malloc0 (SL_WEBVTT_MAX_BYTES + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, SL_WEBVTT_MAX_BYTES + 1);
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_webvtt_parse (bytes, "a.vtt", report, &error));
  g_assert_error (error, SL_WEBVTT_ERROR, SL_WEBVTT_ERROR_TOO_LARGE);
}

/* Cues that are written by this test come back as they were, whatever line ends there are. */
static void
test_round_trip (void)
{
  static const char *const ends[] = {"\n", "\r\n", "\r"};

  for (guint i = 0; i < 300; i++)
    {
      const char *end = ends[i % 3];
      GString    *file = g_string_new ("WEBVTT");
      GString    *expected = g_string_new (NULL);
      int         n_cues = g_test_rand_int_range (0, 20);
      g_autoptr (SlReport) report = sl_report_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) cues = NULL;
      g_autofree char *found = NULL;

      g_string_append_printf (file, "%s%s", end, end);
      for (int j = 0; j < n_cues; j++)
        {
          int start = g_test_rand_int_range (0, 7200000);
          int stop = start + g_test_rand_int_range (1, 10000);

          g_string_append_printf (file, "c%d%s%02d:%02d:%02d.%03d --> %02d:%02d:%02d.%03d%sone%stwo%s%s", j, end,
                                  start / 3600000, start / 60000 % 60, start / 1000 % 60, start % 1000,
                                  stop / 3600000, stop / 60000 % 60, stop / 1000 % 60, stop % 1000, end, end, end, end);
          g_string_append_printf (expected, "%sc%d|%d|%d||one/two", j > 0 ? "\n" : "", j, start, stop);
        }
      bytes = g_string_free_to_bytes (file);
      cues = sl_webvtt_parse (bytes, "a.vtt", report, NULL);
      found = describe_cues (cues);
      g_assert_cmpstr (found, ==, expected->str);
      g_assert_cmpuint (sl_report_get_findings (report)->len, ==, 0);
      g_string_free (expected, TRUE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/webvtt/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], check_case);
    }
  g_test_add_func ("/webvtt/nul", test_nul);
  g_test_add_func ("/webvtt/keeps-settings", test_settings);
  g_test_add_func ("/webvtt/size", test_size);
  g_test_add_func ("/webvtt/round-trip", test_round_trip);
  return g_test_run ();
}
