/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SlStanding: how far a claim is carried by those who make it. The nicks are the words of the format with
 * "-" for "_". The words for readers are the view's.
 */
typedef enum {
  SL_STANDING_NONE, /* said of an award or an event only: its author gave none */
  SL_STANDING_ESTABLISHED_RECORD,
  SL_STANDING_ESTABLISHED_COURT,
  SL_STANDING_OFFICIAL_FINDING,
  SL_STANDING_OFFICIAL_POSITION,
  SL_STANDING_REPORTED,
  SL_STANDING_ALLEGED,
  SL_STANDING_DISPUTED,
  SL_STANDING_CAMPAIGN_OR_MAKER_STATEMENT,
  SL_STANDING_EDITORS_READING,
  SL_STANDING_WITHDRAWN,
} SlStanding;

#define SL_TYPE_STANDING (sl_standing_get_type ())
GType sl_standing_get_type (void);

G_END_DECLS
