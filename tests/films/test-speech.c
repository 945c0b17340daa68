/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a storyboard says about speech is understood or refused with its place; the voices say the same twice, at once
 * and to the end, and where one is not installed it is said which package has it. */
#include "loudness.h"
#include "motion.h"
#include "narration.h"
#include "storyboard-error.h"

#include <gst/gst.h>
#include <math.h>
#include <string.h>

#define LENGTH SL_MS (8000)

static const char good[] =
  "{\"speakers\": [{\"id\": \"a\", \"name\": \"One\", \"voice\": \"rms\", \"pace\": 100, \"side\": -30},"
  "               {\"id\": \"b\", \"name\": \"Two\", \"voice\": \"slt-hts\", \"pace\": 110, \"side\": 30}],"
  " \"said_as\": [{\"word\": \"roubles\", \"as\": \"rubles\"}],"
  " \"lines\": [{\"id\": \"c1\", \"speaker\": \"a\", \"from\": \"0:01.000\", \"to\": \"0:03.500\", \"text\": \"Who’s asking?\"},"
  "            {\"id\": \"c2\", \"speaker\": \"b\", \"from\": \"0:04.000\", \"to\": \"0:06.500\", \"text\": \"Ten roubles are missing.\"}]}";

typedef struct
{
  const char       *name;
  const char       *from;
  const char       *to;
  SlStoryboardError code;
  const char       *message; /* exactly */
} Case;

static const Case cases[] = {
  {"voice", "\"rms\"", "\"mine\"", SL_STORYBOARD_ERROR_UNKNOWN, "speakers[0]: there is no voice named \"mine\""},
  {"pace", "\"pace\": 100", "\"pace\": 20", SL_STORYBOARD_ERROR_VALUE, "speakers[0]: \"pace\": must be from 80 to 150"},
  {"side", "\"side\": 30", "\"side\": 300", SL_STORYBOARD_ERROR_VALUE, "speakers[1]: \"side\": must be from -100 to 100"},
  {"same-speaker", "\"id\": \"b\"", "\"id\": \"a\"", SL_STORYBOARD_ERROR_VALUE, "speakers[1]: \"id\": another speaker has it already"},
  {"nobody", "\"speaker\": \"b\"", "\"speaker\": \"c\"", SL_STORYBOARD_ERROR_UNKNOWN, "lines[1]: \"speaker\": there is none of that id"},
  {"into-another", "\"0:04.000\"", "\"0:03.000\"", SL_STORYBOARD_ERROR_ORDER, "lines[1]: must be later than the one before"},
  {"backwards", "\"0:03.500\"", "\"0:01.000\"", SL_STORYBOARD_ERROR_ORDER, "lines[0]: \"to\" must be later than \"from\""},
  {"outside", "\"0:06.500\"", "\"0:09.000\"", SL_STORYBOARD_ERROR_ORDER, "lines[1]: is after the end of the film"},
  {"letters", "asking", "frågar", SL_STORYBOARD_ERROR_VALUE,
   "lines[0]: \"text\": a voice reads ASCII only; give the word a spelling in \"said_as\""},
  {"spelling", "\"as\": \"rubles\"", "\"is\": \"rubles\"", SL_STORYBOARD_ERROR_UNKNOWN, "said_as[0]: \"is\" is not known here"},
  {"key", "\"said_as\"", "\"spelt\"", SL_STORYBOARD_ERROR_UNKNOWN, "\"spelt\" is not known here"},
};

static SlSpeechPlan *
try_plan (const char *from,
          const char *to,
          GError    **error)
{
  g_autoptr (GString) text = g_string_new (good);
  g_autoptr (JsonNode) root = NULL;

  if (from != NULL)
    g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  root = json_from_string (text->str, error);
  g_assert_no_error (*error);

  return sl_speech_plan_new (json_node_get_object (root), LENGTH, error);
}

static SlSpeechPlan *
get_plan (void)
{
  g_autoptr (GError) error = NULL;
  SlSpeechPlan *plan = try_plan (NULL, NULL, &error);

  g_assert_no_error (error);

  return plan;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlSpeechPlan) plan = try_plan (c->from, c->to, &error);

  g_assert_null (plan);
  g_assert_error (error, SL_STORYBOARD_ERROR, (int)c->code);
  g_assert_cmpstr (error->message, ==, c->message);
}

static void
test_plan (void)
{
  g_autoptr (SlSpeechPlan) plan = get_plan ();
  const SlSpeechLine *first = plan->lines->pdata[0], *second = plan->lines->pdata[1];

  g_assert_cmpstr (first->speaker->name, ==, "One");
  g_assert_cmpstr (first->text, ==, "Who’s asking?");
  g_assert_cmpstr (first->spoken, ==, "Who's asking?");
  g_assert_cmpstr (second->spoken, ==, "Ten rubles are missing.");
  g_assert_cmpint (second->start, ==, SL_MS (4000));
  g_assert_cmpuint (second->speaker->pace, ==, 110);
}

