/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The place in a source that carries a claim, with its words where they are quoted.
 */
#include "citation.h"

#include "record-macros.h"

struct _SlCitation
{
  GObject parent_instance;

  SlSource *source;
  char     *where;
  char     *supports;
  char     *quote;
  char     *quote_language;
  char     *quote_translation;
};

static const SlRecordField sl_citation_fields[] = {
  {"source", SL_RECORD_OBJECT, G_STRUCT_OFFSET (SlCitation, source), sl_source_get_type},
  {"where", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCitation, where)},
  {"supports", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCitation, supports)},
  {"quote", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCitation, quote)},
  {"quote-language", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCitation, quote_language)},
  {"quote-translation", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCitation, quote_translation)},
};

SL_DEFINE_RECORD (SlCitation, sl_citation)

SL_RECORD_GETTER (SlCitation, sl_citation, SlSource *, source)
SL_RECORD_GETTER (SlCitation, sl_citation, const char *, where)
SL_RECORD_GETTER (SlCitation, sl_citation, const char *, supports)
SL_RECORD_GETTER (SlCitation, sl_citation, const char *, quote)
SL_RECORD_GETTER (SlCitation, sl_citation, const char *, quote_language)
SL_RECORD_GETTER (SlCitation, sl_citation, const char *, quote_translation)
