/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What could not be opened, in the words of whoever tried. */
#include "message-page.h"

struct _SlMessagePage
{
  GtkWidget parent_instance;

  /* Template children. */
  AdwStatusPage *status;
  GtkWidget     *copy;
};

G_DEFINE_FINAL_TYPE (SlMessagePage, sl_message_page, GTK_TYPE_WIDGET)

static void
sl_message_page_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **)&SL_MESSAGE_PAGE (object)->status, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_message_page_parent_class)->dispose (object);
}

static void
sl_message_page_class_init (SlMessagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_message_page_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/message-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlMessagePage, status);
  gtk_widget_class_bind_template_child (widget_class, SlMessagePage, copy);
}

static void
sl_message_page_init (SlMessagePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sl_message_page_show (SlMessagePage *self, const char *title, const char *text, const char *details)
{
  g_autofree char *escaped = NULL;
  g_autofree char *copied = NULL;

  g_return_if_fail (SL_IS_MESSAGE_PAGE (self));
  g_return_if_fail (title != NULL && text != NULL);

  /* AdwStatusPage reads its description as markup. */
  escaped = g_markup_escape_text (text, -1);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, escaped);
  copied = g_strjoin ("\n", title, text, details, NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->copy), g_variant_new_string (copied));
  gtk_widget_set_visible (self->copy, details != NULL);
}
