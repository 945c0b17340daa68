/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* From now on a casebook's folder or file that is dropped on @window is opened in it; another file is
 * captions for what is watched, or the viewer's copy of its film, where that wants one (copy-actions.h); of what is
 * none of these that is said (win.tell). */
void sl_casebook_drop_accept (SlWindow *window);

G_END_DECLS
