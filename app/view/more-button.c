/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the menus of the tracks. What never changes stands in the .ui; a menu that is open is left alone. */
#include "config.h"

#include "more-button.h"

#include "tracks.h"

#include <glib/gi18n-lib.h>

struct _SlMoreButton
{
  GtkWidget parent_instance;

  SlConductor *conductor;
  char        *shown; /* (nullable): what the menus have, to see a change by */

  /* Template children. */
  GtkWidget *button;
  GMenu     *tracks;
  GMenu     *captions_times;
  GMenu     *captions_more;
  GMenu     *captions_style;
};

G_DEFINE_FINAL_TYPE (SlMoreButton, sl_more_button, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CONDUCTOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
append_choice (GMenu *menu, const char *label, const char *action, int n)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  /* A label of a menu has mnemonics, which the name of a track is not meant to have. */
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, escaped);
  g_menu_item_set_action_and_target (item, action, "i", n);
  g_menu_append_item (menu, item);
}

static GMenu *
build_sounds (SlMoreButton *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < sl_tracks_count_sounds (self->conductor); i++)
    {
      g_autofree char *name = sl_tracks_name_sound (self->conductor, i);

      append_choice (menu, name, "win.audio-track", (int)i);
    }
  return menu;
}

static GMenu *
build_captions (SlMoreButton *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) choice = g_menu_new ();

  if (sl_tracks_count_captions (self->conductor) > 0)
    append_choice (choice, C_ ("captions", "Off"), "win.captions-track", -1);
  for (guint i = 0; i < sl_tracks_count_captions (self->conductor); i++)
    {
      g_autofree char *name = sl_tracks_name_captions (self->conductor, i);

      append_choice (choice, name, "win.captions-track", (int)i);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (choice));
  if (sl_tracks_count_captions (self->conductor) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (self->captions_times));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->captions_more));
  return menu;
}

static gboolean
has_clip (SlMoreButton *self)
{
  return sl_session_get_clip (sl_conductor_get_session (self->conductor)) != NULL;
}

/* All that can be chosen, in one string. */
static char *
list_names (SlMoreButton *self)
{
  GString *names = g_string_new (has_clip (self) ? "clip\n" : NULL);

  for (guint i = 0; i < sl_tracks_count_sounds (self->conductor); i++)
    {
      g_autofree char *name = sl_tracks_name_sound (self->conductor, i);

      g_string_append_printf (names, "s%s\n", name);
    }
  for (guint i = 0; i < sl_tracks_count_captions (self->conductor); i++)
    {
      g_autofree char *name = sl_tracks_name_captions (self->conductor, i);

      g_string_append_printf (names, "c%s\n", name);
    }
  return g_string_free (names, FALSE);
}

static void
update (SlMoreButton *self)
{
  g_autofree char *names = list_names (self);
  g_autoptr (GMenu) captions = NULL;

  if (g_strcmp0 (names, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&names);
  g_menu_remove_all (self->tracks);
  if (sl_tracks_count_sounds (self->conductor) > 1)
    {
      g_autoptr (GMenu) sounds = build_sounds (self);

      g_menu_append_submenu (self->tracks, _ ("S_ound"), G_MENU_MODEL (sounds));
    }
  if (!has_clip (self))
    return;
  captions = build_captions (self);
  g_menu_append_submenu (self->tracks, _ ("_Captions"), G_MENU_MODEL (captions));
  if (sl_tracks_count_captions (self->conductor) > 0)
    g_menu_append_submenu (self->tracks, _ ("Caption _Style"), G_MENU_MODEL (self->captions_style));
}

/* GTK 4.8 leaves the focus in a submenu that is gone, and then no key goes anywhere. */
static void
closed_cb (SlMoreButton *self, GtkWidget *popover)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (focus && gtk_widget_is_ancestor (focus, popover))
    gtk_widget_grab_focus (self->button);
}

static void
sl_more_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CONDUCTOR:
      g_value_set_object (value, SL_MORE_BUTTON (object)->conductor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_more_button_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlMoreButton *self = SL_MORE_BUTTON (object);

  switch (prop_id)
    {
    case PROP_CONDUCTOR:
      if (!g_set_object (&self->conductor, g_value_get_object (value)))
        return;
      if (self->conductor)
        {
          SlSession *session = sl_conductor_get_session (self->conductor);

          g_signal_connect_object (self->conductor, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (session, "notify::clip", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (sl_session_get_captions (session), "notify::choice", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
          update (self);
        }
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_more_button_dispose (GObject *object)
{
  SlMoreButton *self = SL_MORE_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->conductor);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (sl_more_button_parent_class)->dispose (object);
}

static void
sl_more_button_class_init (SlMoreButtonClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const int       flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_more_button_dispose;
  object_class->get_property = sl_more_button_get_property;
  object_class->set_property = sl_more_button_set_property;

  properties[PROP_CONDUCTOR] = g_param_spec_object ("conductor", NULL, NULL, SL_TYPE_CONDUCTOR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/more-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SlMoreButton, button);
  gtk_widget_class_bind_template_child (widget_class, SlMoreButton, tracks);
  gtk_widget_class_bind_template_child (widget_class, SlMoreButton, captions_times);
  gtk_widget_class_bind_template_child (widget_class, SlMoreButton, captions_more);
  gtk_widget_class_bind_template_child (widget_class, SlMoreButton, captions_style);
}

static void
sl_more_button_init (SlMoreButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->button)), "closed", G_CALLBACK (closed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
