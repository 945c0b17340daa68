/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources of a context that is not the default one: those have no numbers to be removed by. */
#include "sources.h"

void
sl_sources_clear (GSource **field)
{
  g_return_if_fail (field != NULL);

  if (*field)
    g_source_destroy (*field);
  g_clear_pointer (field, g_source_unref);
}

void
sl_sources_attach (GSource **field, GMainContext *context, GSource *source, GSourceFunc callback, gpointer data, const char *name)
{
  g_return_if_fail (field != NULL && source != NULL && callback != NULL);

  sl_sources_clear (field);
  *field = source;
  g_source_set_name (source, name);
  g_source_set_callback (source, callback, data, NULL);
  g_source_attach (source, context);
}
