/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a hand in the dark needs: where the film is, what is told of it, and how to come back to it. Its panes are those
 * of the watch page; the actions that they ask for mean the screening here, and nothing that is touched plays a film.
 */
#include "config.h"

#include "screening-page.h"

#include "announcer.h"
#include "chapter.h"
#include "chapters-pane.h"
#include "facts-pane.h"
#include "flow-layout.h"
#include "from-left.h"
#include "keys.h"
#include "marks-pane.h"
#include "notes-pane.h"
#include "rich-text.h"
#include "screening-clock.h"
#include "words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _SlScreeningPage
{
  GtkWidget parent_instance;

  SlSession        *session;
  SlConductor      *conductor;
  SlScreeningClock *clock;       /* (nullable): before there is a session */
  GtkApplication   *application; /* (nullable): was asked to keep the screen awake */
  guint             cookie;

  /* Template children. */
  GtkStack  *stages;
  GtkLabel  *title;
  GtkWidget *approximate;
  GtkWidget *start;
  GtkLabel  *chapter;
  GtkLabel  *time;
  GtkLabel  *hint;
  GtkWidget *undo;
  GtkWidget *steps;
  GtkWidget *hold;
  GtkStack  *tabs;
  GtkWidget *facts;
  GtkWidget *announcer;
};

G_DEFINE_FINAL_TYPE (SlScreeningPage, sl_screening_page, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_CONDUCTOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static SlScreeningState
get_state (SlScreeningPage *self)
{
  return self->clock ? sl_screening_clock_get_state (self->clock) : SL_SCREENING_WAITING;
}

/* What is seen */

static void
show_time (SlScreeningPage *self)
{
  g_autofree char *words = sl_words_time_of (sl_session_get_time (self->session), sl_session_get_duration (self->session));

  gtk_label_set_label (self->time, words);
}

static void
show_chapter (SlScreeningPage *self)
{
  SlCue      *cue = sl_session_get_chapter (self->session);
  SlClip     *clip = sl_session_get_clip (self->session);
  const char *title = cue ? sl_chapter_get_title (SL_CHAPTER (sl_cue_get_record (cue))) : clip ? sl_clip_get_title (clip)
                                                                                               : NULL;

  sl_rich_text_show (self->chapter, title, FALSE);
}

static void
show_hint (SlScreeningPage *self, SlScreeningState state)
{
  const char *words = NULL;

  if (state == SL_SCREENING_HELD)
    words = _ ("The notes stand still until you let them go on");
  else if (state == SL_SCREENING_OVER)
    words = _ ("The film is over; its notes and facts stay here to be read");
  gtk_label_set_label (self->hint, words ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), words != NULL);
}

static void
set_awake (SlScreeningPage *self, gboolean awake)
{
  GtkRoot        *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;

  if (!awake && self->application)
    gtk_application_uninhibit (self->application, self->cookie);
  if (!awake)
    g_clear_object (&self->application);
  if (!awake || self->application || application == NULL)
    return;
  self->cookie = gtk_application_inhibit (application, GTK_WINDOW (root), GTK_APPLICATION_INHIBIT_IDLE, _ ("A screening is followed"));
  if (self->cookie != 0)
    self->application = g_object_ref (application);
}

/* The stage of before has the only button that begins; what had the focus there leaves it to what is read. */
static void
state_cb (SlScreeningPage *self)
{
  const SlScreeningState state = get_state (self);
  const gboolean         waiting = state == SL_SCREENING_WAITING;
  const char            *stage = waiting ? "before" : "during";

  gtk_button_set_label (GTK_BUTTON (self->hold), state == SL_SCREENING_HELD ? _ ("Go On") : C_ ("screening", "Hold"));
  gtk_widget_set_sensitive (self->hold, state == SL_SCREENING_RUNNING || state == SL_SCREENING_HELD);
  show_hint (self, state);
  set_awake (self, state == SL_SCREENING_RUNNING);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stages), stage) == 0)
    return;
  gtk_stack_set_visible_child_name (self->stages, stage);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
undo_cb (SlScreeningPage *self)
{
  gboolean can_undo;

  g_object_get (self->clock, "can-undo", &can_undo, NULL);
  if (!can_undo && gtk_widget_is_focus (self->undo))
    gtk_widget_grab_focus (self->hold);
  gtk_widget_set_visible (self->undo, can_undo);
}

