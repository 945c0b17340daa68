/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes where it is told to, or says what it expects and keeps what was typed. */
#include "config.h"

#include "time-entry.h"

#include "typed-time.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _SlTimeEntry
{
  GtkPopover parent_instance;

  SlConductor *conductor;

  /* Template children. */
  GtkEditable *entry;
  GtkLabel    *advice;
};

G_DEFINE_FINAL_TYPE (SlTimeEntry, sl_time_entry, GTK_TYPE_POPOVER)

enum {
  PROP_0,
  PROP_CONDUCTOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* @problem: (nullable): what is wrong with what was typed */
static void
advise (SlTimeEntry *self, const char *problem)
{
  GtkWidget *entry = GTK_WIDGET (self->entry);
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();

  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  /* Not by the style, which is looked at too late: the words would need more room than was made for them. */
  gtk_label_set_attributes (self->advice, problem ? bold : NULL);
  gtk_label_set_label (self->advice, problem ? problem : _ ("For example 1:23, 0:01:23.5, 83, +10, −10, or #1234 for a picture by its number"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (problem)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_css_classes (GTK_WIDGET (self->advice), (const char *[]){problem ? "problem" : "quiet", NULL});
}

static void
advise_of_end (SlTimeEntry *self)
{
  SlSession       *session = sl_conductor_get_session (self->conductor);
  g_autofree char *end = sl_words_time (sl_session_get_duration (session));
  /* Translators: %s is how long the clip is, such as “2:00”. */
  g_autofree char *text = g_strdup_printf (_ ("The clip ends at %s; type a time before that"), end);

  advise (self, text);
}

/* The number of the picture that is shown, or -1. */
static gint64
find_number (SlTimeEntry *self)
{
  const gint64 number = sl_session_get_number (sl_conductor_get_session (self->conductor));

  /* At its end the session is one past the last picture. */
  return number > 0 && sl_conductor_get_state (self->conductor) == SL_PLAYER_ENDED ? number - 1 : number;
}

/* Returns: FALSE for what is not there, and that is told */
static gboolean
go_to_picture (SlTimeEntry *self, gint64 wanted)
{
  SlSession   *session = sl_conductor_get_session (self->conductor);
  const gint64 number = find_number (self), time = sl_session_get_time (session);

  if (number < 0)
    {
      advise (self, _ ("The pictures of this film cannot be counted; type a time such as 1:23"));
      return FALSE;
    }
  if (number > 0 && wanted > 0 && time / number >= sl_session_get_duration (session) / wanted)
    {
      advise_of_end (self);
      return FALSE;
    }
  return gtk_widget_activate_action (GTK_WIDGET (self), "win.step", "x", wanted - number);
}

static gboolean
go_to (SlTimeEntry *self, const SlTypedTime *typed)
{
  switch (typed->kind)
    {
    case SL_TYPED_TIME_PICTURE:
      return go_to_picture (self, typed->value);
    case SL_TYPED_TIME_BY:
      return gtk_widget_activate_action (GTK_WIDGET (self), "win.seek-by", "x", typed->value);
    case SL_TYPED_TIME_AT:
    default:
      if (typed->value <= sl_session_get_duration (sl_conductor_get_session (self->conductor)))
        return gtk_widget_activate_action (GTK_WIDGET (self), "win.seek", "x", typed->value);
      advise_of_end (self);
      return FALSE;
    }
}

static void
go_cb (SlTimeEntry *self)
{
  SlTypedTime typed;

  if (self->conductor == NULL)
    return;
  if (!sl_typed_time_parse (gtk_editable_get_text (self->entry), &typed))
    advise (self, _ ("This is not a time. Type 1:23, 0:01:23.5 or 83, +10 or −10 for seconds from here, or #1234 for a picture by its number"));
  else if (go_to (self, &typed))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
typed_cb (SlTimeEntry *self)
{
  advise (self, NULL);
}

static void
sl_time_entry_show (GtkWidget *widget)
{
  SlTimeEntry *self = SL_TIME_ENTRY (widget);

  if (self->conductor)
    {
      g_autofree char *time = sl_time_format (sl_conductor_get_target (self->conductor));

      gtk_editable_set_text (self->entry, time);
    }
  advise (self, NULL);
  GTK_WIDGET_CLASS (sl_time_entry_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry)); /* which selects it */
}

static void
sl_time_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CONDUCTOR:
      g_value_set_object (value, SL_TIME_ENTRY (object)->conductor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_time_entry_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CONDUCTOR:
      if (g_set_object (&SL_TIME_ENTRY (object)->conductor, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_time_entry_dispose (GObject *object)
{
  g_clear_object (&SL_TIME_ENTRY (object)->conductor);

  G_OBJECT_CLASS (sl_time_entry_parent_class)->dispose (object);
}

static void
sl_time_entry_class_init (SlTimeEntryClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const int       flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_time_entry_dispose;
  object_class->get_property = sl_time_entry_get_property;
  object_class->set_property = sl_time_entry_set_property;
  widget_class->show = sl_time_entry_show;

  properties[PROP_CONDUCTOR] = g_param_spec_object ("conductor", NULL, NULL, SL_TYPE_CONDUCTOR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/time-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, SlTimeEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, SlTimeEntry, advice);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
sl_time_entry_init (SlTimeEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Time is written from left to right in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self->entry), GTK_TEXT_DIR_LTR);
}
