/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times, standings and sources in words. Every sentence is whole: none is put together from parts. */
#include "config.h"

#include "words.h"

#include "archive-unpack.h"
#include "casebook-reader.h"
#include "finding.h"
#include "rich-text.h"
#include "safe-text.h"

#include <glib/gi18n-lib.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

char *
sl_words_time (gint64 time)
{
  const gint64 seconds = MAX (time, 0) / SECOND;
  const int    hours = (int)(seconds / 3600), minutes = (int)(seconds / 60 % 60), rest = (int)(seconds % 60);

  if (hours > 0)
    /* Translators: hours, minutes and seconds into a film. */
    return g_strdup_printf (C_ ("time in a film", "%d:%02d:%02d"), hours, minutes, rest);
  /* Translators: minutes and seconds into a film. */
  return g_strdup_printf (C_ ("time in a film", "%d:%02d"), minutes, rest);
}

char *
sl_words_time_of (gint64 time, gint64 duration)
{
  g_autofree char *now = sl_words_time (time);
  g_autofree char *all = sl_words_time (duration);

  /* Translators: where the film is and how long it is: “0:56 / 2:00”. */
  return g_strdup_printf (C_ ("time in a film", "%1$s / %2$s"), now, all);
}

char *
sl_words_position (gint64 time, gint64 duration, const char *chapter)
{
  g_autofree char *now = sl_words_time (time);
  g_autofree char *all = sl_words_time (duration);

  g_autofree char *title = chapter ? sl_rich_text_inside (chapter) : NULL;

  if (chapter == NULL)
    /* Translators: spoken: where the film is and how long it is. */
    return g_strdup_printf (_ ("%1$s of %2$s"), now, all);
  /* Translators: spoken: where the film is, how long it is, and the chapter’s title. */
  return g_strdup_printf (_ ("%1$s of %2$s, chapter %3$s"), now, all, title);
}

char *
sl_words_length (gint64 duration)
{
  const gint64 seconds = (duration + SECOND / 2) / SECOND;
  const gulong minutes = (gulong)((seconds + 30) / 60);

  if (seconds < 90)
    return g_strdup_printf (ngettext ("%lu second", "%lu seconds", (gulong)seconds), (gulong)seconds);
  return g_strdup_printf (ngettext ("%lu minute", "%lu minutes", minutes), minutes);
}

/* By SlStanding. */
static const struct
{
  const char *word;
  const char *icon;
  const char *style;
} standings[] = {
  [SL_STANDING_NONE] = {NULL, NULL, NULL},
  [SL_STANDING_ESTABLISHED_RECORD] = {NC_ ("standing", "On record"), "sl-record-symbolic", "record"},
  [SL_STANDING_ESTABLISHED_COURT] = {NC_ ("standing", "Found by a court"), "sl-court-symbolic", "court"},
  [SL_STANDING_OFFICIAL_FINDING] = {NC_ ("standing", "Official finding"), "sl-official-symbolic", "official"},
  [SL_STANDING_OFFICIAL_POSITION] = {NC_ ("standing", "Official position"), "sl-position-symbolic", "position"},
  [SL_STANDING_REPORTED] = {NC_ ("standing", "Reported"), "sl-reported-symbolic", "reported"},
  [SL_STANDING_ALLEGED] = {NC_ ("standing", "Alleged"), "sl-alleged-symbolic", "alleged"},
  [SL_STANDING_DISPUTED] = {NC_ ("standing", "Disputed"), "sl-disputed-symbolic", "disputed"},
  [SL_STANDING_CAMPAIGN_OR_MAKER_STATEMENT] = {NC_ ("standing", "Said by the film or the campaign"),
                                               "sl-maker-symbolic",
                                               "maker"},
  [SL_STANDING_EDITORS_READING] = {NC_ ("standing", "The editors’ reading"), "sl-editors-symbolic", "editors"},
  [SL_STANDING_WITHDRAWN] = {NC_ ("standing", "Withdrawn"), "sl-withdrawn-symbolic", "withdrawn"},
};

const char *
sl_words_standing (SlStanding standing)
{
  g_return_val_if_fail ((guint)standing < G_N_ELEMENTS (standings), NULL);

  return standings[standing].word ? g_dpgettext2 (GETTEXT_PACKAGE, "standing", standings[standing].word) : NULL;
}

const char *
sl_words_standing_icon (SlStanding standing)
{
  g_return_val_if_fail ((guint)standing < G_N_ELEMENTS (standings), NULL);

  return standings[standing].icon;
}

const char *
sl_words_standing_class (SlStanding standing)
{
  g_return_val_if_fail ((guint)standing < G_N_ELEMENTS (standings), NULL);

  return standings[standing].style;
}

