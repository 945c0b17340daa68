/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a key that was pressed is found in the list of keys, whatever the keyboard writes. */
#include "watch-keys.h"

#include "keys.h"

#include <string.h>

static gboolean
is_of_another_script (guint key)
{
  const GUnicodeScript script = g_unichar_get_script (gdk_keyval_to_unicode (key));

  return script != G_UNICODE_SCRIPT_LATIN && script != G_UNICODE_SCRIPT_COMMON && script != G_UNICODE_SCRIPT_INHERITED &&
         script != G_UNICODE_SCRIPT_UNKNOWN;
}

/* In another group of the keyboard, as shortcuts of GTK are found. */
static const char *
find_in_groups (GdkDisplay *display, guint code)
{
  g_autofree GdkKeymapKey *places = NULL;
  g_autofree guint        *found = NULL;
  const char              *action = NULL;
  int                      n = 0;

  if (!gdk_display_map_keycode (display, code, &places, &found, &n))
    return NULL;
  for (int i = 0; i < n && action == NULL; i++)
    if (places[i].level == 0)
      action = sl_keys_find (found[i]);
  return action;
}

/* Where the keyboard has no other group: as Linux counts the keys. */
static const char *
find_by_place (guint code)
{
  static const struct
  {
    guint       first;
    const char *row;
  } rows[] = {{24, "qwertyuiop[]"}, {38, "asdfghjkl"}, {52, "zxcvbnm,."}};

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (code >= rows[i].first && code < rows[i].first + strlen (rows[i].row))
      return sl_keys_find (gdk_unicode_to_keyval ((guint32)rows[i].row[code - rows[i].first]));
  return NULL;
}

gboolean
sl_watch_keys_press (GtkWidget *widget, guint key, guint code, GdkModifierType modifiers)
{
  const char      *action = sl_keys_find (key);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  if (action == NULL && is_of_another_script (key))
    action = find_in_groups (gtk_widget_get_display (widget), code);
  if (action == NULL && is_of_another_script (key))
    action = find_by_place (code);
  if (action == NULL)
    return FALSE;
  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    g_assert_not_reached ();
  return gtk_widget_activate_action_variant (widget, name, target);
}

gboolean
sl_watch_keys_writes (guint key)
{
  const guint32 character = gdk_keyval_to_unicode (key);

  return character != 0 && !g_unichar_iscntrl (character);
}
