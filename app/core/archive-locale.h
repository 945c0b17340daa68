/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <locale.h>

G_BEGIN_DECLS

/* The locale of this thread before, and what it has been given meanwhile. */
typedef struct
{
  locale_t before;
  locale_t own; /* 0 when there is none */
} SlArchiveLocale;

/* libarchive takes names for text of the locale: gives this thread, and no other, one whose text is UTF-8, as
 * far as the machine has one, until it leaves. */
void sl_archive_locale_enter (SlArchiveLocale *self);
void sl_archive_locale_leave (SlArchiveLocale *self);

G_END_DECLS
