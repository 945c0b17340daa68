/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "date.h"

G_BEGIN_DECLS

typedef enum {
  SL_SOURCE_TYPE_COURT,
  SL_SOURCE_TYPE_LAW,
  SL_SOURCE_TYPE_OFFICIAL,
  SL_SOURCE_TYPE_REPORT,
  SL_SOURCE_TYPE_NEWS,
  SL_SOURCE_TYPE_AGENCY,
  SL_SOURCE_TYPE_NGO,
  SL_SOURCE_TYPE_FILM,
  SL_SOURCE_TYPE_BOOK,
  SL_SOURCE_TYPE_WEB,
  SL_SOURCE_TYPE_INTERVIEW,
} SlSourceType;

#define SL_TYPE_SOURCE_TYPE (sl_source_type_get_type ())
GType sl_source_type_get_type (void);

/**
 * SlSource: a document that carries a claim. An immutable record: its properties are named as its getters,
 * with dashes, and what a getter returns belongs to the record. "(nullable)" is what the author may leave out.
 */
#define SL_TYPE_SOURCE (sl_source_get_type ())
G_DECLARE_FINAL_TYPE (SlSource, sl_source, SL, SOURCE, GObject)

const char   *sl_source_get_id (SlSource *self);
const char   *sl_source_get_title (SlSource *self);
const char   *sl_source_get_publisher (SlSource *self);
const char   *sl_source_get_author (SlSource *self);       /* (nullable) */
const SlDate *sl_source_get_date (SlSource *self);         /* (nullable) */
SlSourceType  sl_source_get_source_type (SlSource *self);  /* the property "type" */
const char   *sl_source_get_language (SlSource *self);     /* BCP 47 */
const char   *sl_source_get_url (SlSource *self);          /* (nullable): http or https */
const char   *sl_source_get_archived_url (SlSource *self); /* (nullable): http or https */
const SlDate *sl_source_get_accessed (SlSource *self);
const char   *sl_source_get_file (SlSource *self);         /* (nullable): path in the casebook */
const char   *sl_source_get_read (SlSource *self);         /* (nullable): "whole" or "excerpt" */
const char   *sl_source_get_independence (SlSource *self); /* (nullable) */
const char   *sl_source_get_note (SlSource *self);         /* (nullable) */
gboolean      sl_source_get_sensitive (SlSource *self);

G_END_DECLS
