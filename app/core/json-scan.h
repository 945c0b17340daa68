/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "json-error.h"
#include "line-map.h"

G_BEGIN_DECLS

#define SL_JSON_MAX_BYTES (64 * 1024 * 1024)
#define SL_JSON_MAX_DEPTH 64
#define SL_JSON_MAX_KEYS 256

/**
 * SlJsonScan: the shape of one strict JSON document and where in the text everything stands.
 *
 * Its entries are numbered in the order of the text: the root is 0, the first entry in a container is its
 * own number and 1. In an object each key is an entry, and its value the next one.
 *
 * What RFC 8259 allows and nobody can read costs no more than itself: of a key that stands twice in an
 * object the first one counts and the other has no entry; half a surrogate pair and U+0000 become U+FFFD;
 * a number that is too large becomes null; of more keys than
 * SL_JSON_MAX_KEYS in an object the first ones count.
 */
typedef struct _SlJsonScan SlJsonScan;

/* Scans @bytes. @place: (out) (optional): where it went wrong. Returns: (transfer full); NULL with @error of
 * SL_JSON_ERROR */
SlJsonScan *sl_json_scan_new (GBytes *bytes, SlTextPlace *place, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void        sl_json_scan_free (SlJsonScan *self);

guint       sl_json_scan_get_n_entries (const SlJsonScan *self);
guint       sl_json_scan_skip (const SlJsonScan *self, guint entry); /* the entry behind all of @entry */
SlTextPlace sl_json_scan_locate (const SlJsonScan *self, guint entry);

/* Returns: whether @entry is a null that stands for a number that is too large */
gboolean sl_json_scan_is_mended (const SlJsonScan *self, guint entry);

/* Returns: (transfer none): the document to be read, with every place where it was */
GBytes *sl_json_scan_get_bytes (const SlJsonScan *self);

/* What was mended for that, in the order of the text. @code: (out); @place: (out). Returns: what was wrong */
guint       sl_json_scan_get_n_mends (const SlJsonScan *self);
const char *sl_json_scan_get_mend (const SlJsonScan *self, guint n, SlJsonError *code, SlTextPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlJsonScan, sl_json_scan_free)

G_END_DECLS