/* The rest has gone down when a line begins, stays there between lines that are near, and comes back. */
static void
test_presence (void)
{
  g_autoptr (SlSpeechPlan) plan = get_plan ();

  g_assert_cmpfloat (sl_narration_get_presence (plan, 0), ==, 0);
  g_assert_cmpfloat (sl_narration_get_presence (plan, SL_MS (1000)), ==, 1);
  g_assert_cmpfloat (sl_narration_get_presence (plan, SL_MS (3499)), ==, 1);
  g_assert_cmpfloat (sl_narration_get_presence (plan, SL_MS (3750)), >, 0.5);
  g_assert_cmpfloat (sl_narration_get_presence (plan, SL_MS (6499)), ==, 1);
  g_assert_cmpfloat (sl_narration_get_presence (plan, LENGTH), ==, 0);
}

static double
peak_between (const GArray *speech,
              gint64        from,
              gint64        to)
{
  double peak = 0;

  for (gint64 i = from / SL_MS (1) * 96; i < to / SL_MS (1) * 96; i++)
    peak = MAX (peak, fabs (g_array_index (speech, float, i)));

  return peak;
}

/* Each line begins and ends within its time, as loud as the other, without a click, and nothing is between. */
static void
test_narration (void)
{
  g_autoptr (SlSpeechPlan) plan = get_plan ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) speech = sl_narration_new (plan, 8 * SL_SYNTHETIC_VOICE_RATE, &error);
  g_autoptr (GArray) again = sl_narration_new (plan, 8 * SL_SYNTHETIC_VOICE_RATE, NULL);
  gint64 silent = 0;

  g_assert_no_error (error);
  g_assert_cmpmem (speech->data, speech->len * sizeof (float), again->data, again->len * sizeof (float));
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const SlSpeechLine *line = plan->lines->pdata[i];
      guint               first = (guint)(line->start / SL_MS (1)) * 96, end = (guint)(line->end / SL_MS (1)) * 96;
      double              loudness = sl_loudness_measure ((float *)speech->data + first, (end - first) / 2);

      g_assert_cmpfloat (peak_between (speech, silent, line->start), ==, 0);
      g_assert_cmpfloat (peak_between (speech, line->start, line->start + SL_MS (100)), >, 0.005);
      g_assert_cmpfloat (fabs (g_array_index (speech, float, first)), <, 0.002);
      g_assert_cmpfloat (fabs (loudness - SL_NARRATION_LOUDNESS), <, 1);
      silent = line->end;
    }
  g_assert_cmpfloat (peak_between (speech, silent, LENGTH), ==, 0);
}

static void
test_too_long (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlSpeechPlan) plan = try_plan ("\"0:06.500\"", "\"0:04.200\"", &error);
  g_autoptr (GArray) speech = NULL;

  g_assert_no_error (error);
  speech = sl_narration_new (plan, 8 * SL_SYNTHETIC_VOICE_RATE, &error);
  g_assert_null (speech);
  g_assert_error (error, SL_SYNTHETIC_VOICE_ERROR, SL_SYNTHETIC_VOICE_ERROR_LONG);
  g_assert_true (g_str_has_prefix (error->message, "\"c2\": it takes "));
}

/* Text is text: neither an option nor a script. */
static void
test_harmless (void)
{
  const char *const texts[] = {"-o no", "(exit) then \"quotes\"", "$(false); `false`"};

  for (guint i = 0; i < 2 * G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) said = sl_synthetic_voice_say (sl_synthetic_voice_lookup (i % 2 == 0 ? "rms" : "slt-hts"), 100, texts[i / 2], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (said->len, >, SL_SYNTHETIC_VOICE_RATE / 4);
    }
}

static void
test_missing (void)
{
  const char *const voices[][2] = {{"rms", "(Debian: flite)"}, {"slt-hts", "(Debian: festvox-us-slt-hts)"}};
  g_autofree char  *path = g_strdup (g_getenv ("PATH"));

  g_setenv ("PATH", "/nowhere", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (voices); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) said = sl_synthetic_voice_say (sl_synthetic_voice_lookup (voices[i][0]), 100, "Yes.", &error);

      g_assert_null (said);
      g_assert_error (error, SL_SYNTHETIC_VOICE_ERROR, SL_SYNTHETIC_VOICE_ERROR_MISSING);
      g_assert_nonnull (strstr (error->message, voices[i][1]));
    }
  g_setenv ("PATH", path, TRUE);
  g_assert_null (sl_synthetic_voice_lookup ("nobody"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gst_init (&argc, &argv);

  g_test_add_func ("/speech/plan", test_plan);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/speech/refused/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/speech/presence", test_presence);
  g_test_add_func ("/speech/narration", test_narration);
  g_test_add_func ("/speech/too-long", test_too_long);
  g_test_add_func ("/speech/harmless", test_harmless);
  g_test_add_func ("/speech/missing", test_missing);

  return g_test_run ();
}
