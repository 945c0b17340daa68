/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections of words, each there when the casebook has something to say in it. */
#include "config.h"

#include "casebook-window.h"

#include "change.h"
#include "labels.h"
#include "rich-text.h"
#include "words.h"

struct _SlCasebookWindow
{
  AdwWindow parent_instance;

  /* Template children. */
  GtkLabel  *name;
  GtkLabel  *what;
  GtkWidget *makers;
  GtkLabel  *credits;
  GtkWidget *method;
  GtkLabel  *methodology;
  GtkWidget *changes;
  GtkWidget *corrections;
};

G_DEFINE_FINAL_TYPE (SlCasebookWindow, sl_casebook_window, ADW_TYPE_WINDOW)

static void
sl_casebook_window_class_init (SlCasebookWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/casebook-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SlCasebookWindow, name);
  gtk_widget_class_bind_template_child (widget_class, SlCasebookWindow, what);
  gtk_widget_class_bind_template_child (widget_class, SlCasebookWindow, makers);
  gtk_widget_class_bind_template_child (widget_class, SlCasebookWindow, credits);
  gtk_widget_class_bind_template_child (widget_class, SlCasebookWindow, method);
  gtk_widget_class_bind_template_child (widget_class, SlCasebookWindow, methodology);
  gtk_widget_class_bind_template_child (widget_class, SlCasebookWindow, changes);
  gtk_widget_class_bind_template_child (widget_class, SlCasebookWindow, corrections);
}

static void
sl_casebook_window_init (SlCasebookWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_section (GtkWidget *section, GtkLabel *label, const char *text)
{
  sl_labels_set (label, text);
  gtk_widget_set_visible (section, gtk_widget_get_visible (GTK_WIDGET (label)));
}

static void
show_corrections (SlCasebookWindow *self, GListModel *corrections)
{
  const guint n = corrections ? g_list_model_get_n_items (corrections) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlChange) change = g_list_model_get_item (corrections, i);
      g_autofree char *date = sl_change_get_date (change) ? sl_date_format (sl_change_get_date (change)) : NULL;

      sl_labels_add (self->corrections, date, "quiet");
      sl_labels_add (self->corrections, sl_change_get_text (change), "body");
    }
  gtk_widget_set_visible (self->changes, n > 0);
}

SlCasebookWindow *
sl_casebook_window_new (GtkWindow *parent, SlCasebook *casebook)
{
  SlCasebookWindow *self;
  g_autofree char  *what = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (SL_IS_CASEBOOK (casebook), NULL);

  self = g_object_new (SL_TYPE_CASEBOOK_WINDOW, "transient-for", parent, NULL);
  if (parent && G_IS_ACTION_GROUP (parent))
    gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));
  sl_rich_text_show (self->name, sl_casebook_get_title (casebook), FALSE);
  what = sl_words_casebook_facts (casebook);
  sl_labels_set (self->what, what);
  show_section (self->makers, self->credits, sl_casebook_get_credits (casebook));
  show_section (self->method, self->methodology, sl_casebook_get_methodology (casebook));
  show_corrections (self, sl_casebook_get_corrections (casebook));
  return self;
}