static gboolean
is_approximate (SlScreeningPage *self)
{
  GListModel *chapters = sl_session_get_chapters (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (chapters); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (chapters, i);

      if (sl_chapter_get_approximate (SL_CHAPTER (sl_cue_get_record (cue))))
        return TRUE;
    }
  return FALSE;
}

/* Actions */

static void
move (SlScreeningPage *self, gint64 time)
{
  if (get_state (self) != SL_SCREENING_WAITING)
    sl_screening_clock_move (self->clock, time);
}

static void
begin_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlScreeningPage *self = SL_SCREENING_PAGE (widget);

  if (get_state (self) != SL_SCREENING_WAITING)
    return;
  sl_screening_clock_move (self->clock, 0);
  /* Who came late says where it is by its chapter. */
  gtk_stack_set_visible_child_name (self->tabs, g_variant_get_boolean (parameter) ? "chapters" : "notes");
}

static void
hold_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlScreeningPage *self = SL_SCREENING_PAGE (widget);

  sl_screening_clock_set_held (self->clock, get_state (self) == SL_SCREENING_RUNNING);
}

static void
seek_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (SL_SCREENING_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
seek_by_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_screening_clock_nudge (SL_SCREENING_PAGE (widget)->clock, g_variant_get_int64 (parameter));
}

static void
chapter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlScreeningPage *self = SL_SCREENING_PAGE (widget);
  const int        direction = g_str_equal (name, "win.next-chapter") ? 1 : -1;
  const gint64     time = sl_session_find_chapter (self->session, sl_session_get_time (self->session), direction);

  if (time != SL_TIME_NONE)
    move (self, time);
}

static void
undo_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_screening_clock_undo (SL_SCREENING_PAGE (widget)->clock);
}

static void
show_fact_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlScreeningPage *self = SL_SCREENING_PAGE (widget);
  SlCue           *fact = sl_session_lookup_cue (self->session, SL_CUE_FACT, g_variant_get_string (parameter, NULL));

  if (fact == NULL)
    {
      gtk_widget_activate_action (widget, "win.tell", "s", _ ("This film does not tell it"));
      return;
    }
  gtk_stack_set_visible_child_name (self->tabs, "facts");
  sl_facts_pane_show (SL_FACTS_PANE (self->facts), fact);
}

static void
show_moment_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlScreeningPage *self = SL_SCREENING_PAGE (widget);
  SlClip          *clip = sl_session_get_clip (self->session);
  const char      *id;
  gint64           time;

  g_variant_get (parameter, "(&sx)", &id, &time);
  if (clip && g_str_equal (sl_clip_get_id (clip), id))
    move (self, time);
  else
    gtk_widget_activate_action (widget, "win.tell", "s", _ ("This is in another film"));
}

/* What steps aside leaves the keys to what is pressed most. */
static void
take_keys_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!gtk_widget_grab_focus (widget))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* The session */

