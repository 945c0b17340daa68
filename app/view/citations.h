/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a claim rests on, in words on the screen. @citations: (nullable): of SlCitation */

/* Adds each to @box: the source and the place in it, what it supports, what kind of source it is, and its own words. */
void sl_citations_add (GtkWidget *box, GListModel *citations);

/* Returns: (transfer floating) (nullable): "2 sources", which opens; NULL when there are none */
GtkWidget *sl_citations_make_expander (GListModel *citations) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
