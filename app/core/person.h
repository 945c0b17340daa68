/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "date.h"

G_BEGIN_DECLS

/**
 * SlPerson: a person or an organisation. An immutable record: its properties are named as its getters, with
 * dashes, and what a getter returns belongs to the record.
 */
#define SL_TYPE_PERSON (sl_person_get_type ())
G_DECLARE_FINAL_TYPE (SlPerson, sl_person, SL, PERSON, GObject)

const char        *sl_person_get_id (SlPerson *self);
const char        *sl_person_get_kind (SlPerson *self); /* "person" or "organisation" */
const char        *sl_person_get_name (SlPerson *self);
const char *const *sl_person_get_other_names (SlPerson *self); /* every other spelling */
const char        *sl_person_get_role (SlPerson *self);        /* (nullable) */
const SlDate      *sl_person_get_born (SlPerson *self);        /* (nullable) */
const SlDate      *sl_person_get_died (SlPerson *self);        /* (nullable) */
const char        *sl_person_get_image (SlPerson *self);       /* (nullable): path in the casebook */
const char        *sl_person_get_alt (SlPerson *self);         /* (nullable): the image in words */
const char        *sl_person_get_note (SlPerson *self);        /* (nullable) */
GListModel        *sl_person_get_citations (SlPerson *self);   /* (nullable): of SlCitation */

G_END_DECLS
