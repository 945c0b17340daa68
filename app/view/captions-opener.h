/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "captions.h"

G_BEGIN_DECLS

/* Lets the viewer choose a file of captions for the clip that is watched, and shows them. What does not work is said by
 * the action win.tell (s). */
void sl_captions_opener_ask (GtkWindow *window, SlCaptions *captions);

/* The same with @file: it is read on another thread; one that comes too late for its clip is dropped. */
void sl_captions_opener_read (GtkWindow *window, SlCaptions *captions, GFile *file);

G_END_DECLS
