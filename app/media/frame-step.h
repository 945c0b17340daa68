/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frame-stamper.h"

G_BEGIN_DECLS

typedef enum {
  SL_FRAME_STEP_REST,
  SL_FRAME_STEP_BACK,   /* going back until another picture comes */
  SL_FRAME_STEP_VERIFY, /* whether it is the one just before */
} SlFrameStepPhase;

/* SlFrameStep: which exact seeks lead from one picture to the next or to the one before. A value; all zero rests. */
typedef struct
{
  SlFrameStepPhase phase;
  int              pending; /* pictures still to go, forwards or back */
  guint            serial;  /* of those that are shown */
  gint64           begin;   /* of the picture that is left, and its end */
  gint64           end;
  gint64           distance;
  gint64           candidate;
} SlFrameStep;

void     sl_frame_step_add (SlFrameStep *self, int n, guint serial);
void     sl_frame_step_cancel (SlFrameStep *self);
gboolean sl_frame_step_is_under_way (const SlFrameStep *self);

/* What to seek next, now that @shown is there: fills @target (nanoseconds) and @serial, 0 for a picture that is only
 * on the way and not to be seen. Returns: FALSE when there is nothing more to do */
gboolean sl_frame_step_next (SlFrameStep *self, SlFrameStamper *stamper, const SlFrameStamp *shown, gint64 *target, guint *serial);

G_END_DECLS
