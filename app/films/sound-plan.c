/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times must be in order and inside the film, so that playing needs no special case. */
#include "sound-plan.h"

#include "fields.h"
#include "storyboard-error.h"

/* Notes below are not heard from a tablet; notes above are no bed. */
#define ROOT_LOW 24
#define ROOT_HIGH 60

static gboolean
refuse_order (GError    **error,
              const char *why)
{
  g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_ORDER, "%s", why);

  return FALSE;
}

static gboolean
read_chapter (SlSoundPlan *self,
              JsonObject  *object,
              gint64       duration,
              GError     **error)
{
  const char *const known[] = {"at", "root", NULL};
  guint             n = self->chapters->len;
  SlSoundChapter    chapter;
  gint64            root;

  if (!sl_fields_only (object, known, error) ||
      !sl_fields_value (object, "at", SL_FIELD_TIME, &chapter.at, error) ||
      !sl_fields_integer (object, "root", ROOT_LOW, ROOT_HIGH, &root, error))
    return FALSE;

  chapter.root = (guint)root;
  if (n == 0 && chapter.at != 0)
    return refuse_order (error, "the first chapter must begin at 0:00.000");
  if (n > 0 && chapter.at <= g_array_index (self->chapters, SlSoundChapter, n - 1).at)
    return refuse_order (error, "must be later than the one before");
  if (chapter.at >= duration)
    return refuse_order (error, "is after the end of the film");
  g_array_append_val (self->chapters, chapter);

  return TRUE;
}

static gboolean
read_silence (SlSoundPlan *self,
              JsonObject  *object,
              gint64       duration,
              GError     **error)
{
  const char *const known[] = {"from", "to", NULL};
  guint             n = self->silences->len;
  SlSoundSilence    silence;

  if (!sl_fields_only (object, known, error) ||
      !sl_fields_value (object, "from", SL_FIELD_TIME, &silence.start, error) ||
      !sl_fields_value (object, "to", SL_FIELD_TIME, &silence.end, error))
    return FALSE;

  if (silence.end <= silence.start)
    return refuse_order (error, "\"to\" must be later than \"from\"");
  if (n > 0 && silence.start < g_array_index (self->silences, SlSoundSilence, n - 1).end)
    return refuse_order (error, "must be later than the one before");
  if (silence.end > duration)
    return refuse_order (error, "is after the end of the film");
  g_array_append_val (self->silences, silence);

  return TRUE;
}

typedef gboolean (*ReadElement) (SlSoundPlan *self, JsonObject *object, gint64 end, GError **error);

static gboolean
read_array (SlSoundPlan *self,
            JsonObject  *object,
            const char  *name,
            ReadElement  read_element,
            gint64       duration,
            GError     **error)
{
  JsonArray *array = sl_fields_array (object, name, error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *element = sl_fields_element (array, i, error);

      if (element == NULL || !read_element (self, element, duration, error))
        {
          g_prefix_error (error, "%s[%u]: ", name, i);
          return FALSE;
        }
    }

  return TRUE;
}

/* Nobody speaks into a silence. */
static gboolean
check_silences (SlSoundPlan *self,
                GError     **error)
{
  for (guint i = 0; i < self->speech->lines->len; i++)
    {
      const SlSpeechLine *line = self->speech->lines->pdata[i];

      for (guint k = 0; k < self->silences->len; k++)
        {
          const SlSoundSilence *silence = &g_array_index (self->silences, SlSoundSilence, k);

          if (line->start < silence->end && silence->start < line->end)
            {
              g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_ORDER, "lines[%u]: is said into a silence", i);
              return FALSE;
            }
        }
    }

  return TRUE;
}

static gboolean
read_speech (SlSoundPlan *self,
             JsonObject  *object,
             gint64       duration,
             GError     **error)
{
  JsonObject *speech;

  if (!json_object_has_member (object, "speech"))
    return TRUE;
  speech = sl_fields_object (object, "speech", error);
  if (speech == NULL)
    return FALSE;
  self->speech = sl_speech_plan_new (speech, duration, error);
  if (self->speech == NULL || !check_silences (self, error))
    {
      g_prefix_error (error, "speech: ");
      return FALSE;
    }

  return TRUE;
}

SlSoundPlan *
sl_sound_plan_new (JsonObject *object,
                   gint64      duration,
                   GError    **error)
{
  const char *const known[] = {"loudness", "fade_in", "fade_out", "chapters", "silences", "speech", NULL};
  g_autoptr (SlSoundPlan) self = g_new0 (SlSoundPlan, 1);
  gint64 loudness;

  g_return_val_if_fail (object != NULL, NULL);

  self->chapters = g_array_new (FALSE, FALSE, sizeof (SlSoundChapter));
  self->silences = g_array_new (FALSE, FALSE, sizeof (SlSoundSilence));
  if (!sl_fields_only (object, known, error) ||
      !sl_fields_integer (object, "loudness", -60, -10, &loudness, error) ||
      !sl_fields_value (object, "fade_in", SL_FIELD_TIME, &self->fade_in, error) ||
      !sl_fields_value (object, "fade_out", SL_FIELD_TIME, &self->fade_out, error) ||
      !read_array (self, object, "chapters", read_chapter, duration, error) ||
      !read_array (self, object, "silences", read_silence, duration, error) ||
      !read_speech (self, object, duration, error))
    return NULL;

  self->loudness = (int)loudness;
  if (self->chapters->len == 0)
    {
      refuse_order (error, "chapters: there must be at least one");
      return NULL;
    }
  if (self->fade_in + self->fade_out > duration)
    {
      refuse_order (error, "the fades are longer than the film");
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
sl_sound_plan_free (SlSoundPlan *self)
{
  g_clear_pointer (&self->chapters, g_array_unref);
  g_clear_pointer (&self->silences, g_array_unref);
  g_clear_pointer (&self->speech, sl_speech_plan_free);
  g_free (self);
}
