/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlScreeningPage: the notes and facts of a film that runs elsewhere, dark and still, so that nobody in the hall is
 * disturbed. The film starts when the reader says so; then the notes run by the clock (screening-clock.h).
 *
 * Properties: "session", "conductor" (for what is announced). What leads to a moment elsewhere leads to that moment of
 * the screening here: win.seek(x), win.seek-moment(x), win.show-moment(sx); win.play holds it, or lets it go on.
 */
#define SL_TYPE_SCREENING_PAGE (sl_screening_page_get_type ())
G_DECLARE_FINAL_TYPE (SlScreeningPage, sl_screening_page, SL, SCREENING_PAGE, GtkWidget)

/* Follows the session's clip, until the session has another. */
void sl_screening_page_open (SlScreeningPage *self);

/* Shows @tab: "notes", "facts", "chapters", "marks", where there are some. Returns: (transfer none): the pane */
GtkWidget *sl_screening_page_show_tab (SlScreeningPage *self, const char *tab);

G_END_DECLS
