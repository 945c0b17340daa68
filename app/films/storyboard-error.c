/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only the domain's name: the messages are written where the mistake is seen. */
#include "storyboard-error.h"

G_DEFINE_QUARK (sl_storyboard_error_quark, sl_storyboard_error)
