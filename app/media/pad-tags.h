/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/* Looks for what the file says of the stream that comes to @pad, a sink pad, on its way from the reader of the file. Any
 * thread. Returns: (transfer full) (nullable): tags with a language; NULL when there are none */
GstTagList *sl_pad_tags_find (GstPad *pad) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
