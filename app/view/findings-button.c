/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader of a casebook had to say, behind a button in the header. */
#include "config.h"

#include "findings-button.h"

#include "safe-text.h"

#include <glib/gi18n-lib.h>

struct _SlFindingsButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkLabel  *label;
  char      *text; /* (nullable): all of it, to be copied */
};

G_DEFINE_FINAL_TYPE (SlFindingsButton, sl_findings_button, GTK_TYPE_WIDGET)

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), SL_FINDINGS_BUTTON (widget)->text);
}

static void
sl_findings_button_dispose (GObject *object)
{
  SlFindingsButton *self = SL_FINDINGS_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (sl_findings_button_parent_class)->dispose (object);
}

static void
sl_findings_button_class_init (SlFindingsButtonClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_findings_button_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/findings-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SlFindingsButton, button);
  gtk_widget_class_bind_template_child (widget_class, SlFindingsButton, label);
  gtk_widget_class_install_action (widget_class, "findings.copy", NULL, copy_cb);
}

static void
sl_findings_button_init (SlFindingsButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sl_findings_button_show (SlFindingsButton *self, GPtrArray *findings)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *count = NULL;
  g_autofree char *shown = NULL;
  guint            n = 0;

  g_return_if_fail (SL_IS_FINDINGS_BUTTON (self));

  for (guint i = 0; findings && i < findings->len; i++)
    {
      SlFinding       *finding = g_ptr_array_index (findings, i);
      g_autofree char *line = sl_finding_to_string (finding);

      if (sl_finding_get_severity (finding) == SL_SEVERITY_HINT)
        continue;
      n++;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  count = g_strdup_printf (ngettext ("%u problem in this casebook", "%u problems in this casebook", n), n);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_widget_set_tooltip_text (self->button, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, count, -1);
  shown = sl_safe_text_paragraph (text->str, SL_SAFE_TEXT_WHOLE);
  gtk_label_set_label (self->label, shown);
  g_free (self->text);
  self->text = g_strdup (text->str);
}
