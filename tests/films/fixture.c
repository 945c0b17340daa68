/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The good text has every kind of value once, so that one change makes one mistake. */
#include "fixture.h"

#include "picture.h"

#include <string.h>

const char sl_fixture_text[] =
  "{\n"
  "  \"format\": 1,\n"
  "  \"title\": \"A test\",\n"
  "  \"comment\": \"never drawn\",\n"
  "  \"width\": 320,\n"
  "  \"height\": 180,\n"
  "  \"frame_rate\": 30,\n"
  "  \"duration\": \"0:02.000\",\n"
  "  \"ending\": \"0:00.200\",\n"
  "  \"sound\": {\n"
  "    \"loudness\": -23,\n"
  "    \"fade_in\": \"0:00.100\",\n"
  "    \"fade_out\": \"0:00.200\",\n"
  "    \"chapters\": [{\"at\": \"0:00.000\", \"root\": 33},\n"
  "                 {\"at\": \"0:01.000\", \"root\": 36}],\n"
  "    \"silences\": [{\"from\": \"0:00.700\", \"to\": \"0:00.900\"}]\n"
  "  },\n"
  "  \"shots\": [\n"
  "    {\"id\": \"days\",\n"
  "     \"from\": \"0:00.000\", \"to\": \"0:01.000\", \"dissolve\": \"0:00.100\",\n"
  "     \"scene\": \"days\",\n"
  "     \"parameters\": {\"from\": \"2008-11-24\", \"to\": \"2009-11-16\",\n"
  "                    \"mark\": \"2009-07-25\", \"columns\": 34, \"fill\": \"0:00.200\",\n"
  "                    \"colour\": \"accent\", \"mark_colour\": \"court\",\n"
  "                    \"after_colour\": \"accent\", \"last_colour\": \"text\"}},\n"
  "    {\"id\": \"leaves\",\n"
  "     \"from\": \"0:01.000\", \"to\": \"0:02.000\", \"dissolve\": \"0:00.200\",\n"
  "     \"scene\": \"leaves\",\n"
  "     \"parameters\": {\"days\": [\"2008-06-05\", \"2008-10-07\"],\n"
  "                    \"colours\": [\"text\", \"quiet\"], \"at\": [\"0:00.000\", \"0:00.100\"],\n"
  "                    \"goes_on\": [0, 1]}}\n"
  "  ]\n"
  "}\n";

static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  const char *found = strstr (text, from);

  if (found == NULL)
    g_error ("the fixture has no \"%s\"", from);

  return g_strdup_printf ("%.*s%s%s", (int)(found - text), text, to, found + strlen (from));
}

SlStoryboard *
sl_fixture_try (const char *from,
                const char *to,
                GError    **error)
{
  g_autofree char *text = NULL;

  text = from != NULL ? replace (sl_fixture_text, from, to) : g_strdup (sl_fixture_text);

  return sl_storyboard_new_from_data (text, strlen (text), error);
}

SlStoryboard *
sl_fixture_new (void)
{
  g_autoptr (GError) error = NULL;
  SlStoryboard *storyboard = sl_fixture_try (NULL, NULL, &error);

  g_assert_no_error (error);

  return storyboard;
}

GPtrArray *
sl_fixture_list_shipped (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("SL_TEST_CASEBOOKS"), "justice-for-sergei", "storyboards", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray  *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  return paths;
}

static char *
shipped_path (const char *stem)
{
  g_autofree char *name = g_strconcat (stem, ".json", NULL);

  return g_build_filename (g_getenv ("SL_TEST_CASEBOOKS"), "justice-for-sergei", "storyboards", name, NULL);
}

SlStoryboard *
sl_fixture_shipped (const char *stem)
{
  g_autofree char *path = shipped_path (stem);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SlStoryboard *storyboard = sl_storyboard_new_from_file (file, &error);

  g_assert_no_error (error);

  return storyboard;
}

SlStoryboard *
sl_fixture_explainer (void)
{
  return sl_fixture_shipped ("explainer");
}

SlStoryboard *
sl_fixture_shipped_at (const char *path,
                       guint       width,
                       guint       height)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *measures = NULL;
  g_autofree char *changed = NULL;
  SlStoryboard    *storyboard;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  measures = g_strdup_printf ("\"width\": %u,\n  \"height\": %u", width, height);
  changed = replace (text, "\"width\": 1920,\n  \"height\": 1080", measures);
  storyboard = sl_storyboard_new_from_data (changed, strlen (changed), &error);
  g_assert_no_error (error);

  return storyboard;
}

SlStoryboard *
sl_fixture_explainer_at (guint width,
                         guint height)
{
  g_autofree char *path = shipped_path ("explainer");

  return sl_fixture_shipped_at (path, width, height);
}

void
sl_fixture_add (const char *suite, const char *path, const char *name, GTestDataFunc test)
{
  g_autofree char *stem = g_path_get_basename (path), *test_path = NULL;

  *strrchr (stem, '.') = '\0';
  test_path = g_strdup_printf ("/%s/%s/%s", suite, stem, name);
  g_test_add_data_func (test_path, path, test);
}

char *
sl_fixture_hash (SlStoryboard *storyboard,
                 guint         frame)
{
  cairo_surface_t *picture = sl_picture_new (storyboard, frame);
  gsize            stride = (gsize)cairo_image_surface_get_stride (picture);
  gsize            size = stride * (gsize)cairo_image_surface_get_height (picture);
  const guchar    *data = cairo_image_surface_get_data (picture);
  char            *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, size);

  cairo_surface_destroy (picture);

  return hash;
}
