/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reading of records by table, with a table of this test's own: every kind of value, every way to get
 * one wrong, and what that costs.
 */
#include "citation.h"
#include "draft-build.h"
#include "note.h"
#include "person.h"
#include "schema.h"

#include <string.h>

static const char *const kind_words[] = {"person", "organisation", NULL};

static const SlSchemaField reason_fields[] = {
  {"reason", "role", SL_SCHEMA_TEXT, SL_SCHEMA_REQUIRED},
  {NULL},
};
static const SlSchema reason_schema = {NULL, NULL, reason_fields};

static const SlSchemaField where_fields[] = {
  {"where", "where", SL_SCHEMA_TEXT, SL_SCHEMA_REQUIRED},
  {"supports", "supports", SL_SCHEMA_TEXT},
  {NULL},
};
static const SlSchema where_schema = {sl_citation_get_type, "where", where_fields};

static const SlSchemaField fields[] = {
  {"id", "id", SL_SCHEMA_ID, SL_SCHEMA_REQUIRED},
  {"name", "name", SL_SCHEMA_TEXT, SL_SCHEMA_REQUIRED},
  {"kind", "kind", SL_SCHEMA_WORD, .words = kind_words},
  {"other_names", "other-names", SL_SCHEMA_TEXTS},
  {"friends", NULL, SL_SCHEMA_IDS, .refers = 1},
  {"group", NULL, SL_SCHEMA_GROUP, .schema = &reason_schema},
  {"born", "born", SL_SCHEMA_DATE},
  {"sources", "citations", SL_SCHEMA_LIST, .schema = &where_schema},
  {"strict", NULL, SL_SCHEMA_LIST, SL_SCHEMA_GUARD, .schema = &where_schema},
  {"shy", NULL, SL_SCHEMA_BOOL, SL_SCHEMA_GUARD},
  {"plain", NULL, SL_SCHEMA_BOOL},
  {"note_kind", NULL, SL_SCHEMA_ENUM, .get_type = sl_note_kind_get_type},
  {"time", NULL, SL_SCHEMA_TIME},
  {"seconds", NULL, SL_SCHEMA_SECONDS},
  {"language", NULL, SL_SCHEMA_LANGUAGE},
  {"url", NULL, SL_SCHEMA_URL},
  {"path", NULL, SL_SCHEMA_PATH},
  {"colour", NULL, SL_SCHEMA_COLOUR},
  {"sha256", NULL, SL_SCHEMA_SHA256},
  {"count", NULL, SL_SCHEMA_COUNT},
  {"size", NULL, SL_SCHEMA_SIZE},
  {"any", NULL, SL_SCHEMA_ANY},
  {"=made", "note", SL_SCHEMA_COMPUTED},
  {NULL},
};
static const SlSchema schema = {sl_person_get_type, NULL, fields};

static GPtrArray *
read_budget (const char *text, SlSchemaBudget *budget, SlReport *report)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (SlDocument) document = sl_document_new ("p.json", bytes, report, &error);

  g_assert_no_error (error);
  return sl_schema_read_array (&schema, "people", document, budget, report);
}

static GPtrArray *
read_text (const char *text, SlReport *report)
{
  SlSchemaBudget budget = {100000, FALSE};

  return read_budget (text, &budget, report);
}

static char *
describe (SlReport *report)
{
  GPtrArray *findings = sl_report_get_findings (report);
  GString   *string = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      SlFinding *finding = findings->pdata[i];

      g_string_append_printf (string, "%s%u:%u %s %s", i > 0 ? "\n" : "", sl_finding_get_line (finding),
                              sl_finding_get_column (finding), sl_finding_get_code (finding),
                              sl_finding_get_place (finding));
    }
  return g_string_free (string, FALSE);
}

/* Reads one record with @members beside its id and its name, and says whether it is kept and what is found. */
static void
check (const char *members, gboolean kept, const char *findings)
{
  g_autofree char *text = g_strdup_printf ("[{\"id\":\"a\",\"name\":\"A\",\n%s}]", members);
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GPtrArray) drafts = read_text (text, report);
  g_autofree char *found = describe (report);

  g_test_message ("%s", members);
  g_assert_cmpstr (found, ==, findings);
  g_assert_cmpuint (drafts->len, ==, kept ? 1 : 0);
}

