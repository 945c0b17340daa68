/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SlDate: a date as far as it is known: a year, a month, a day or a minute, about or uncertain, or an
 * interval between two of them. The parts of EDTF levels 0 and 1 that casebooks need:
 *
 *   2009   2009-11   2009-11-16   2009-11-16T21:50   2009-11-16T21:50:07+03:00   …Z
 *   2009-11~ (about)   2009-11? (uncertain)   2009-11% (both)   2008-11-24/2009-11-16
 *
 * Years are 0001 to 9999. Immutable, counted, safe on any thread.
 */
typedef struct _SlDate SlDate;

#define SL_TYPE_DATE (sl_date_get_type ())
GType sl_date_get_type (void);

#define SL_DATE_ERROR (sl_date_error_quark ())
GQuark sl_date_error_quark (void);

typedef enum {
  SL_DATE_ERROR_SHAPE, /* not written in one of the ways above */
  SL_DATE_ERROR_RANGE, /* a month, day, hour or zone that does not exist */
  SL_DATE_ERROR_ORDER, /* an interval that ends before it begins */
} SlDateError;

/* Reads @text, with nothing around it. Returns: (transfer full); NULL with @error of SL_DATE_ERROR */
SlDate *sl_date_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
SlDate *sl_date_ref (const SlDate *self); /* (transfer full): the same date */
void    sl_date_unref (SlDate *self);

/* Orders by the earliest moment that the date may mean, then by the latest, then by how much of it is
 * known and how surely. What has no zone counts as UTC. Returns: less than, equal to or more than 0; 0 only
 * for dates that are written alike */
int      sl_date_compare (const SlDate *a, const SlDate *b);
gboolean sl_date_equal (const SlDate *a, const SlDate *b);

int      sl_date_get_year (const SlDate *self); /* that of the beginning */
gboolean sl_date_is_interval (const SlDate *self);

/* Returns: (transfer full): the date as a casebook writes it */
char *sl_date_to_string (const SlDate *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the date in words of the reader's language: "about November 2009" */
char *sl_date_format (const SlDate *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDate, sl_date_unref)

G_END_DECLS
