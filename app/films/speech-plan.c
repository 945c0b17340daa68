/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines follow each other, so that nobody speaks into somebody's words and one caption stands at a time. Names that
 * the voices read wrongly have a spelling for them, told once for all lines. */
#include "speech-plan.h"

#include "fields.h"
#include "storyboard-error.h"

/* Faster or slower than this is nobody's way to speak. */
#define PACE_LEAST 80
#define PACE_MOST 150

static gboolean
refuse (GError          **error,
        SlStoryboardError code,
        const char       *why)
{
  g_set_error_literal (error, SL_STORYBOARD_ERROR, code, why);

  return FALSE;
}

static void
speaker_free (SlSpeaker *speaker)
{
  g_free (speaker->id);
  g_free (speaker->name);
  g_free (speaker);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSpeaker, speaker_free)

static void
line_free (SlSpeechLine *line)
{
  g_free (line->id);
  g_free (line->text);
  g_free (line->spoken);
  g_free (line);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSpeechLine, line_free)

static const SlSpeaker *
find_speaker (SlSpeechPlan *self,
              const char   *id)
{
  for (guint i = 0; i < self->speakers->len; i++)
    {
      const SlSpeaker *speaker = self->speakers->pdata[i];

      if (g_str_equal (speaker->id, id))
        return speaker;
    }

  return NULL;
}

static gboolean
read_speaker (SlSpeechPlan *self,
              JsonObject   *object,
              gint64        duration,
              GError      **error)
{
  const char *const known[] = {"id", "name", "voice", "pace", "side", NULL};
  g_autoptr (SlSpeaker) speaker = g_new0 (SlSpeaker, 1);
  const char *voice;
  gint64      pace, side;

  if (!sl_fields_only (object, known, error))
    return FALSE;
  speaker->id = g_strdup (sl_fields_string (object, "id", error));
  if (speaker->id == NULL)
    return FALSE;
  if (find_speaker (self, speaker->id) != NULL)
    return refuse (error, SL_STORYBOARD_ERROR_VALUE, "\"id\": another speaker has it already");
  speaker->name = g_strdup (sl_fields_string (object, "name", error));
  voice = speaker->name != NULL ? sl_fields_string (object, "voice", error) : NULL;
  if (voice == NULL || !sl_fields_integer (object, "pace", PACE_LEAST, PACE_MOST, &pace, error) ||
      !sl_fields_integer (object, "side", -100, 100, &side, error))
    return FALSE;
  speaker->voice = sl_synthetic_voice_lookup (voice);
  if (speaker->voice == NULL)
    {
      g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_UNKNOWN, "there is no voice named \"%s\"", voice);
      return FALSE;
    }
  speaker->pace = (guint)pace;
  speaker->side = (int)side;
  g_ptr_array_add (self->speakers, g_steal_pointer (&speaker));

  return TRUE;
}

/* Voices read ASCII: an apostrophe is the typewriter's. */
static char *
spell (JsonArray  *said_as,
       const char *text)
{
  GString *spoken = g_string_new (text);

  g_string_replace (spoken, "’", "'", 0);
  for (guint i = 0; i < json_array_get_length (said_as); i++)
    {
      JsonObject *object = json_array_get_object_element (said_as, i);

      g_string_replace (spoken, json_object_get_string_member (object, "word"), json_object_get_string_member (object, "as"), 0);
    }

  return g_string_free (spoken, FALSE);
}

