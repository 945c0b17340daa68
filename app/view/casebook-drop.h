/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* From now on a casebook's folder or file that is dropped on @window is opened in it. */
void sl_casebook_drop_accept (SlWindow *window);

G_END_DECLS
