/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a storyboard tells one scene: named values and lists of values, checked once against the
 * scene's own table, so that drawing can rely on them. Leaves out defaults: all is said. */
#pragma once

#include "fields.h"

G_BEGIN_DECLS

/**
 * SlParameterSpec:
 * @name: the member in the storyboard; a table ends with %NULL
 * @kind: what it or each of its elements is
 * @most: 0 for one plain value, else a list of 1 to @most values
 * @low: the smallest value allowed
 * @high: the largest value allowed; 0 for any
 * @like: (nullable): the list declared before that this one must be as long as
 * @after: (nullable): the date declared before that this one must be later than
 */
typedef struct
{
  const char *name;
  SlFieldKind kind;
  guint       most;
  gint64      low;
  gint64      high;
  const char *like;
  const char *after;
} SlParameterSpec;

typedef struct _SlParameters SlParameters;

/**
 * sl_parameters_new:
 * @specs: (array zero-terminated=1): the scene's table; must outlive the result
 * @object: the storyboard's "parameters"
 *
 * Returns: (transfer full) (nullable): the checked values, or %NULL with an SL_STORYBOARD_ERROR
 */
SlParameters *sl_parameters_new (const SlParameterSpec *specs, JsonObject *object, GError **error);
void          sl_parameters_free (SlParameters *self);

/**
 * sl_parameters_get:
 *
 * Returns: the plain value @name, in the unit of its kind; asking for an undeclared one is a bug
 */
gint64 sl_parameters_get (const SlParameters *self, const char *name);

/**
 * sl_parameters_get_list:
 * @n: (out): how many there are, at least 1
 *
 * Returns: (transfer none) (array length=n): the values of the list @name
 */
const gint64 *sl_parameters_get_list (const SlParameters *self, const char *name, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlParameters, sl_parameters_free)

G_END_DECLS
