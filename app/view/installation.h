/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the program's own files are, be it run from its build folder, installed or in a sandbox. No
 * environment variable is needed for any of them. */

/* Returns: (transfer full): the folder that holds casebooks/ */
char *sl_installation_get_datadir (void) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the folder that holds gschemas.compiled */
char *sl_installation_get_schemadir (void) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the folder that holds <language>/LC_MESSAGES/sidelight.mo */
char *sl_installation_get_localedir (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