static void
test_good (void)
{
  static const char *const members[] = {
    "\"kind\":\"person\"", "\"other_names\":[]", "\"other_names\":[\"B\",\"C\"]", "\"friends\":[\"b\"]",
    "\"group\":{\"reason\":\"r\"}", "\"born\":\"2009~\"", "\"sources\":[]", "\"sources\":[{\"where\":\"p. 1\"},\"p. 2\"]",
    "\"strict\":[\"p\"]", "\"shy\":true", "\"note_kind\":\"fact\"", "\"time\":\"1:05\"", "\"seconds\":1.5", "\"seconds\":0",
    "\"language\":\"en\"", "\"language\":\"pt-BR\"", "\"language\":\"sr-Latn-RS\"", "\"url\":\"https://example.org/a?b#c\"",
    "\"url\":\"http://example.org\"", "\"path\":\"a/b c.webm\"", "\"colour\":\"#A0b1c2\"",
    "\"sha256\":\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"", "\"count\":2147483647",
    "\"size\":9223372036854775807", "\"any\":[{\"x\":[1]}]", "\"comment\":{\"x\":1}",
    "\"group\":{\"reason\":\"r\",\"comment\":\"c\"}"};

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    check (members[i], TRUE, "");
}

static void
test_wrong_type (void)
{
  static const char *const keys[] = {"kind", "other_names", "friends", "group", "born", "sources", "plain", "note_kind", "time", "seconds",
                                     "language", "url", "path", "colour", "sha256", "count", "size"};
  static const char *const values[] = {"null", "true", "17", "-1.5", "\"\"", "[17]", "{\"x\":1}"};

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      {
        g_autofree char *text = g_strdup_printf ("[{\"id\":\"a\",\"name\":\"A\",\"%s\":%s}]", keys[i], values[j]);
        g_autoptr (SlReport) report = sl_report_new ();
        g_autoptr (GPtrArray) drafts = read_text (text, report);
        gboolean is_number = strchr ("17", *values[j]) != NULL &&
                             g_strv_contains ((const char *const[]){"seconds", "count", "size", NULL}, keys[i]);
        gboolean is_bool = j == 1 && g_str_equal (keys[i], "plain");

        g_test_message ("%s: %s", keys[i], values[j]);
        /* A bad value costs itself only. */
        g_assert_cmpuint (drafts->len, ==, 1);
        g_assert_cmpint (sl_report_get_findings (report)->len > 0, ==, !is_number && !is_bool);
      }
}

static void
test_bad (void)
{
  check ("\"born\":17", TRUE, "2:8 wrong-type people[0] \"a\"");
  check ("\"born\":\"2009-13\"", TRUE, "2:8 bad-date people[0] \"a\"");
  check ("\"time\":\"1:5\"", TRUE, "2:8 bad-time people[0] \"a\"");
  check ("\"kind\":\"dog\"", TRUE, "2:8 bad-word people[0] \"a\"");
  check ("\"note_kind\":\"Fact\"", TRUE, "2:13 bad-word people[0] \"a\"");
  check ("\"other_names\":[\"B\",\"\",\"C\"]", TRUE, "2:20 bad-text people[0] \"a\"");
  check ("\"other_names\":[\"B\",\" \\u00a0\"]", TRUE, "2:20 bad-text people[0] \"a\"");
  check ("\"other_names\":[\"\\u200b\\u2060\"]", TRUE, "2:16 bad-text people[0] \"a\"");
  check ("\"other_names\":[\"\\u0007\"]", TRUE, "2:16 bad-text people[0] \"a\"");
  check ("\"friends\":[[1,[2]],\"b\",\"B\"]", TRUE,
         "2:12 wrong-type people[0] \"a\"\n2:24 bad-id people[0] \"a\"");
  check ("\"language\":\"english!\"", TRUE, "2:12 bad-language people[0] \"a\"");
  check ("\"language\":\"e\"", TRUE, "2:12 bad-language people[0] \"a\"");
  check ("\"language\":\"en-\"", TRUE, "2:12 bad-language people[0] \"a\"");
  check ("\"url\":\"javascript:alert(1)\"", TRUE, "2:7 bad-url people[0] \"a\"");
  check ("\"url\":\"file:///etc/passwd\"", TRUE, "2:7 bad-url people[0] \"a\"");
  check ("\"url\":\"https://\"", TRUE, "2:7 bad-url people[0] \"a\"");
  check ("\"url\":\"example.org\"", TRUE, "2:7 bad-url people[0] \"a\"");
  check ("\"path\":\"../a\"", TRUE, "2:8 bad-path people[0] \"a\"");
  check ("\"path\":\"/a\"", TRUE, "2:8 bad-path people[0] \"a\"");
  check ("\"path\":\"a//b\"", TRUE, "2:8 bad-path people[0] \"a\"");
  check ("\"path\":\"a/./b\"", TRUE, "2:8 bad-path people[0] \"a\"");
  check ("\"path\":\"a\\\\b\"", TRUE, "2:8 bad-path people[0] \"a\"");
  check ("\"colour\":\"red\"", TRUE, "2:10 bad-colour people[0] \"a\"");
  check ("\"colour\":\"#12345g\"", TRUE, "2:10 bad-colour people[0] \"a\"");
  check ("\"sha256\":\"ABC\"", TRUE, "2:10 bad-checksum people[0] \"a\"");
  check ("\"count\":2147483648", TRUE, "2:9 wrong-type people[0] \"a\"");
  check ("\"count\":1.0", TRUE, "2:9 wrong-type people[0] \"a\"");
  check ("\"seconds\":1e300", TRUE, "2:11 wrong-type people[0] \"a\"");
  check ("\"size\":-1", TRUE, "2:8 wrong-type people[0] \"a\"");
  check ("\"group\":{}", TRUE, "2:9 missing-field people[0] \"a\" group");
  check ("\"sources\":[{},\"\",{\"where\":\"w\",\"supports\":1},3]", TRUE,
         "2:12 missing-field people[0] \"a\" sources[0]\n2:15 bad-text people[0] \"a\" sources[1]\n"
         "2:42 wrong-type people[0] \"a\" sources[2]\n2:45 wrong-type people[0] \"a\" sources[3]");
  check ("\"nmae\":1", TRUE, "2:1 unknown-key people[0] \"a\"");
  check ("\"=made\":1", TRUE, "2:1 unknown-key people[0] \"a\"");
}

