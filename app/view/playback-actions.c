/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each action of a viewer means for the conductor. Keys and buttons that lead here are elsewhere. */
#include "playback-actions.h"

#include "needs-film.h"

#include <math.h>

#define SLOWEST 0.5
#define FASTEST 2.0
#define VOLUME_STEP 0.05 /* of the whole */

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
step_cb (SlConductor *conductor, GVariant *n)
{
  sl_conductor_step (conductor, (int)CLAMP (g_variant_get_int64 (n), G_MININT / 2, G_MAXINT / 2));
}

/* Who asks for more, or for less but something, wants to hear it. */
static void
change_volume (SlConductor *conductor, double step)
{
  /* On whole steps, whatever it was before. */
  const double steps = round (sl_conductor_get_volume (conductor) / VOLUME_STEP + step);

  sl_conductor_set_volume (conductor, steps * VOLUME_STEP);
  sl_conductor_set_muted (conductor, FALSE);
}

static void
louder_cb (SlConductor *conductor)
{
  change_volume (conductor, 1);
}

static void
quieter_cb (SlConductor *conductor)
{
  change_volume (conductor, -1);
}

static void
turn_cb (SlConductor *conductor)
{
  sl_conductor_set_turn (conductor, sl_conductor_get_turn (conductor) + 90);
}

static void
change_loop_cb (SlConductor *conductor, GVariant *word)
{
  g_autoptr (GEnumClass) loops = g_type_class_ref (SL_TYPE_LOOP);
  const GEnumValue *value = g_enum_get_value_by_nick (loops, g_variant_get_string (word, NULL));

  if (value && value->value != SL_LOOP_SECTION)
    sl_conductor_set_loop (conductor, (SlLoop)value->value);
}

static void
loop_changed_cb (GSimpleAction *action, GParamSpec *pspec, SlConductor *conductor)
{
  g_autoptr (GEnumClass) loops = g_type_class_ref (SL_TYPE_LOOP);
  const GEnumValue *value = g_enum_get_value (loops, (int)sl_conductor_get_loop (conductor));

  g_simple_action_set_state (action, g_variant_new_string (value->value_nick));
}

/* The clip, its chapter, none; whatever is not there is passed over. */
static void
next_loop_cb (SlConductor *conductor)
{
  const SlLoop loop = sl_conductor_get_loop (conductor);

  if (loop == SL_LOOP_NONE)
    sl_conductor_set_loop (conductor, SL_LOOP_CLIP);
  else if (loop != SL_LOOP_CLIP || !sl_conductor_set_loop (conductor, SL_LOOP_CHAPTER))
    sl_conductor_set_loop (conductor, SL_LOOP_NONE);
}

typedef struct
{
  const char *name;
  const char *type; /* (nullable) */
  GCallback   callback;
  gboolean    needs_film;
} Entry;

static const Entry entries[] = {
  {"play", NULL, G_CALLBACK (play_cb)},
  {"pause", NULL, G_CALLBACK (pause_cb)},
  {"stop", NULL, G_CALLBACK (stop_cb)},
  {"start-over", NULL, G_CALLBACK (start_over_cb), TRUE},
  {"seek", "x", G_CALLBACK (seek_cb), TRUE},
  {"scrub", "x", G_CALLBACK (scrub_cb), TRUE},
  {"seek-by", "x", G_CALLBACK (seek_by_cb), TRUE},
  {"previous-chapter", NULL, G_CALLBACK (previous_chapter_cb), TRUE},
  {"next-chapter", NULL, G_CALLBACK (next_chapter_cb), TRUE},
  {"slower", NULL, G_CALLBACK (slower_cb)},
  {"faster", NULL, G_CALLBACK (faster_cb)},
  {"step", "x", G_CALLBACK (step_cb), TRUE},
  {"louder", NULL, G_CALLBACK (louder_cb)},
  {"quieter", NULL, G_CALLBACK (quieter_cb)},
  {"turn", NULL, G_CALLBACK (turn_cb), TRUE},
  {"next-loop", NULL, G_CALLBACK (next_loop_cb)},
};

/* An action whose state the conductor keeps. */
static void
add_state (GActionMap *map, SlConductor *conductor, const char *name, GVariant *state, GCallback change, GCallback changed)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, g_variant_get_type (state), state);
  g_autofree char *notify = g_strconcat ("notify::", name, NULL);

  g_signal_connect_object (action, "change-state", change, conductor, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, notify, changed, action, G_CONNECT_SWAPPED);
  g_action_map_add_action (map, G_ACTION (action));
}

/* What can be set for the next film is not of this one. */
static void
has_film_cb (SlConductor *conductor, GParamSpec *pspec, GSimpleAction *action)
{
  g_simple_action_set_enabled (action, sl_needs_film_has (conductor));
}

void
sl_playback_actions_add (GActionMap *map, SlConductor *conductor)
{
  g_autoptr (GPropertyAction) volume = NULL;
  g_autoptr (GPropertyAction) mute = NULL;

  g_return_if_fail (G_IS_ACTION_MAP (map));
  g_return_if_fail (SL_IS_CONDUCTOR (conductor));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const Entry *entry = &entries[i];
      g_autoptr (GSimpleAction) action =
        g_simple_action_new (entry->name, entry->type ? G_VARIANT_TYPE (entry->type) : NULL);

      g_signal_connect_object (action, "activate", entry->callback, conductor, G_CONNECT_SWAPPED);
      if (entry->needs_film)
        {
          g_signal_connect_object (conductor, "notify::state", G_CALLBACK (has_film_cb), action, 0);
          has_film_cb (conductor, NULL, action);
        }
      g_action_map_add_action (map, G_ACTION (action));
    }
  add_state (map, conductor, "rate", g_variant_new_double (1.0), G_CALLBACK (change_rate_cb), G_CALLBACK (rate_changed_cb));
  add_state (map, conductor, "loop", g_variant_new_string ("none"), G_CALLBACK (change_loop_cb), G_CALLBACK (loop_changed_cb));
  volume = g_property_action_new ("volume", conductor, "volume");
  mute = g_property_action_new ("mute", conductor, "muted");
  g_action_map_add_action (map, G_ACTION (volume));
  g_action_map_add_action (map, G_ACTION (mute));
}
