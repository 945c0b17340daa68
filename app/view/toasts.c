/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Libadwaita cuts the words of a toast where a narrow window ends; here they go on in another line. */
#include "toasts.h"

#define LONGER 12 /* seconds, to find the button in */

void
sl_toasts_tell (AdwToastOverlay *toasts, const char *text, const char *details, const char *copy)
{
  AdwToast  *toast;
  GtkWidget *label;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (toasts) && text != NULL);

  label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (label, "heading");
  toast = g_object_new (ADW_TYPE_TOAST, "custom-title", label, NULL);
  if (details)
    {
      adw_toast_set_button_label (toast, copy);
      adw_toast_set_detailed_action_name (toast, "win.copy");
      adw_toast_set_action_target_value (toast, g_variant_new_string (details));
      adw_toast_set_timeout (toast, LONGER);
    }
  adw_toast_overlay_add_toast (toasts, toast);
}