static gboolean
check_spellings (JsonArray *said_as,
                 GError   **error)
{
  const char *const known[] = {"word", "as", NULL};

  for (guint i = 0; i < json_array_get_length (said_as); i++)
    {
      JsonObject *object = sl_fields_element (said_as, i, error);

      if (object == NULL || !sl_fields_only (object, known, error) || sl_fields_string (object, "word", error) == NULL ||
          sl_fields_string (object, "as", error) == NULL)
        {
          g_prefix_error (error, "said_as[%u]: ", i);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_times (SlSpeechPlan *self,
            SlSpeechLine *line,
            JsonObject   *object,
            gint64        duration,
            GError      **error)
{
  guint n = self->lines->len;

  if (!sl_fields_value (object, "from", SL_FIELD_TIME, &line->start, error) ||
      !sl_fields_value (object, "to", SL_FIELD_TIME, &line->end, error))
    return FALSE;
  if (line->end <= line->start)
    return refuse (error, SL_STORYBOARD_ERROR_ORDER, "\"to\" must be later than \"from\"");
  if (n > 0 && line->start < ((SlSpeechLine *)self->lines->pdata[n - 1])->end)
    return refuse (error, SL_STORYBOARD_ERROR_ORDER, "must be later than the one before");
  if (line->end > duration)
    return refuse (error, SL_STORYBOARD_ERROR_ORDER, "is after the end of the film");

  return TRUE;
}

static gboolean
read_line (SlSpeechPlan *self,
           JsonObject   *object,
           JsonArray    *said_as,
           gint64        duration,
           GError      **error)
{
  const char *const known[] = {"id", "speaker", "from", "to", "text", NULL};
  g_autoptr (SlSpeechLine) line = g_new0 (SlSpeechLine, 1);
  const char *speaker;

  if (!sl_fields_only (object, known, error))
    return FALSE;
  line->id = g_strdup (sl_fields_string (object, "id", error));
  speaker = line->id != NULL ? sl_fields_string (object, "speaker", error) : NULL;
  line->text = speaker != NULL ? g_strdup (sl_fields_string (object, "text", error)) : NULL;
  if (line->text == NULL || !read_times (self, line, object, duration, error))
    return FALSE;
  line->speaker = find_speaker (self, speaker);
  if (line->speaker == NULL)
    return refuse (error, SL_STORYBOARD_ERROR_UNKNOWN, "\"speaker\": there is none of that id");
  line->spoken = spell (said_as, line->text);
  if (!g_str_is_ascii (line->spoken))
    return refuse (error, SL_STORYBOARD_ERROR_VALUE, "\"text\": a voice reads ASCII only; give the word a spelling in \"said_as\"");
  g_ptr_array_add (self->lines, g_steal_pointer (&line));

  return TRUE;
}

static gboolean
read_speakers (SlSpeechPlan *self,
               JsonObject   *object,
               gint64        duration,
               GError      **error)
{
  JsonArray *array = sl_fields_array (object, "speakers", error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *element = sl_fields_element (array, i, error);

      if (element == NULL || !read_speaker (self, element, duration, error))
        {
          g_prefix_error (error, "speakers[%u]: ", i);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_lines (SlSpeechPlan *self,
            JsonObject   *object,
            gint64        duration,
            GError      **error)
{
  JsonArray *said_as = sl_fields_array (object, "said_as", error);
  JsonArray *array = said_as != NULL ? sl_fields_array (object, "lines", error) : NULL;

  if (array == NULL || !check_spellings (said_as, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *element = sl_fields_element (array, i, error);

      if (element == NULL || !read_line (self, element, said_as, duration, error))
        {
          g_prefix_error (error, "lines[%u]: ", i);
          return FALSE;
        }
    }

  return TRUE;
}

SlSpeechPlan *
sl_speech_plan_new (JsonObject *object,
                    gint64      duration,
                    GError    **error)
{
  const char *const known[] = {"speakers", "said_as", "lines", NULL};
  g_autoptr (SlSpeechPlan) self = g_new0 (SlSpeechPlan, 1);

  g_return_val_if_fail (object != NULL, NULL);

  self->speakers = g_ptr_array_new_with_free_func ((GDestroyNotify)speaker_free);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  if (!sl_fields_only (object, known, error) || !read_speakers (self, object, duration, error) ||
      !read_lines (self, object, duration, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
sl_speech_plan_free (SlSpeechPlan *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->speakers, g_ptr_array_unref);
  g_free (self);
}
