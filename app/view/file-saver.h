/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "file-chooser.h"

G_BEGIN_DECLS

/* What is said when something could not be saved; the last has the system's reason in place of %s. */
typedef struct
{
  const char *full, *denied, *other;
} SlFileSaverWords;

/* Makes what is to be saved, on a thread of its own. Returns: (transfer full): NULL with @error */
typedef GBytes *(*SlFileMaker) (gpointer data, GError **error);

/* Called once it is saved or could not be, with words that say so. */
typedef void (*SlFileSaved) (GtkWindow *window, const char *text);

/* Asks where to keep something, under @title, and proposes @name and, if there is one, the user's folder @place. @chosen is
 * called with @data when somebody says where, unless @window is gone then; @free_data (nullable) in any case after that. */
void sl_file_saver_ask (GtkWindow     *window,
                        const char    *title,
                        const char    *name,
                        GUserDirectory place,
                        SlFileChosen   chosen,
                        gpointer       data,
                        GDestroyNotify free_data);

/* Saves what @make makes of @data in @file, which is whole then or as it was. @saved is not called when @window is gone;
 * @free_data (nullable) is in any case. @words: static, not translated yet */
void sl_file_saver_save (GtkWindow              *window,
                         GFile                  *file,
                         SlFileMaker             make,
                         gpointer                data,
                         GDestroyNotify          free_data,
                         const SlFileSaverWords *words,
                         SlFileSaved             saved);

/* Returns: (transfer full): what is wrong, and what to do */
char *sl_file_saver_explain (const GError *error, const SlFileSaverWords *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
