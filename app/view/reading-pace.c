/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the schema is not installed it is as the schema says it usually is. */
#include "reading-pace.h"

#include "run-up.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define USUAL_RUN_UP 2 /* seconds */
#define USUAL_SPEED 15 /* characters a second */

struct _SlReadingPace
{
  GObject parent_instance;

  SlConductor *conductor;
  GSettings   *settings; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SlReadingPace, sl_reading_pace, G_TYPE_OBJECT)

static void
seek_cb (SlReadingPace *self, GVariant *time)
{
  const int    seconds = self->settings ? g_settings_get_int (self->settings, "run-up") : USUAL_RUN_UP;
  const gint64 wanted = MAX (g_variant_get_int64 (time), 0);

  sl_conductor_seek (self->conductor, sl_run_up_find (sl_conductor_get_session (self->conductor), wanted, seconds * SECOND), SL_SEEK_EXACT);
}

static void
speed_cb (SlReadingPace *self)
{
  int speed = USUAL_SPEED;

  if (self->settings)
    speed = g_settings_get_boolean (self->settings, "reading-time") ? g_settings_get_int (self->settings, "reading-speed") : 0;
  sl_session_set_reading_speed (sl_conductor_get_session (self->conductor), (guint)speed);
}

static void
sl_reading_pace_dispose (GObject *object)
{
  SlReadingPace *self = SL_READING_PACE (object);

  g_clear_object (&self->conductor);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sl_reading_pace_parent_class)->dispose (object);
}

static void
sl_reading_pace_class_init (SlReadingPaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_reading_pace_dispose;
}

static void
sl_reading_pace_init (SlReadingPace *self)
{
}

SlReadingPace *
sl_reading_pace_new (GActionMap *map, SlConductor *conductor, GSettings *settings)
{
  g_autoptr (GSimpleAction) seek = g_simple_action_new ("seek-moment", G_VARIANT_TYPE_INT64);
  SlReadingPace *self;

  g_return_val_if_fail (G_IS_ACTION_MAP (map) && SL_IS_CONDUCTOR (conductor), NULL);
  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), NULL);

  self = g_object_new (SL_TYPE_READING_PACE, NULL);
  g_set_object (&self->conductor, conductor);
  g_set_object (&self->settings, settings);
  g_signal_connect_object (seek, "activate", G_CALLBACK (seek_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (map, G_ACTION (seek));
  if (settings)
    {
      g_signal_connect_object (settings, "changed::reading-time", G_CALLBACK (speed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (settings, "changed::reading-speed", G_CALLBACK (speed_cb), self, G_CONNECT_SWAPPED);
    }
  speed_cb (self);
  return self;
}
