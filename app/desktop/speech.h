/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlSpeech: speaks with the desktop's voice, which is Speech Dispatcher's, by its protocol SSIP. No call waits.
 *
 * The service is looked for when something is to be said first, and started if it is not there. Use it on one thread,
 * whose thread-default main context brings its signals:
 *   "ended" (guint number): all of it was said, or somebody else cut it off; not after sl_speech_stop()
 *   "failed" (char *details): there is no such service, or it refused, or went away before all was said; that is over.
 *   Whatever is said next looks for it again. @details are for a bug report.
 */
#define SL_TYPE_SPEECH (sl_speech_get_type ())
G_DECLARE_FINAL_TYPE (SlSpeech, sl_speech, SL, SPEECH, GObject)

/* Where the service listens is what the environment says, see the manual page. */
SlSpeech *sl_speech_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Looks for the service already. */
void sl_speech_open (SlSpeech *self);

/* Says @text in @language (nullable: the voice's own; BCP 47) instead of what is being said, if there is anything.
 * @rate: 1 for the pace that the voice is set to, 2 for about twice that. Returns: its number, never 0 */
guint sl_speech_say (SlSpeech *self, const char *text, const char *language, double rate);

/* Says no more of it. */
void sl_speech_stop (SlSpeech *self);

G_END_DECLS
