/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SlFactsPane: the facts that the film has told so far, what it tells now on top.
 *
 * Property: "session".
 */
#define SL_TYPE_FACTS_PANE (sl_facts_pane_get_type ())
G_DECLARE_FINAL_TYPE (SlFactsPane, sl_facts_pane, SL, FACTS_PANE, GtkWidget)

G_END_DECLS
