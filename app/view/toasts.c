/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Libadwaita cuts the words of a toast where a narrow window ends, and gives a button all the width that it wants. Here
 * words go on in another line, and the button stands below them where there is no room beside them.
 */
#include "toasts.h"

#define AROUND 124 /* pixels for what else is in a toast, and for the margins about it */
#define BUTTON 46  /* pixels beside its words, with the gap before it */
#define GAP 8
#define SHORTEST 8 /* characters in a line */
#define LONGER 12  /* seconds, to find the button in */

/* What is not shown yet does not know its font; the overlay does. */
static int
measure_text (AdwToastOverlay *toasts, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (toasts), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* What a label takes one of its characters to be wide. */
static int
measure_character (AdwToastOverlay *toasts)
{
  PangoContext         *context = gtk_widget_get_pango_context (GTK_WIDGET (toasts));
  PangoFontDescription *bold = pango_font_description_copy (pango_context_get_font_description (context));
  PangoFontMetrics     *metrics;
  int                   width;

  pango_font_description_set_weight (bold, PANGO_WEIGHT_BOLD);
  metrics = pango_context_get_metrics (context, bold, NULL);
  width = MAX (pango_font_metrics_get_approximate_char_width (metrics), pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);
  pango_font_description_free (bold);
  return MAX (PANGO_PIXELS_CEIL (width), 1);
}

/* A toast is as wide as it wants to be: its words have to want no more than there is. @length: of a line; 0: of any */
static GtkWidget *
make_label (const char *text, int length)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                                   "xalign", 0.0,
                                   "hexpand", TRUE,
                                   NULL);

  gtk_widget_add_css_class (label, "heading");
  if (length > 0)
    gtk_label_set_max_width_chars (GTK_LABEL (label), length);
  return label;
}

static GtkWidget *
make_button (AdwToast *toast, const char *label, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return button;
}

void
sl_toasts_tell (AdwToastOverlay *toasts, const char *text, const char *label, const char *action, GVariant *target)
{
  int        room, width, beside;
  AdwToast  *toast;
  GtkWidget *box;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (toasts) && text != NULL && (label == NULL || action != NULL));

  room = gtk_widget_get_width (GTK_WIDGET (toasts)) - AROUND;
  width = measure_text (toasts, text);
  beside = label ? measure_text (toasts, label) + BUTTON : 0;
  toast = adw_toast_new ("");
  box = gtk_box_new (width + beside > room ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, GAP);
  gtk_box_append (GTK_BOX (box), make_label (text, width > room ? MAX (room / measure_character (toasts), SHORTEST) : 0));
  if (label)
    {
      gtk_box_append (GTK_BOX (box), make_button (toast, label, action, target));
      adw_toast_set_timeout (toast, LONGER);
    }
  adw_toast_set_custom_title (toast, box);
  adw_toast_overlay_add_toast (toasts, toast);
}
