/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Voices differ in how loud they are, so each line is measured and set right. */
#include "narration.h"

#include "loudness.h"
#include "motion.h"

#include <math.h>

/* How long before a line the rest gives way, and how long after it the rest returns. */
#define BEFORE SL_MS (700)
#define AFTER SL_MS (1100)

static guint
frame_of (gint64 t)
{
  return (guint)(t / SL_MS (1) * (SL_SYNTHETIC_VOICE_RATE / 1000));
}

/* To both ears, more to the one that the speaker is nearer to; never more than all to one. */
static GArray *
spread (const GArray *said,
        int           side)
{
  double  turn = (1 + side / 100.0) * G_PI_4;
  GArray *pairs = g_array_sized_new (FALSE, FALSE, sizeof (float), 2 * said->len);
  double  gain;

  for (guint i = 0; i < said->len; i++)
    {
      double value = g_array_index (said, float, i);
      float  pair[] = {(float)(value * cos (turn)), (float)(value * sin (turn))};

      g_array_append_vals (pairs, pair, 2);
    }
  gain = pow (10, (SL_NARRATION_LOUDNESS - sl_loudness_measure ((float *)pairs->data, said->len)) / 20);
  for (guint i = 0; i < pairs->len; i++)
    g_array_index (pairs, float, i) *= (float)gain;

  return pairs;
}

static gboolean
add_line (GArray             *speech,
          const SlSpeechLine *line,
          GError            **error)
{
  g_autoptr (GArray) said = sl_synthetic_voice_say (line->speaker->voice, line->speaker->pace, line->spoken, error);
  g_autoptr (GArray) pairs = NULL;
  guint start = frame_of (line->start), room = frame_of (line->end) - start;

  if (said != NULL && said->len > room)
    g_set_error (error, SL_SYNTHETIC_VOICE_ERROR, SL_SYNTHETIC_VOICE_ERROR_LONG, "it takes %.3f s, and has %.3f", (double)said->len / SL_SYNTHETIC_VOICE_RATE,
                 (double)room / SL_SYNTHETIC_VOICE_RATE);
  if (said == NULL || said->len > room)
    {
      g_prefix_error (error, "\"%s\": ", line->id);
      return FALSE;
    }
  pairs = spread (said, line->speaker->side);
  for (guint i = 0; i < pairs->len; i++)
    g_array_index (speech, float, 2 * start + i) += g_array_index (pairs, float, i);

  return TRUE;
}

GArray *
sl_narration_new (const SlSpeechPlan *plan,
                  guint               n_frames,
                  GError            **error)
{
  g_autoptr (GArray) speech = g_array_sized_new (FALSE, TRUE, sizeof (float), 2 * n_frames);

  g_return_val_if_fail (plan != NULL, NULL);

  g_array_set_size (speech, 2 * n_frames);
  for (guint i = 0; i < plan->lines->len; i++)
    if (!add_line (speech, plan->lines->pdata[i], error))
      return NULL;

  return g_steal_pointer (&speech);
}

static double
presence_of (const SlSpeechLine *line,
             gint64              t)
{
  return MIN (sl_motion_ease (t, line->start - BEFORE, BEFORE), 1 - sl_motion_ease (t, line->end, AFTER));
}

double
sl_narration_get_presence (const SlSpeechPlan *plan,
                           gint64              t)
{
  guint  low = 0, high = plan->lines->len;
  double presence = 0;

  /* The first line that is not over: only it and its neighbours can be heard, or awaited. */
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (((SlSpeechLine *)plan->lines->pdata[middle])->end <= t)
        low = middle + 1;
      else
        high = middle;
    }
  if (low > 0)
    presence = presence_of (plan->lines->pdata[low - 1], t);
  if (low < plan->lines->len)
    presence = MAX (presence, presence_of (plan->lines->pdata[low], t));

  return presence;
}
