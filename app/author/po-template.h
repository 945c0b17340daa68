/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"

G_BEGIN_DECLS

/**
 * sl_po_template_write: writes a catalogue template as gettext's tools read it.
 * @texts: (element-type SlCasebookText): those of @casebook
 *
 * The same casebook gives the same bytes, in every locale and at any time: the date in it is that of the
 * casebook's version.
 *
 * Returns: (transfer full): the template, UTF-8
 */
char *sl_po_template_write (SlCasebook *casebook, GPtrArray *texts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
