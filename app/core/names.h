/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "person.h"

G_BEGIN_DECLS

/**
 * SlNames: the people of a casebook by their names, in every spelling. Immutable.
 *
 * Names are alike that differ only in case, accents, width or spaces, see folded. One that two people share is nobody's:
 * nobody is taken for somebody else.
 */
typedef struct _SlNames SlNames;

/* @people: (nullable): of SlPerson; keeps them alive. Returns: (transfer full) */
SlNames *sl_names_new (GListModel *people) G_GNUC_WARN_UNUSED_RESULT;
void     sl_names_free (SlNames *self);

/* Who is called @name, UTF-8. Returns: (transfer none) (nullable) */
SlPerson *sl_names_find (const SlNames *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlNames, sl_names_free)

G_END_DECLS
