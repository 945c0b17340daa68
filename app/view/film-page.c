/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A film, what is known and disclosed of it, and its clips. */
#include "config.h"

#include "film-page.h"

#include "beside.h"
#include "citations.h"
#include "clip-card.h"
#include "film-card.h"
#include "labels.h"
#include "rich-text.h"
#include "words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _SlFilmPage
{
  GtkWidget parent_instance;

  /* Template children. */
  GtkWidget  *content;
  AdwBin     *poster;
  GtkLabel   *title;
  GtkLabel   *facts;
  GtkLabel   *synopsis;
  GtkWidget  *disclosures;
  GtkFlowBox *clips;
  GtkWidget  *no_clips;
  GtkWidget  *awards_box;
  GtkFlowBox *awards;
  GtkWidget  *sources;
};

G_DEFINE_FINAL_TYPE (SlFilmPage, sl_film_page, GTK_TYPE_WIDGET)

static void
add_sources (GtkWidget *box, GListModel *citations)
{
  GtkWidget *expander = sl_citations_make_expander (citations);

  if (expander)
    gtk_box_append (GTK_BOX (box), expander);
}

static void
show_disclosures (SlFilmPage *self, SlFilm *film)
{
  GListModel *disclosures = sl_film_get_disclosures (film);

  sl_labels_clear (self->disclosures);
  for (guint i = 0; disclosures && i < g_list_model_get_n_items (disclosures); i++)
    {
      g_autoptr (SlDisclosure) disclosure = g_list_model_get_item (disclosures, i);

      if (i == 0)
        sl_labels_add (self->disclosures, _ ("Disclosure"), "disclosure-heading");
      sl_labels_add (self->disclosures, sl_disclosure_get_text (disclosure), "body");
      add_sources (self->disclosures, sl_disclosure_get_citations (disclosure));
    }
  gtk_widget_set_visible (self->disclosures, gtk_widget_get_first_child (self->disclosures) != NULL);
}

/* What cannot be chosen is no stop for the keyboard. */
static void
append (GtkFlowBox *box, GtkWidget *widget)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), widget);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (box, child);
}

static void
clear (GtkFlowBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_flow_box_remove (box, child);
}

static GtkWidget *
make_award (SlAward *award)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *by = sl_words_attribution (sl_award_get_by (award), sl_award_get_date (award));

  sl_labels_add (box, sl_award_get_title (award), "heading");
  sl_labels_add (box, by, "quiet");
  sl_labels_add (box, sl_words_standing (sl_award_get_standing (award)), "quiet");
  add_sources (box, sl_award_get_citations (award));
  return box;
}

static void
show_awards (SlFilmPage *self, SlFilm *film)
{
  GListModel *awards = sl_film_get_awards (film);
  const guint n = awards ? g_list_model_get_n_items (awards) : 0;

  clear (self->awards);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlAward) award = g_list_model_get_item (awards, i);

      append (self->awards, make_award (award));
    }
  gtk_widget_set_visible (self->awards_box, n > 0);
}

static void
show_clips (SlFilmPage *self, SlCasebook *casebook, SlFilm *film, SlReading *reading)
{
  const char *const *ids = sl_film_get_clips (film);
  guint              n = 0;

  clear (self->clips);
  for (guint i = 0; ids[i]; i++)
    {
      SlClip *clip = sl_casebook_lookup_clip (casebook, ids[i]);

      if (clip == NULL)
        continue;
      append (self->clips, GTK_WIDGET (sl_clip_card_new (clip, reading)));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->clips), n > 0);
  gtk_widget_set_visible (self->no_clips, n == 0);
}

static void
sl_film_page_dispose (GObject *object)
{
  g_clear_pointer (&SL_FILM_PAGE (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_film_page_parent_class)->dispose (object);
}

static void
sl_film_page_class_init (SlFilmPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_film_page_dispose;

  g_type_ensure (SL_TYPE_BESIDE);
  gtk_widget_class_set_css_name (widget_class, "film-page");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/film-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, content);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, title);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, synopsis);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, disclosures);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, awards);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, clips);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, no_clips);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, sources);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, awards_box);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, poster);
}

static void
sl_film_page_init (SlFilmPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sl_film_page_show (SlFilmPage *self, SlCasebook *casebook, SlFilm *film, SlReading *reading)
{
  g_autofree char *facts = NULL;

  g_return_if_fail (SL_IS_FILM_PAGE (self));
  g_return_if_fail (SL_IS_CASEBOOK (casebook) && SL_IS_FILM (film));

  facts = sl_words_film_facts (film);
  adw_bin_set_child (self->poster, GTK_WIDGET (sl_film_card_new (casebook, film)));
  sl_rich_text_show (self->title, sl_film_get_title (film), FALSE);
  sl_labels_set (self->facts, facts);
  sl_labels_set (self->synopsis, sl_film_get_synopsis (film));
  show_disclosures (self, film);
  show_awards (self, film);
  show_clips (self, casebook, film, reading);
  sl_labels_clear (self->sources);
  add_sources (self->sources, sl_film_get_citations (film));
  gtk_widget_set_visible (self->sources, gtk_widget_get_first_child (self->sources) != NULL);
}
