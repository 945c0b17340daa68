/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings the actions together with the page that shows what came of them. */
#include "config.h"

#include "viewer-actions.h"

#include "copy-actions.h"
#include "copying.h"
#include "describer.h"
#include "mark-actions.h"
#include "playback-actions.h"
#include "quiet.h"
#include "reading-actions.h"
#include "reading-pace.h"
#include "settings.h"
#include "still-films.h"
#include "track-actions.h"

#include <glib/gi18n-lib.h>

/* Settings that are actions too, of the same name. */
static const char *const setting_keys[] = {"caption-size", "caption-look", "caption-place", "author-pauses", "quiet"};

struct _SlViewerActions
{
  GObject parent_instance;

  GActionMap       *map; /* owns this */
  gboolean          unattended;
  SlReading        *habits;
  SlTrackActions   *tracks;
  SlReadingPace    *reading_pace;
  SlReadingPause   *reading_pause;
  SlReadingActions *reading;
  SlQuiet          *quiet;
  SlSectionLoop    *section_loop;
  SlInterpreter    *interpreter;
  SlDescriber      *describer;
  SlStillFilms     *still_films;
  SlOwnCopies      *copies;
  SlMarkActions    *marks;
};

G_DEFINE_FINAL_TYPE (SlViewerActions, sl_viewer_actions, G_TYPE_OBJECT)

static void
sl_viewer_actions_dispose (GObject *object)
{
  SlViewerActions *self = SL_VIEWER_ACTIONS (object);

  /* GTK 4.8 keeps a window's actions for longer than the window, and these are told of every change. */
  for (guint i = 0; self->map && i < G_N_ELEMENTS (setting_keys); i++)
    g_action_map_remove_action (self->map, setting_keys[i]);
  self->map = NULL;
  g_clear_object (&self->habits);
  g_clear_object (&self->tracks);
  g_clear_object (&self->reading_pace);
  g_clear_object (&self->reading);
  g_clear_object (&self->reading_pause);
  g_clear_object (&self->quiet);
  g_clear_object (&self->section_loop);
  g_clear_object (&self->interpreter);
  g_clear_object (&self->describer);
  g_clear_object (&self->still_films);
  g_clear_object (&self->marks);
  if (self->copies)
    sl_own_copies_remember (self->copies, NULL); /* so that it is written now, whoever else has them */
  g_clear_object (&self->copies);

  G_OBJECT_CLASS (sl_viewer_actions_parent_class)->dispose (object);
}

static void
sl_viewer_actions_class_init (SlViewerActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_viewer_actions_dispose;
}

static void
sl_viewer_actions_init (SlViewerActions *self)
{
}

static void
add_settings (GActionMap *map, GSettings *settings)
{
  for (guint i = 0; i < G_N_ELEMENTS (setting_keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, setting_keys[i]);

      g_action_map_add_action (map, action);
    }
}

/* While it is quiet nothing is to be read before its time. */
static void
quiet_cb (SlViewerActions *self, const char *key, GSettings *settings)
{
  const gboolean quiet = g_settings_get_boolean (settings, "quiet");

  g_object_set (self->quiet, "on", quiet, NULL);
  g_object_set (self->reading_pause, "enabled", !self->unattended && !quiet && g_settings_get_boolean (settings, "author-pauses"), NULL);
}

/* Nobody is there to go on where the film would wait for its reader. */
static void
play_through_cb (SlViewerActions *self)
{
  self->unattended = TRUE;
  g_object_set (self->habits, "ask-first", FALSE, NULL);
  g_object_set (self->reading_pause, "enabled", FALSE, NULL);
}

