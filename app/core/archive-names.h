/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "report.h"

G_BEGIN_DECLS

/* SlArchiveNames: the names in one archive, each checked against the others. For one thread. */
typedef struct _SlArchiveNames SlArchiveNames;

SlArchiveNames *sl_archive_names_new (SlReport *report) G_GNUC_WARN_UNUSED_RESULT;
void            sl_archive_names_free (SlArchiveNames *self);

/* Adds @name, which is @length bytes of any kind; a folder's ends with a slash. Returns: whether it stays
 * inside on every system and is no other entry's; if not, a finding tells why */
gboolean sl_archive_names_add (SlArchiveNames *self, const char *name, gsize length);

/* Returns: (transfer full): @name as a finding can have it */
char *sl_archive_names_to_display (const char *name, gsize length) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlArchiveNames, sl_archive_names_free)

G_END_DECLS
