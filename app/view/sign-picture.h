/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "interpreter.h"

G_BEGIN_DECLS

/**
 * SlSignPicture: the interpretation in sign language, as a picture in a corner of the film. Seen while there is one.
 */
#define SL_TYPE_SIGN_PICTURE (sl_sign_picture_get_type ())
G_DECLARE_FINAL_TYPE (SlSignPicture, sl_sign_picture, SL, SIGN_PICTURE, GtkWidget)

/* Once. */
void sl_sign_picture_set_interpreter (SlSignPicture *self, SlInterpreter *interpreter);

/* Where it stands in @film, the place of the film's picture: in the lower corner at the end of a line.
 * Returns: FALSE while there is nothing to see */
gboolean sl_sign_picture_find_place (SlSignPicture *self, const GtkAllocation *film, GtkAllocation *place);

G_END_DECLS
