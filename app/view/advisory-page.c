/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page before the first picture, for who comes by a link or goes on: a clip's card tells the same beside its button. */
#include "config.h"

#include "advisory-page.h"

#include "advisories.h"
#include "labels.h"
#include "rich-text.h"

struct _SlAdvisoryPage
{
  GtkWidget parent_instance;

  /* What is asked about; NULL while nothing is. */
  SlSession  *session;
  SlCasebook *casebook;
  SlClip     *clip;
  gint64      start;

  /* Template children. */
  GtkWidget *content;
  GtkLabel  *title;
  GtkWidget *words;
  GtkWidget *watch;
};

G_DEFINE_FINAL_TYPE (SlAdvisoryPage, sl_advisory_page, GTK_TYPE_WIDGET)

static void
forget (SlAdvisoryPage *self)
{
  g_clear_object (&self->session);
  g_clear_object (&self->casebook);
  g_clear_object (&self->clip);
}

static gboolean
sl_advisory_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SL_ADVISORY_PAGE (widget)->watch);
}

static void
sl_advisory_page_dispose (GObject *object)
{
  forget (SL_ADVISORY_PAGE (object));
  g_clear_pointer (&SL_ADVISORY_PAGE (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_advisory_page_parent_class)->dispose (object);
}

static void
sl_advisory_page_class_init (SlAdvisoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_advisory_page_dispose;
  widget_class->grab_focus = sl_advisory_page_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "advisory-page");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/advisory-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlAdvisoryPage, content);
  gtk_widget_class_bind_template_child (widget_class, SlAdvisoryPage, title);
  gtk_widget_class_bind_template_child (widget_class, SlAdvisoryPage, words);
  gtk_widget_class_bind_template_child (widget_class, SlAdvisoryPage, watch);
}

static void
sl_advisory_page_init (SlAdvisoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
tell (SlAdvisoryPage *self)
{
  sl_labels_clear (self->words);
  sl_rich_text_show (self->title, sl_clip_get_title (self->clip), FALSE);
  sl_labels_add (self->words, sl_casebook_get_advisory (self->casebook), "body");
  sl_advisories_add (self->words, self->clip);
}

gboolean
sl_advisory_page_ask (SlAdvisoryPage *self, SlSession *session, SlClip *clip, gint64 start)
{
  g_autofree char *advisory = NULL;

  g_return_val_if_fail (SL_IS_ADVISORY_PAGE (self) && SL_IS_SESSION (session) && SL_IS_CLIP (clip), FALSE);

  advisory = sl_advisories_name (clip);
  if (advisory == NULL || !sl_reading_must_ask (sl_session_get_reading (session), advisory))
    return FALSE;
  g_set_object (&self->session, session);
  g_set_object (&self->casebook, sl_session_get_casebook (session));
  g_set_object (&self->clip, clip);
  self->start = start;
  tell (self);
  return TRUE;
}

SlClip *
sl_advisory_page_accept (SlAdvisoryPage *self, gint64 *start)
{
  SlClip *clip;

  g_return_val_if_fail (SL_IS_ADVISORY_PAGE (self) && start != NULL, NULL);

  *start = self->start;
  if (self->clip && self->casebook == sl_session_get_casebook (self->session))
    {
      g_autofree char *advisory = sl_advisories_name (self->clip);

      sl_reading_accept (sl_session_get_reading (self->session), advisory);
      clip = g_object_ref (self->clip);
    }
  else
    {
      clip = NULL;
    }
  forget (self);
  return clip;
}
