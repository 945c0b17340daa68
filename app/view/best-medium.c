/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which file a clip is played from. Leaves out whether it is there, which nobody knows before it is opened. */
#include "best-medium.h"

char *
sl_best_medium_find (SlSession *session)
{
  SlClip     *clip = sl_session_get_clip (session);
  GListModel *media = clip ? sl_clip_get_media (clip) : NULL;
  g_autoptr (SlMedia) medium = media ? g_list_model_get_item (media, 0) : NULL;
  g_autoptr (GFile) file = NULL;

  if (medium == NULL)
    return NULL;
  file = g_file_resolve_relative_path (sl_casebook_get_folder (sl_session_get_casebook (session)), sl_media_get_file (medium));
  return g_file_get_uri (file);
}
