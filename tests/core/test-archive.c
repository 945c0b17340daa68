/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Archives in memory: what entries may be called, and that no spoiled archive is believed. What comes of
 * hostile ones on a disk: tests/author/archives.py.
 */
#include "archive-names.h"
#include "archive-pack.h"
#include "archive-unpack.h"
#include "staged-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#define CASEBOOK "{\"format\": 1}\n"

/* What the first error in @report is called; "" when there is none. */
static const char *
get_code (SlReport *report)
{
  GPtrArray *findings = sl_report_get_findings (report);

  for (guint i = 0; i < findings->len; i++)
    if (sl_finding_get_severity (findings->pdata[i]) == SL_SEVERITY_ERROR)
      return sl_finding_get_code (findings->pdata[i]);
  return "";
}

static void
test_names (void)
{
  static const struct
  {
    const char *names; /* one behind the other, with a bar between */
    const char *code;
  } cases[] = {
    {"a|b|a/", "archive-duplicate"},
    {"a/|a/b|a/c|d/e/f|d/g|d/|d/e/", ""},
    {"a/b|A/b", "archive-duplicate"},
    {"a/b|a/B", "archive-duplicate"},
    {"straße|STRASSE", "archive-duplicate"},
    {"é|e\xcc\x81", "archive-duplicate"},
    {"Å|å", "archive-duplicate"},
    {"a|a/b", "archive-duplicate"},
    {"a/b|a", "archive-duplicate"},
    {"...|..a|a..|.a", ""},
    {"a b|aa:b|ä:b|1:b", ""}, /* none is a drive */
    {"a:b|c:d", "archive-absolute"},
    {"/", "archive-absolute"},
    {"//", "archive-absolute"},
    {"a//", "archive-parent"},
    {"..", "archive-parent"},
    {"../", "archive-parent"},
    {"a/./b", "archive-parent"},
    {"a\x7f", "archive-name"},
    {"\xed\xa0\x80", "archive-name"},
    {"\xc0\xae\xc0\xae/a", "archive-name"}, /* two points, longer than they are */
    {"\xef\xbf\xbd", ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) names = g_strsplit (cases[i].names, "|", -1);
      g_autoptr (SlReport) report = sl_report_new ();
      g_autoptr (SlArchiveNames) self = sl_archive_names_new (report);
      gboolean fits = TRUE;

      for (guint j = 0; names[j] != NULL; j++)
        fits = sl_archive_names_add (self, names[j], strlen (names[j])) && fits;
      g_assert_cmpstr (get_code (report), ==, cases[i].code);
      g_assert_true (fits == (*cases[i].code == '\0'));
    }
}

static void
write_file (const char *folder, const char *name, const char *data, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0755), ==, 0);
  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
}

/* Packs a small casebook in @folder, and leaves the archive beside it. */
static GBytes *
pack (const char *folder)
{
  g_autofree char *source = g_build_filename (folder, "case", NULL);
  g_autofree char *target = g_build_filename (folder, "case.casebook", NULL);
  g_autofree char *noise = g_malloc (3000);
  g_autoptr (GFile) source_file = g_file_new_for_path (source);
  g_autoptr (GFile) target_file = g_file_new_for_path (target);
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  for (guint i = 0; i < 3000; i++)
    noise[i] = (char)(i % 7 == 0 ? g_test_rand_int () : 0);
  write_file (source, "casebook.json", CASEBOOK, -1);
  write_file (source, "media/noise.bin", noise, 3000);
  write_file (source, "media/noise.png", noise, 300);
  write_file (source, "images/é.txt", "", 0);
  sl_archive_pack (source_file, target_file, FALSE, report, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (target, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

/* Whether @bytes are taken; if not, there is an error and a finding that says so. */
static gboolean
check (GBytes *bytes)
{
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GError) error = NULL;
  gboolean is_good = sl_archive_check (bytes, "x.casebook", report, &error);

  if (is_good)
    g_assert_no_error (error);
  else
    g_assert_error (error, SL_ARCHIVE_ERROR, SL_ARCHIVE_ERROR_REFUSED);
  g_assert_true (is_good == (*get_code (report) == '\0'));
  return is_good;
}

static void
test_spoiled (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sidelight-archive-XXXXXX", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autoptr (GBytes) whole = pack (folder);
  const gsize size = g_bytes_get_size (whole);

  g_assert_true (check (whole));
  for (gsize length = 0; length < size; length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (g_bytes_get_data (whole, NULL), length);

      g_assert_false (check (cut));
    }
  for (guint round = 0; round < 1500; round++)
    {
      guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr (GBytes) spoiled = NULL;

      for (int i = g_test_rand_int_range (1, 3); i > 0; i--)
        data[g_test_rand_int_range (0, (gint32)size)] ^= (guint8)(1 << g_test_rand_int_range (0, 8));
      spoiled = g_bytes_new_take (data, size);
      check (spoiled);
    }
  sl_staged_folder_remove (place);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

/* What is wrong with the places, and not with the archive, is an error of G_IO_ERROR without a finding. */
static void
test_places (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sidelight-archive-XXXXXX", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autoptr (GBytes) whole = pack (folder);
  g_autoptr (GFile) archive = g_file_get_child (place, "case.casebook");
  g_autoptr (GFile) source = g_file_get_child (place, "case");
  g_autoptr (GFile) nowhere = g_file_resolve_relative_path (place, "none/x");
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_archive_is_file (archive));
  g_assert_false (sl_archive_is_file (source));
  g_assert_false (sl_archive_is_file (nowhere));

  g_assert_false (sl_archive_unpack (archive, source, report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (sl_archive_unpack (archive, nowhere, report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (sl_archive_unpack (nowhere, nowhere, report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (sl_archive_pack (source, archive, FALSE, report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (sl_archive_pack (source, nowhere, FALSE, report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (sl_report_get_findings (report)->len, ==, 0);
  g_assert_cmpuint (count_files (folder), ==, 2);
  sl_staged_folder_remove (place);
}

/* A staged folder that comes too late takes nothing away, and one that is given up leaves nothing. */
static void
test_staged (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sidelight-archive-XXXXXX", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autoptr (GFile) target = g_file_get_child (place, "target");
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStagedFolder) first = sl_staged_folder_new (target, NULL);
  g_autoptr (SlStagedFolder) second = sl_staged_folder_new (target, NULL);
  g_autoptr (SlStagedFolder) third = sl_staged_folder_new (target, NULL);
  int fd = sl_staged_folder_create_file (first, "a/b/c", NULL);

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (sl_staged_folder_write (fd, "x", 1, "c", NULL));
  g_assert_true (g_close (fd, NULL));
  g_assert_cmpint (sl_staged_folder_create_file (first, "a/b/c", &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (sl_staged_folder_create_folder (first, "a/b", NULL));
  g_assert_false (sl_staged_folder_create_folder (first, "a/b/c", &error));
  g_clear_error (&error);

  g_assert_true (sl_staged_folder_commit (first, &error));
  g_assert_no_error (error);
  g_assert_false (sl_staged_folder_commit (second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_pointer (&first, sl_staged_folder_free);
  g_clear_pointer (&second, sl_staged_folder_free);
  g_clear_pointer (&third, sl_staged_folder_free);
  g_assert_cmpuint (count_files (folder), ==, 1);
  sl_staged_folder_remove (place);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive/names", test_names);
  g_test_add_func ("/archive/spoiled", test_spoiled);
  g_test_add_func ("/archive/places", test_places);
  g_test_add_func ("/archive/staged", test_staged);
  return g_test_run ();
}
