/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "film.h"
#include "session.h"

G_BEGIN_DECLS

/* Whether @casebook, which was read again, lacks the clip or the film that the viewer is at because of an error in the
 * file where that stands; errors elsewhere have nothing to do with it. @film: (nullable): that of the page;
 * @findings: (element-type SlFinding): what reading it gave */
gboolean sl_half_saved_takes_away (SlSession *session, SlFilm *film, SlCasebook *casebook, GPtrArray *findings);

G_END_DECLS
