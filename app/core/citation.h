/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "source.h"

G_BEGIN_DECLS

/**
 * SlCitation: the place in a source that carries a claim. An immutable record: its properties are named as
 * its getters, with dashes, and what a getter returns belongs to the record.
 */
#define SL_TYPE_CITATION (sl_citation_get_type ())
G_DECLARE_FINAL_TYPE (SlCitation, sl_citation, SL, CITATION, GObject)

SlSource   *sl_citation_get_source (SlCitation *self);
const char *sl_citation_get_where (SlCitation *self);             /* (nullable): page, paragraph, time */
const char *sl_citation_get_supports (SlCitation *self);          /* (nullable) */
const char *sl_citation_get_quote (SlCitation *self);             /* (nullable) */
const char *sl_citation_get_quote_language (SlCitation *self);    /* (nullable): BCP 47 */
const char *sl_citation_get_quote_translation (SlCitation *self); /* (nullable) */

G_END_DECLS
