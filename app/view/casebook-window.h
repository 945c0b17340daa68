/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SlCasebookWindow: what a casebook says of itself, for those who want to know how far it can be trusted: who made it,
 * how, and what was corrected when.
 */
#define SL_TYPE_CASEBOOK_WINDOW (sl_casebook_window_get_type ())
G_DECLARE_FINAL_TYPE (SlCasebookWindow, sl_casebook_window, SL, CASEBOOK_WINDOW, AdwWindow)

/* Links in its texts lead to places in @parent. */
SlCasebookWindow *sl_casebook_window_new (GtkWindow *parent, SlCasebook *casebook);

G_END_DECLS
