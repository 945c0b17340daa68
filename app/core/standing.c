/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words for how far a claim is carried, as one enum that facts, awards and events share. What they are
 * called to a reader is the view's business.
 */
#include "standing.h"

G_DEFINE_ENUM_TYPE (SlStanding,
                    sl_standing,
                    G_DEFINE_ENUM_VALUE (SL_STANDING_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SL_STANDING_ESTABLISHED_RECORD, "established-record"),
                    G_DEFINE_ENUM_VALUE (SL_STANDING_ESTABLISHED_COURT, "established-court"),
                    G_DEFINE_ENUM_VALUE (SL_STANDING_OFFICIAL_FINDING, "official-finding"),
                    G_DEFINE_ENUM_VALUE (SL_STANDING_OFFICIAL_POSITION, "official-position"),
                    G_DEFINE_ENUM_VALUE (SL_STANDING_REPORTED, "reported"),
                    G_DEFINE_ENUM_VALUE (SL_STANDING_ALLEGED, "alleged"),
                    G_DEFINE_ENUM_VALUE (SL_STANDING_DISPUTED, "disputed"),
                    G_DEFINE_ENUM_VALUE (SL_STANDING_CAMPAIGN_OR_MAKER_STATEMENT, "campaign-or-maker-statement"),
                    G_DEFINE_ENUM_VALUE (SL_STANDING_EDITORS_READING, "editors-reading"),
                    G_DEFINE_ENUM_VALUE (SL_STANDING_WITHDRAWN, "withdrawn"))