const char *
sl_words_clip_kind (SlClipKind kind)
{
  switch (kind)
    {
    case SL_CLIP_KIND_TRAILER:
      return C_ ("clip", "Trailer");
    case SL_CLIP_KIND_INTERVIEW:
      return C_ ("clip", "Interview");
    case SL_CLIP_KIND_EXPLAINER:
      return C_ ("clip", "Explainer");
    case SL_CLIP_KIND_FEATURE:
      return C_ ("clip", "Film");
    case SL_CLIP_KIND_AUDIO:
      return C_ ("clip", "Sound");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
sl_words_source_type (SlSourceType type)
{
  static const char *const words[] = {
    [SL_SOURCE_TYPE_COURT] = NC_ ("source", "Court document"),
    [SL_SOURCE_TYPE_LAW] = NC_ ("source", "Law"),
    [SL_SOURCE_TYPE_OFFICIAL] = NC_ ("source", "Official statement"),
    [SL_SOURCE_TYPE_REPORT] = NC_ ("source", "Report"),
    [SL_SOURCE_TYPE_NEWS] = NC_ ("source", "News"),
    [SL_SOURCE_TYPE_AGENCY] = NC_ ("source", "News agency"),
    [SL_SOURCE_TYPE_NGO] = NC_ ("source", "Non-governmental organisation"),
    [SL_SOURCE_TYPE_FILM] = NC_ ("source", "Film"),
    [SL_SOURCE_TYPE_BOOK] = NC_ ("source", "Book"),
    [SL_SOURCE_TYPE_WEB] = NC_ ("source", "Web page"),
    [SL_SOURCE_TYPE_INTERVIEW] = NC_ ("source", "Interview"),
  };

  g_return_val_if_fail ((guint)type < G_N_ELEMENTS (words), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "source", words[type]);
}

char *
sl_words_attribution (const char *who, const SlDate *date)
{
  g_autofree char *when = date ? sl_date_format (date) : NULL;
  g_autofree char *name = who ? sl_safe_text_inside (who) : NULL;

  if (who == NULL)
    return g_strdup (when ? when : "");
  if (when == NULL)
    return g_steal_pointer (&name);
  /* Translators: who says something, and when: “European Court of Human Rights, 27 August 2019”. */
  return g_strdup_printf (C_ ("attribution", "%1$s, %2$s"), name, when);
}

char *
sl_words_fact_attribution (SlFact *fact)
{
  g_autofree char *when = NULL;
  g_autofree char *who = NULL;

  g_return_val_if_fail (SL_IS_FACT (fact), NULL);

  when = sl_date_format (sl_fact_get_as_of (fact));
  who = sl_safe_text_inside (sl_fact_get_attribution (fact));
  /* Translators: on a fact’s card: who says so, then the date that it is about or was said. */
  return g_strdup_printf (C_ ("attribution", "%1$s · %2$s"), who, when);
}

char *
sl_words_citation (SlCitation *citation)
{
  SlSource        *source;
  g_autofree char *made = NULL;
  g_autofree char *title = NULL;
  g_autofree char *where = NULL;

  g_return_val_if_fail (SL_IS_CITATION (citation), NULL);

  source = sl_citation_get_source (citation);
  made = sl_words_attribution (sl_source_get_publisher (source), sl_source_get_date (source));
  title = sl_safe_text_inside (sl_source_get_title (source));
  where = sl_safe_text_inside (sl_citation_get_where (citation));
  if (sl_citation_get_where (citation))
    /* Translators: a source: its title, then publisher and date, then the place in it, such as “para 4”. */
    return g_strdup_printf (C_ ("citation", "%1$s. %2$s. %3$s"), title, made, where);
  /* Translators: a source: its title, then its publisher and date. */
  return g_strdup_printf (C_ ("citation", "%1$s. %2$s"), title, made);
}

/* The items of a list in one line, as the language joins them. */
static char *
join (const char *const *items)
{
  g_autoptr (GPtrArray) safe = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; items[i]; i++)
    g_ptr_array_add (safe, sl_safe_text_inside (items[i]));
  g_ptr_array_add (safe, NULL);
  /* Translators: between the items of a list: “Hans Hermans, Martin Maat”. */
  return g_strjoinv (C_ ("list", ", "), (char **)safe->pdata);
}

char *
sl_words_film_facts (SlFilm *film)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *year = NULL;
  g_autofree char *countries = NULL;
  g_autofree char *directors = NULL;
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (SL_IS_FILM (film), NULL);

  year = g_strdup_printf ("%d", sl_film_get_year (film));
  countries = join (sl_film_get_countries (film));
  directors = join (sl_film_get_directors (film));
  g_strv_builder_add (parts, year);
  if (*countries)
    g_strv_builder_add (parts, countries);
  if (sl_film_get_runtime (film) > 0)
    {
      g_autofree char *length = sl_words_length (sl_film_get_runtime (film));

      g_strv_builder_add (parts, length);
    }
  if (*directors)
    g_strv_builder_add (parts, directors);
  list = g_strv_builder_end (parts);
  /* Translators: between the facts of a film: “2010 · Netherlands · 62 minutes”. */
  return g_strjoinv (C_ ("facts of a film", " · "), list);
}

