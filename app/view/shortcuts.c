/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of keys as a window that can be searched, and read in any width: GTK's own has columns, which a narrow window
 * cuts off.
 */
#include "config.h"

#include "shortcuts.h"

#include "keys.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 560
#define HEIGHT 680

static gboolean
same (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

/* What has two keys that different things take is told once. */
static GtkWidget *
make_row (const SlKey *keys, guint i, guint n)
{
  g_autoptr (GString) accelerators = g_string_new (keys[i].keys);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label;

  for (guint j = i + 1; j < n && same (keys[j].title, keys[i].title); j++)
    g_string_append_printf (accelerators, " %s", keys[j].keys);
  label = gtk_shortcut_label_new (accelerators->str);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (keys[i].title));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static AdwPreferencesPage *
make_page (void)
{
  AdwPreferencesPage  *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = NULL;
  guint                n;
  const SlKey         *keys = sl_keys_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || !same (keys[i].group, keys[i - 1].group))
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (keys[i].group));
          adw_preferences_page_add (page, group);
        }
      if (i == 0 || !same (keys[i].title, keys[i - 1].title))
        adw_preferences_group_add (group, make_row (keys, i, n));
    }
  return page;
}

GtkWindow *
sl_shortcuts_new (GtkWindow *parent)
{
  GtkWidget *window;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  window = adw_preferences_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), _ ("Keyboard Shortcuts"));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_widget_add_css_class (window, "shortcuts");
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), make_page ());
  return GTK_WINDOW (window);
}
