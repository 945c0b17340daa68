/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Attaches @source (transfer full) to @context, in the place of what @field holds, if anything. */
void sl_sources_attach (GSource **field, GMainContext *context, GSource *source, GSourceFunc callback, gpointer data, const char *name);
/* Destroys what @field holds, if anything; it holds NULL then. */
void sl_sources_clear (GSource **field);

G_END_DECLS
