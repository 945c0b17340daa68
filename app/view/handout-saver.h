/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "handout.h"

G_BEGIN_DECLS

typedef enum {
  SL_HANDOUT_PAGE, /* of HTML */
  SL_HANDOUT_PDF,
} SlHandoutFormat;

/* Called once the handout is saved or could not be, with words that say so. */
typedef void (*SlHandoutSaved) (GtkWindow *window, const char *text);

/* What @transcript of @clip is on paper. Returns: (transfer full) (element-type SlBlock) */
GPtrArray *sl_handout_saver_build (SlCasebook *casebook, SlClip *clip, GListModel *transcript) G_GNUC_WARN_UNUSED_RESULT;

/* Asks where to keep @blocks and does it. The file is whole or not there. Nothing is told when the reader decides
 * otherwise, or @window is gone. */
void sl_handout_saver_ask (GtkWindow *window, GPtrArray *blocks, SlHandoutFormat format, SlHandoutSaved saved);

/* The same in a @file that is known. */
void sl_handout_saver_save (GtkWindow *window, GPtrArray *blocks, SlHandoutFormat format, GFile *file, SlHandoutSaved saved);

/* Asks for a printer; @saved is called only when something went wrong. */
void sl_handout_saver_print (GtkWindow *window, GPtrArray *blocks, SlHandoutSaved saved);

G_END_DECLS
