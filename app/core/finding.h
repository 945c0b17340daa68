/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  SL_SEVERITY_ERROR,   /* the item is left out */
  SL_SEVERITY_WARNING, /* the item is kept, a part of it may be mended or dropped */
  SL_SEVERITY_HINT,
} SlSeverity;

#define SL_TYPE_SEVERITY (sl_severity_get_type ())
GType sl_severity_get_type (void);

/**
 * SlFinding: one thing that a reader has to say about a file. Immutable, counted, safe on any thread.
 */
typedef struct _SlFinding SlFinding;

#define SL_TYPE_FINDING (sl_finding_get_type ())
GType sl_finding_get_type (void);

/**
 * sl_finding_new:
 * @file: path inside the casebook
 * @line: 1-based, or 0 when the finding is about the whole file
 * @column: 1-based, in characters, or 0
 * @code: the stable word for this kind of finding, such as "no-source"
 * @place: (nullable): where in the data, such as `facts[12] "refund"`
 * @text: what is wrong and what to do, in the reader's language
 */
SlFinding *sl_finding_new (SlSeverity  severity,
                           const char *file,
                           guint       line,
                           guint       column,
                           const char *code,
                           const char *place,
                           const char *text) G_GNUC_WARN_UNUSED_RESULT;
SlFinding *sl_finding_ref (SlFinding *self);
void       sl_finding_unref (SlFinding *self);

SlSeverity  sl_finding_get_severity (const SlFinding *self);
const char *sl_finding_get_file (const SlFinding *self);
guint       sl_finding_get_line (const SlFinding *self);   /* 0 = the whole file */
guint       sl_finding_get_column (const SlFinding *self); /* in characters; 0 = the whole line */
const char *sl_finding_get_code (const SlFinding *self);
const char *sl_finding_get_place (const SlFinding *self); /* (nullable) */
const char *sl_finding_get_text (const SlFinding *self);

/* Returns: (transfer full): `file:line:column: severity[code] place: text`, without what is not known */
char *sl_finding_to_string (const SlFinding *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFinding, sl_finding_unref)

G_END_DECLS
