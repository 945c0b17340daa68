/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each action of a viewer means for the conductor. Keys and buttons that lead here are elsewhere. */
#include "playback-actions.h"

#define SLOWEST 0.5
#define FASTEST 2.0

static void
play_cb (SlConductor *conductor)
{
  sl_conductor_set_playing (conductor, !sl_conductor_get_playing (conductor));
}

static void
pause_cb (SlConductor *conductor)
{
  sl_conductor_set_playing (conductor, FALSE);
}

/* The next time it plays, it does so from the beginning. */
static void
stop_cb (SlConductor *conductor)
{
  sl_conductor_set_playing (conductor, FALSE);
  sl_conductor_seek (conductor, 0, SL_SEEK_EXACT);
}

static void
start_over_cb (SlConductor *conductor)
{
  sl_conductor_seek (conductor, 0, SL_SEEK_EXACT);
  sl_conductor_set_playing (conductor, TRUE);
}

static void
seek_cb (SlConductor *conductor, GVariant *time)
{
  sl_conductor_seek (conductor, g_variant_get_int64 (time), SL_SEEK_EXACT);
}

static void
scrub_cb (SlConductor *conductor, GVariant *time)
{
  sl_conductor_seek (conductor, g_variant_get_int64 (time), SL_SEEK_KEYFRAME);
}

static void
seek_by_cb (SlConductor *conductor, GVariant *step)
{
  sl_conductor_seek_by (conductor, g_variant_get_int64 (step));
}

static void
go_to_chapter (SlConductor *conductor, int direction)
{
  SlSession   *session = sl_conductor_get_session (conductor);
  const gint64 target = sl_session_find_chapter (session, sl_conductor_get_target (conductor), direction);

  if (target != SL_TIME_NONE)
    sl_conductor_seek (conductor, target, SL_SEEK_EXACT);
}

static void
previous_chapter_cb (SlConductor *conductor)
{
  go_to_chapter (conductor, -1);
}

static void
next_chapter_cb (SlConductor *conductor)
{
  go_to_chapter (conductor, 1);
}

static void
step_rate (SlConductor *conductor, gboolean faster)
{
  static const double rates[] = {SLOWEST, 0.75, 1.0, 1.25, 1.5, FASTEST};
  const double        now = sl_conductor_get_rate (conductor);
  double              wanted = now;

  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      if (!faster && rates[i] < now)
        wanted = rates[i];
      if (faster && rates[i] > now && wanted <= now)
        wanted = rates[i];
    }
  sl_conductor_set_rate (conductor, wanted);
}

static void
slower_cb (SlConductor *conductor)
{
  step_rate (conductor, FALSE);
}

static void
faster_cb (SlConductor *conductor)
{
  step_rate (conductor, TRUE);
}

static void
change_rate_cb (SlConductor *conductor, GVariant *rate)
{
  sl_conductor_set_rate (conductor, CLAMP (g_variant_get_double (rate), SLOWEST, FASTEST));
}

static void
rate_changed_cb (GSimpleAction *action, GParamSpec *pspec, SlConductor *conductor)
{
  g_simple_action_set_state (action, g_variant_new_double (sl_conductor_get_rate (conductor)));
}

static void
muted_cb (SlConductor *conductor, GParamSpec *pspec, GAction *mute)
{
  g_autoptr (GVariant) muted = g_action_get_state (mute);

  sl_conductor_set_muted (conductor, g_variant_get_boolean (muted));
}

typedef struct
{
  const char *name;
  const char *type; /* (nullable) */
  GCallback   callback;
} Entry;

static const Entry entries[] = {
  {"play", NULL, G_CALLBACK (play_cb)},
  {"pause", NULL, G_CALLBACK (pause_cb)},
  {"stop", NULL, G_CALLBACK (stop_cb)},
  {"start-over", NULL, G_CALLBACK (start_over_cb)},
  {"seek", "x", G_CALLBACK (seek_cb)},
  {"scrub", "x", G_CALLBACK (scrub_cb)},
  {"seek-by", "x", G_CALLBACK (seek_by_cb)},
  {"previous-chapter", NULL, G_CALLBACK (previous_chapter_cb)},
  {"next-chapter", NULL, G_CALLBACK (next_chapter_cb)},
  {"slower", NULL, G_CALLBACK (slower_cb)},
  {"faster", NULL, G_CALLBACK (faster_cb)},
};

void
sl_playback_actions_add (GActionMap *map, SlConductor *conductor)
{
  g_autoptr (GSimpleAction) rate = NULL;
  g_autoptr (GSimpleAction) mute = NULL;

  g_return_if_fail (G_IS_ACTION_MAP (map));
  g_return_if_fail (SL_IS_CONDUCTOR (conductor));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const Entry *entry = &entries[i];
      g_autoptr (GSimpleAction) action =
        g_simple_action_new (entry->name, entry->type ? G_VARIANT_TYPE (entry->type) : NULL);

      g_signal_connect_object (action, "activate", entry->callback, conductor, G_CONNECT_SWAPPED);
      g_action_map_add_action (map, G_ACTION (action));
    }
  rate = g_simple_action_new_stateful ("rate", G_VARIANT_TYPE_DOUBLE, g_variant_new_double (1.0));
  g_signal_connect_object (rate, "change-state", G_CALLBACK (change_rate_cb), conductor, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "notify::rate", G_CALLBACK (rate_changed_cb), rate, G_CONNECT_SWAPPED);
  g_action_map_add_action (map, G_ACTION (rate));
  mute = g_simple_action_new_stateful ("mute", NULL, g_variant_new_boolean (FALSE));
  g_signal_connect_object (mute, "notify::state", G_CALLBACK (muted_cb), conductor, G_CONNECT_SWAPPED);
  g_action_map_add_action (map, G_ACTION (mute));
}
