/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A film by its poster; one that has none, or none that can be read, is a card where its title is the picture. */
#include "config.h"

#include "film-card.h"

#include "poster.h"
#include "rich-text.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _SlFilmCard
{
  GtkWidget parent_instance;

  SlFilm *film;

  /* Template children. */
  GtkWidget *content;
  SlPoster  *poster;
  GtkLabel  *title;
  GtkLabel  *credit;
};

G_DEFINE_FINAL_TYPE (SlFilmCard, sl_film_card, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_FILM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
sl_film_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FILM:
      g_value_set_object (value, SL_FILM_CARD (object)->film);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_film_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FILM:
      g_set_object (&SL_FILM_CARD (object)->film, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_film_card_constructed (GObject *object)
{
  SlFilmCard *self = SL_FILM_CARD (object);

  G_OBJECT_CLASS (sl_film_card_parent_class)->constructed (object);
  gtk_widget_init_template (GTK_WIDGET (self));
  {
    g_autofree char *credit = sl_words_film_credit (self->film);

    sl_rich_text_show (self->title, sl_film_get_title (self->film), FALSE);
    gtk_label_set_label (self->credit, credit);
  }
}

static void
sl_film_card_dispose (GObject *object)
{
  SlFilmCard *self = SL_FILM_CARD (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->film);

  G_OBJECT_CLASS (sl_film_card_parent_class)->dispose (object);
}

static void
sl_film_card_class_init (SlFilmCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sl_film_card_constructed;
  object_class->dispose = sl_film_card_dispose;
  object_class->get_property = sl_film_card_get_property;
  object_class->set_property = sl_film_card_set_property;

  properties[PROP_FILM] = g_param_spec_object ("film", NULL, NULL, SL_TYPE_FILM,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "film-card");
  g_type_ensure (SL_TYPE_POSTER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/film-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SlFilmCard, content);
  gtk_widget_class_bind_template_child (widget_class, SlFilmCard, poster);
  gtk_widget_class_bind_template_child (widget_class, SlFilmCard, title);
  gtk_widget_class_bind_template_child (widget_class, SlFilmCard, credit);
}

static void
sl_film_card_init (SlFilmCard *self)
{
}

SlFilmCard *
sl_film_card_new (SlCasebook *casebook, SlFilm *film)
{
  SlFilmCard *self;

  g_return_val_if_fail (SL_IS_CASEBOOK (casebook) && SL_IS_FILM (film), NULL);

  self = g_object_new (SL_TYPE_FILM_CARD, "film", film, NULL);
  sl_poster_show_film (self->poster, casebook, film);
  return self;
}
