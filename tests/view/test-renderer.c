/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cairo where nothing else can draw, and only there. */
#include "renderer.h"

#include <glib/gstdio.h>

static void
test_choice (void)
{
  g_autofree char *devices = g_dir_make_tmp ("devices-XXXXXX", NULL);
  g_autofree char *card = g_build_filename (devices, "dri", NULL);

  g_assert_cmpstr (sl_renderer_choose (devices, NULL), ==, "cairo");
  g_assert_cmpstr (sl_renderer_choose (devices, ""), ==, "cairo");
  g_assert_null (sl_renderer_choose (devices, "gl"));
  g_assert_cmpint (g_mkdir (card, 0700), ==, 0);
  g_assert_null (sl_renderer_choose (devices, NULL));
  g_rmdir (card);
  g_assert_cmpstr (sl_renderer_choose (devices, NULL), ==, "cairo");
  g_rmdir (devices);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/renderer/choice", test_choice);
  return g_test_run ();
}
