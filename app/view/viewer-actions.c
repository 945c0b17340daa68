/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings the actions together with the page that shows what came of them. */
#include "viewer-actions.h"

#include "playback-actions.h"
#include "settings.h"
#include "track-actions.h"

struct _SlViewerActions
{
  GObject parent_instance;

  SlTrackActions *tracks;
  SlSectionLoop  *section_loop;
  SlInterpreter  *interpreter;
};

G_DEFINE_FINAL_TYPE (SlViewerActions, sl_viewer_actions, G_TYPE_OBJECT)

static void
sl_viewer_actions_dispose (GObject *object)
{
  SlViewerActions *self = SL_VIEWER_ACTIONS (object);

  g_clear_object (&self->tracks);
  g_clear_object (&self->section_loop);
  g_clear_object (&self->interpreter);

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
  static const char *const keys[] = {"caption-size", "caption-look", "caption-place"};

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, keys[i]);

      g_action_map_add_action (map, action);
    }
}

static void
sign_cb (SlInterpreter *interpreter, GVariant *parameter, GSimpleAction *action)
{
  sl_interpreter_set_shown (interpreter, !sl_interpreter_get_shown (interpreter));
  g_simple_action_set_state (action, g_variant_new_boolean (sl_interpreter_get_shown (interpreter)));
}

static void
add_sign (GActionMap *map, SlInterpreter *interpreter)
{
  g_autoptr (GSimpleAction) sign = g_simple_action_new_stateful ("sign", NULL, g_variant_new_boolean (FALSE));

  g_object_bind_property (interpreter, "available", sign, "enabled", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (sign, "activate", G_CALLBACK (sign_cb), interpreter, G_CONNECT_SWAPPED);
  g_action_map_add_action (map, G_ACTION (sign));
}

SlViewerActions *
sl_viewer_actions_new (GActionMap *map, SlConductor *conductor, SlWatchPage *page)
{
  SlViewerActions *self;
  g_autoptr (GSettings) settings = sl_settings_new ();
  g_autoptr (GSimpleAction) loop_point = g_simple_action_new ("loop-point", NULL);

  g_return_val_if_fail (G_IS_ACTION_MAP (map) && SL_IS_CONDUCTOR (conductor) && SL_IS_WATCH_PAGE (page), NULL);

  self = g_object_new (SL_TYPE_VIEWER_ACTIONS, NULL);
  sl_playback_actions_add (map, conductor);
  self->tracks = sl_track_actions_new (map, conductor);
  g_object_bind_property (page, "captions-shown", self->tracks, "captions-shown", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  self->section_loop = sl_section_loop_new (conductor);
  g_signal_connect_object (loop_point, "activate", G_CALLBACK (sl_section_loop_mark), self->section_loop, G_CONNECT_SWAPPED);
  g_action_map_add_action (map, G_ACTION (loop_point));
  if (settings)
    add_settings (map, settings);
  self->interpreter = sl_interpreter_new (conductor, NULL);
  add_sign (map, self->interpreter);
  sl_watch_page_furnish (page, self->section_loop, self->interpreter, settings);
  return self;
}

SlInterpreter *
sl_viewer_actions_get_interpreter (SlViewerActions *self)
{
  g_return_val_if_fail (SL_IS_VIEWER_ACTIONS (self), NULL);

  return self->interpreter;
}
