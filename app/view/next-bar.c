/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for what follows, and a button. The order is the film's. */
#include "config.h"

#include "next-bar.h"

#include "bar-box.h"
#include "clip-order.h"
#include "rich-text.h"
#include "step-aside.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _SlNextBar
{
  GtkWidget parent_instance;

  SlConductor *conductor; /* (nullable) */
  SlAnnouncer *announcer; /* (nullable) */
  gboolean     ended;

  /* Template children. */
  GtkWidget *box;
  GtkLabel  *label;
  GtkLabel  *facts;
  GtkWidget *watch;
};

G_DEFINE_FINAL_TYPE (SlNextBar, sl_next_bar, GTK_TYPE_WIDGET)

static void
offer (SlNextBar *self, SlClip *clip)
{
  g_autofree char *title = sl_rich_text_inside (sl_clip_get_title (clip));
  g_autofree char *facts = sl_words_clip_facts (clip);
  /* Translators: at the end of a clip: %s is the title of the one that follows. */
  g_autofree char *text = g_strdup_printf (_ ("Next: “%s”"), title);

  gtk_label_set_label (self->label, text);
  gtk_label_set_label (self->facts, facts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->watch), "s", sl_clip_get_id (clip));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  sl_announcer_say (self->announcer, text);
}

/* Returns: (transfer none) (nullable) */
static SlClip *
find_next (SlNextBar *self)
{
  SlSession *session = sl_conductor_get_session (self->conductor);
  SlClip    *clip = sl_session_get_clip (session);

  return clip ? sl_clip_order_find_next (sl_session_get_casebook (session), clip) : NULL;
}

static void
state_cb (SlNextBar *self)
{
  const gboolean ended = sl_conductor_get_state (self->conductor) == SL_PLAYER_ENDED;
  SlClip        *next = ended ? find_next (self) : NULL;

  /* What was put away stays away until the film ends again. */
  if (ended == self->ended)
    return;
  self->ended = ended;
  if (next)
    offer (self, next);
  else
    sl_step_aside (GTK_WIDGET (self));
}

static void
sl_next_bar_dispose (GObject *object)
{
  SlNextBar *self = SL_NEXT_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->conductor);
  g_clear_object (&self->announcer);

  G_OBJECT_CLASS (sl_next_bar_parent_class)->dispose (object);
}

static void
sl_next_bar_class_init (SlNextBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_next_bar_dispose;
  g_type_ensure (SL_TYPE_BAR_BOX);
  gtk_widget_class_set_css_name (widget_class, "next");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/next-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SlNextBar, box);
  gtk_widget_class_bind_template_child (widget_class, SlNextBar, label);
  gtk_widget_class_bind_template_child (widget_class, SlNextBar, facts);
  gtk_widget_class_bind_template_child (widget_class, SlNextBar, watch);
  gtk_widget_class_bind_template_callback_full (widget_class, "sl_step_aside", G_CALLBACK (sl_step_aside));
}

static void
sl_next_bar_init (SlNextBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sl_next_bar_follow (SlNextBar *self, SlConductor *conductor, SlAnnouncer *announcer)
{
  g_return_if_fail (SL_IS_NEXT_BAR (self) && self->conductor == NULL);
  g_return_if_fail (SL_IS_CONDUCTOR (conductor) && SL_IS_ANNOUNCER (announcer));

  self->conductor = g_object_ref (conductor);
  self->announcer = g_object_ref (announcer);
  g_signal_connect_object (conductor, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_conductor_get_session (conductor), "notify::clip", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
}

void
sl_next_bar_go_on (SlNextBar *self)
{
  SlClip *next;

  g_return_if_fail (SL_IS_NEXT_BAR (self));

  next = self->conductor ? find_next (self) : NULL;
  if (next)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.watch", "s", sl_clip_get_id (next));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("This is the last clip of its film"));
}
