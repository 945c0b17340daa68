/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody of the case, as far as a casebook tells of them. It shows what was so when it opened, and goes with the casebook. */
#include "config.h"

#include "person-card.h"

#include "citations.h"
#include "labels.h"
#include "record-picture.h"
#include "rich-text.h"
#include "safe-text.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _SlPersonCard
{
  AdwWindow parent_instance;

  /* Template children. */
  SlRecordPicture *picture;
  GtkWidget       *words;
  GtkWidget       *facts_heading;
  GtkWidget       *facts;
  GtkWidget       *later;
};

G_DEFINE_FINAL_TYPE (SlPersonCard, sl_person_card, ADW_TYPE_WINDOW)

/* Whoever goes somewhere wants to see it. */
static void
go_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  gtk_window_close (GTK_WINDOW (widget));
  if (parent)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), name, parameter);
}

static void
later_cb (SlPersonCard *self)
{
  GtkWidget *first = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (self->facts); row; row = gtk_widget_get_next_sibling (row))
    {
      if (!gtk_widget_get_visible (row) && first == NULL)
        first = row;
      gtk_widget_set_visible (row, TRUE);
    }
  if (first)
    gtk_widget_grab_focus (first);
  gtk_widget_set_visible (self->later, FALSE);
}

static void
sl_person_card_class_init (SlPersonCardClass *klass)
{
  static const struct
  {
    const char *name, *type;
  } actions[] = {{"win.show-fact", "s"}, {"win.show-source", "s"}, {"win.show-moment", "(sx)"}, {"win.show-person", "s"}};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, go_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (SL_TYPE_RECORD_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/person-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SlPersonCard, picture);
  gtk_widget_class_bind_template_child (widget_class, SlPersonCard, words);
  gtk_widget_class_bind_template_child (widget_class, SlPersonCard, facts_heading);
  gtk_widget_class_bind_template_child (widget_class, SlPersonCard, facts);
  gtk_widget_class_bind_template_child (widget_class, SlPersonCard, later);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
}

static void
sl_person_card_init (SlPersonCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Returns: (transfer full) (nullable): whoever looks for one knows it when they see it */
static char *
write_spellings (SlPerson *person)
{
  const char *const *names = sl_person_get_other_names (person);
  g_autoptr (GPtrArray) safe = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; names && names[i]; i++)
    g_ptr_array_add (safe, sl_safe_text_inside (names[i]));
  if (safe->len == 0)
    return NULL;
  g_ptr_array_add (safe, NULL);
  joined = g_strjoinv (C_ ("list", ", "), (char **)safe->pdata);
  /* Translators: every other way to write somebody’s name: “Also written Anja, Анна”. */
  return g_strdup_printf (_ ("Also written %s"), joined);
}

/* Returns: (transfer full) (nullable) */
static char *
write_life (SlPerson *person)
{
  g_autofree char *born = sl_person_get_born (person) ? sl_date_format (sl_person_get_born (person)) : NULL;
  g_autofree char *died = sl_person_get_died (person) ? sl_date_format (sl_person_get_died (person)) : NULL;

  if (born && died)
    /* Translators: of a person: two dates. */
    return g_strdup_printf (_ ("Born %1$s, died %2$s"), born, died);
  if (born)
    /* Translators: of a person: a date. */
    return g_strdup_printf (_ ("Born %s"), born);
  /* Translators: of a person: a date. */
  return died ? g_strdup_printf (_ ("Died %s"), died) : NULL;
}

static void
show_person (SlPersonCard *self, SlCasebook *casebook, SlPerson *person)
{
  GtkWidget       *sources = sl_citations_make_expander (sl_person_get_citations (person));
  g_autofree char *name = sl_rich_text_plain (sl_person_get_name (person));
  g_autofree char *spellings = write_spellings (person);
  g_autofree char *life = write_life (person);

  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), sl_person_get_image (person) != NULL);
  if (sl_person_get_image (person))
    sl_record_picture_show (self->picture, sl_casebook_get_folder (casebook), sl_person_get_image (person), sl_person_get_alt (person));
  sl_labels_add (self->words, sl_person_get_name (person), "title-2");
  sl_labels_add (self->words, sl_person_get_role (person), "lead");
  sl_labels_add (self->words, life, "quiet");
  sl_labels_add (self->words, sl_person_get_note (person), "body");
  sl_labels_add (self->words, spellings, "quiet");
  if (sources)
    gtk_box_append (GTK_BOX (self->words), sources);
}

