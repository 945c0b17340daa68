/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlBeside: two children, the first beside the second where there is room for both, at its top; where there is not,
 * only the second is shown. Of a right-to-left reader's page the first is on the right.
 */
#define SL_TYPE_BESIDE (sl_beside_get_type ())
G_DECLARE_FINAL_TYPE (SlBeside, sl_beside, SL, BESIDE, GtkWidget)

G_END_DECLS
