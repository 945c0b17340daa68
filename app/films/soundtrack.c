/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bed is a handful of sine waves over the chapter's root: fifth, octave and ninth, no third, so
 * it is neither sad nor bright. Each swells at a pace of its own and beats faintly between the two
 * ears. The tone of a chapter is four octaves above, with a soft attack, a slow decay and two
 * echoes. Every sample is a function of its time, apart from the loudness, set once at the end,
 * and from what is said. */
#include "soundtrack.h"

#include "loudness.h"
#include "motion.h"
#include "narration.h"

#include <math.h>

/* How long one chapter's bed takes to become the next one's, and a silence to come and go. */
#define PASSAGE SL_MS (4000)
#define HUSH SL_MS (1600)

#define TONE_LENGTH SL_MS (7000)
#define TONE_LEVEL 0.20

/* Where somebody speaks in a film, its bed and tones are this loud, and less while the words are said. */
#define BED_LOUDNESS (SL_NARRATION_LOUDNESS - 13.0)
#define BED_BELOW 0.36

/* Nothing ever comes nearer to full scale than this (about -3 dB). */
#define CEILING 0.70

typedef struct
{
  double ratio;  /* of the root */
  double level;  /* at its loudest */
  double period; /* of its swell, in seconds */
  double phase;  /* of its swell, in turns */
  double beat;   /* how far apart the ears are, in hertz */
} Voice;

static const Voice voices[] = {
  {1.0, 0.34, 23.0, 0.25, 0.05},
  {1.5, 0.20, 17.0, 0.60, 0.07},
  {2.0, 0.24, 29.0, 0.00, 0.09},
  {3.0, 0.12, 13.0, 0.40, 0.11},
  {4.0, 0.07, 19.0, 0.80, 0.13},
  {4.5, 0.05, 11.0, 0.15, 0.12},
  {6.0, 0.02, 7.0, 0.50, 0.17},
};

/* Overtones of the chapter's tone: ratio, level, and how fast each dies away, in 1/s. */
static const double overtones[][3] = {
  {1.0, 1.0, 0.9},
  {2.0, 0.22, 1.7},
  {3.01, 0.07, 2.8},
  {0.5, 0.25, 0.7},
};

static double
note (guint number)
{
  return 440.0 * exp2 (((double)number - 69.0) / 12.0);
}

/* Adds to the left and the right ear. */
static void
add_bed (double root,
         double seconds,
         double level,
         double ears[2])
{
  for (guint i = 0; i < G_N_ELEMENTS (voices); i++)
    {
      const Voice *v = &voices[i];
      double       swell = 0.62 + 0.38 * sin (2 * G_PI * (seconds / v->period + v->phase));
      double       turns = root * v->ratio * seconds, apart = v->beat * seconds;

      ears[0] += level * v->level * swell * sin (2 * G_PI * (turns - apart));
      ears[1] += level * v->level * swell * sin (2 * G_PI * (turns + apart));
    }
}

static double
tone (double root,
      double seconds)
{
  double attack = seconds < 0.09 ? 0.5 - 0.5 * cos (G_PI * seconds / 0.09) : 1.0;
  double sum = 0;

  if (seconds < 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (overtones); i++)
    sum += overtones[i][1] * exp (-overtones[i][2] * seconds) *
           sin (2 * G_PI * 8 * root * overtones[i][0] * seconds);

  return attack * sum;
}

/* The tone itself in the middle, its echoes a little later in one ear than in the other. */
static void
add_tone (double root,
          double seconds,
          double level,
          double ears[2])
{
  const double echoes[2][2] = {{0.31, 0.79}, {0.43, 0.67}};
  double       middle = tone (root, seconds);

  for (guint i = 0; i < 2; i++)
    ears[i] += level * (middle + 0.30 * tone (root, seconds - echoes[i][0]) +
                        0.16 * tone (root, seconds - echoes[i][1]));
}

/* How far the bed of chapter @i has come: it takes over around the moment the chapter begins. */
static double
chapter_come (const GArray *chapters,
              guint         i,
              gint64        t)
{
  gint64 at;

  if (i == 0)
    return 1.0;
  if (i == chapters->len)
    return 0.0;
  at = g_array_index (chapters, SlSoundChapter, i).at;

  return sl_motion_progress (t, at - PASSAGE / 2, PASSAGE);
}

static double
chapter_presence (const GArray *chapters,
                  guint         i,
                  gint64        t)
{
  double come = chapter_come (chapters, i, t);
  double stay = 1 - chapter_come (chapters, i + 1, t);

  return sin (come * G_PI_2) * sin (stay * G_PI_2);
}