/* Facts */

/* What is graphic is not told before it was asked for, on its own card. */
static GtkWidget *
make_row (SlFact *fact, SlReading *reading)
{
  const gboolean   is_open = !sl_fact_get_graphic (fact) || sl_reading_is_revealed (reading, sl_fact_get_id (fact));
  const SlStanding standing = sl_fact_get_standing (fact);
  const char      *classes[] = {"standing", sl_words_standing_class (standing), NULL};
  GtkWidget       *row = gtk_button_new (), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *lead = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *words = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
  const char      *said = is_open ? sl_fact_get_statement (fact) : _ ("A fact that describes injury or death");
  g_autofree char *plain = sl_rich_text_inside (said);
  g_autofree char *spoken = g_strdup_printf (C_ ("fact", "%1$s: %2$s"), sl_words_standing (standing) ? sl_words_standing (standing) : "", plain);

  gtk_box_append (GTK_BOX (lead), gtk_image_new_from_icon_name (sl_words_standing_icon (standing)));
  gtk_box_append (GTK_BOX (lead), g_object_new (GTK_TYPE_LABEL, "label", sl_words_standing (standing), "wrap", TRUE, "xalign", 0.0, NULL));
  gtk_widget_set_css_classes (lead, classes);
  sl_rich_text_show (GTK_LABEL (words), said, FALSE);
  gtk_box_append (GTK_BOX (lines), lead);
  gtk_box_append (GTK_BOX (lines), words);
  gtk_button_set_child (GTK_BUTTON (row), lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-fact");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", sl_fact_get_id (fact));
  return row;
}

static gboolean
comes_later (SlSession *session, SlFact *fact)
{
  SlCue *cue = sl_session_lookup_cue (session, SL_CUE_FACT, sl_fact_get_id (fact));

  return cue && !sl_cue_get_told (cue) && sl_reading_get_hides_later (sl_session_get_reading (session));
}

static void
show_facts (SlPersonCard *self, SlSession *session, const char *person)
{
  GListModel      *facts = sl_casebook_get_facts (sl_session_get_casebook (session));
  guint            n_shown = 0, n_later = 0;
  g_autofree char *later = NULL;

  for (guint i = 0; facts && i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (SlFact) fact = g_list_model_get_item (facts, i);
      const char *const *people = sl_fact_get_people (fact);
      GtkWidget         *row;

      if (people == NULL || !g_strv_contains (people, person) || sl_fact_get_withheld (fact))
        continue;
      row = make_row (fact, sl_session_get_reading (session));
      gtk_widget_set_visible (row, !comes_later (session, fact));
      gtk_box_append (GTK_BOX (self->facts), row);
      n_shown += gtk_widget_get_visible (row);
      n_later += !gtk_widget_get_visible (row);
    }
  later = g_strdup_printf (ngettext ("%u later fact hidden", "%u later facts hidden", n_later), n_later);
  gtk_button_set_label (GTK_BUTTON (self->later), later);
  gtk_widget_set_visible (self->later, n_later > 0);
  gtk_widget_set_visible (self->facts_heading, n_shown + n_later > 0);
  gtk_widget_set_visible (self->facts, n_shown + n_later > 0);
}

SlPersonCard *
sl_person_card_new (GtkWindow *parent, SlSession *session, SlPerson *person)
{
  SlPersonCard *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && SL_IS_SESSION (session), NULL);
  g_return_val_if_fail (SL_IS_PERSON (person) && sl_session_get_casebook (session) != NULL, NULL);

  self = g_object_new (SL_TYPE_PERSON_CARD, "transient-for", parent, NULL);
  /* Beside a film it is of the film's page. */
  if (gtk_widget_has_css_class (GTK_WIDGET (parent), "watching"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "watching");
  show_person (self, sl_session_get_casebook (session), person);
  show_facts (self, session, sl_person_get_id (person));
  g_signal_connect_object (session, "notify::casebook", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  return self;
}
