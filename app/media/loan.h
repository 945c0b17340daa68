/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/* An element of the program's world, an output or a sound device, that serves one pipeline at a time. */

/* Before any pipeline knows of @element; once more does no harm. */
void sl_loan_offer (GstElement *element);
/* Waits @patience (microseconds) at most until the pipeline before has given it back. Any thread. Returns: whether it was
 * taken */
gboolean sl_loan_take (GstElement *element, gint64 patience);
/* The pipeline that has taken it stands still for good. Any thread. */
void     sl_loan_give_back (GstElement *element);
gboolean sl_loan_is_free (GstElement *element); /* Any thread. */

G_END_DECLS
