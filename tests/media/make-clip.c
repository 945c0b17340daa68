/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-clip FILE WIDTH HEIGHT FPS FRAMES: a film whose pictures tell their number, for tests of the program. */
#include "clip-maker.h"

#include <gst/gst.h>
#include <stdlib.h>

int
main (int argc, char **argv)
{
  ClipShape shape = {.fps_d = 1, .sound = TRUE};

  if (argc != 6)
    {
      g_printerr ("make-clip FILE WIDTH HEIGHT FPS FRAMES\n");
      return 2;
    }
  gst_init (NULL, NULL);
  shape.width = (guint)atoi (argv[2]);
  shape.height = (guint)atoi (argv[3]);
  shape.fps_n = (guint)atoi (argv[4]);
  shape.n_frames = (guint)atoi (argv[5]);
  clip_maker_make (argv[1], &shape);
  return 0;
}