/* What must not be lost in silence takes its record with it. */
static void
test_guard (void)
{
  check ("\"shy\":\"yes\"", FALSE, "2:7 wrong-type people[0] \"a\"");
  check ("\"strict\":[\"p\",1]", FALSE, "2:15 wrong-type people[0] \"a\" strict[1]");
  check ("\"strict\":1", FALSE, "2:10 wrong-type people[0] \"a\"");
}

static void
test_required (void)
{
  static const char text[] = "[\n{\"id\":\"a\"},\n{\"id\":\"b\",\"name\":\" \\n\"},\n{\"name\":\"C\"},\n"
                             "{\"id\":\"D\",\"name\":\"D\"},\n17,\n{\"id\":\"e\",\"name\":\"E\"}]";
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GPtrArray) drafts = read_text (text, report);
  g_autofree char *found = describe (report);

  g_assert_cmpstr (found, ==,
                   "2:1 missing-field people[0] \"a\"\n3:18 bad-text people[1] \"b\"\n4:1 missing-field people[2]\n"
                   "5:7 bad-id people[3]\n6:1 wrong-type people[4]");
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (sl_draft_get_string (drafts->pdata[0], "name"), ==, "E");
}

static void
test_id (void)
{
  static const char *const bad[] = {"", "-a", "A", "a_b", "a b", "é",
                                    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
  static const char *const good[] = {"a", "0", "a-", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};

  for (guint i = 0; i < G_N_ELEMENTS (bad) + G_N_ELEMENTS (good); i++)
    {
      gboolean         is_good = i >= G_N_ELEMENTS (bad);
      const char      *id = is_good ? good[i - G_N_ELEMENTS (bad)] : bad[i];
      g_autofree char *text = g_strdup_printf ("[{\"id\":\"%s\",\"name\":\"A\"}]", id);
      g_autoptr (SlReport) report = sl_report_new ();
      g_autoptr (GPtrArray) drafts = read_text (text, report);

      g_test_message ("%s", id);
      g_assert_cmpuint (drafts->len, ==, is_good ? 1 : 0);
      g_assert_cmpuint (sl_report_get_findings (report)->len, ==, is_good ? 0 : 1);
    }
}

static void
test_root (void)
{
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GPtrArray) drafts = read_text ("{\"id\":\"a\"}", report);
  g_autofree char *found = describe (report);

  g_assert_cmpstr (found, ==, "1:1 wrong-type people");
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
test_budget (void)
{
  SlSchemaBudget budget = {2, FALSE};
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GPtrArray) drafts = read_budget ("[{\"id\":\"a\",\"name\":\"A\",\"sources\":[\"s\"]},{\"id\":\"b\",\"name\":\"B\"},\n"
                                              "{\"id\":\"c\",\"name\":\"C\"},{\"id\":\"d\",\"name\":\"D\"}]",
                                              &budget, report);
  g_autofree char *found = describe (report);

  g_assert_cmpuint (drafts->len, ==, 2);
  g_assert_true (budget.exhausted);
  g_assert_cmpstr (found, ==, "2:1 too-many-records people[2] \"c\"");
}

