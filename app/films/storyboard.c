/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading is strict and stops at the first mistake: a film is made by an author at a desk, and a
 * shot that is silently wrong costs more than one that is refused. */
#include "storyboard.h"

#include "json-file.h"
#include "motion.h"
#include "storyboard-error.h"

#define FORMAT 1
#define LEAST_STILL SL_MS (1500) /* how long one stays: time to see it, and far from a flash */

struct _SlStoryboard
{
  GObject parent_instance;

  gint64       width;
  gint64       height;
  gint64       frame_rate;
  gint64       duration;
  gint64       ending;
  GPtrArray   *shots;
  SlSoundPlan *sound;
  gboolean     still;
};

G_DEFINE_FINAL_TYPE (SlStoryboard, sl_storyboard, G_TYPE_OBJECT)

static void
shot_free (SlShot *shot)
{
  g_clear_pointer (&shot->parameters, sl_parameters_free);
  g_clear_pointer (&shot->stills, g_array_unref);
  g_free (shot->id);
  g_free (shot);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlShot, shot_free)

static gboolean
refuse (GError          **error,
        SlStoryboardError code,
        const char       *why)
{
  g_set_error_literal (error, SL_STORYBOARD_ERROR, code, why);

  return FALSE;
}

static gboolean
read_shot_times (SlStoryboard *self,
                 SlShot       *shot,
                 JsonObject   *object,
                 GError      **error)
{
  guint  n = self->shots->len;
  gint64 before = n > 0 ? sl_storyboard_get_shot (self, n - 1)->end : 0;

  if (!sl_fields_value (object, "from", SL_FIELD_TIME, &shot->start, error) ||
      !sl_fields_value (object, "to", SL_FIELD_TIME, &shot->end, error) ||
      !sl_fields_value (object, "dissolve", SL_FIELD_TIME, &shot->dissolve, error))
    return FALSE;
  if (shot->start != before)
    return refuse (error, SL_STORYBOARD_ERROR_ORDER, "\"from\" must be where the shot before ends");
  if (shot->end <= shot->start)
    return refuse (error, SL_STORYBOARD_ERROR_ORDER, "\"to\" must be later than \"from\"");
  if (shot->dissolve > shot->end - shot->start)
    return refuse (error, SL_STORYBOARD_ERROR_ORDER, "\"dissolve\" is longer than the shot");

  return TRUE;
}

static gint64
frame_length (SlStoryboard *self)
{
  return SL_MOTION_SECOND / self->frame_rate;
}

/* @last: the latest that can be drawn before the shot or the film fades away */
static gboolean
read_still (SlStoryboard *self,
            SlShot       *shot,
            JsonNode     *node,
            gint64        last,
            GError      **error)
{
  gint64 before = shot->stills->len > 0 ? g_array_index (shot->stills, gint64, shot->stills->len - 1) : 0;
  gint64 still;

  if (!sl_fields_read (node, SL_FIELD_TIME, &still, error))
    return FALSE;
  if (still < before + LEAST_STILL || still < shot->dissolve + frame_length (self))
    return refuse (error, SL_STORYBOARD_ERROR_ORDER,
                   "must be after the dissolve, and 1.5 seconds or more after the one before");
  if (still > last)
    return refuse (error, SL_STORYBOARD_ERROR_ORDER, "must be before the shot or the film fades");
  g_array_append_val (shot->stills, still);

  return TRUE;
}

/* A shot that names none is shown as it is at last. */
static gboolean
read_stills (SlStoryboard *self,
             SlShot       *shot,
             JsonObject   *object,
             GError      **error)
{
  gint64     last = MIN (shot->end, self->duration - self->ending) - shot->start - frame_length (self);
  JsonArray *array;

  shot->stills = g_array_new (FALSE, FALSE, sizeof (gint64));
  last = MAX (last, shot->dissolve);
  if (!json_object_has_member (object, "stills"))
    {
      g_array_append_val (shot->stills, last);
      return TRUE;
    }
  array = sl_fields_array (object, "stills", error);
  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!read_still (self, shot, json_array_get_element (array, i), last, error))
        {
          g_prefix_error (error, "stills[%u]: ", i);
          return FALSE;
        }
    }
  if (shot->stills->len == 0)
    return refuse (error, SL_STORYBOARD_ERROR_VALUE, "\"stills\": must name one or more");

  return TRUE;
}

