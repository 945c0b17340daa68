/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draft.h"

G_BEGIN_DECLS

/* @draft: of a schema that has a type. Returns: (transfer full): its object, with those of all drafts in it */
GObject *sl_draft_build (SlDraft *draft) G_GNUC_WARN_UNUSED_RESULT;

/* @drafts: (element-type SlDraft). Returns: (transfer full) (nullable): a list of their objects, of @item_type;
 * NULL when there is none */
GListModel *sl_draft_build_list (GPtrArray *drafts, GType item_type) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
