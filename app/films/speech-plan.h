/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said in a film: who, when, and in which words. Leaves out how that sounds. */
#pragma once

#include "synthetic-voice.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* One that speaks; its @name is what captions call it. */
typedef struct
{
  char                   *id;
  char                   *name;
  const SlSyntheticVoice *voice;
  guint                   pace; /* percent of the time that the voice takes of its own */
  int                     side; /* -100 is left, 100 is right */
} SlSpeaker;

/* One line, half-open, in nanoseconds: as long as its caption stands. */
typedef struct
{
  char            *id; /* of the caption */
  const SlSpeaker *speaker;
  gint64           start;
  gint64           end;
  char            *text;   /* as it is read */
  char            *spoken; /* as a voice is to read it: ASCII, with the spellings of "said_as" */
} SlSpeechLine;

typedef struct
{
  GPtrArray *speakers; /* of SlSpeaker */
  GPtrArray *lines;    /* of SlSpeechLine, in time order, none into the next */
} SlSpeechPlan;

/**
 * sl_speech_plan_new:
 * @object: the sound's "speech"
 * @duration: how long the film is, in nanoseconds
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL with an SL_STORYBOARD_ERROR
 */
SlSpeechPlan *sl_speech_plan_new (JsonObject *object, gint64 duration, GError **error);
void          sl_speech_plan_free (SlSpeechPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSpeechPlan, sl_speech_plan_free)

G_END_DECLS
