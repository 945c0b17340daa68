/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways through a casebook that its files do not write down: from a name to who has it, and from a fact to the film. */
#include "casebook-reader.h"
#include "moment.h"
#include "names.h"
#include "told-at.h"

#define SECOND G_GINT64_CONSTANT (1000000000)

static void
add_person (GListStore *people, const char *id, const char *name, const char *other)
{
  const char *const others[] = {other, NULL};
  g_autoptr (SlPerson) person = g_object_new (SL_TYPE_PERSON, "id", id, "name", name, "other-names", others, NULL);

  g_list_store_append (people, person);
}

static void
test_names (void)
{
  static const struct
  {
    const char *name, *id;
  } cases[] = {
    {"Anna Example", "anna"},
    {"  ANNA\n example ", "anna"},
    {"Ánna Éxample", "anna"},
    {"Анна", "anna"},
    {"АННА", "anna"},
    {"Anna", NULL}, /* a part of a name is not the name */
    {"Anna Example Jr", NULL},
    {"The Same", NULL}, /* two are called so */
    {"Ben", "ben"},
    {"Twice", "twice"}, /* one of whom it is said twice */
    {"Narrator", NULL},
    {"", NULL},
    {" \xc2\xad ", NULL}, /* nothing that can be seen */
  };
  g_autoptr (GListStore) people = g_list_store_new (SL_TYPE_PERSON);
  g_autoptr (SlNames) names = NULL;
  g_autoptr (SlNames) nobody = sl_names_new (NULL);

  add_person (people, "anna", "Anna Example", "Анна");
  add_person (people, "ben", "Ben", "The same");
  add_person (people, "other", "The Same", NULL);
  add_person (people, "third", "the same", "");
  add_person (people, "twice", "Twice", "TWICE");
  names = sl_names_new (G_LIST_MODEL (people));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SlPerson *person = sl_names_find (names, cases[i].name);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (person ? sl_person_get_id (person) : NULL, ==, cases[i].id);
    }
  g_assert_null (sl_names_find (nobody, "Anna"));
}

static char *
describe (SlCasebook *casebook, const char *fact, const char *first)
{
  g_autoptr (GPtrArray) moments = sl_told_at_list (casebook, fact, first ? sl_casebook_lookup_clip (casebook, first) : NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < moments->len; i++)
    g_string_append_printf (text, "%s%s %d", i > 0 ? ", " : "", sl_moment_get_clip (moments->pdata[i]), (int)(sl_moment_get_start (moments->pdata[i]) / SECOND));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What the fact says itself, and what notes do; the clip that is watched comes first. */
static void
test_told_at (void)
{
  static const struct
  {
    const char *fact, *first, *moments;
  } cases[] = {
    {"refund", "short", "short 5, short 10, long 3600"},
    {"refund", "long", "long 3600, short 5, short 10"},
    {"argued", "long", "short 10"},
    {"kept-back", "short", ""},
    {"nothing", "short", ""},
  };
  g_autofree char *path = g_build_filename (g_getenv ("SL_TEST_DATA"), "full", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = sl_casebook_reader_read_folder (folder, &findings, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (casebook, cases[i].fact, cases[i].first);

      g_assert_cmpstr (found, ==, cases[i].moments);
    }
  g_assert_cmpstr (sl_person_get_id (sl_casebook_find_person (casebook, "ANJA")), ==, "anna");
  g_assert_null (sl_casebook_find_person (casebook, "Witness"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crossing/names", test_names);
  g_test_add_func ("/crossing/told-at", test_told_at);
  return g_test_run ();
}
