/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program's own files are. The program knows that it was not installed by where it itself lies. */
#include "config.h"

#include "installation.h"

static gboolean
is_uninstalled (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, SL_BUILD_ROOT "/");
}

char *
sl_installation_get_datadir (void)
{
  return g_strdup (is_uninstalled () ? SL_BUILD_DATADIR : SL_DATADIR);
}

char *
sl_installation_get_schemadir (void)
{
  return g_strdup (is_uninstalled () ? SL_BUILD_ROOT "/resources" : SL_SCHEMADIR);
}

char *
sl_installation_get_localedir (void)
{
  return g_strdup (is_uninstalled () ? SL_BUILD_LOCALEDIR : SL_LOCALEDIR);
}
