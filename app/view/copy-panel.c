/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for a film that is not there, and for one that may not be the right one. Notes can be read meanwhile. */
#include "config.h"

#include "copy-panel.h"

#include "rich-text.h"
#include "stage-panel.h"
#include "step-aside.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _SlCopyPanel
{
  GtkWidget parent_instance;

  SlOwnCopies *copies;    /* (nullable) */
  SlAnnouncer *announcer; /* (nullable) */

  /* Template children. */
  GtkWidget *panel;
  GtkWidget *choose;
  GtkWidget *accept;
  GtkWidget *adjust;
  GtkWidget *other;
};

G_DEFINE_FINAL_TYPE (SlCopyPanel, sl_copy_panel, GTK_TYPE_WIDGET)

static void
say (SlCopyPanel *self, const char *title, const char *text)
{
  sl_stage_panel_say (SL_STAGE_PANEL (self->panel), GTK_WIDGET (self), title, text);
  sl_announcer_say (self->announcer, title);
}

static void
ask_for_file (SlCopyPanel *self)
{
  g_autofree char *source = sl_rich_text_plain (sl_own_copies_get_source (self->copies));
  const char      *advice = _ ("Choose the file of a copy of your own: notes and facts then go along with it. They can be read without it, too.");
  g_autofree char *text = g_strjoin ("\n\n", advice, *source ? source : NULL, NULL);

  say (self, _ ("This film is not in its casebook"), text);
}

static void
ask_for_answer (SlCopyPanel *self)
{
  g_autofree char *length = sl_words_time (sl_own_copies_get_length (self->copies));
  g_autofree char *expected = sl_words_time (sl_own_copies_get_expected (self->copies));
  /* Translators: two lengths, such as “1:32:10”. */
  g_autofree char *text =
    g_strdup_printf (_ ("Your copy lasts %1$s, the cut of these notes %2$s. They may come too early or too late; that can be set right."), length, expected);

  say (self, _ ("These notes were made for another cut"), text);
}

static void
state_cb (SlCopyPanel *self)
{
  const SlOwnCopiesState state = sl_own_copies_get_state (self->copies);
  const gboolean         wanted = state == SL_OWN_COPIES_WANTED;

  if (!wanted && state != SL_OWN_COPIES_OTHER_CUT)
    {
      sl_step_aside (GTK_WIDGET (self));
      return;
    }
  if (wanted)
    ask_for_file (self);
  else
    ask_for_answer (self);
  gtk_widget_set_visible (self->choose, wanted);
  gtk_widget_set_visible (self->accept, !wanted);
  gtk_widget_set_visible (self->adjust, !wanted);
  gtk_widget_set_visible (self->other, !wanted);
  sl_stage_panel_set_whole (SL_STAGE_PANEL (self->panel), wanted);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
sl_copy_panel_dispose (GObject *object)
{
  SlCopyPanel *self = SL_COPY_PANEL (object);

  g_clear_pointer (&self->panel, gtk_widget_unparent);
  g_clear_object (&self->copies);
  g_clear_object (&self->announcer);

  G_OBJECT_CLASS (sl_copy_panel_parent_class)->dispose (object);
}

static void
sl_copy_panel_class_init (SlCopyPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_copy_panel_dispose;

  g_type_ensure (SL_TYPE_STAGE_PANEL);
  gtk_widget_class_set_css_name (widget_class, "copy-panel");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/copy-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SlCopyPanel, panel);
  gtk_widget_class_bind_template_child (widget_class, SlCopyPanel, choose);
  gtk_widget_class_bind_template_child (widget_class, SlCopyPanel, accept);
  gtk_widget_class_bind_template_child (widget_class, SlCopyPanel, adjust);
  gtk_widget_class_bind_template_child (widget_class, SlCopyPanel, other);
}

static void
sl_copy_panel_init (SlCopyPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sl_copy_panel_follow (SlCopyPanel *self, SlOwnCopies *copies, SlAnnouncer *announcer)
{
  g_return_if_fail (SL_IS_COPY_PANEL (self) && self->copies == NULL && SL_IS_OWN_COPIES (copies));
  g_return_if_fail (SL_IS_ANNOUNCER (announcer));

  self->copies = g_object_ref (copies);
  self->announcer = g_object_ref (announcer);
  g_signal_connect_object (copies, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  state_cb (self);
}
