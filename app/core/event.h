/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "date.h"
#include "standing.h"

G_BEGIN_DECLS

/**
 * SlEvent: something that happened on a date, for the timeline. An immutable record: its properties are
 * named as its getters, with dashes, and what a getter returns belongs to the record.
 */
#define SL_TYPE_EVENT (sl_event_get_type ())
G_DECLARE_FINAL_TYPE (SlEvent, sl_event, SL, EVENT, GObject)

const char        *sl_event_get_id (SlEvent *self);
const SlDate      *sl_event_get_date (SlEvent *self);
const char        *sl_event_get_title (SlEvent *self);
const char        *sl_event_get_text (SlEvent *self);        /* (nullable) */
const char        *sl_event_get_attribution (SlEvent *self); /* (nullable) */
SlStanding         sl_event_get_standing (SlEvent *self);
const char *const *sl_event_get_people (SlEvent *self);    /* ids */
const char *const *sl_event_get_places (SlEvent *self);    /* ids */
const char *const *sl_event_get_facts (SlEvent *self);     /* ids */
GListModel        *sl_event_get_moments (SlEvent *self);   /* (nullable): of SlMoment */
GListModel        *sl_event_get_citations (SlEvent *self); /* (nullable): of SlCitation */
const char        *sl_event_get_era (SlEvent *self);       /* (nullable): its group on the timeline */

G_END_DECLS