char *
sl_words_film_credit (SlFilm *film)
{
  g_autofree char *directors = NULL;

  g_return_val_if_fail (SL_IS_FILM (film), NULL);

  directors = join (sl_film_get_directors (film));
  if (*directors == '\0')
    return g_strdup_printf ("%d", sl_film_get_year (film));
  /* Translators: who made a film, and its year. */
  return g_strdup_printf (_ ("A film by %1$s, %2$d"), directors, sl_film_get_year (film));
}

char *
sl_words_casebook_facts (SlCasebook *casebook)
{
  GListModel      *facts, *sources;
  guint            n_facts, n_sources;
  g_autofree char *facts_words = NULL;
  g_autofree char *sources_words = NULL;
  g_autofree char *when = NULL;
  g_autofree char *licence = NULL;

  g_return_val_if_fail (SL_IS_CASEBOOK (casebook), NULL);

  facts = sl_casebook_get_facts (casebook);
  sources = sl_casebook_get_sources (casebook);
  n_facts = facts ? g_list_model_get_n_items (facts) : 0;
  n_sources = sources ? g_list_model_get_n_items (sources) : 0;
  facts_words = g_strdup_printf (ngettext ("%u fact", "%u facts", n_facts), n_facts);
  sources_words = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);
  when = sl_date_format (sl_casebook_get_version (casebook));
  licence = sl_safe_text_inside (sl_casebook_get_licence (casebook));
  /* Translators: of a casebook: “63 facts · 180 sources · as of 1 November 2026 · CC-BY-SA-4.0”; the last is its licence. */
  return g_strdup_printf (_ ("%1$s · %2$s · as of %3$s · %4$s"), facts_words, sources_words, when, licence);
}

char *
sl_words_clip_facts (SlClip *clip)
{
  g_autofree char *length = NULL;

  g_return_val_if_fail (SL_IS_CLIP (clip), NULL);

  length = sl_words_time (sl_clip_get_duration (clip));
  /* Translators: the kind of a clip and its length: “Explainer · 2:00”. */
  return g_strdup_printf (C_ ("clip", "%1$s · %2$s"), sl_words_clip_kind (sl_clip_get_kind (clip)), length);
}

const char *
sl_words_casebook_error (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == SL_ARCHIVE_ERROR)
    return _ ("This file is not a casebook, or a damaged or unsafe one. Nothing of it was opened. The details say why.");
  if (error->domain != SL_CASEBOOK_ERROR)
    return _ ("This file could not be read or unpacked. There may be no room left. The details say why.");
  switch ((SlCasebookError)error->code)
    {
    case SL_CASEBOOK_ERROR_NOT_FOUND:
      return _ ("There is no such folder. It may have been moved, renamed or deleted.");
    case SL_CASEBOOK_ERROR_NO_CASEBOOK_JSON:
      return _ ("This folder has no file “casebook.json”, so it is not a casebook. Choose the folder that has it.");
    case SL_CASEBOOK_ERROR_UNREADABLE:
      return _ ("This casebook may not be read. Ask whoever keeps this computer for permission.");
    case SL_CASEBOOK_ERROR_NO_FILE:
      return _ ("Where its file “casebook.json” should be there is something else. The details say what; put the file itself there.");
    case SL_CASEBOOK_ERROR_NOT_JSON:
      return _ ("Its file “casebook.json” is damaged. The details say where; whoever made the casebook can mend it.");
    case SL_CASEBOOK_ERROR_INCOMPLETE:
      return _ ("Its file “casebook.json” lacks what every casebook must say. The details name it.");
    case SL_CASEBOOK_ERROR_TOO_NEW:
      return _ ("It was made for a later version of Sidelight. Update Sidelight to open it.");
    case SL_CASEBOOK_ERROR_TOO_OLD:
      return _ ("It was made for an earlier version of Sidelight. Whoever made it can bring it up to date with “sidelight-author migrate”.");
    default:
      g_return_val_if_reached (error->message);
    }
}

char *
sl_words_findings (GPtrArray *findings)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; findings && i < findings->len; i++)
    {
      g_autofree char *line = sl_finding_to_string (g_ptr_array_index (findings, i));

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
