/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlColumns: its visible children beside each other, all as wide, where there is room for words in each; and below each
 * other where there is not.
 */
#define SL_TYPE_COLUMNS (sl_columns_get_type ())
G_DECLARE_FINAL_TYPE (SlColumns, sl_columns, SL, COLUMNS, GtkWidget)

G_END_DECLS
