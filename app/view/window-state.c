/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a small screen makes of a window that was large on another one is not what its viewer wants: the size that it
 * was given, by whatever is on this screen when it is first drawn, is kept apart from what became of it by hand, and
 * only that is written, once, when the window goes. Full screen is not remembered: nobody wants to begin in it.
 */
#include "window-state.h"

#include "settings.h"

#define WIDTH "window-width"
#define HEIGHT "window-height"
#define MAXIMIZED "window-maximized"

struct _SlWindowState
{
  GObject parent_instance;

  GSettings *settings;
  GtkWindow *window; /* (not owned): it has this */
  gulong     painted_id;
  gboolean   drawn;
  int        width; /* as it was given */
  int        height;
  gboolean   maximized;
};

#define SL_TYPE_WINDOW_STATE (sl_window_state_get_type ())
G_DECLARE_FINAL_TYPE (SlWindowState, sl_window_state, SL, WINDOW_STATE, GObject)
G_DEFINE_FINAL_TYPE (SlWindowState, sl_window_state, G_TYPE_OBJECT)

/* The most that any screen here can show; without a screen, whatever was asked for. */
static void
find_room (GdkDisplay *display, int *width, int *height)
{
  GListModel *monitors = gdk_display_get_monitors (display);
  const guint n = g_list_model_get_n_items (monitors);

  *width = *height = n > 0 ? 0 : G_MAXINT;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle place;

      gdk_monitor_get_geometry (monitor, &place);
      *width = MAX (*width, place.width);
      *height = MAX (*height, place.height);
    }
}

static void
restore (SlWindowState *self)
{
  int width, height;

  find_room (gtk_widget_get_display (GTK_WIDGET (self->window)), &width, &height);
  gtk_window_set_default_size (self->window,
                               MIN (g_settings_get_int (self->settings, WIDTH), width),
                               MIN (g_settings_get_int (self->settings, HEIGHT), height));
  if (g_settings_get_boolean (self->settings, MAXIMIZED))
    gtk_window_maximize (self->window);
}

static void
painted_cb (SlWindowState *self, GdkFrameClock *clock)
{
  g_clear_signal_handler (&self->painted_id, clock);
  self->drawn = TRUE;
  gtk_window_get_default_size (self->window, &self->width, &self->height);
  self->maximized = gtk_window_is_maximized (self->window);
}

static void
realize_cb (SlWindowState *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));

  if (!self->drawn && self->painted_id == 0)
    self->painted_id = g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
}

static void
keep (SlWindowState *self, const char *key, GVariant *value)
{
  g_autoptr (GVariant) wanted = g_variant_ref_sink (value);
  g_autoptr (GVariant) known = g_settings_get_value (self->settings, key);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) schema_key = NULL;

  g_object_get (self->settings, "settings-schema", &schema, NULL);
  schema_key = g_settings_schema_get_key (schema, key);
  if (!g_variant_equal (wanted, known) && g_settings_schema_key_range_check (schema_key, wanted))
    g_settings_set_value (self->settings, key, wanted);
}

static void
gone_cb (SlWindowState *self)
{
  const gboolean maximized = gtk_window_is_maximized (self->window);
  int            width, height;

  if (!self->drawn)
    return;
  gtk_window_get_default_size (self->window, &width, &height);
  if (width != self->width)
    keep (self, WIDTH, g_variant_new_int32 (width));
  if (height != self->height)
    keep (self, HEIGHT, g_variant_new_int32 (height));
  if (maximized != self->maximized)
    keep (self, MAXIMIZED, g_variant_new_boolean (maximized));
}

/* The window has it until it goes. */
static void
let_go_cb (gpointer self, GClosure *closure)
{
  g_object_unref (self);
}

static void
sl_window_state_dispose (GObject *object)
{
  g_clear_object (&SL_WINDOW_STATE (object)->settings);

  G_OBJECT_CLASS (sl_window_state_parent_class)->dispose (object);
}

static void
sl_window_state_class_init (SlWindowStateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_window_state_dispose;
}

static void
sl_window_state_init (SlWindowState *self)
{
}

void
sl_window_state_keep (GtkWindow *window)
{
  g_autoptr (GSettings) settings = NULL;
  SlWindowState *self;

  g_return_if_fail (GTK_IS_WINDOW (window));

  settings = sl_settings_new ();
  if (settings == NULL)
    return;
  self = g_object_new (SL_TYPE_WINDOW_STATE, NULL);
  self->settings = g_steal_pointer (&settings);
  self->window = window;
  restore (self);
  g_signal_connect_object (window, "realize", G_CALLBACK (realize_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_data (window, "unrealize", G_CALLBACK (gone_cb), self, let_go_cb, G_CONNECT_SWAPPED);
}
