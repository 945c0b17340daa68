/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a watch page has, and how it is to be shown. Nothing of it is owned. */
typedef struct
{
  GtkWidget *page, *stage, *bars, *remark, *transport, *panel;
  gboolean   panel_shown, fullscreen;
  gboolean   idle;   /* in full screen: no controls */
  double     drawer; /* in full screen: how much of the panel has come, from 0 to 1 */
} SlWatchLayout;

/* As in a GtkWidget's own functions; sizes in pixels. */
void sl_watch_layout_measure (const SlWatchLayout *self, GtkOrientation orientation, int for_size, int *minimum, int *natural);
void sl_watch_layout_allocate (const SlWatchLayout *self, int width, int height);

G_END_DECLS
