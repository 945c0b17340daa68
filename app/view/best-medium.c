/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which file a clip is played from. Leaves out whether it is there, which nobody knows before it is opened. */
#include "best-medium.h"

/* Returns: (transfer full) (nullable) */
static SlMedia *
choose (GListModel *media, gboolean still)
{
  for (guint i = 0; i < g_list_model_get_n_items (media); i++)
    {
      g_autoptr (SlMedia) medium = g_list_model_get_item (media, i);

      if (sl_media_get_stills (medium) == still)
        return g_steal_pointer (&medium);
    }
  return g_list_model_get_item (media, 0);
}

char *
sl_best_medium_find (SlSession *session, gboolean still)
{
  SlClip     *clip = sl_session_get_clip (session);
  GListModel *media = clip ? sl_clip_get_media (clip) : NULL;
  g_autoptr (SlMedia) medium = media ? choose (media, still) : NULL;
  g_autoptr (GFile) file = NULL;

  if (medium == NULL)
    return NULL;
  file = g_file_resolve_relative_path (sl_casebook_get_folder (sl_session_get_casebook (session)), sl_media_get_file (medium));
  return g_file_get_uri (file);
}