static gboolean
read_shot_scene (SlShot     *shot,
                 JsonObject *object,
                 GError    **error)
{
  const char *name = sl_fields_string (object, "scene", error);
  JsonObject *parameters;

  if (name == NULL)
    return FALSE;
  shot->scene = sl_scene_lookup (name);
  if (shot->scene == NULL)
    {
      g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_UNKNOWN,
                   "there is no scene named \"%s\"", name);
      return FALSE;
    }
  parameters = sl_fields_object (object, "parameters", error);
  if (parameters == NULL)
    return FALSE;
  shot->parameters = sl_parameters_new (shot->scene->specs, parameters, error);
  if (shot->parameters == NULL)
    {
      g_prefix_error (error, "parameters: ");
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_shot (SlStoryboard *self,
           JsonObject   *object,
           GError      **error)
{
  const char *const known[] = {"id", "from", "to", "dissolve", "stills", "scene", "parameters", NULL};
  g_autoptr (SlShot) shot = g_new0 (SlShot, 1);

  shot->id = g_strdup (sl_fields_string (object, "id", error));
  if (shot->id == NULL)
    return FALSE;
  for (guint i = 0; i < self->shots->len; i++)
    {
      if (g_str_equal (sl_storyboard_get_shot (self, i)->id, shot->id))
        return refuse (error, SL_STORYBOARD_ERROR_VALUE, "\"id\": another shot has it already");
    }
  if (!sl_fields_only (object, known, error) || !read_shot_times (self, shot, object, error) ||
      !read_stills (self, shot, object, error) || !read_shot_scene (shot, object, error))
    {
      g_prefix_error (error, "\"%s\": ", shot->id);
      return FALSE;
    }
  g_ptr_array_add (self->shots, g_steal_pointer (&shot));

  return TRUE;
}

static gboolean
read_shots (SlStoryboard *self,
            JsonObject   *root,
            GError      **error)
{
  JsonArray *array = sl_fields_array (root, "shots", error);
  guint      n = array != NULL ? json_array_get_length (array) : 0;

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = sl_fields_element (array, i, error);

      if (object == NULL || !read_shot (self, object, error))
        {
          g_prefix_error (error, "shots[%u]: ", i);
          return FALSE;
        }
    }
  if (n == 0 || sl_storyboard_get_shot (self, n - 1)->end != self->duration)
    return refuse (error, SL_STORYBOARD_ERROR_ORDER,
                   "shots: the last one must end where the film ends");

  return TRUE;
}

static gboolean
read_measures (SlStoryboard *self,
               JsonObject   *root,
               GError      **error)
{
  gint64 format;

  if (!sl_fields_integer (root, "format", FORMAT, FORMAT, &format, error) ||
      sl_fields_string (root, "title", error) == NULL ||
      !sl_fields_integer (root, "width", 160, 3840, &self->width, error) ||
      !sl_fields_integer (root, "height", 90, 2160, &self->height, error) ||
      !sl_fields_integer (root, "frame_rate", 1, 60, &self->frame_rate, error) ||
      !sl_fields_value (root, "duration", SL_FIELD_TIME, &self->duration, error) ||
      !sl_fields_value (root, "ending", SL_FIELD_TIME, &self->ending, error))
    return FALSE;
  if (self->width * 9 != self->height * 16 || self->height % 2 != 0)
    return refuse (error, SL_STORYBOARD_ERROR_VALUE,
                   "\"width\" and \"height\": must be even and 16 to 9");
  if (self->duration == 0 || self->duration * self->frame_rate % SL_MOTION_SECOND != 0)
    return refuse (error, SL_STORYBOARD_ERROR_VALUE, "\"duration\": must be a number of frames");
  if (self->ending > self->duration)
    return refuse (error, SL_STORYBOARD_ERROR_ORDER, "\"ending\" is longer than the film");

  return TRUE;
}

