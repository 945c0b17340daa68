/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The films of a casebook, and the way to others. */
#include "config.h"

#include "lobby.h"

#include "casebook-window.h"
#include "film-card.h"
#include "flow-layout.h"
#include "labels.h"
#include "shelf.h"
#include "rich-text.h"
#include "safe-text.h"
#include "toplevels.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _SlLobby
{
  GtkWidget parent_instance;

  /* Template children. */
  GtkWidget  *content;
  GtkLabel   *title;
  GtkLabel   *summary;
  GtkLabel   *advisory;
  GtkLabel   *what;
  GtkFlowBox *films;
  GtkWidget  *go_on;
  GtkLabel   *go_on_words;
  GtkWidget  *empty;
  GtkLabel   *credits;
  SlShelf    *shelf;
  SlCasebook *casebook; /* (nullable): that is shown */
};

G_DEFINE_FINAL_TYPE (SlLobby, sl_lobby, GTK_TYPE_WIDGET)

/* What takes the focus and is pressed is what a card stands in, which has no name of its own. */
static GtkWidget *
make_card_cb (gpointer item, gpointer data)
{
  GtkWidget       *child = gtk_flow_box_child_new ();
  g_autofree char *credit = sl_words_film_credit (SL_FILM (item));
  g_autofree char *title = sl_safe_text_inside (sl_film_get_title (SL_FILM (item)));
  /* Translators: spoken name of a film: its title, then who made it and when. */
  g_autofree char *name = g_strdup_printf (C_ ("film", "%1$s. %2$s"), title, credit);

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), GTK_WIDGET (sl_film_card_new (data, SL_FILM (item))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return child;
}

static void
activated_cb (SlLobby *self, GtkFlowBoxChild *child)
{
  g_autoptr (SlFilm) film = NULL;

  g_object_get (gtk_flow_box_child_get_child (child), "film", &film, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-film", "s", sl_film_get_id (film));
}

static void
about_cb (SlLobby *self)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), *window = sl_toplevels_find_over (parent);

  if (window == NULL && self->casebook)
    window = GTK_WINDOW (sl_casebook_window_new (parent, self->casebook));
  if (window)
    gtk_window_present (window);
}

static void
sl_lobby_dispose (GObject *object)
{
  g_clear_object (&SL_LOBBY (object)->casebook);
  g_clear_pointer (&SL_LOBBY (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_lobby_parent_class)->dispose (object);
}

static void
sl_lobby_class_init (SlLobbyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_lobby_dispose;

  g_type_ensure (SL_TYPE_FLOW_LAYOUT);
  g_type_ensure (SL_TYPE_SHELF);
  gtk_widget_class_set_css_name (widget_class, "lobby");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/lobby.ui");
  gtk_widget_class_bind_template_child (widget_class, SlLobby, content);
  gtk_widget_class_bind_template_child (widget_class, SlLobby, title);
  gtk_widget_class_bind_template_child (widget_class, SlLobby, summary);
  gtk_widget_class_bind_template_child (widget_class, SlLobby, advisory);
  gtk_widget_class_bind_template_child (widget_class, SlLobby, what);
  gtk_widget_class_bind_template_child (widget_class, SlLobby, films);
  gtk_widget_class_bind_template_child (widget_class, SlLobby, go_on);
  gtk_widget_class_bind_template_child (widget_class, SlLobby, go_on_words);
  gtk_widget_class_bind_template_child (widget_class, SlLobby, empty);
  gtk_widget_class_bind_template_child (widget_class, SlLobby, credits);
  gtk_widget_class_bind_template_child (widget_class, SlLobby, shelf);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, about_cb);
}

static void
sl_lobby_init (SlLobby *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sl_lobby_show (SlLobby *self, SlCasebook *casebook)
{
  g_autofree char *what = NULL;
  GListModel      *films;

  g_return_if_fail (SL_IS_LOBBY (self));
  g_return_if_fail (SL_IS_CASEBOOK (casebook));

  g_set_object (&self->casebook, casebook);
  films = sl_casebook_get_films (casebook);
  sl_rich_text_show (self->title, sl_casebook_get_title (casebook), FALSE);
  sl_labels_set (self->summary, sl_casebook_get_summary (casebook));
  sl_labels_set (self->advisory, sl_casebook_get_advisory (casebook));
  what = sl_words_casebook_facts (casebook);
  sl_labels_set (self->what, what);
  sl_labels_set (self->credits, sl_casebook_get_credits (casebook));
  gtk_flow_box_bind_model (self->films, films, make_card_cb, g_object_ref (casebook), g_object_unref);
  sl_shelf_show (self->shelf, sl_casebook_get_id (casebook));
  gtk_widget_set_visible (self->empty, films == NULL || g_list_model_get_n_items (films) == 0);
}

void
sl_lobby_offer (SlLobby *self, SlClip *clip, gint64 time)
{
  g_autofree char *when = NULL;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (SL_IS_LOBBY (self));
  g_return_if_fail (clip == NULL || SL_IS_CLIP (clip));

  gtk_widget_set_visible (self->go_on, clip != NULL);
  if (clip == NULL)
    return;
  when = sl_words_time (time);
  title = sl_rich_text_inside (sl_clip_get_title (clip));
  /* Translators: a button; %1$s is a clip’s title, %2$s where it was left, such as “1:23”. */
  words = g_strdup_printf (_ ("Continue “%1$s” at %2$s"), title, when);
  gtk_label_set_label (self->go_on_words, words);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go_on), "s", sl_clip_get_id (clip));
}
