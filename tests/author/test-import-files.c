/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others write between the reading and the writing of an import, which no process can be made to meet. */
#include "config.h"

#include "import-files.h"

#include <glib/gstdio.h>

static void
test_changed_meanwhile (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sidelight-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "facts.json", NULL);
  g_autofree char *now = NULL;
  g_autoptr (GBytes) old = g_bytes_new_static ("[]", 2);
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlImportFiles) files = NULL;

  g_assert_true (g_file_set_contents (path, "[]", 2, NULL));
  files = sl_import_files_new (folder, &error);
  g_assert_no_error (error);
  g_assert_true (sl_import_files_add (files, "facts.json", old, g_strdup ("[1]"), &error));
  g_assert_true (g_file_set_contents (path, "[2]", 3, NULL));
  g_assert_false (sl_import_files_write (files, report, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_AGAIN);
  g_assert_true (g_file_get_contents (path, &now, NULL, NULL));
  g_assert_cmpstr (now, ==, "[2]");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-files/changed-meanwhile", test_changed_meanwhile);
  return g_test_run ();
}
