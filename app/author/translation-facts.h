/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What has to be the same in a text and its translation. */
typedef enum {
  SL_TRANSLATION_SAME,
  SL_TRANSLATION_NUMBERS, /* other numbers, so other dates, sums and times, too */
  SL_TRANSLATION_MARKS,   /* other inline marks, or links that lead elsewhere */
  SL_TRANSLATION_URLS,    /* other web addresses */
  SL_TRANSLATION_LINES,   /* another number of lines */
} SlTranslationFact;

/**
 * sl_translation_facts_compare: looks for the first of these that differs. A pure function.
 *
 * Numbers may be written in the digits of any script and with any marks between thousands and before
 * decimals, and may stand in another order.
 *
 * Returns: what differs. @detail: (out) (transfer full): what is missing in the translation or, if nothing is, new
 * in it; NULL for SL_TRANSLATION_SAME
 */
SlTranslationFact sl_translation_facts_compare (const char *text, const char *translation, char **detail);

G_END_DECLS
