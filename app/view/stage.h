/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "announcer.h"
#include "conductor.h"
#include "interpreter.h"
#include "own-copies.h"

G_BEGIN_DECLS

/**
 * SlStage: the picture, the words over it, and what went wrong with it.
 *
 * Properties: "session", "conductor", "captions-shown". Under the cairo renderer it asks the conductor for
 * frames of just its own size in device pixels.
 */
#define SL_TYPE_STAGE (sl_stage_get_type ())
G_DECLARE_FINAL_TYPE (SlStage, sl_stage, SL, STAGE, GtkWidget)

/* What is drawn over it by others, in pixels from its edges. */
typedef struct
{
  int head, foot;  /* no caption stands there */
  int left, right; /* nor anything else but the picture */
  int sign;        /* no sign that the film is waited for stands above it */
} SlStageCover;

/* While @cover is. Before the stage is given its place. */
void sl_stage_set_covered (SlStage *self, const SlStageCover *cover);

/* The picture as it is shown, without the words over it. Returns: (transfer full) (nullable): NULL without one */
GdkTexture *sl_stage_take_picture (SlStage *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: how high it would be in @width for the words and buttons that it shows in the place of the picture to be
 * seen at once, in pixels; 0: it has none to show. @least (out) (nullable): for what cannot be scrolled */
int sl_stage_measure_asked (SlStage *self, int width, int *least);

/* What captions look like is as @settings say, from now on. */
void sl_stage_bind_settings (SlStage *self, GSettings *settings);

/* Shows what it interprets, while it does. Once. */
void sl_stage_set_interpreter (SlStage *self, SlInterpreter *interpreter);

/* Asks for the viewer's own copy where one is wanted, and has that announced. Once. */
void sl_stage_follow_copies (SlStage *self, SlOwnCopies *copies, SlAnnouncer *announcer);

G_END_DECLS
