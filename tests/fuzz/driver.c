/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Replays inputs to a fuzz target without a fuzzer: every file that is named, and every file in a folder
 * that is named. A target that does not come back from one of them has found something again.
 */
#include "target.h"

#include <glib.h>

static guint
replay_file (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);
  LLVMFuzzerTestOneInput ((const uint8_t *)contents, length);
  return 1;
}

static guint
replay (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint       n_files = 0;

  if (dir == NULL)
    return replay_file (path);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      n_files += replay (inner);
    }
  return n_files;
}

int
main (int argc, char **argv)
{
  guint n_files = 0;

  for (int i = 1; i < argc; i++)
    n_files += replay (argv[i]);
  g_print ("%u inputs\n", n_files);
  return n_files > 0 ? 0 : 1;
}
