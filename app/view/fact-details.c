/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to a fact, each kind under a heading of its own. How the claim itself is shown is the card's. */
#include "config.h"

#include "fact-details.h"

#include "change.h"
#include "citations.h"
#include "labels.h"
#include "moment.h"
#include "person-row.h"
#include "rich-text.h"
#include "told-at.h"
#include "words.h"

#include <glib/gi18n-lib.h>

#define N_MOMENTS 4 /* that are shown before more is asked for */

/* Returns: (transfer none): an empty box under a heading, at the end of @box */
static GtkWidget *
add_section (GtkWidget *box, const char *title)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", title, "wrap", TRUE, "xalign", 0.0, NULL);
  GtkWidget *section = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  gtk_widget_add_css_class (heading, "details-heading");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (section), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), section);
  return section;
}

/* @target: (transfer floating). Returns: (transfer none) */
static GtkWidget *
add_button (GtkWidget *box, const char *icon, const char *words, const char *action, GVariant *target)
{
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "xalign", 0.0, NULL);
  GtkWidget *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (inside), label);
  gtk_button_set_child (GTK_BUTTON (button), inside);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (action)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target)
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_sources (GtkWidget *box, SlFact *fact)
{
  GListModel *disputes = sl_fact_get_disputes (fact);

  sl_citations_add (box, sl_fact_get_citations (fact));
  for (guint i = 0; disputes && i < g_list_model_get_n_items (disputes); i++)
    {
      g_autoptr (SlDispute) dispute = g_list_model_get_item (disputes, i);

      sl_citations_add (box, sl_dispute_get_citations (dispute));
    }
}

static void
add_people (GtkWidget *box, SlCasebook *casebook, const char *const *ids)
{
  GtkWidget *section = NULL;

  for (guint i = 0; ids && ids[i]; i++)
    {
      SlPerson *person = sl_casebook_lookup_person (casebook, ids[i]);

      if (person == NULL)
        continue;
      if (section == NULL)
        section = add_section (box, _ ("People"));
      gtk_box_append (GTK_BOX (section), sl_person_row_new (person));
    }
}

static void
add_events (GtkWidget *box, SlCasebook *casebook, const char *const *ids)
{
  GtkWidget *section = NULL;

  for (guint i = 0; ids && ids[i]; i++)
    {
      SlEvent         *event = sl_casebook_lookup_event (casebook, ids[i]);
      g_autofree char *when = event ? sl_date_format (sl_event_get_date (event)) : NULL;

      if (event == NULL)
        continue;
      if (section == NULL)
        section = add_section (box, _ ("What Happened When"));
      sl_labels_add (section, when, "quiet");
      sl_labels_add (section, sl_event_get_title (event), "event");
    }
}

/* The rest takes its place, and the first of it the focus. */
static void
more_cb (GtkWidget *button)
{
  GtkWidget *first = NULL;

  for (GtkWidget *sibling = gtk_widget_get_first_child (gtk_widget_get_parent (button)); sibling; sibling = gtk_widget_get_next_sibling (sibling))
    {
      if (!gtk_widget_get_visible (sibling) && first == NULL)
        first = sibling;
      gtk_widget_set_visible (sibling, sibling != button);
    }
  if (first)
    gtk_widget_grab_focus (first);
}

/* Returns: (transfer none) (nullable): of the clip that is watched, or of another one */
static GtkWidget *
add_moment (GtkWidget *section, SlSession *session, SlMoment *moment)
{
  SlClip          *here = sl_session_get_clip (session), *clip = sl_casebook_lookup_clip (sl_session_get_casebook (session), sl_moment_get_clip (moment));
  g_autofree char *time = sl_words_time (sl_moment_get_start (moment));
  g_autofree char *title = sl_rich_text_inside (sl_clip_get_title (clip));
  g_autofree char *words = NULL;

  if (clip == here)
    {
      /* Translators: when a film tells a fact: “Told at 1:05”. */
      words = g_strdup_printf (_ ("Told at %s"), time);
      return add_button (section, "media-playback-start-symbolic", words, "win.seek-moment", g_variant_new_int64 (sl_moment_get_start (moment)));
    }
  /* Translators: when another film tells a fact, and its title: “Told at 1:05 in “The trailer””. */
  words = g_strdup_printf (_ ("Told at %1$s in “%2$s”"), time, title);
  return add_button (section, "media-playback-start-symbolic", words, "win.show-moment",
                     g_variant_new ("(sx)", sl_moment_get_clip (moment), sl_moment_get_start (moment)));
}

static void
add_moments (GtkWidget *box, SlSession *session, SlFact *fact)
{
  g_autoptr (GPtrArray) moments = sl_told_at_list (sl_session_get_casebook (session), sl_fact_get_id (fact), sl_session_get_clip (session));
  GtkWidget *section;
  guint      n_hidden = 0;

  if (moments->len == 0)
    return;
  section = add_section (box, _ ("In the Film"));
  for (guint i = 0; i < moments->len; i++)
    {
      GtkWidget *button = add_moment (section, session, moments->pdata[i]);

      /* One alone is no longer than what would stand for it. */
      gtk_widget_set_visible (button, i < N_MOMENTS || moments->len == N_MOMENTS + 1);
      n_hidden += !gtk_widget_get_visible (button);
    }
  if (n_hidden > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u more", "%u more", n_hidden), n_hidden);

      g_signal_connect (add_button (section, "view-more-symbolic", words, NULL, NULL), "clicked", G_CALLBACK (more_cb), NULL);
    }
}

static void
add_changes (GtkWidget *box, SlFact *fact)
{
  GListModel *changes = sl_fact_get_changes (fact);
  GtkWidget  *section;

  if (changes == NULL || g_list_model_get_n_items (changes) == 0)
    return;
  section = add_section (box, _ ("Changes"));
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (SlChange) change = g_list_model_get_item (changes, i);
      g_autofree char *when = sl_date_format (sl_change_get_date (change));

      sl_labels_add (section, when, "quiet");
      sl_labels_add (section, sl_change_get_text (change), "change");
    }
}

gboolean
sl_fact_details_are_there (SlFact *fact)
{
  GListModel *citations, *changes;

  g_return_val_if_fail (SL_IS_FACT (fact), FALSE);

  citations = sl_fact_get_citations (fact);
  changes = sl_fact_get_changes (fact);
  return sl_fact_get_withheld (fact) == NULL || (citations && g_list_model_get_n_items (citations) > 0) || (changes && g_list_model_get_n_items (changes) > 0);
}

void
sl_fact_details_add (GtkWidget *box, SlFact *fact, SlSession *session)
{
  SlCasebook *casebook;

  g_return_if_fail (GTK_IS_BOX (box) && SL_IS_FACT (fact));

  casebook = session ? sl_session_get_casebook (session) : NULL;
  if (sl_fact_get_withheld (fact) == NULL)
    sl_labels_add (box, sl_fact_get_detail (fact), "body");
  add_sources (box, fact);
  if (casebook && sl_fact_get_withheld (fact) == NULL)
    {
      add_people (box, casebook, sl_fact_get_people (fact));
      add_events (box, casebook, sl_fact_get_events (fact));
      add_moments (box, session, fact);
    }
  add_changes (box, fact);
  if (casebook)
    add_button (box, "edit-copy-symbolic", _ ("Copy Citation"), "win.copy-citation", g_variant_new_string (sl_fact_get_id (fact)));
}
