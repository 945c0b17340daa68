/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways in which a storyboard can be wrong, for every room that reads a part of one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlStoryboardError:
 * @SL_STORYBOARD_ERROR_UNREADABLE: the file cannot be read, or is too large
 * @SL_STORYBOARD_ERROR_SYNTAX: it is not JSON
 * @SL_STORYBOARD_ERROR_MISSING: something required is not there
 * @SL_STORYBOARD_ERROR_UNKNOWN: a key, a scene or a colour that nobody knows
 * @SL_STORYBOARD_ERROR_VALUE: a value of the wrong type, form or size
 * @SL_STORYBOARD_ERROR_ORDER: times or dates that do not follow each other as they must
 */
typedef enum {
  SL_STORYBOARD_ERROR_UNREADABLE,
  SL_STORYBOARD_ERROR_SYNTAX,
  SL_STORYBOARD_ERROR_MISSING,
  SL_STORYBOARD_ERROR_UNKNOWN,
  SL_STORYBOARD_ERROR_VALUE,
  SL_STORYBOARD_ERROR_ORDER,
} SlStoryboardError;

#define SL_STORYBOARD_ERROR (sl_storyboard_error_quark ())
GQuark sl_storyboard_error_quark (void);

G_END_DECLS
