/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Libadwaita reads words of its sections as markup, and finds addresses in names to make links of: what a casebook
 * says goes in as text, in the one place that takes any.
 */
#include "config.h"

#include "about.h"

#include "rich-text.h"
#include "safe-text.h"
#include "words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
add_line (GString *text, const char *name, const char *value)
{
  if (value)
    g_string_append_printf (text, "%s: %s\n", name, value);
}

static void
add_versions (GString *text)
{
  g_string_append_printf (text, "Sidelight %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n", SL_VERSION,
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version);
}

char *
sl_about_write_details (GtkWindow *window, SlConductor *conductor)
{
  GString     *text = g_string_new (NULL);
  GskRenderer *renderer = window ? gtk_native_get_renderer (GTK_NATIVE (window)) : NULL;
  SlCasebook  *casebook = conductor ? sl_session_get_casebook (sl_conductor_get_session (conductor)) : NULL;
  SlFault     *fault = conductor ? sl_conductor_get_fault (conductor) : NULL;

  add_versions (text);
  if (window)
    add_line (text, "Display", G_OBJECT_TYPE_NAME (gtk_widget_get_display (GTK_WIDGET (window))));
  add_line (text, "Renderer", renderer ? G_OBJECT_TYPE_NAME (renderer) : NULL);
  add_line (text, "Language", pango_language_to_string (gtk_get_default_language ()));
  if (casebook)
    {
      g_autofree char *version = sl_date_to_string (sl_casebook_get_version (casebook));
      g_autofree char *findings = sl_words_findings (sl_casebook_get_findings (casebook));

      g_string_append_printf (text, "Casebook: %s, %s\n%s", sl_casebook_get_id (casebook), version, findings);
    }
  if (fault)
    {
      g_autofree char *report = sl_fault_write_report (fault);

      g_string_append_printf (text, "\n%s\n", report);
    }
  return g_string_free (text, FALSE);
}

/* Its makers and its licence are other than the program's. */
static void
add_casebook (AdwAboutWindow *about, SlCasebook *casebook)
{
  g_autofree char *version = sl_date_format (sl_casebook_get_version (casebook));
  g_autofree char *title = sl_rich_text_inside (sl_casebook_get_title (casebook));
  g_autofree char *licence = sl_rich_text_inside (sl_casebook_get_licence (casebook));
  g_autofree char *credits = sl_casebook_get_credits (casebook) ? sl_safe_text_paragraph (sl_casebook_get_credits (casebook), SL_SAFE_TEXT_WHOLE) : NULL;
  /* Translators: a casebook’s title, the date of its version, and the short name of its licence. */
  g_autofree char *head = g_strdup_printf (_ ("%1$s, as of %2$s. Licence: %3$s."), title, version, licence);
  g_autofree char *text = credits ? g_strjoin ("\n\n", head, credits, NULL) : g_strdup (head);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_about_window_add_legal_section (about, _ ("The Open Casebook"), NULL, GTK_LICENSE_CUSTOM, escaped);
}

GtkWindow *
sl_about_new (GtkWindow *parent, SlConductor *conductor)
{
  SlCasebook      *casebook = conductor ? sl_session_get_casebook (sl_conductor_get_session (conductor)) : NULL;
  g_autofree char *details = sl_about_write_details (parent, conductor);
  AdwAboutWindow  *about;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  about = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                        "transient-for", parent,
                        "modal", TRUE,
                        "application-name", _ ("Sidelight"), "application-icon", "sl-sidelight", "developer-name", _ ("The Sidelight project"), "version", SL_VERSION, "comments", _ ("A film plays, and beside it notes and sourced facts follow the picture."), "license-type", GTK_LICENSE_GPL_3_0, "debug-info", details, "debug-info-filename", "sidelight.txt",
                                                                                                                                                                                      /* Translators: your own names, one on a line; they are shown in the window about the program. */
                                                                                                                                                                                      "translator-credits", _ ("translator-credits"), NULL);
  if (casebook)
    add_casebook (about, casebook);
  return GTK_WINDOW (about);
}
