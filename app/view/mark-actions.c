/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings the notes together with where they are shown, and with whoever has to be told of them. */
#include "config.h"

#include "mark-actions.h"

#include "file-saver.h"
#include "mark-export.h"
#include "mark-row.h"
#include "marks-pane.h"
#include "marks.h"
#include "whole-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const SlFileSaverWords saver_words = {
  N_ ("Your notes could not be saved: the disk is full. Make room on it, or choose another folder."),
      N_ ("Your notes could not be saved: you may not write there. Choose another folder."),
          /* Translators: %s is the system’s reason. */
          N_ ("Your notes could not be saved: %s"),
};

static const struct
{
  const char  *name;
  const char  *ending;
  SlMarkExport format;
} formats[] = {
  {"text", ".txt", SL_MARK_EXPORT_TEXT},
  {"json", ".json", SL_MARK_EXPORT_JSON},
  {"webvtt", ".vtt", SL_MARK_EXPORT_WEBVTT},
};

struct _SlMarkActions
{
  GObject parent_instance;

  GtkWidget       *window; /* (unowned): has the actions, and so outlives them */
  SlSession       *session;
  SlWatchPage     *page;      /* (nullable): weak */
  SlScreeningPage *screening; /* (nullable): weak */
  SlMarks         *marks;
  gboolean         has_moment; /* of which something could be noted */
};

G_DEFINE_FINAL_TYPE (SlMarkActions, sl_mark_actions, G_TYPE_OBJECT)

/* On the page that shows the clip. */
static void
show (SlMarkActions *self, const char *id)
{
  GtkWidget *pane = NULL;

  if (self->screening && gtk_widget_get_mapped (GTK_WIDGET (self->screening)))
    pane = sl_screening_page_show_tab (self->screening, "marks");
  else if (self->page)
    pane = sl_watch_page_show_tab (self->page, "marks");
  if (pane)
    sl_marks_pane_write (SL_MARKS_PANE (pane), id);
}

static void
add_cb (SlMarkActions *self)
{
  SlMark *mark = sl_marks_add (self->marks);

  if (mark)
    show (self, sl_mark_get_id (mark));
}

static void
reword_cb (SlMarkActions *self, GVariant *parameter)
{
  const char *id, *words;

  g_variant_get (parameter, "(&s&s)", &id, &words);
  sl_marks_reword (self->marks, id, words);
}

static void
remove_cb (SlMarkActions *self, GVariant *parameter)
{
  if (sl_marks_remove (self->marks, g_variant_get_string (parameter, NULL)))
    gtk_widget_activate_action (self->window, "win.offer", "(sssmv)", _ ("Your note is removed"), _ ("Undo"), "win.put-mark-back", parameter);
}

static void
put_back_cb (SlMarkActions *self, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);

  if (sl_marks_put_back (self->marks, id))
    show (self, id);
}

static void
try_again_cb (SlMarkActions *self)
{
  sl_marks_try_again (self->marks);
}

static void
not_kept_cb (SlMarkActions *self)
{
  gtk_widget_activate_action (self->window, "win.offer", "(sssmv)",
                              _ ("Your notes cannot be remembered: they are gone when you leave. Make room on the disk, or save them in a file."),
                                 _ ("Try Again"), "win.keep-marks", NULL);
}

/* Taking them home */

static void
told_cb (GtkWindow *window, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s", text);
}

static GBytes *
take_cb (gpointer bytes, GError **error)
{
  return g_bytes_ref (bytes);
}

static void
chosen_cb (GtkWindow *window, GFile *file, gpointer bytes)
{
  sl_file_saver_save (window, file, take_cb, g_bytes_ref (bytes), (GDestroyNotify)g_bytes_unref, &saver_words, told_cb);
}

/* What is written on the screen is in the file, also while somebody is still at it. */
static void
keep_words (SlMarkActions *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, SL_TYPE_MARK_ROW) : NULL;

  if (row)
    sl_mark_row_keep (SL_MARK_ROW (row));
}

