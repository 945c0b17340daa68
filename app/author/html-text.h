/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes the markup out of @html and decodes its character references; a break or a new paragraph becomes a
 * line end. @had_markup: (out): whether there was anything but breaks
 * Returns: (transfer full) */
char *sl_html_text_strip (const char *html, gboolean *had_markup) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): @text as HTML that sl_html_text_strip () gives back; @breaks: with <br> for line ends */
char *sl_html_text_escape (const char *text, gboolean breaks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
