/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlFlowLayout: children in one line where there is room for it, else in as many lines as they need.
 *
 * Properties: "gap", "line-gap" (pixels); "words-first" (gboolean): where one line is too little, the first child, which is
 * what is said, has a line of its own; "one-line" (gboolean): what has no room in the first line is not seen; "even"
 * (gboolean): where one line is too little, children stand in columns of equal width, if that takes no more lines.
 */
#define SL_TYPE_FLOW_LAYOUT (sl_flow_layout_get_type ())
G_DECLARE_FINAL_TYPE (SlFlowLayout, sl_flow_layout, SL, FLOW_LAYOUT, GtkLayoutManager)

G_END_DECLS
