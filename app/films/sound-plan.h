/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a storyboard says about its sound. Leaves out how that is played. */
#pragma once

#include "speech-plan.h"

G_BEGIN_DECLS

/* A chapter: where its soft tone sounds, and the note its bed rests on (69 is the A of 440 Hz). */
typedef struct
{
  gint64 at; /* nanoseconds */
  guint  root;
} SlSoundChapter;

/* Complete silence, half-open, in nanoseconds. */
typedef struct
{
  gint64 start;
  gint64 end;
} SlSoundSilence;

typedef struct
{
  int     loudness; /* LUFS, integrated */
  gint64  fade_in;  /* nanoseconds */
  gint64  fade_out; /* nanoseconds */
  GArray *chapters; /* of SlSoundChapter, in time order; the first is at 0 */
  GArray *silences; /* of SlSoundSilence, in time order; may be empty */

  SlSpeechPlan *speech; /* %NULL where nobody speaks */
} SlSoundPlan;

/**
 * sl_sound_plan_new:
 * @object: the storyboard's "sound"
 * @duration: how long the film is, in nanoseconds
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL with an SL_STORYBOARD_ERROR
 */
SlSoundPlan *sl_sound_plan_new (JsonObject *object, gint64 duration, GError **error);
void         sl_sound_plan_free (SlSoundPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSoundPlan, sl_sound_plan_free)

G_END_DECLS
