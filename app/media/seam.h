/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/* The seam of a loop: where the last picture of a round meets the first of the next. A demuxer begins the next
 * round at the start of the last buffer that it has sent, and not at its end, so that picture and the sound with
 * it would be cut short. */

/* From now on the demuxers that @playbin makes count each round of a segment seek with a stop at its full length. */
void sl_seam_close (GstElement *playbin);

/* What @next, which follows @last without a flush, should be: with its base where @last ends if it is another round.
 * Returns: whether @next was changed */
gboolean sl_seam_fit (const GstSegment *last, GstSegment *next);

G_END_DECLS
