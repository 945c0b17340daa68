/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "passage.h"

G_BEGIN_DECLS

/* A part of a passage, which was made safe when its transcript was, as words that can be selected. */

/* The most of one part that is shown before somebody asks for all of it, in characters. */
#define SL_PASSAGE_LABEL_BEGINNING 900

/* @kind: of the passage; @whole: even if it is long; @is_long: (out): set to TRUE if it is, else left as it is. A byte
 * of the label's text is the same byte of the part's, up to where it is cut. Returns: (transfer floating) */
GtkWidget *sl_passage_label_new (SlCueKind kind, const SlPart *part, gboolean whole, gboolean *is_long);

/* Shows in @label, which was made for @part, what is looked for. */
void sl_passage_label_mark (GtkLabel *label, const SlPart *part);

/* Returns: whether what is shown of what is looked for stands where a label that is cut does not reach */
gboolean sl_passage_label_hides_hit (GtkLabel *label, const SlPart *part);

G_END_DECLS