static void
test_many_findings (void)
{
  GString *text = g_string_new ("[");
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GPtrArray) drafts = NULL;
  GPtrArray *findings = sl_report_get_findings (report);

  for (guint i = 0; i < 5 * SL_REPORT_MAX; i++)
    g_string_append (text, "1,");
  g_string_append (text, "1]");
  drafts = read_text (text->str, report);
  g_assert_cmpuint (findings->len, ==, SL_REPORT_MAX + 1);
  g_assert_cmpstr (sl_finding_get_code (findings->pdata[SL_REPORT_MAX]), ==, "too-many-findings");
  g_string_free (text, TRUE);

  /* However many errors there are, the first hint is told, and the other way round. */
  sl_report_add (report, SL_SEVERITY_HINT, "f", NULL, "unknown-key", NULL, "a hint");
  g_assert_cmpuint (findings->len, ==, SL_REPORT_MAX + 2);
}

/* What an author writes goes into findings; it must not be able to make up another line, or a book. */
static void
test_finding_text (void)
{
  g_autofree char *longest = g_strnfill (10000, 'x');
  g_autofree char *text = g_strdup_printf ("[{\"id\":\"a\\nerror: b\",\"name\":\"A\"},{\"id\":\"%s\",\"name\":\"A\"}]", longest);
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GPtrArray) drafts = read_text (text, report);
  GPtrArray *findings = sl_report_get_findings (report);

  g_assert_cmpuint (findings->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *line = sl_finding_to_string (findings->pdata[i]);

      g_assert_null (strchr (line, '\n'));
      g_assert_cmpuint (strlen (line), <, 500);
    }
}

static void
test_build (void)
{
  static const char text[] = "[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"person\",\"other_names\":[\"B\",\"C\"],\"born\":\"2009\","
                             "\"group\":{\"reason\":\"R\"},\"sources\":[\"p. 1\",{\"where\":\"p. 2\",\"supports\":\"S\"}]},"
                             "{\"id\":\"b\",\"name\":\"B\"}]";
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GPtrArray) drafts = read_text (text, report);
  g_autoptr (SlPerson) a = NULL;
  g_autoptr (SlPerson) b = NULL;
  g_autoptr (SlCitation) second = NULL;

  sl_draft_set_string (drafts->pdata[0], "=made", "M");
  a = SL_PERSON (sl_draft_build (drafts->pdata[0]));
  b = SL_PERSON (sl_draft_build (drafts->pdata[1]));

  g_assert_cmpstr (sl_person_get_id (a), ==, "a");
  g_assert_cmpstr (sl_person_get_note (a), ==, "M");
  g_assert_cmpstr (sl_person_get_role (a), ==, "R");
  g_assert_cmpstr (sl_person_get_other_names (a)[1], ==, "C");
  g_assert_cmpint (sl_date_get_year (sl_person_get_born (a)), ==, 2009);
  g_assert_cmpuint (g_list_model_get_n_items (sl_person_get_citations (a)), ==, 2);
  second = g_list_model_get_item (sl_person_get_citations (a), 1);
  g_assert_cmpstr (sl_citation_get_supports (second), ==, "S");

  g_assert_null (sl_person_get_role (b));
  g_assert_null (sl_person_get_born (b));
  g_assert_null (sl_person_get_citations (b));
  g_assert_nonnull (sl_person_get_other_names (b));
  g_assert_null (sl_person_get_other_names (b)[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/good", test_good);
  g_test_add_func ("/schema/wrong-type", test_wrong_type);
  g_test_add_func ("/schema/bad", test_bad);
  g_test_add_func ("/schema/guard", test_guard);
  g_test_add_func ("/schema/required", test_required);
  g_test_add_func ("/schema/id", test_id);
  g_test_add_func ("/schema/root", test_root);
  g_test_add_func ("/schema/budget", test_budget);
  g_test_add_func ("/schema/many-findings", test_many_findings);
  g_test_add_func ("/schema/finding-text", test_finding_text);
  g_test_add_func ("/schema/build", test_build);
  return g_test_run ();
}
