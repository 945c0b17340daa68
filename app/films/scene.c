/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table. A new scene is a new entry in its group's array and nothing else. */
#include "scene.h"

#include "scenes.h"

static const SlScene *const groups[] = {
  sl_scenes_page,
  sl_scenes_time,
  sl_scenes_refund,
  sl_scenes_bank,
  sl_scenes_calendar,
  sl_scenes_custody,
  sl_scenes_held,
  sl_scenes_sides,
  sl_scenes_outcomes,
  sl_scenes_questions,
};

const SlScene *
sl_scene_get_nth (guint position)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      for (const SlScene *scene = groups[i]; scene->name != NULL; scene++)
        {
          if (position-- == 0)
            return scene;
        }
    }

  return NULL;
}

const SlScene *
sl_scene_lookup (const char *name)
{
  const SlScene *scene;

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; (scene = sl_scene_get_nth (i)) != NULL; i++)
    {
      if (g_str_equal (scene->name, name))
        return scene;
    }

  return NULL;
}
