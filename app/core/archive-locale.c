/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what an archive says apart from the language of the machine. */
#include "archive-locale.h"

void
sl_archive_locale_enter (SlArchiveLocale *self)
{
  static const char *const names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};

  self->own = (locale_t)0;
  for (guint i = 0; i < G_N_ELEMENTS (names) && self->own == (locale_t)0; i++)
    self->own = newlocale (LC_CTYPE_MASK, names[i], (locale_t)0);
  self->before = uselocale (self->own);
}

void
sl_archive_locale_leave (SlArchiveLocale *self)
{
  uselocale (self->before);
  if (self->own != (locale_t)0)
    freelocale (self->own);
}
