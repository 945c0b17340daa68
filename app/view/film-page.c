/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A film and its clips. */
#include "config.h"

#include "film-page.h"

#include "clip-card.h"
#include "labels.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _SlFilmPage
{
  GtkWidget parent_instance;

  /* Template children. */
  GtkWidget *content;
  GtkLabel  *title;
  GtkLabel  *facts;
  GtkLabel  *synopsis;
  GtkLabel  *advisory;
  GtkWidget *disclosures;
  GtkWidget *awards;
  GtkWidget *clips;
  GtkWidget *no_clips;
};

G_DEFINE_FINAL_TYPE (SlFilmPage, sl_film_page, GTK_TYPE_WIDGET)

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
    }
  gtk_widget_set_visible (self->disclosures, gtk_widget_get_first_child (self->disclosures) != NULL);
}

static void
show_awards (SlFilmPage *self, SlFilm *film)
{
  GListModel *awards = sl_film_get_awards (film);

  sl_labels_clear (self->awards);
  for (guint i = 0; awards && i < g_list_model_get_n_items (awards); i++)
    {
      g_autoptr (SlAward) award = g_list_model_get_item (awards, i);
      g_autofree char *by = sl_words_attribution (sl_award_get_by (award), sl_award_get_date (award));

      sl_labels_add (self->awards, sl_award_get_title (award), "heading");
      sl_labels_add (self->awards, by, "quiet");
    }
  gtk_widget_set_visible (self->awards, gtk_widget_get_first_child (self->awards) != NULL);
}

static void
show_clips (SlFilmPage *self, SlCasebook *casebook, SlFilm *film)
{
  const char *const *ids = sl_film_get_clips (film);
  guint              n = 0;

  sl_labels_clear (self->clips);
  for (guint i = 0; ids[i]; i++)
    {
      SlClip *clip = sl_casebook_lookup_clip (casebook, ids[i]);

      if (clip == NULL)
        continue;
      gtk_box_append (GTK_BOX (self->clips), GTK_WIDGET (sl_clip_card_new (clip)));
      n++;
    }
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

  gtk_widget_class_set_css_name (widget_class, "film-page");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/film-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, content);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, title);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, synopsis);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, advisory);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, disclosures);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, awards);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, clips);
  gtk_widget_class_bind_template_child (widget_class, SlFilmPage, no_clips);
}

static void
sl_film_page_init (SlFilmPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sl_film_page_show (SlFilmPage *self, SlCasebook *casebook, SlFilm *film)
{
  g_autofree char *facts = NULL;

  g_return_if_fail (SL_IS_FILM_PAGE (self));
  g_return_if_fail (SL_IS_CASEBOOK (casebook) && SL_IS_FILM (film));

  facts = sl_words_film_facts (film);
  sl_labels_set (self->title, sl_film_get_title (film));
  sl_labels_set (self->facts, facts);
  sl_labels_set (self->synopsis, sl_film_get_synopsis (film));
  sl_labels_set (self->advisory, sl_casebook_get_advisory (casebook));
  show_disclosures (self, film);
  show_awards (self, film);
  show_clips (self, casebook, film);
}
