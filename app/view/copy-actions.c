/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each action means for the copies, and when it means something. */
#include "config.h"

#include "copy-actions.h"

#include "copy-window.h"
#include "file-chooser.h"
#include "toplevels.h"

#include <glib/gi18n-lib.h>

static void
chosen_cb (GtkWindow *window, GFile *file, gpointer data)
{
  sl_own_copies_choose (data, file);
}

static void
choose_cb (GtkWindow *window, SlOwnCopies *copies, GVariant *parameter)
{
  /* Some kinds of films are known by their names alone, or taken for others: .ts is one of translations, too. */
  static const char *const patterns[] = {"video/*", "audio/*", "application/ogg", "application/mxf", "*.[mM]2[tT][sS]", "*.[mM][kK][vV]", "*.[tT][sS]", "*.[vV][oO][bB]", NULL};

  sl_file_chooser_show (window, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Choose Your Copy of the Film"), patterns, chosen_cb, g_object_ref (copies), g_object_unref);
}

static void
take_cb (GtkWindow *window, SlOwnCopies *copies, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  sl_own_copies_choose (copies, file);
}

static void
accept_cb (GtkWindow *window, SlOwnCopies *copies, GVariant *parameter)
{
  sl_own_copies_accept (copies);
  sl_conductor_set_playing (sl_own_copies_get_conductor (copies), TRUE);
}

/* Who sets it right takes it for what it is. */
static void
adjust_cb (GtkWindow *window, SlOwnCopies *copies, GVariant *parameter)
{
  GtkWindow *open = sl_toplevels_find_over (window);

  sl_own_copies_accept (copies);
  gtk_window_present (open ? open : GTK_WINDOW (sl_copy_window_new (window, copies)));
}

static void
forget_cb (GtkWindow *window, SlOwnCopies *copies, GVariant *parameter)
{
  sl_own_copies_forget (copies);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s", _ ("Your copy is forgotten; its file stays where it is"));
}

typedef struct
{
  const char *name;
  const char *type; /* (nullable) */
  void (*act) (GtkWindow *window, SlOwnCopies *copies, GVariant *parameter);
  guint states; /* bits of SlOwnCopiesState in which it is enabled */
} Entry;

#define WANTED (1 << SL_OWN_COPIES_WANTED)
#define GIVEN (1 << SL_OWN_COPIES_GIVEN)
#define OTHER_CUT (1 << SL_OWN_COPIES_OTHER_CUT)

static const Entry entries[] = {
  {"choose-copy", NULL, choose_cb, WANTED | GIVEN | OTHER_CUT},
  {"take-copy", "s", take_cb, WANTED | GIVEN | OTHER_CUT},
  {"accept-copy", NULL, accept_cb, OTHER_CUT},
  {"adjust-copy", NULL, adjust_cb, GIVEN | OTHER_CUT},
  {"forget-copy", NULL, forget_cb, GIVEN | OTHER_CUT},
};

static const Entry *
find_entry (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].name, name))
      return &entries[i];
  g_assert_not_reached ();
}

/* An action outlives its window in GTK 4.8, and then there is nothing to do. */
typedef struct
{
  GtkWindow   *window; /* (nullable) (weak) */
  SlOwnCopies *copies; /* (nullable) (weak) */
} Parties;

static void
parties_free (gpointer data, GClosure *closure)
{
  Parties *self = data;

  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->copies);
  g_free (self);
}

static void
activate_cb (GAction *action, GVariant *parameter, gpointer data)
{
  Parties *self = data;

  if (self->window && self->copies)
    find_entry (g_action_get_name (action))->act (self->window, self->copies, parameter);
}

static void
state_cb (GSimpleAction *action, GParamSpec *pspec, SlOwnCopies *copies)
{
  const Entry *entry = find_entry (g_action_get_name (G_ACTION (action)));

  g_simple_action_set_enabled (action, (entry->states & (1u << sl_own_copies_get_state (copies))) != 0);
}

/* Another file shows the moment that its notes are at, as a link has led there, or the file before. */
static void
watch_cb (SlOwnCopies *copies, const char *clip, GtkWindow *window)
{
  const gint64 time = sl_session_get_time (sl_conductor_get_session (sl_own_copies_get_conductor (copies)));

  if (time > 0)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.watch-at", "(sx)", clip, time);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), "win.watch", "s", clip);
}

static void
not_kept_cb (GtkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s", _ ("Your copy cannot be remembered; it is to be chosen again the next time"));
}

void
sl_copy_actions_add (GtkWindow *window, SlOwnCopies *copies)
{
  g_return_if_fail (GTK_IS_WINDOW (window) && G_IS_ACTION_MAP (window) && SL_IS_OWN_COPIES (copies));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (entries[i].name, entries[i].type ? G_VARIANT_TYPE (entries[i].type) : NULL);
      Parties *parties = g_new0 (Parties, 1);

      g_set_weak_pointer (&parties->window, window);
      g_set_weak_pointer (&parties->copies, copies);
      g_signal_connect_data (action, "activate", G_CALLBACK (activate_cb), parties, parties_free, 0);
      g_signal_connect_object (copies, "notify::state", G_CALLBACK (state_cb), action, G_CONNECT_SWAPPED);
      state_cb (action, NULL, copies);
      g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
    }
  g_signal_connect_object (copies, "chosen", G_CALLBACK (watch_cb), window, 0);
  g_signal_connect_object (copies, "not-kept", G_CALLBACK (not_kept_cb), window, G_CONNECT_SWAPPED);
}