static void
save_cb (SlMarkActions *self, GVariant *parameter)
{
  SlSession  *session = self->session;
  GListModel *marks = G_LIST_MODEL (sl_session_get_marks (session));

  keep_words (self);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *title = NULL, *harmless = NULL, *name = NULL;
      char            *text;

      if (!g_str_equal (formats[i].name, g_variant_get_string (parameter, NULL)))
        continue;
      text = sl_mark_export_write (formats[i].format, sl_session_get_casebook (session), sl_session_get_clip (session), marks);
      /* Translators: proposed name of the file with the viewer’s own notes; %s is the clip’s title. */
      title = g_strdup_printf (_ ("Notes on %s"), sl_clip_get_title (sl_session_get_clip (session)));
      harmless = sl_whole_file_make_name (title);
      name = g_strconcat (harmless, formats[i].ending, NULL);
      sl_file_saver_ask (GTK_WINDOW (self->window), _ ("Save Your Notes"), name, G_USER_DIRECTORY_DOCUMENTS, chosen_cb,
                                                       g_bytes_new_take (text, strlen (text)), (GDestroyNotify)g_bytes_unref);
    }
}

/* When they mean something */

static GAction *
find (SlMarkActions *self, const char *name)
{
  return g_action_map_lookup_action (G_ACTION_MAP (self->window), name);
}

/* With every picture. */
static void
moment_cb (SlMarkActions *self)
{
  const gboolean has_moment = sl_session_has_moment (self->session);

  if (self->has_moment == has_moment)
    return;
  self->has_moment = has_moment;
  g_simple_action_set_enabled (G_SIMPLE_ACTION (find (self, "add-mark")), has_moment);
}

static void
marks_cb (SlMarkActions *self)
{
  GListModel *marks = G_LIST_MODEL (sl_session_get_marks (self->session));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (find (self, "save-marks")), g_list_model_get_n_items (marks) > 0);
}

static void
add (SlMarkActions *self, const char *name, const char *type, GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, type ? G_VARIANT_TYPE (type) : NULL);

  g_signal_connect_object (action, "activate", callback, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->window), G_ACTION (action));
}

static void
sl_mark_actions_dispose (GObject *object)
{
  SlMarkActions *self = SL_MARK_ACTIONS (object);

  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->page);
  g_clear_weak_pointer (&self->screening);
  g_clear_object (&self->marks);

  G_OBJECT_CLASS (sl_mark_actions_parent_class)->dispose (object);
}

static void
sl_mark_actions_class_init (SlMarkActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_mark_actions_dispose;
}

static void
sl_mark_actions_init (SlMarkActions *self)
{
}

SlMarkActions *
sl_mark_actions_new (GActionMap *map, SlSession *session, SlWatchPage *page, SlScreeningPage *screening)
{
  SlMarkActions *self;

  g_return_val_if_fail (GTK_IS_WINDOW (map) && SL_IS_SESSION (session), NULL);
  g_return_val_if_fail (SL_IS_WATCH_PAGE (page) && SL_IS_SCREENING_PAGE (screening), NULL);

  self = g_object_new (SL_TYPE_MARK_ACTIONS, NULL);
  self->window = GTK_WIDGET (map);
  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->page, page);
  g_set_weak_pointer (&self->screening, screening);
  self->marks = sl_marks_new (session);
  self->has_moment = TRUE; /* as an action begins */
  add (self, "add-mark", NULL, G_CALLBACK (add_cb));
  add (self, "reword-mark", "(ss)", G_CALLBACK (reword_cb));
  add (self, "remove-mark", "s", G_CALLBACK (remove_cb));
  add (self, "put-mark-back", "s", G_CALLBACK (put_back_cb));
  add (self, "keep-marks", NULL, G_CALLBACK (try_again_cb));
  add (self, "save-marks", "s", G_CALLBACK (save_cb));
  g_signal_connect_object (self->marks, "not-kept", G_CALLBACK (not_kept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::clip", G_CALLBACK (moment_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::time", G_CALLBACK (moment_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_session_get_marks (self->session), "items-changed", G_CALLBACK (marks_cb), self, G_CONNECT_SWAPPED);
  moment_cb (self);
  marks_cb (self);
  return self;
}

void
sl_mark_actions_remember (SlMarkActions *self, const char *path)
{
  g_return_if_fail (SL_IS_MARK_ACTIONS (self));

  sl_marks_remember (self->marks, path);
}
