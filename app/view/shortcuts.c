/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of keys as a window. GTK 4.8 has no way to fill one but by a description of it, which is written here.
 */
#include "config.h"

#include "shortcuts.h"

#include "keys.h"

#include <glib/gi18n-lib.h>

#define DEFINITION                                                                                       \
  "<interface><object class='GtkShortcutsWindow' id='window'><property name='modal'>1</property><child>" \
  "<object class='GtkShortcutsSection'><property name='section-name'>keys</property><property name='max-height'>12</property>"
#define END "</object></child></object></interface>"

static gboolean
same (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

static void
open_group (GString *text, const SlKey *key)
{
  g_autofree char *group = g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>", _ (key->group));

  g_string_append (text, group);
}

/* What has two keys that different things take is told once. */
static void
add_shortcut (GString *text, const SlKey *keys, guint i, guint n)
{
  g_autoptr (GString) accelerators = g_string_new (keys[i].keys);
  g_autofree char *shortcut = NULL;

  for (guint j = i + 1; j < n && same (keys[j].title, keys[i].title); j++)
    g_string_append_printf (accelerators, " %s", keys[j].keys);
  shortcut = g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'><property name='title'>%s</property>"
                                      "<property name='accelerator'>%s</property></object></child>",
                                      _ (keys[i].title), accelerators->str);
  g_string_append (text, shortcut);
}

static char *
write_definition (void)
{
  guint        n;
  const SlKey *keys = sl_keys_get_all (&n);
  GString     *text = g_string_new (DEFINITION);

  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || !same (keys[i].group, keys[i - 1].group))
        open_group (text, &keys[i]);
      if (i == 0 || !same (keys[i].title, keys[i - 1].title))
        add_shortcut (text, keys, i, n);
      if (i + 1 == n || !same (keys[i].group, keys[i + 1].group))
        g_string_append (text, "</object></child>");
    }
  g_string_append (text, END);
  return g_string_free (text, FALSE);
}

GtkWindow *
sl_shortcuts_new (GtkWindow *parent)
{
  g_autofree char *definition = write_definition ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (definition, -1);
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  gtk_window_set_transient_for (window, parent);
  return window;
}
