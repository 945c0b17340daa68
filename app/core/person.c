/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A person or an organisation that the casebook names. What is said about them is in the facts.
 */
#include "person.h"

#include "record-macros.h"

struct _SlPerson
{
  GObject parent_instance;

  char       *id;
  char       *kind;
  char       *name;
  char      **other_names;
  char       *role;
  SlDate     *born;
  SlDate     *died;
  char       *image;
  char       *alt;
  char       *note;
  GListModel *citations;
};

static const SlRecordField sl_person_fields[] = {
  {"id", SL_RECORD_STRING, G_STRUCT_OFFSET (SlPerson, id)},
  {"kind", SL_RECORD_STRING, G_STRUCT_OFFSET (SlPerson, kind)},
  {"name", SL_RECORD_STRING, G_STRUCT_OFFSET (SlPerson, name)},
  {"other-names", SL_RECORD_STRV, G_STRUCT_OFFSET (SlPerson, other_names)},
  {"role", SL_RECORD_STRING, G_STRUCT_OFFSET (SlPerson, role)},
  {"born", SL_RECORD_BOXED, G_STRUCT_OFFSET (SlPerson, born), sl_date_get_type},
  {"died", SL_RECORD_BOXED, G_STRUCT_OFFSET (SlPerson, died), sl_date_get_type},
  {"image", SL_RECORD_STRING, G_STRUCT_OFFSET (SlPerson, image)},
  {"alt", SL_RECORD_STRING, G_STRUCT_OFFSET (SlPerson, alt)},
  {"note", SL_RECORD_STRING, G_STRUCT_OFFSET (SlPerson, note)},
  {"citations", SL_RECORD_LIST, G_STRUCT_OFFSET (SlPerson, citations)},
};

SL_DEFINE_RECORD (SlPerson, sl_person)

SL_RECORD_GETTER (SlPerson, sl_person, const char *, id)
SL_RECORD_GETTER (SlPerson, sl_person, const char *, kind)
SL_RECORD_GETTER (SlPerson, sl_person, const char *, name)
SL_RECORD_GETTER (SlPerson, sl_person, const char *const *, other_names)
SL_RECORD_GETTER (SlPerson, sl_person, const char *, role)
SL_RECORD_GETTER (SlPerson, sl_person, const SlDate *, born)
SL_RECORD_GETTER (SlPerson, sl_person, const SlDate *, died)
SL_RECORD_GETTER (SlPerson, sl_person, const char *, image)
SL_RECORD_GETTER (SlPerson, sl_person, const char *, alt)
SL_RECORD_GETTER (SlPerson, sl_person, const char *, note)
SL_RECORD_GETTER (SlPerson, sl_person, GListModel *, citations)
