/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cue.h"

G_BEGIN_DECLS

/* How far a list has to be moved on, in pixels, until @item, a child of @list that is laid out, stands where it can be
 * read. With @newest (nullable), whose row it is, as many rows above it as have room and are on stand there from their
 * heads on. @page: pixels of the list that are seen; @row_type: of the items' children, which have a property "cue".
 * Returns: 0 where it stands well already */
double sl_resting_place_measure (GtkWidget *list, GtkWidget *item, double page, GType row_type, SlCue *newest);

G_END_DECLS
