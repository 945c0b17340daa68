/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Without a graphics processor GTK draws by OpenGL all the same, with a processor that pretends to be one: a film in
 * full screen then loses most of its pictures. Drawn with cairo, at the size that the pipeline made, it loses none.
 */
#include "renderer.h"

#include <gio/gio.h>

/* One of them is there where something can draw: Linux's own graphics, and what others call theirs. */
static const char *const processors[] = {"dri", "nvidiactl", "dxg", "mali0", "kgsl-3d0", "pvr_sync"};

const char *
sl_renderer_choose (const char *devices, const char *wanted)
{
  g_return_val_if_fail (devices != NULL, NULL);

  if (wanted && *wanted)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (processors); i++)
    {
      g_autofree char *path = g_build_filename (devices, processors[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return NULL;
    }
  return "cairo";
}
