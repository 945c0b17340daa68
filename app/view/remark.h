/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "describer.h"
#include "section-loop.h"

G_BEGIN_DECLS

/**
 * SlRemark: a few words over the picture about what just changed, such as the volume; gone after a moment.
 *
 * Properties: "conductor" and "section-loop": what it follows (nullable). Screen readers are told.
 */
#define SL_TYPE_REMARK (sl_remark_get_type ())
G_DECLARE_FINAL_TYPE (SlRemark, sl_remark, SL, REMARK, GtkWidget)

/* Says @text. @side: where on the picture it is about: -1 left, 1 right, 0 nowhere */
void sl_remark_say (SlRemark *self, const char *text, int side);

/* Tells when the film's descriptions are switched. Once. */
void sl_remark_follow_describer (SlRemark *self, SlDescriber *describer);

/* The side of what is said now. */
int sl_remark_get_side (SlRemark *self);

G_END_DECLS
