/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* From now on a casebook's folder or file that is dropped on @window is opened in it; another file is
 * the viewer's copy of the film that is watched, where that wants one (copy-actions.h). */
void sl_casebook_drop_accept (SlWindow *window);

G_END_DECLS
