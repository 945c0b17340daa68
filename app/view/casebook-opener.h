/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "casebook.h"

G_BEGIN_DECLS

/**
 * SlCasebookOpener: reads a casebook, and reads it again when somebody has changed its files, so that its
 * author sees at once what was saved. For the main thread; the reading is not on it.
 *
 * Signals, with @findings (element-type SlFinding) as the reader made them, and @again telling whether it
 * was open before:
 *   "opened" (SlCasebook *casebook, GPtrArray *findings, gboolean again)
 *   "failed" (GError *error, GPtrArray *findings, gboolean again)
 */
#define SL_TYPE_CASEBOOK_OPENER (sl_casebook_opener_get_type ())
G_DECLARE_FINAL_TYPE (SlCasebookOpener, sl_casebook_opener, SL, CASEBOOK_OPENER, GObject)

SlCasebookOpener *sl_casebook_opener_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Forgets the one before, once this is open. @file: a casebook's folder or archive */
void sl_casebook_opener_open (SlCasebookOpener *self, GFile *file);

/* Forgets one that could not be opened, and keeps up with the one before, if there was one. */
void sl_casebook_opener_give_up (SlCasebookOpener *self);

/* Whether it will be told of changes. */
gboolean sl_casebook_opener_is_watching (SlCasebookOpener *self);

G_END_DECLS
