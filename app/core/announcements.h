/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlAnnouncements: which of the things that happen is said aloud, and when: one in five seconds at most, of those that
 * wait the newest, and none that is no longer so.
 *
 * Time is an argument (microseconds, of a clock that never goes back): there is no clock and no timer in it.
 */
typedef struct _SlAnnouncements SlAnnouncements;

#define SL_ANNOUNCEMENTS_GAP (5 * G_USEC_PER_SEC)

SlAnnouncements *sl_announcements_new (void) G_GNUC_WARN_UNUSED_RESULT;
void             sl_announcements_free (SlAnnouncements *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAnnouncements, sl_announcements_free)

/* @about: (nullable): what sl_announcements_drop() knows it by; only compared. @urgent: nothing that is not takes its
 * place, and it does not grow old. */
void sl_announcements_put (SlAnnouncements *self, gint64 now, const char *text, gboolean urgent, gconstpointer about);

/* @about is over: if it waits to be said, it is not. */
void sl_announcements_drop (SlAnnouncements *self, gconstpointer about);

/* Nothing waits any more. */
void sl_announcements_clear (SlAnnouncements *self);

/* Returns: (transfer full) (nullable): what is to be said at @now */
char *sl_announcements_take (SlAnnouncements *self, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

/* When to take next. Returns: microseconds, or -1 when nothing waits */
gint64 sl_announcements_get_due (SlAnnouncements *self);

G_END_DECLS