static void
add_reading (SlViewerActions *self, GActionMap *map, SlConductor *conductor, SlWatchPage *page, GSettings *settings)
{
  g_autoptr (GSimpleAction) play_through = g_simple_action_new ("play-through", NULL);

  g_signal_connect_object (play_through, "activate", G_CALLBACK (play_through_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (map, G_ACTION (play_through));
  self->reading_pace = sl_reading_pace_new (map, conductor, settings);
  self->reading_pause = sl_reading_pause_new (conductor);
  self->quiet = sl_quiet_new (conductor, self->reading_pause, G_OBJECT (page));
  sl_watch_page_follow_reading (page, self->reading_pause, self->quiet);
  if (settings == NULL)
    return;
  g_signal_connect_object (settings, "changed::quiet", G_CALLBACK (quiet_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::author-pauses", G_CALLBACK (quiet_cb), self, G_CONNECT_SWAPPED);
  quiet_cb (self, NULL, settings);
}

/* Signs and descriptions */

/* What the film goes on without, and what can be done about it. @target: (nullable) */
static void
offer (SlViewerActions *self, const char *text, const char *label, const char *action, GVariant *target)
{
  gtk_widget_activate_action (GTK_WIDGET (self->map), "win.offer", "(sssmv)", text, label, action, target);
}

static void
sign_failed_cb (SlViewerActions *self, SlFault *fault)
{
  const char *text = _ ("The sign language cannot be shown. The film goes on without it.");

  if (sl_fault_get_code (fault) == SL_FAULT_FILE_MISSING)
    text = _ ("The file with the sign language is missing. The film goes on without it.");
  else if (sl_fault_get_code (fault) == SL_FAULT_CUT_SHORT)
    text = _ ("The sign language ends too early. The film goes on without it.");
  offer (self, text, _ ("Copy Details"), "win.copy", g_variant_new_string (sl_fault_get_details (fault)));
}

static void
silence_cb (SlViewerActions *self)
{
  offer (self, _ ("This computer has no voice that speaks the descriptions. The film goes on without them."), _ ("Try Again"),
                                                                                                                 "win.describe-again", NULL);
}

static gboolean
to_state (GBinding *binding, const GValue *value, GValue *state, gpointer data)
{
  g_value_set_variant (state, g_variant_new_boolean (g_value_get_boolean (value)));
  return TRUE;
}

static gboolean
from_state (GBinding *binding, const GValue *state, GValue *value, gpointer data)
{
  g_value_set_boolean (value, g_variant_get_boolean (g_value_get_variant (state)));
  return TRUE;
}

/* An action that switches @property of @source, while that is available. */
static void
add_switch (GActionMap *map, const char *name, gpointer source, const char *property)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (FALSE));

  g_object_bind_property_full (source, property, action, "state", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE, to_state, from_state, NULL, NULL);
  g_object_bind_property (source, "available", action, "enabled", G_BINDING_SYNC_CREATE);
  g_action_map_add_action (map, G_ACTION (action));
}

static void
add_senses (SlViewerActions *self, SlConductor *conductor, GSettings *settings)
{
  g_autoptr (GSimpleAction) again = g_simple_action_new ("describe-again", NULL);

  self->interpreter = sl_interpreter_new (conductor, NULL);
  g_signal_connect_object (self->interpreter, "failed", G_CALLBACK (sign_failed_cb), self, G_CONNECT_SWAPPED);
  add_switch (self->map, "sign", self->interpreter, "shown");
  self->describer = sl_describer_new (conductor);
  g_signal_connect_object (self->describer, "failed", G_CALLBACK (silence_cb), self, G_CONNECT_SWAPPED);
  add_switch (self->map, "descriptions", self->describer, "on");
  g_signal_connect_object (again, "activate", G_CALLBACK (sl_describer_try_again), self->describer, G_CONNECT_SWAPPED);
  g_action_map_add_action (self->map, G_ACTION (again));
  if (settings)
    g_settings_bind (settings, "descriptions", self->describer, "on", G_SETTINGS_BIND_DEFAULT);
}

/* What the page shows of what it has. */
static void
add_page (GActionMap *map, SlWatchPage *page)
{
  g_autoptr (GPropertyAction) captions = g_property_action_new ("captions", page, "captions-shown");
  g_autoptr (GPropertyAction) panel = g_property_action_new ("panel", page, "panel-shown");

  g_action_map_add_action (map, G_ACTION (captions));
  g_action_map_add_action (map, G_ACTION (panel));
}

SlViewerActions *
sl_viewer_actions_new (GActionMap *map, SlConductor *conductor, SlWatchPage *page, SlScreeningPage *screening)
{
  SlViewerActions *self;
  g_autoptr (GSettings) settings = sl_settings_new ();
  g_autoptr (GSimpleAction) loop_point = g_simple_action_new ("loop-point", NULL);

  g_return_val_if_fail (G_IS_ACTION_MAP (map) && GTK_IS_WINDOW (map) && SL_IS_CONDUCTOR (conductor) && SL_IS_WATCH_PAGE (page), NULL);

  self = g_object_new (SL_TYPE_VIEWER_ACTIONS, NULL);
  self->map = map;
  self->copies = sl_own_copies_new (conductor);
  sl_watch_page_follow_copies (page, self->copies); /* a button that is done with keeps the focus until its page has it */
  sl_copy_actions_add (GTK_WINDOW (map), self->copies);
  self->habits = g_object_ref (sl_session_get_reading (sl_conductor_get_session (conductor)));
  add_page (map, page);
  sl_copying_add (map, GTK_WIDGET (page));
  sl_playback_actions_add (map, conductor);
  self->tracks = sl_track_actions_new (map, conductor);
  g_object_bind_property (page, "captions-shown", self->tracks, "captions-shown", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  self->section_loop = sl_section_loop_new (conductor);
  g_signal_connect_object (loop_point, "activate", G_CALLBACK (sl_section_loop_mark), self->section_loop, G_CONNECT_SWAPPED);
  g_action_map_add_action (map, G_ACTION (loop_point));
  self->marks = sl_mark_actions_new (map, sl_conductor_get_session (conductor), page, screening);
  self->reading = sl_reading_actions_new (map, conductor, page, settings);
  if (settings)
    add_settings (map, settings);
  add_reading (self, map, conductor, page, settings);
  add_senses (self, conductor, settings);
  self->still_films = sl_still_films_new (conductor, gtk_widget_get_settings (GTK_WIDGET (map)), settings);
  sl_watch_page_furnish (page, self->section_loop, self->interpreter, self->describer, settings);
  return self;
}

void
sl_viewer_actions_remember (SlViewerActions *self, const char *path)
{
  g_return_if_fail (SL_IS_VIEWER_ACTIONS (self));

  sl_own_copies_remember (self->copies, path);
  sl_mark_actions_remember (self->marks, path);
}
