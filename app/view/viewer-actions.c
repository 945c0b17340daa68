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
};

G_DEFINE_FINAL_TYPE (SlViewerActions, sl_viewer_actions, G_TYPE_OBJECT)

static void
sl_viewer_actions_dispose (GObject *object)
{
  SlViewerActions *self = SL_VIEWER_ACTIONS (object);

  g_clear_object (&self->tracks);
  g_clear_object (&self->section_loop);

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
  sl_watch_page_furnish (page, self->section_loop, settings);
  return self;
}
