/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for it. It stays until it is answered or no longer true: who reads slowly is just whom it is for. */
#include "config.h"

#include "reading-bar.h"

#include "bar-box.h"
#include "rich-text.h"
#include "step-aside.h"

#include <glib/gi18n-lib.h>

struct _SlReadingBar
{
  GtkWidget parent_instance;

  SlReadingPause *pause;     /* (nullable) */
  SlQuiet        *quiet;     /* (nullable) */
  SlAnnouncer    *announcer; /* (nullable) */
  gboolean        notes_shown;

  /* Template children. */
  GtkWidget *box;
  GtkLabel  *label;
  GtkWidget *go_on;
  GtkWidget *never;
  GtkWidget *read;
  GtkWidget *away;
};

G_DEFINE_FINAL_TYPE (SlReadingBar, sl_reading_bar, GTK_TYPE_WIDGET)

static char *
write_offer (guint n, const char *title)
{
  if (title)
    {
      g_autofree char *inside = sl_rich_text_inside (title);

      /* Translators: at the end of a chapter that was watched quietly; %2$s is its title. */
      return g_strdup_printf (ngettext ("%1$u note in “%2$s”", "%1$u notes in “%2$s”", n), n, inside);
    }
  /* Translators: at the end of a film that was watched quietly. */
  return g_strdup_printf (ngettext ("%u note in this film", "%u notes in this film", n), n);
}

static void
show_read (SlReadingBar *self)
{
  gtk_widget_set_visible (self->read, !sl_reading_pause_get_waiting (self->pause) || !self->notes_shown);
}

static void
update (SlReadingBar *self)
{
  const gboolean   waiting = sl_reading_pause_get_waiting (self->pause);
  const guint      offered = sl_quiet_get_offered (self->quiet);
  g_autofree char *text = waiting ? g_strdup (_ ("Paused for reading")) : write_offer (offered, sl_quiet_get_title (self->quiet));

  if (!waiting && offered == 0)
    {
      sl_step_aside (GTK_WIDGET (self));
      return;
    }
  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->go_on, waiting);
  gtk_widget_set_visible (self->never, waiting && !sl_quiet_get_on (self->quiet));
  show_read (self);
  gtk_widget_set_visible (self->away, !waiting);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  sl_announcer_say (self->announcer, text);
}

static void
never_cb (SlReadingBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.author-pauses", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.play", NULL);
}

static void
read_cb (SlReadingBar *self)
{
  if (sl_reading_pause_get_waiting (self->pause))
    gtk_widget_activate_action (GTK_WIDGET (self), "reading.show-notes", NULL);
  else
    sl_quiet_read (self->quiet);
}

static void
away_cb (SlReadingBar *self)
{
  sl_quiet_put_away (self->quiet);
}

static void
sl_reading_bar_dispose (GObject *object)
{
  SlReadingBar *self = SL_READING_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->pause);
  g_clear_object (&self->quiet);
  g_clear_object (&self->announcer);

  G_OBJECT_CLASS (sl_reading_bar_parent_class)->dispose (object);
}

static void
sl_reading_bar_class_init (SlReadingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_reading_bar_dispose;
  g_type_ensure (SL_TYPE_BAR_BOX);
  gtk_widget_class_set_css_name (widget_class, "reading");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/reading-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SlReadingBar, box);
  gtk_widget_class_bind_template_child (widget_class, SlReadingBar, label);
  gtk_widget_class_bind_template_child (widget_class, SlReadingBar, go_on);
  gtk_widget_class_bind_template_child (widget_class, SlReadingBar, never);
  gtk_widget_class_bind_template_child (widget_class, SlReadingBar, read);
  gtk_widget_class_bind_template_child (widget_class, SlReadingBar, away);
  gtk_widget_class_bind_template_callback (widget_class, never_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);
  gtk_widget_class_bind_template_callback (widget_class, away_cb);
}

static void
sl_reading_bar_init (SlReadingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sl_reading_bar_follow (SlReadingBar *self, SlReadingPause *pause, SlQuiet *quiet, SlAnnouncer *announcer)
{
  g_return_if_fail (SL_IS_READING_BAR (self) && self->pause == NULL);
  g_return_if_fail (SL_IS_READING_PAUSE (pause) && SL_IS_QUIET (quiet));

  self->pause = g_object_ref (pause);
  self->quiet = g_object_ref (quiet);
  self->announcer = g_object_ref (announcer);
  g_signal_connect_object (pause, "notify::waiting", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (quiet, "notify::offered", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
sl_reading_bar_set_notes_shown (SlReadingBar *self, gboolean shown)
{
  g_return_if_fail (SL_IS_READING_BAR (self));

  self->notes_shown = shown;
  if (self->pause)
    show_read (self);
}
