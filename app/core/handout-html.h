/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "handout.h"

G_BEGIN_DECLS

/* @blocks: (element-type SlBlock). Returns: (transfer full): a page of HTML, whole in one file, that fetches nothing. The same blocks
 * make the same page. Nothing that a casebook says can become markup. */
char *sl_handout_html_write (GPtrArray *blocks, const SlHandoutWords *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
