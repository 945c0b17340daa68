/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which key does what. The manual page has the same list. */
#include "watch-keys.h"

#include <string.h>

typedef struct
{
  guint       key;
  const char *action; /* as g_action_parse_detailed_name() reads it */
} Key;

static const Key keys[] = {
  {GDK_KEY_space, "win.play"},
  {GDK_KEY_k, "win.play"},
  {GDK_KEY_AudioPlay, "win.play"},
  {GDK_KEY_AudioPause, "win.pause"},
  {GDK_KEY_AudioStop, "win.stop"},
  {GDK_KEY_Left, "win.seek-by(int64 -5000000000)"},
  {GDK_KEY_Right, "win.seek-by(int64 5000000000)"},
  {GDK_KEY_j, "win.seek-by(int64 -10000000000)"},
  {GDK_KEY_AudioRewind, "win.seek-by(int64 -10000000000)"},
  {GDK_KEY_l, "win.seek-by(int64 10000000000)"},
  {GDK_KEY_AudioForward, "win.seek-by(int64 10000000000)"},
  {GDK_KEY_Page_Up, "win.previous-chapter"},
  {GDK_KEY_AudioPrev, "win.previous-chapter"},
  {GDK_KEY_Page_Down, "win.next-chapter"},
  {GDK_KEY_AudioNext, "win.next-chapter"},
  {GDK_KEY_Home, "win.seek(int64 0)"},
  {GDK_KEY_End, "win.seek(int64 9223372036854775807)"},
  {GDK_KEY_comma, "win.step(int64 -1)"},
  {GDK_KEY_period, "win.step(int64 1)"},
  {GDK_KEY_bracketleft, "win.slower"},
  {GDK_KEY_bracketright, "win.faster"},
  {GDK_KEY_Up, "win.louder"},
  {GDK_KEY_Down, "win.quieter"},
  {GDK_KEY_m, "win.mute"},
  {GDK_KEY_r, "win.next-loop"},
  {GDK_KEY_b, "win.loop-point"},
  {GDK_KEY_c, "win.captions"},
  {GDK_KEY_z, "win.captions-earlier"},
  {GDK_KEY_x, "win.captions-later"},
  {GDK_KEY_s, "win.sign"},
  {GDK_KEY_n, "win.panel"},
  {GDK_KEY_f, "win.fullscreen"},
};

/* Returns: (transfer none) (nullable) */
static const char *
find_action (guint key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == gdk_keyval_to_lower (key))
      return keys[i].action;
  return NULL;
}

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
      action = find_action (found[i]);
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
      return find_action (gdk_unicode_to_keyval ((guint32)rows[i].row[code - rows[i].first]));
  return NULL;
}

gboolean
sl_watch_keys_press (GtkWidget *widget, guint key, guint code, GdkModifierType modifiers)
{
  const char      *action = find_action (key);
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
