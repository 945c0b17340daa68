/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "span.h"

G_BEGIN_DECLS

/* How words are set off from those beside them. */
typedef enum {
  SL_MARKUP_PLAIN = 0,
  SL_MARKUP_EMPHASIS = 1 << 0, /* *words* */
  SL_MARKUP_STRONG = 1 << 1,   /* **words** */
} SlMarkupStyle;

/* What a link leads to: [[fact:refund|words]], [[clip:explainer@1:05|words]] */
typedef enum {
  SL_MARKUP_NO_LINK,
  SL_MARKUP_FACT,
  SL_MARKUP_PERSON,
  SL_MARKUP_EVENT,
  SL_MARKUP_SOURCE,
  SL_MARKUP_CLIP,
} SlMarkupLink;

/* Words that stand together. */
typedef struct
{
  char         *text; /* never empty */
  SlMarkupStyle style;
  SlMarkupLink  link;
  char         *id;   /* (nullable): of the record that the link leads to */
  gint64        time; /* nanoseconds, where in a clip the link leads to; SL_TIME_NONE when it does not say */
} SlMarkupRun;

/* What is shown as it was typed, because it is not a mark. */
typedef enum {
  SL_MARKUP_STRAY,        /* a mark that nothing closes or opens */
  SL_MARKUP_BAD_LINK,     /* not [[kind:id|words]] */
  SL_MARKUP_UNKNOWN_KIND, /* a link to something that texts do not link to */
  SL_MARKUP_HTML,         /* a tag or an entity of HTML */
} SlMarkupProblemCode;

typedef struct
{
  SlMarkupProblemCode code;
  gsize               offset; /* in bytes, in the text */
  char               *words;  /* the mark, or the beginning of it */
} SlMarkupProblem;

/**
 * sl_markup_parse: takes the inline marks out of a text. A pure function.
 * @text: UTF-8
 * @problems: (out) (optional) (transfer full) (element-type SlMarkupProblem): by offset
 *
 * Nothing is lost: what is not a good mark stays among the words as it was typed.
 *
 * Returns: (transfer full) (element-type SlMarkupRun): neighbours differ in more than their words
 */
GPtrArray *sl_markup_parse (const char *text, GPtrArray **problems) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the words alone, as they are read */
char *sl_markup_to_plain (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: the word for a link as texts write it, such as "fact"; NULL for SL_MARKUP_NO_LINK */
const char *sl_markup_link_to_word (SlMarkupLink link);

G_END_DECLS
