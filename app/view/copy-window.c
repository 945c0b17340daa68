/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two ways to say the same: by how many seconds, or which note it is that belongs to the picture on the screen. */
#include "config.h"

#include "copy-window.h"

#include "note-words.h"
#include "words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SECOND 1e9
#define STEP G_GINT64_CONSTANT (100000000) /* nanoseconds of the last digit that is shown */

struct _SlCopyWindow
{
  AdwWindow parent_instance;

  SlOwnCopies *copies;

  /* Template children. */
  AdwActionRow  *file;
  GtkAdjustment *later;
  AdwComboRow   *note;
  GtkWidget     *align;
};

G_DEFINE_FINAL_TYPE (SlCopyWindow, sl_copy_window, ADW_TYPE_WINDOW)

static SlSession *
get_session (SlCopyWindow *self)
{
  return sl_conductor_get_session (sl_own_copies_get_conductor (self->copies));
}

static void
show_file (SlCopyWindow *self)
{
  g_autofree char *name = sl_own_copies_get_name (self->copies);
  const gint64     length = sl_own_copies_get_length (self->copies);
  g_autofree char *lasts = sl_words_time (length);
  g_autofree char *expected = sl_words_time (sl_own_copies_get_expected (self->copies));
  /* Translators: of a film’s file and of the clip that the notes were made for: two lengths, such as “1:32:10”. */
  g_autofree char *text = g_strdup_printf (_ ("Lasts %1$s; its notes are for %2$s"), lasts, expected);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file), name ? name : "");
  adw_action_row_set_subtitle (self->file, length > 0 ? text : "");
}

static void
offset_cb (SlCopyWindow *self)
{
  const double later = round ((double)sl_own_copies_get_offset (self->copies) / STEP) / 10;

  if (later != gtk_adjustment_get_value (self->later))
    gtk_adjustment_set_value (self->later, later);
}

static void
later_cb (SlCopyWindow *self)
{
  const gint64 offset = sl_own_copies_get_offset (self->copies), later = llround (gtk_adjustment_get_value (self->later) * 10) * STEP;

  /* One that was set by a picture has more digits than are shown. */
  if (ABS (offset - later) > STEP / 2)
    sl_own_copies_set_offset (self->copies, later);
}

static char *
name_note_cb (SlCue *cue)
{
  g_autofree char *time = sl_words_time (sl_cue_get_start (cue));
  g_autofree char *plain = sl_note_words_name (cue);

  /* Translators: a note in a list to choose from: when it comes, and what it says. */
  return g_strdup_printf (C_ ("note", "%1$s  %2$s"), time, plain);
}

/* Where somebody looks for a note, it is about now. */
static void
show_notes (SlCopyWindow *self)
{
  GListModel  *notes = sl_session_get_notes (get_session (self));
  const gint64 now = sl_session_get_time (get_session (self));
  guint        near = 0;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (notes, i);

      if (sl_cue_get_start (cue) <= now)
        near = i;
    }
  adw_combo_row_set_model (self->note, notes);
  adw_combo_row_set_selected (self->note, near);
  gtk_widget_set_visible (GTK_WIDGET (self->note), g_list_model_get_n_items (notes) > 0);
  gtk_widget_set_visible (self->align, g_list_model_get_n_items (notes) > 0);
}

static void
align_cb (SlCopyWindow *self)
{
  SlCue *cue = adw_combo_row_get_selected_item (self->note);

  if (cue)
    sl_own_copies_align (self->copies, sl_cue_get_start (cue));
}

/* The actions are not inserted here: with them this window would keep the one that it is to go with. */
static void
choose_cb (SlCopyWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), "win.choose-copy", NULL);
}

static void
forget_cb (SlCopyWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), "win.forget-copy", NULL);
}

static void
state_cb (SlCopyWindow *self)
{
  if (sl_own_copies_get_state (self->copies) == SL_OWN_COPIES_GIVEN)
    show_file (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
sl_copy_window_dispose (GObject *object)
{
  g_clear_object (&SL_COPY_WINDOW (object)->copies);

  G_OBJECT_CLASS (sl_copy_window_parent_class)->dispose (object);
}

static void
sl_copy_window_class_init (SlCopyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_copy_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/copy-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SlCopyWindow, file);
  gtk_widget_class_bind_template_child (widget_class, SlCopyWindow, later);
  gtk_widget_class_bind_template_child (widget_class, SlCopyWindow, note);
  gtk_widget_class_bind_template_child (widget_class, SlCopyWindow, align);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, align_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
}

static void
sl_copy_window_init (SlCopyWindow *self)
{
  g_autoptr (GtkExpression) name = NULL;

  g_type_ensure (SL_TYPE_CUE);
  gtk_widget_init_template (GTK_WIDGET (self));
  name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (name_note_cb), NULL, NULL);
  adw_combo_row_set_expression (self->note, name);
}

SlCopyWindow *
sl_copy_window_new (GtkWindow *parent, SlOwnCopies *copies)
{
  SlCopyWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && SL_IS_OWN_COPIES (copies), NULL);

  self = g_object_new (SL_TYPE_COPY_WINDOW, "transient-for", parent, NULL);
  self->copies = g_object_ref (copies);
  show_file (self);
  show_notes (self);
  offset_cb (self);
  g_signal_connect_object (copies, "notify::offset", G_CALLBACK (offset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (copies, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  return self;
}
