/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clip that can be watched, or why it cannot be here. */
#include "config.h"

#include "clip-card.h"

#include "advisories.h"
#include "flow-layout.h"
#include "labels.h"
#include "rich-text.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _SlClipCard
{
  GtkWidget parent_instance;

  SlClip    *clip;
  SlReading *reading; /* (nullable) */

  /* Template children. */
  GtkWidget *content;
  GtkLabel  *title;
  GtkLabel  *facts;
  GtkLabel  *summary;
  GtkWidget *before;
  GtkWidget *play;
  GtkWidget *follow;
  GtkLabel  *made_by;
  GtkLabel  *absent;
};

G_DEFINE_FINAL_TYPE (SlClipCard, sl_clip_card, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CLIP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
sl_clip_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CLIP:
      g_value_set_object (value, SL_CLIP_CARD (object)->clip);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_clip_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CLIP:
      g_set_object (&SL_CLIP_CARD (object)->clip, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Who goes on has read it, and is not told again. */
static void
play_cb (SlClipCard *self)
{
  g_autofree char *advisory = sl_advisories_name (self->clip);

  if (self->reading && advisory)
    sl_reading_accept (self->reading, advisory);
}

static void
show_advisories (SlClipCard *self)
{
  g_autofree char *advisory = sl_advisories_name (self->clip);
  const gboolean   told = self->reading && advisory && sl_reading_is_accepted (self->reading, advisory);

  gtk_widget_set_visible (self->before, !told && sl_advisories_add (self->before, self->clip) > 0);
}

static void
lead_to_clip (SlClipCard *self, GtkWidget *button)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sl_clip_get_title (self->clip), -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", sl_clip_get_id (self->clip));
}

static void
sl_clip_card_constructed (GObject *object)
{
  SlClipCard *self = SL_CLIP_CARD (object);

  G_OBJECT_CLASS (sl_clip_card_parent_class)->constructed (object);
  gtk_widget_init_template (GTK_WIDGET (self));
  {
    g_autofree char *facts = sl_words_clip_facts (self->clip);
    const gboolean   here = sl_clip_get_media (self->clip) != NULL, own = sl_clip_get_bring_your_own (self->clip) != NULL;

    sl_rich_text_show (self->title, sl_clip_get_title (self->clip), FALSE);
    gtk_label_set_label (self->facts, facts);
    sl_rich_text_show (self->summary, sl_clip_get_summary (self->clip), TRUE);
    gtk_widget_set_visible (GTK_WIDGET (self->summary), sl_clip_get_summary (self->clip) != NULL);
    sl_labels_set (self->made_by, sl_clip_get_made_by (self->clip));
    gtk_widget_set_visible (self->play, here || own);
    gtk_widget_set_visible (self->follow, !here);
    gtk_widget_set_visible (GTK_WIDGET (self->absent), !here);
    if (!here && own)
      gtk_label_set_label (self->absent, _ ("To be watched with a copy of your own"));
    lead_to_clip (self, self->play);
    lead_to_clip (self, self->follow);
  }
}

static void
sl_clip_card_dispose (GObject *object)
{
  SlClipCard *self = SL_CLIP_CARD (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->clip);
  g_clear_object (&self->reading);

  G_OBJECT_CLASS (sl_clip_card_parent_class)->dispose (object);
}

static void
sl_clip_card_class_init (SlClipCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sl_clip_card_constructed;
  object_class->dispose = sl_clip_card_dispose;
  object_class->get_property = sl_clip_card_get_property;
  object_class->set_property = sl_clip_card_set_property;

  properties[PROP_CLIP] = g_param_spec_object ("clip", NULL, NULL, SL_TYPE_CLIP,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "clip-card");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (SL_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/clip-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SlClipCard, content);
  gtk_widget_class_bind_template_child (widget_class, SlClipCard, title);
  gtk_widget_class_bind_template_child (widget_class, SlClipCard, facts);
  gtk_widget_class_bind_template_child (widget_class, SlClipCard, summary);
  gtk_widget_class_bind_template_child (widget_class, SlClipCard, before);
  gtk_widget_class_bind_template_child (widget_class, SlClipCard, play);
  gtk_widget_class_bind_template_child (widget_class, SlClipCard, follow);
  gtk_widget_class_bind_template_callback (widget_class, play_cb);
  gtk_widget_class_bind_template_child (widget_class, SlClipCard, made_by);
  gtk_widget_class_bind_template_child (widget_class, SlClipCard, absent);
}

static void
sl_clip_card_init (SlClipCard *self)
{
}

SlClipCard *
sl_clip_card_new (SlClip *clip, SlReading *reading)
{
  SlClipCard *self;

  g_return_val_if_fail (SL_IS_CLIP (clip), NULL);
  g_return_val_if_fail (reading == NULL || SL_IS_READING (reading), NULL);

  self = g_object_new (SL_TYPE_CLIP_CARD, "clip", clip, NULL);
  g_set_object (&self->reading, reading);
  show_advisories (self);
  return self;
}
