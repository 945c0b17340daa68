/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who listens to a film and to a screen reader hears two voices. So little is said, and what is said is true when it is
 * heard: a queue would fall behind the film. How it is said is not known here.
 */
#include "announcements.h"

struct _SlAnnouncements
{
  char         *text; /* (nullable): what waits */
  gconstpointer about;
  gboolean      urgent;
  gint64        put;  /* when it came */
  gint64        said; /* when something was said last, or G_MININT64 */
};

SlAnnouncements *
sl_announcements_new (void)
{
  SlAnnouncements *self = g_new0 (SlAnnouncements, 1);

  self->said = G_MININT64;
  return self;
}

void
sl_announcements_free (SlAnnouncements *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_free (self);
}

void
sl_announcements_put (SlAnnouncements *self, gint64 now, const char *text, gboolean urgent, gconstpointer about)
{
  g_return_if_fail (self != NULL && text != NULL && now >= 0);

  if (self->text && self->urgent && !urgent)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  self->about = about;
  self->urgent = urgent;
  self->put = now;
}

void
sl_announcements_drop (SlAnnouncements *self, gconstpointer about)
{
  g_return_if_fail (self != NULL);

  if (about && self->about == about)
    sl_announcements_clear (self);
}

void
sl_announcements_clear (SlAnnouncements *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->text, g_free);
  self->about = NULL;
  self->urgent = FALSE;
}

gint64
sl_announcements_get_due (SlAnnouncements *self)
{
  g_return_val_if_fail (self != NULL, -1);

  if (self->text == NULL)
    return -1;
  return self->said == G_MININT64 ? self->put : MAX (self->put, self->said + SL_ANNOUNCEMENTS_GAP);
}

char *
sl_announcements_take (SlAnnouncements *self, gint64 now)
{
  char *text;

  g_return_val_if_fail (self != NULL && now >= 0, NULL);

  if (self->text == NULL || now < sl_announcements_get_due (self))
    return NULL;
  /* Nobody took it when it was due: the machine slept, or was busy. */
  if (!self->urgent && now - sl_announcements_get_due (self) > SL_ANNOUNCEMENTS_GAP)
    {
      sl_announcements_clear (self);
      return NULL;
    }
  text = g_steal_pointer (&self->text);
  sl_announcements_clear (self);
  self->said = now;
  return text;
}
