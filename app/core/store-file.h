/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SQLite's own type, so that only the store includes its header. */
struct sqlite3;

#define SL_STORE_VERSION 4 /* of the tables; what is older is brought here, what is newer is left alone */

/* Opens the file at @path, which is made when it is missing, as are its folders. A file that is broken, or
 * not ours, is put aside under another name and begun anew; what happened is told as a message.
 * Any thread; two processes may do so at once. It never waits longer than a few seconds.
 * @busy: (out): whether it is worth trying again later: a program with a slow disk has the file.
 * Returns: (transfer full) (nullable): for sqlite3_close(); NULL, told as a message unless @busy, where nothing can be
 * kept */
struct sqlite3 *sl_store_file_open (const char *path, gboolean *busy) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
