/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meter agrees with the reference signals, and the explainer's sound is as long, as loud and as
 * silent as its plan says. */
#include "fixture.h"
#include "loudness.h"
#include "motion.h"
#include "soundtrack.h"

#include <gst/gst.h>
#include <math.h>
#include <string.h>

static double
peak_between (GArray *samples,
              double  from,
              double  to)
{
  guint  first = (guint)(from * SL_SOUNDTRACK_RATE) * SL_SOUNDTRACK_CHANNELS;
  guint  end = (guint)(to * SL_SOUNDTRACK_RATE) * SL_SOUNDTRACK_CHANNELS;
  double peak = 0;

  for (guint i = first; i < end; i++)
    peak = MAX (peak, fabs (g_array_index (samples, float, i)));

  return peak;
}

static void
test_length (gconstpointer data)
{
  GArray *samples = (GArray *)data;

  g_assert_cmpuint (samples->len, ==, 120 * SL_SOUNDTRACK_RATE * SL_SOUNDTRACK_CHANNELS);
}

static void
test_silence (gconstpointer data)
{
  GArray *samples = (GArray *)data;

  g_assert_cmpfloat (peak_between (samples, 70.0, 72.0), ==, 0.0);
  g_assert_cmpfloat (peak_between (samples, 67.0, 69.0), >, 0.01);
  g_assert_cmpfloat (peak_between (samples, 73.5, 75.0), >, 0.01);
}

/* No sample is far from the one before it: no click at a fade, a silence or a chapter. */
static void
test_no_click (gconstpointer data)
{
  GArray *samples = (GArray *)data;

  for (guint i = SL_SOUNDTRACK_CHANNELS; i < samples->len; i++)
    g_assert_cmpfloat (fabs (g_array_index (samples, float, i) -
                             g_array_index (samples, float, i - SL_SOUNDTRACK_CHANNELS)),
                       <, 0.05);
  g_assert_cmpfloat (peak_between (samples, 0, 0.02), <, 0.001);
  g_assert_cmpfloat (peak_between (samples, 119.98, 120), <, 0.001);
}

static void
test_loudness (gconstpointer data)
{
  GArray *samples = (GArray *)data;
  double  loudness = sl_loudness_measure ((const float *)samples->data,
                                          samples->len / SL_SOUNDTRACK_CHANNELS);

  g_assert_cmpfloat (fabs (loudness + 23), <, 0.1);
  g_assert_cmpfloat (peak_between (samples, 0, (double)samples->len / SL_SOUNDTRACK_CHANNELS / SL_SOUNDTRACK_RATE), <, 0.71);
}

/* Each shipped film is as loud as any other, and silent where it says so. */
static void
test_shipped (gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStoryboard) storyboard = sl_storyboard_new_from_file (file, &error);
  g_autoptr (GArray) samples = NULL;
  GArray *silences;

  g_assert_no_error (error);
  silences = sl_storyboard_get_sound (storyboard)->silences;
  samples = sl_soundtrack_new (storyboard, &error);
  g_assert_no_error (error);
  test_loudness (samples);
  for (guint i = 0; i < silences->len; i++)
    {
      const SlSoundSilence *silence = &g_array_index (silences, SlSoundSilence, i);

      g_assert_cmpfloat (peak_between (samples, (double)silence->start / SL_MOTION_SECOND, (double)silence->end / SL_MOTION_SECOND), ==, 0.0);
    }
}

/* EBU Tech 3341, cases 1 and 2: a stereo sine of 1 kHz reads as its level; then with the parts that
 * the gate must leave out (case 3 with its levels). */
static void
append_sine (GArray *samples,
             double  level,
             double  seconds)
{
  double amplitude = pow (10, level / 20);

  for (guint i = 0; i < seconds * SL_SOUNDTRACK_RATE; i++)
    {
      float pair[2];

      pair[0] = pair[1] = (float)(amplitude * sin (2 * G_PI * 1000 * i / SL_SOUNDTRACK_RATE));
      g_array_append_vals (samples, pair, 2);
    }
}

static void
test_meter (void)
{
  const double levels[][3] = {{-23, -23, -23}, {-33, -33, -33}, {-36, -23, -36}};
  const double seconds[][3] = {{5, 10, 5}, {5, 10, 5}, {10, 60, 10}};
  const double expected[] = {-23, -33, -23};

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (float));
      double measured;

      for (guint k = 0; k < 3; k++)
        append_sine (samples, levels[i][k], seconds[i][k]);
      measured = sl_loudness_measure ((const float *)samples->data, samples->len / 2);
      g_assert_cmpfloat (fabs (measured - expected[i]), <, 0.1);
    }
}

static void
test_meter_silence (void)
{
  g_autofree float *nothing = g_new0 (float, 2 * SL_SOUNDTRACK_RATE);

  g_assert_cmpfloat (sl_loudness_measure (nothing, SL_SOUNDTRACK_RATE), ==, SL_LOUDNESS_SILENT);
  g_assert_cmpfloat (sl_loudness_measure (nothing, 10), ==, SL_LOUDNESS_SILENT);
  g_assert_cmpfloat (sl_loudness_measure (NULL, 0), ==, SL_LOUDNESS_SILENT);
}

static void
test_same_again (void)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_new ();
  g_autoptr (GArray) once = sl_soundtrack_new (storyboard, NULL);
  g_autoptr (GArray) again = sl_soundtrack_new (storyboard, NULL);

  g_assert_cmpmem (once->data, once->len * sizeof (float),
                   again->data, again->len * sizeof (float));
  g_assert_cmpfloat (peak_between (once, 0.7, 0.9), ==, 0.0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_explainer ();
  g_autoptr (GArray) samples = sl_soundtrack_new (storyboard, NULL);
  g_autoptr (GPtrArray) paths = sl_fixture_list_shipped ();

  g_test_init (&argc, &argv, NULL);
  gst_init (&argc, &argv);

  g_test_add_data_func ("/soundtrack/length", samples, test_length);
  g_test_add_data_func ("/soundtrack/silence", samples, test_silence);
  g_test_add_data_func ("/soundtrack/no-click", samples, test_no_click);
  g_test_add_data_func ("/soundtrack/loudness", samples, test_loudness);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *stem = g_path_get_basename (g_ptr_array_index (paths, i));
      g_autofree char *path = g_strdup_printf ("/soundtrack/shipped/%s", stem);

      g_test_add_data_func (path, g_ptr_array_index (paths, i), test_shipped);
    }
  g_test_add_func ("/soundtrack/meter", test_meter);
  g_test_add_func ("/soundtrack/meter-silence", test_meter_silence);
  g_test_add_func ("/soundtrack/same-again", test_same_again);

  return g_test_run ();
}
