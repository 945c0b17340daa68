/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "describer.h"
#include "interpreter.h"
#include "own-copies.h"
#include "quiet.h"
#include "resume.h"
#include "section-loop.h"

G_BEGIN_DECLS

/**
 * SlWatchPage: the picture with its controls, and the panel of notes, facts and chapters.
 *
 * Wide: side by side. Below 900 pixels: the panel below. In full screen: the picture everywhere, controls and
 * panel over it; controls and pointer go away while the film plays and nothing moves.
 * Properties: "session", "conductor", "resume" (nullable), "panel-shown", "captions-shown", "fullscreen".
 */
#define SL_TYPE_WATCH_PAGE (sl_watch_page_get_type ())
G_DECLARE_FINAL_TYPE (SlWatchPage, sl_watch_page, SL, WATCH_PAGE, GtkWidget)

/* What it shows beyond the film: what is said of a @section_loop and a @describer, and captions as in @settings (nullable). */
void sl_watch_page_furnish (SlWatchPage *self, SlSectionLoop *section_loop, SlInterpreter *interpreter, SlDescriber *describer, GSettings *settings);

/* Asks for the viewer's own copy where one is wanted, and has it announced. Once. */
void sl_watch_page_follow_copies (SlWatchPage *self, SlOwnCopies *copies);

/* Shows the panel with @tab: "notes", "facts", "text", "chapters", "marks", where there are some. Returns: (transfer none): the pane */
GtkWidget *sl_watch_page_show_tab (SlWatchPage *self, const char *tab);

/* Tells the reader that the film waits, and what a quiet chapter had. Once. */
void sl_watch_page_follow_reading (SlWatchPage *self, SlReadingPause *pause, SlQuiet *quiet);

G_END_DECLS
