/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A stand-in for Speech Dispatcher, on a socket of its own, to which SPEECHD_ADDRESS leads. It says nothing by itself: when
 * something was said to its end, the test decides. Runs on the main loop of the test. */
typedef struct _Voice Voice;

Voice *voice_new (void) G_GNUC_WARN_UNUSED_RESULT;
void   voice_free (Voice *self);

/* What has come since the last time, each in a line. Returns: (transfer full) */
char *voice_take_log (Voice *self) G_GNUC_WARN_UNUSED_RESULT;

const char *voice_get_text (Voice *self);     /* (nullable): what is being said */
const char *voice_get_language (Voice *self); /* (nullable): in which language */
guint       voice_count_said (Voice *self);   /* what was ever to be said */

void voice_end (Voice *self);   /* It was said to its end. */
void voice_break (Voice *self); /* The service goes away, and nothing listens any more. */

void voice_refuse (Voice *self); /* From now on it says nothing at all. */
void voice_hurry (Voice *self);  /* From now on the end is told before what is to be said has been answered. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Voice, voice_free)

G_END_DECLS
