/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlCasebookPlaces: where something can change that belongs to a casebook. A box of plain fields, never changed.
 */
typedef struct
{
  GFile     *real;    /* (nullable): the casebook, links resolved */
  GPtrArray *folders; /* (element-type GFile): those to watch: its own, and the ones around it in case it goes and comes */
} SlCasebookPlaces;

/* Lists them on a thread; @callback comes on the caller's main context. @file: a casebook's folder or archive */
void sl_casebook_places_find_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/* Returns: (transfer full) (nullable): NULL only when it was cancelled */
SlCasebookPlaces *sl_casebook_places_find_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

SlCasebookPlaces *sl_casebook_places_ref (SlCasebookPlaces *self);
void              sl_casebook_places_unref (SlCasebookPlaces *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCasebookPlaces, sl_casebook_places_unref)

G_END_DECLS
