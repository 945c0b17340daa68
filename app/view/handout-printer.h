/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "handout.h"

G_BEGIN_DECLS

/* Sets @blocks (element-type SlBlock) on paper: asks for a printer with GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, or writes a PDF
 * to @path (else nullable) with GTK_PRINT_OPERATION_ACTION_EXPORT. What must be opened to be read is left out, and that is said.
 * Returns: whether it could; else @error */
gboolean sl_handout_printer_run (GtkWindow              *parent,
                                 GPtrArray              *blocks,
                                 const SlHandoutWords   *words,
                                 GtkPrintOperationAction action,
                                 const char             *path,
                                 GError                **error);

G_END_DECLS
