/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "json-scan.h"
#include "report.h"

G_BEGIN_DECLS

/**
 * SlDocument: one JSON file, strictly checked, with the places of its values. Counted; for one thread.
 */
typedef struct _SlDocument SlDocument;

/* @file: the path for findings. Returns: (transfer full) (nullable): NULL with a finding in @report, and
 * with @error of SL_JSON_ERROR, when @bytes are not the JSON that casebooks are made of */
SlDocument *sl_document_new (const char *file,
                             GBytes     *bytes,
                             SlReport   *report,
                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SlDocument *sl_document_ref (SlDocument *self);
void        sl_document_unref (SlDocument *self);

const char *sl_document_get_file (SlDocument *self);

/* Returns: (transfer none): the value of entry 0 of the scan */
JsonNode *sl_document_get_root (SlDocument *self);

/* Lets go of the values; the places stay. */
void sl_document_forget_root (SlDocument *self);

/* The entry behind all of @entry, and the place of @entry: see json-scan. */
guint       sl_document_skip (SlDocument *self, guint entry);
SlTextPlace sl_document_locate (SlDocument *self, guint entry);

/* Returns: whether @entry is a null in the place of what could not be read, of which there is a finding */
gboolean sl_document_is_mended (SlDocument *self, guint entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDocument, sl_document_unref)

G_END_DECLS
