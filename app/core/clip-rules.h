/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook-folder.h"
#include "draft.h"
#include "report.h"

G_BEGIN_DECLS

/* Applies to one clip what the format says about its times, and reads its captions from @folder. After it
 * every chapter has an end, every note and chapter lies inside the clip, and notes are in their order. */
void sl_clip_rules_apply (SlDraft *clip, SlCasebookFolder *folder, SlReport *report);

/* The same for a moment of @clip that a fact or an event names. */
void sl_clip_rules_apply_to_moment (SlDraft *moment, SlDraft *clip, SlReport *report);

G_END_DECLS