static gboolean
read_root (SlStoryboard *self,
           JsonNode     *node,
           GError      **error)
{
  const char *const known[] = {"format", "title", "width", "height", "frame_rate",
                               "duration", "ending", "sound", "shots", NULL};
  JsonObject       *root, *sound;

  root = json_node_get_object (node);
  if (!sl_fields_only (root, known, error) || !read_measures (self, root, error))
    return FALSE;
  sound = sl_fields_object (root, "sound", error);
  if (sound == NULL)
    return FALSE;
  self->sound = sl_sound_plan_new (sound, self->duration, error);
  if (self->sound == NULL)
    {
      g_prefix_error (error, "sound: ");
      return FALSE;
    }

  return read_shots (self, root, error);
}

static void
sl_storyboard_finalize (GObject *object)
{
  SlStoryboard *self = SL_STORYBOARD (object);

  g_clear_pointer (&self->shots, g_ptr_array_unref);
  g_clear_pointer (&self->sound, sl_sound_plan_free);

  G_OBJECT_CLASS (sl_storyboard_parent_class)->finalize (object);
}

static void
sl_storyboard_class_init (SlStoryboardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_storyboard_finalize;
}

static void
sl_storyboard_init (SlStoryboard *self)
{
  self->shots = g_ptr_array_new_with_free_func ((GDestroyNotify)shot_free);
}

/* @root: (nullable): why there is none stands in @error */
static SlStoryboard *
new_from_root (JsonNode *root,
               GError  **error)
{
  g_autoptr (SlStoryboard) self = NULL;

  if (root == NULL)
    return NULL;
  self = g_object_new (SL_TYPE_STORYBOARD, NULL);

  return read_root (self, root, error) ? g_steal_pointer (&self) : NULL;
}

SlStoryboard *
sl_storyboard_new_from_data (const char *data,
                             gsize       size,
                             GError    **error)
{
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (data != NULL, NULL);

  root = sl_json_file_parse (data, size, error);

  return new_from_root (root, error);
}

SlStoryboard *
sl_storyboard_new_from_file (GFile   *file,
                             GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  SlStoryboard *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  root = sl_json_file_read (file, error);
  self = new_from_root (root, error);
  if (self == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_prefix_error (error, "%s: ", name);
    }

  return self;
}

guint
sl_storyboard_get_width (SlStoryboard *self)
{
  return (guint)self->width;
}

guint
sl_storyboard_get_height (SlStoryboard *self)
{
  return (guint)self->height;
}

guint
sl_storyboard_get_frame_rate (SlStoryboard *self)
{
  return (guint)self->frame_rate;
}

guint
sl_storyboard_get_n_frames (SlStoryboard *self)
{
  return (guint)(self->duration * self->frame_rate / SL_MOTION_SECOND);
}

gint64
sl_storyboard_get_duration (SlStoryboard *self)
{
  return self->duration;
}

gint64
sl_storyboard_get_ending (SlStoryboard *self)
{
  return self->ending;
}

guint
sl_storyboard_get_n_shots (SlStoryboard *self)
{
  return self->shots->len;
}

const SlShot *
sl_storyboard_get_shot (SlStoryboard *self,
                        guint         position)
{
  g_return_val_if_fail (position < self->shots->len, NULL);

  return g_ptr_array_index (self->shots, position);
}

const SlSoundPlan *
sl_storyboard_get_sound (SlStoryboard *self)
{
  return self->sound;
}

void
sl_storyboard_set_still (SlStoryboard *self,
                         gboolean      still)
{
  g_return_if_fail (SL_IS_STORYBOARD (self));

  self->still = still;
}

guint
sl_storyboard_find_shot (SlStoryboard *self,
                         gint64        t)
{
  guint position = 0;

  g_return_val_if_fail (SL_IS_STORYBOARD (self) && t < self->duration, 0);

  while (sl_storyboard_get_shot (self, position)->end <= t)
    position++;

  return position;
}

guint
sl_storyboard_find_picture (SlStoryboard *self,
                            guint         frame)
{
  gint64        t = frame * SL_MOTION_SECOND / self->frame_rate;
  const SlShot *shot;
  gint64        still = 0;

  g_return_val_if_fail (SL_IS_STORYBOARD (self), frame);

  if (!self->still)
    return frame;
  shot = sl_storyboard_get_shot (self, sl_storyboard_find_shot (self, t));
  for (guint i = 0; i < shot->stills->len; i++)
    {
      still = shot->start + g_array_index (shot->stills, gint64, i);
      if (t < still)
        break;
    }

  return (guint)(still * self->frame_rate / SL_MOTION_SECOND);
}
