/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A film that plays is not given up for a picture or a link that was dropped by mistake: what may be a casebook is known
 * by its kind and name. Whether it is one, the window finds out as with any other. */
#include "config.h"

#include "casebook-drop.h"

#include "captions-opener.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUFFIX ".casebook"

static gboolean
may_be_casebook (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return path && (g_str_has_suffix (path, SUFFIX) || g_file_test (path, G_FILE_TEST_IS_DIR));
}

/* Where a film is wanted, what else is dropped may be one. */
static gboolean
take_copy (GtkWidget *window, GFile *file)
{
  GActionGroup    *actions = G_ACTION_GROUP (window);
  g_autofree char *uri = g_file_get_uri (file);

  if (!g_action_group_get_action_enabled (actions, "take-copy"))
    return FALSE;
  g_action_group_activate_action (actions, "take-copy", g_variant_new_string (uri));
  return TRUE;
}

/* Returns: (transfer none) (nullable): those of what is watched */
static SlCaptions *
get_captions (SlWindow *window)
{
  SlSession *session = sl_conductor_get_session (sl_window_get_conductor (window));

  return sl_session_get_clip (session) ? sl_session_get_captions (session) : NULL;
}

static gboolean
has_suffix (GFile *file, const char *suffix)
{
  g_autofree char *name = g_file_get_basename (file);
  const char      *dot = name ? strrchr (name, '.') : NULL;

  return dot && g_ascii_strcasecmp (dot, suffix) == 0;
}

static gboolean
take_captions (SlWindow *window, GFile *file)
{
  SlCaptions *captions = get_captions (window);

  if (captions == NULL || !(has_suffix (file, ".vtt") || has_suffix (file, ".srt")))
    return FALSE;
  sl_captions_opener_read (GTK_WINDOW (window), captions, file);
  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  GSList *files = g_value_get_boxed (value);

  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  if (files == NULL)
    return FALSE;
  if (may_be_casebook (files->data))
    {
      sl_window_open (SL_WINDOW (window), files->data, NULL);
      return TRUE;
    }
  if (take_captions (SL_WINDOW (window), files->data) || take_copy (window, files->data))
    return TRUE;
  gtk_widget_activate_action (window, "win.tell", "s", _ ("This is not a casebook: that is a folder, or a file ending in .casebook"));
  return FALSE;
}

void
sl_casebook_drop_accept (SlWindow *window)
{
  GtkDropTarget *target;

  g_return_if_fail (SL_IS_WINDOW (window));

  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
