/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "finding.h"

G_BEGIN_DECLS

/**
 * SlFindingsButton: the quiet word that something in the casebook is wrong. Hidden while nothing is; the
 * lines behind it can be copied.
 */
#define SL_TYPE_FINDINGS_BUTTON (sl_findings_button_get_type ())
G_DECLARE_FINAL_TYPE (SlFindingsButton, sl_findings_button, SL, FINDINGS_BUTTON, GtkWidget)

/* @findings: (nullable) (element-type SlFinding): hints are for authors and are not shown */
void sl_findings_button_show (SlFindingsButton *self, GPtrArray *findings);

G_END_DECLS
