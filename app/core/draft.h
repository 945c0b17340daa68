/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report.h"
#include "schema-field.h"

G_BEGIN_DECLS

typedef struct _SlDocument SlDocument; /* see document */

/**
 * SlDraft: one record between JSON and object, with the place of every value. A value is named by its key
 * in the schema; asking for one that the schema does not have is a programming error. Counted; for one
 * thread.
 */
typedef struct _SlDraft SlDraft;

#define SL_TYPE_DRAFT (sl_draft_get_type ())
GType sl_draft_get_type (void);

/* @entry: the object's; @place: such as `facts[12] "refund"` */
SlDraft *sl_draft_new (const SlSchema *schema, SlDocument *document, guint entry, const char *place) G_GNUC_WARN_UNUSED_RESULT;
SlDraft *sl_draft_ref (SlDraft *self);
void     sl_draft_unref (SlDraft *self);

const SlSchema *sl_draft_get_schema (SlDraft *self);
const char     *sl_draft_get_place (SlDraft *self);

/* Whether the file gave the value, or a rule has set it. */
gboolean sl_draft_has (SlDraft *self, const char *key);

/* Whether the file gave it, whatever the rules have made of it. */
gboolean sl_draft_is_given (SlDraft *self, const char *key);

/* What is not there is NULL, 0 or FALSE. (transfer none) */
const GValue      *sl_draft_get (SlDraft *self, const char *key);
const char        *sl_draft_get_string (SlDraft *self, const char *key);
const char *const *sl_draft_get_strings (SlDraft *self, const char *key);
gint64             sl_draft_get_time (SlDraft *self, const char *key);
gboolean           sl_draft_get_bool (SlDraft *self, const char *key);
SlDraft           *sl_draft_get_draft (SlDraft *self, const char *key);
GPtrArray         *sl_draft_get_list (SlDraft *self, const char *key); /* of SlDraft; may be changed in place */

/* @value: copied. @entry: where it stands, or 0 to leave that as it was. @strings: (element-type utf8): copied;
 * @items: (element-type guint): the entry of each. */
void sl_draft_set (SlDraft *self, const char *key, const GValue *value, guint entry);
void sl_draft_set_strings (SlDraft *self, const char *key, GPtrArray *strings, GArray *items, guint entry);
void sl_draft_set_time (SlDraft *self, const char *key, gint64 time);
void sl_draft_set_uint (SlDraft *self, const char *key, guint number);
void sl_draft_set_string (SlDraft *self, const char *key, const char *string);
void sl_draft_set_object (SlDraft *self, const char *key, gpointer object);
void sl_draft_clear (SlDraft *self, const char *key);

/* Drops every string of an array for which @keep returns FALSE. */
typedef gboolean (*SlDraftStringFunc) (SlDraft *self, const char *key, guint item, const char *string, gpointer data);
void sl_draft_keep_strings (SlDraft *self, const char *key, SlDraftStringFunc keep, gpointer data);

/* Adds a finding about the whole record (@key NULL, @item -1), the value of @key (@item -1), or the @item-th
 * of its strings. */
void sl_draft_report (SlDraft    *self,
                      SlReport   *report,
                      SlSeverity  severity,
                      const char *code,
                      const char *key,
                      int         item,
                      const char *format,
                      ...) G_GNUC_PRINTF (7, 8);

/* Drops every draft of a list for which @keep returns FALSE. */
typedef gboolean (*SlDraftFunc) (SlDraft *self, gpointer data);
void sl_draft_filter (GPtrArray *drafts, SlDraftFunc keep, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDraft, sl_draft_unref)

G_END_DECLS
