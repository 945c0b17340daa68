/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "date.h"
#include "standing.h"

G_BEGIN_DECLS

/**
 * SlDispute: the other side of a fact, and who says it. SlDispute and SlFact are immutable records: their
 * properties are named as the getters, with dashes, and what a getter returns belongs to the record.
 */
#define SL_TYPE_DISPUTE (sl_dispute_get_type ())
G_DECLARE_FINAL_TYPE (SlDispute, sl_dispute, SL, DISPUTE, GObject)

const char *sl_dispute_get_who (SlDispute *self);
const char *sl_dispute_get_statement (SlDispute *self);
GListModel *sl_dispute_get_citations (SlDispute *self); /* (nullable): of SlCitation */

/* SlFact: one claim, with who says so, how far it is carried, and by what. */
#define SL_TYPE_FACT (sl_fact_get_type ())
G_DECLARE_FINAL_TYPE (SlFact, sl_fact, SL, FACT, GObject)

const char        *sl_fact_get_id (SlFact *self);
const char        *sl_fact_get_statement (SlFact *self);
const char        *sl_fact_get_detail (SlFact *self); /* (nullable) */
SlStanding         sl_fact_get_standing (SlFact *self);
const char        *sl_fact_get_attribution (SlFact *self);
const SlDate      *sl_fact_get_as_of (SlFact *self);
const char        *sl_fact_get_voice (SlFact *self); /* (nullable): "film", "interviewee", "editors" */
const char *const *sl_fact_get_topics (SlFact *self);
GListModel        *sl_fact_get_citations (SlFact *self); /* (nullable): of SlCitation */
GListModel        *sl_fact_get_disputes (SlFact *self);  /* (nullable): of SlDispute */
const char *const *sl_fact_get_people (SlFact *self);    /* ids */
const char *const *sl_fact_get_events (SlFact *self);    /* ids */
const char *const *sl_fact_get_places (SlFact *self);    /* ids */
GListModel        *sl_fact_get_moments (SlFact *self);   /* (nullable): of SlMoment */
const char        *sl_fact_get_easy (SlFact *self);      /* (nullable): easy-read wording */
const char        *sl_fact_get_withheld (SlFact *self);  /* (nullable): why it is not told */
gboolean           sl_fact_get_graphic (SlFact *self);   /* needs a tap to open */
GListModel        *sl_fact_get_changes (SlFact *self);   /* (nullable): of SlChange */

G_END_DECLS