/* Fades and silences: exactly 0 within a silence, whatever still rings. */
static double
master (const SlSoundPlan *plan,
        gint64             duration,
        gint64             t)
{
  double level = sl_motion_ease (t, 0, plan->fade_in) *
                 (1 - sl_motion_ease (t, duration - plan->fade_out, plan->fade_out));

  for (guint i = 0; i < plan->silences->len; i++)
    {
      const SlSoundSilence *silence = &g_array_index (plan->silences, SlSoundSilence, i);
      double                before = 1 - sl_motion_ease (t, silence->start - HUSH, HUSH);
      double                after = sl_motion_ease (t, silence->end, HUSH);

      level *= MAX (before, after);
    }

  return level;
}

static void
add_chapters (const SlSoundPlan *plan,
              gint64             t,
              double             level,
              double             ears[2])
{
  double seconds = (double)t / SL_MOTION_SECOND;

  for (guint i = 0; i < plan->chapters->len; i++)
    {
      const SlSoundChapter *chapter = &g_array_index (plan->chapters, SlSoundChapter, i);
      double                presence = chapter_presence (plan->chapters, i, t);
      double                since = (double)(t - chapter->at) / SL_MOTION_SECOND;

      if (presence > 0)
        add_bed (note (chapter->root), seconds, level * presence, ears);
      if (t >= chapter->at && t < chapter->at + TONE_LENGTH)
        add_tone (note (chapter->root), since, level * TONE_LEVEL, ears);
    }
}

static void
scale_to (GArray *samples,
          double  loudness)
{
  float *values = (float *)samples->data;
  double measured = sl_loudness_measure (values, samples->len / SL_SOUNDTRACK_CHANNELS);
  double gain = pow (10, (loudness - measured) / 20), peak = 0;

  if (measured <= SL_LOUDNESS_SILENT)
    return;
  for (guint i = 0; i < samples->len; i++)
    peak = MAX (peak, fabs (values[i]));
  gain = MIN (gain, CEILING / peak);
  for (guint i = 0; i < samples->len; i++)
    values[i] = (float)(values[i] * gain);
}

/* Words before all else: the bed goes down before they come, and up again after them. */
static gboolean
add_speech (GArray             *samples,
            const SlSpeechPlan *plan,
            GError            **error)
{
  float *values = (float *)samples->data;
  guint  n = samples->len / SL_SOUNDTRACK_CHANNELS;
  double bed = sl_loudness_measure (values, n);
  double gain = pow (10, (BED_LOUDNESS - bed) / 20);
  g_autoptr (GArray) speech = sl_narration_new (plan, n, error);

  if (speech == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      double below = sl_narration_get_presence (plan, i * SL_MOTION_SECOND / SL_SOUNDTRACK_RATE);

      for (guint k = i * SL_SOUNDTRACK_CHANNELS; k < (i + 1) * SL_SOUNDTRACK_CHANNELS; k++)
        values[k] = (float)(values[k] * gain * sl_motion_mix (1, BED_BELOW, below)) + g_array_index (speech, float, k);
    }

  return TRUE;
}

GArray *
sl_soundtrack_new (SlStoryboard *storyboard,
                   GError      **error)
{
  g_autoptr (GArray) samples = NULL;
  const SlSoundPlan *plan;
  gint64             duration, n;

  g_return_val_if_fail (SL_IS_STORYBOARD (storyboard), NULL);

  plan = sl_storyboard_get_sound (storyboard);
  duration = sl_storyboard_get_duration (storyboard);
  /* Both are whole thousandths and 48 samples make one, so this is exact. */
  n = duration / SL_MS (1) * (SL_SOUNDTRACK_RATE / 1000);
  samples = g_array_sized_new (FALSE, FALSE, sizeof (float), (guint)n * SL_SOUNDTRACK_CHANNELS);
  for (gint64 i = 0; i < n; i++)
    {
      gint64 t = i * SL_MOTION_SECOND / SL_SOUNDTRACK_RATE;
      double level = master (plan, duration, t);
      double ears[] = {0, 0};
      float  pair[SL_SOUNDTRACK_CHANNELS];

      if (level > 0)
        add_chapters (plan, t, level, ears);
      pair[0] = (float)ears[0];
      pair[1] = (float)ears[1];
      g_array_append_vals (samples, pair, SL_SOUNDTRACK_CHANNELS);
    }
  if (plan->speech != NULL && !add_speech (samples, plan->speech, error))
    return NULL;
  scale_to (samples, plan->loudness);

  return g_steal_pointer (&samples);
}
