/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"

G_BEGIN_DECLS

/* @fact of @casebook as words to be put into somebody's own text: what is said, how far it is carried, who says so and who
 * says otherwise, every source with the place in it, and a link to where a film tells it. Of one that is withheld only why.
 * @clip: (nullable): to lead to, if it tells the fact, rather than another. Returns: (transfer full): some lines */
char *sl_fact_citation_write (SlCasebook *casebook, SlFact *fact, SlClip *clip) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
