/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SlPane: what every pane is: one input, the property "session"; one output, actions; and one child, which its
 * template makes. The only type here that others are made from: what sets panes apart is their templates.
 */
#define SL_TYPE_PANE (sl_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (SlPane, sl_pane, SL, PANE, GtkWidget)

struct _SlPaneClass
{
  GtkWidgetClass parent_class;
};

/* The session of the pane in which @widget stands. Returns: (transfer none) (nullable) */
SlSession *sl_pane_find_session (GtkWidget *widget);
SlSession *sl_pane_get_session (SlPane *self); /* (transfer none) (nullable) */

G_END_DECLS