static void
follow (SlScreeningPage *self)
{
  g_signal_connect_object (self->session, "notify::time", G_CALLBACK (show_time), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::chapter", G_CALLBACK (show_chapter), self, G_CONNECT_SWAPPED);
  self->clock = sl_screening_clock_new (self->session, NULL, NULL);
  g_signal_connect_object (self->clock, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clock, "notify::can-undo", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
sl_screening_page_grab_focus (GtkWidget *widget)
{
  SlScreeningPage *self = SL_SCREENING_PAGE (widget);

  return gtk_widget_grab_focus (get_state (self) == SL_SCREENING_WAITING ? self->start : self->hold);
}

static void
sl_screening_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlScreeningPage *self = SL_SCREENING_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_CONDUCTOR:
      g_value_set_object (value, self->conductor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_screening_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlScreeningPage *self = SL_SCREENING_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_assert (self->session == NULL); /* one for its life */
      if (!g_set_object (&self->session, g_value_get_object (value)))
        return;
      follow (self);
      break;
    case PROP_CONDUCTOR:
      if (!g_set_object (&self->conductor, g_value_get_object (value)))
        return;
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
sl_screening_page_dispose (GObject *object)
{
  SlScreeningPage *self = SL_SCREENING_PAGE (object);

  set_awake (self, FALSE);
  g_clear_object (&self->clock);
  g_clear_pointer ((GtkWidget **)&self->stages, gtk_widget_unparent);
  g_clear_pointer (&self->announcer, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->conductor);

  G_OBJECT_CLASS (sl_screening_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "screening.begin", "b", begin_cb);
  gtk_widget_class_install_action (widget_class, "screening.undo", NULL, undo_action_cb);
  gtk_widget_class_install_action (widget_class, "win.play", NULL, hold_cb);
  gtk_widget_class_install_action (widget_class, "win.seek", "x", seek_cb);
  gtk_widget_class_install_action (widget_class, "win.seek-moment", "x", seek_cb);
  gtk_widget_class_install_action (widget_class, "win.seek-by", "x", seek_by_cb);
  gtk_widget_class_install_action (widget_class, "win.previous-chapter", NULL, chapter_cb);
  gtk_widget_class_install_action (widget_class, "win.next-chapter", NULL, chapter_cb);
  gtk_widget_class_install_action (widget_class, "win.show-fact", "s", show_fact_cb);
  gtk_widget_class_install_action (widget_class, "win.show-moment", "(sx)", show_moment_cb);
  gtk_widget_class_install_action (widget_class, "page.take-keys", NULL, take_keys_cb);
  sl_keys_bind (widget_class, SL_KEYS_OF_SCREENING);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SlScreeningPage, stages);
  gtk_widget_class_bind_template_child (widget_class, SlScreeningPage, title);
  gtk_widget_class_bind_template_child (widget_class, SlScreeningPage, approximate);
  gtk_widget_class_bind_template_child (widget_class, SlScreeningPage, start);
  gtk_widget_class_bind_template_child (widget_class, SlScreeningPage, chapter);
  gtk_widget_class_bind_template_child (widget_class, SlScreeningPage, time);
  gtk_widget_class_bind_template_child (widget_class, SlScreeningPage, hint);
  gtk_widget_class_bind_template_child (widget_class, SlScreeningPage, undo);
  gtk_widget_class_bind_template_child (widget_class, SlScreeningPage, steps);
  gtk_widget_class_bind_template_child (widget_class, SlScreeningPage, hold);
  gtk_widget_class_bind_template_child (widget_class, SlScreeningPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, SlScreeningPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SlScreeningPage, announcer);
}

static void
sl_screening_page_class_init (SlScreeningPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const int       flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_screening_page_dispose;
  object_class->get_property = sl_screening_page_get_property;
  object_class->set_property = sl_screening_page_set_property;
  widget_class->grab_focus = sl_screening_page_grab_focus;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SL_TYPE_SESSION, flags);
  properties[PROP_CONDUCTOR] = g_param_spec_object ("conductor", NULL, NULL, SL_TYPE_CONDUCTOR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SL_TYPE_ANNOUNCER);
  g_type_ensure (SL_TYPE_CHAPTERS_PANE);
  g_type_ensure (SL_TYPE_FACTS_PANE);
  g_type_ensure (SL_TYPE_FLOW_LAYOUT);
  g_type_ensure (SL_TYPE_MARKS_PANE);
  g_type_ensure (SL_TYPE_NOTES_PANE);
  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "screening-page");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/screening-page.ui");
  bind_children (widget_class);
}

static void
sl_screening_page_init (SlScreeningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_from_left_turn (GTK_WIDGET (self->time));
  sl_from_left_turn (self->steps);
}

void
sl_screening_page_open (SlScreeningPage *self)
{
  SlClip *clip;

  g_return_if_fail (SL_IS_SCREENING_PAGE (self) && self->clock != NULL);

  clip = sl_session_get_clip (self->session);
  g_return_if_fail (clip != NULL);
  sl_rich_text_show (self->title, sl_clip_get_title (clip), FALSE);
  gtk_widget_set_visible (self->approximate, is_approximate (self));
  sl_screening_clock_open (self->clock);
  /* Who comes back finds it as it was. */
  if (get_state (self) == SL_SCREENING_WAITING)
    gtk_stack_set_visible_child_name (self->tabs, "notes");
  show_chapter (self);
  show_time (self);
  state_cb (self);
}

GtkWidget *
sl_screening_page_show_tab (SlScreeningPage *self, const char *tab)
{
  g_return_val_if_fail (SL_IS_SCREENING_PAGE (self) && tab != NULL, NULL);

  gtk_stack_set_visible_child_name (self->tabs, tab);
  return gtk_stack_get_visible_child (self->tabs);
}
