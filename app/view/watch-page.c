/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The film with what belongs to it, and when its controls go away. Keys without a modifier live here, in the
 * bubble phase, so that they never fire while somebody types. Where everything stands is watch-layout's.
 */
#include "config.h"

#include "watch-page.h"

#include "announcer.h"
#include "bars.h"
#include "captions-opener.h"
#include "chapters-pane.h"
#include "drawer.h"
#include "facts-pane.h"
#include "flow-layout.h"
#include "keys.h"
#include "marks-pane.h"
#include "needs-film.h"
#include "next-bar.h"
#include "notes-pane.h"
#include "picture-gestures.h"
#include "picture-saver.h"
#include "reading-bar.h"
#include "resume-bar.h"
#include "rich-text.h"
#include "stage.h"
#include "transcript-pane.h"
#include "transport.h"
#include "watch-keys.h"
#include "watch-layout.h"

#include <glib/gi18n-lib.h>

#define STILL 3000 /* milliseconds without a movement until the controls go */

struct _SlWatchPage
{
  GtkWidget parent_instance;

  SlSession   *session;
  SlConductor *conductor;
  SlResume    *resume;
  GSettings   *settings; /* (nullable) */
  gboolean     panel_shown;
  gboolean     captions_shown;
  gboolean     fullscreen;
  gboolean     idle; /* nothing moved for a while in full screen */
  guint        still_id;
  GtkWidget   *control; /* (nullable) (weak): had the focus when the controls went */

  SlPictureGestures *gestures;
  SlDrawer          *drawer; /* the panel, in full screen */

  /* Template children. */
  GtkWidget *stage;
  GtkWidget *bars;
  GtkWidget *reading_bar;
  GtkWidget *next_bar;
  GtkWidget *announcer;
  GtkWidget *remark;
  GtkWidget *transport;
  GtkWidget *panel;
  GtkStack  *tabs;
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (SlWatchPage, sl_watch_page, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_CONDUCTOR,
  PROP_RESUME,
  PROP_PANEL_SHOWN,
  PROP_CAPTIONS_SHOWN,
  PROP_FULLSCREEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Going away and coming back */

/* What is not seen takes no keys: they are the page's, and do what they do there. */
static void
take_focus (SlWatchPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->transport))
    return;
  g_set_weak_pointer (&self->control, focus);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
set_idle (SlWatchPage *self, gboolean idle)
{
  if (self->idle == idle)
    return;
  self->idle = idle;
  if (idle)
    take_focus (self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), idle ? "none" : NULL);
  gtk_widget_set_child_visible (self->transport, !idle);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
has_open_popover (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_visible (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (has_open_popover (child))
      return TRUE;
  return FALSE;
}

static gboolean
still_cb (gpointer data)
{
  SlWatchPage *self = SL_WATCH_PAGE (data);

  /* Somebody is at work in what belongs to the controls. */
  if (has_open_popover (self->transport))
    return G_SOURCE_CONTINUE;
  self->still_id = 0;
  if (self->fullscreen && self->conductor && sl_conductor_get_playing (self->conductor))
    set_idle (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
begin_stillness (SlWatchPage *self)
{
  if (self->fullscreen && self->still_id == 0)
    self->still_id = g_timeout_add (STILL, still_cb, self);
}

static void
wake (SlWatchPage *self)
{
  g_clear_handle_id (&self->still_id, g_source_remove);
  set_idle (self, FALSE);
  begin_stillness (self);
}

/* A film that stood may go on by nothing that is done here: by another program, or because it was late. */
static void
playing_cb (SlWatchPage *self)
{
  if (!self->idle && sl_conductor_get_playing (self->conductor))
    begin_stillness (self);
}

/* Nothing to go to, and no picture to keep. */
static void
state_cb (SlWatchPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.go-to-time", sl_needs_film_has (self->conductor));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.screenshot", sl_needs_film_has (self->conductor));
}

/* Keys and pointer */

/* Comes before whatever has the focus: who works at the controls by keys keeps them. */
static gboolean
any_key_cb (SlWatchPage *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkWidget *control = self->idle ? self->control : NULL;

  wake (self);
  /* Who walks from one to the next goes on where he was. */
  return control != NULL && (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab) && gtk_widget_grab_focus (control);
}

static gboolean
key_cb (SlWatchPage *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key == GDK_KEY_Escape && self->fullscreen && self->panel_shown)
    {
      g_object_set (self, "panel-shown", FALSE, NULL);
      return TRUE;
    }
  if (key == GDK_KEY_Escape && self->fullscreen)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.fullscreen", NULL);
  if (self->settings && !g_settings_get_boolean (self->settings, "single-keys") && sl_watch_keys_writes (key))
    return FALSE;
  return sl_watch_keys_press (GTK_WIDGET (self), key, code, modifiers);
}

/* Comes before whatever lies under the pointer. */
static void
press_cb (SlWatchPage *self, int n_press, double x, double y, GtkGesture *gesture)
{
  /* A finger's first touch only brings the controls, or the drawer. */
  if (self->idle && !sl_drawer_is_edge (self->drawer, x))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  wake (self);
}

static void
go_to_time_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWatchPage *self = SL_WATCH_PAGE (widget);

  wake (self);
  if (self->session && sl_session_get_clip (self->session))
    sl_transport_ask_for_time (SL_TRANSPORT (self->transport));
}

static void
not_kept_cb (SlWatchPage *self, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  /* Translators: %s is a folder. */
  g_autofree char *text =
    g_strdup_printf (_ ("Where you stop watching cannot be remembered. Make room in “%s”, or allow this program to write there."), shown);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", text);
}

static void
saved_cb (GtkWindow *window, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s", text);
}

static void
open_captions_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWatchPage *self = SL_WATCH_PAGE (widget);

  if (self->session && sl_session_get_clip (self->session))
    sl_captions_opener_ask (GTK_WINDOW (gtk_widget_get_root (widget)), sl_session_get_captions (self->session));
}

static void
screenshot_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWatchPage *self = SL_WATCH_PAGE (widget);
  SlClip      *clip = self->session ? sl_session_get_clip (self->session) : NULL;
  g_autoptr (GdkTexture) picture = clip ? sl_stage_take_picture (SL_STAGE (self->stage)) : NULL;
  g_autofree char *proposed = NULL;

  if (picture == NULL)
    return;
  proposed = sl_picture_saver_build_name (sl_clip_get_title (clip), sl_session_get_time (self->session));
  sl_picture_saver_ask (GTK_WINDOW (gtk_widget_get_root (widget)), picture, proposed, saved_cb);
}

static void
next_clip_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_next_bar_go_on (SL_NEXT_BAR (SL_WATCH_PAGE (widget)->next_bar));
}

/* In the text is everything that can be looked for. */
static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWatchPage *self = SL_WATCH_PAGE (widget);

  if (self->session == NULL || sl_session_get_clip (self->session) == NULL)
    return;
  sl_watch_page_show_tab (self, "text");
  sl_transcript_pane_look_for (SL_TRANSCRIPT_PANE (self->text));
}

/* Layout */

static SlWatchLayout
get_layout (SlWatchPage *self)
{
  return (SlWatchLayout){GTK_WIDGET (self), self->stage, self->bars, self->remark, self->transport, self->panel,
                         self->panel_shown, self->fullscreen, self->idle, sl_drawer_get_share (self->drawer)};
}

static void
sl_watch_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  const SlWatchLayout layout = get_layout (SL_WATCH_PAGE (widget));

  sl_watch_layout_allocate (&layout, width, height);
  gtk_widget_size_allocate (SL_WATCH_PAGE (widget)->announcer, &(GtkAllocation){0, 0, 0, 0}, -1);
}

static void
sl_watch_page_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  const SlWatchLayout layout = get_layout (SL_WATCH_PAGE (widget));

  sl_watch_layout_measure (&layout, orientation, for_size, minimum, natural);
}

/* Properties */

/* Whoever waits for a reader asks for it. */
static void
tell_notes_shown (SlWatchPage *self)
{
  sl_reading_bar_set_notes_shown (SL_READING_BAR (self->reading_bar), self->panel_shown && g_strcmp0 (gtk_stack_get_visible_child_name (self->tabs), "notes") == 0);
}

static void
show_notes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_watch_page_show_tab (SL_WATCH_PAGE (widget), "notes");
}

static void
set_fullscreen (SlWatchPage *self, gboolean fullscreen)
{
  if (self->fullscreen == fullscreen)
    return;
  self->fullscreen = fullscreen;
  if (fullscreen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "fullscreen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "fullscreen");
  wake (self);
  sl_drawer_set_open (self->drawer, self->panel_shown, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FULLSCREEN]);
}

static void
clip_cb (SlWatchPage *self)
{
  SlClip          *clip = sl_session_get_clip (self->session);
  g_autofree char *name = sl_rich_text_plain (clip ? sl_clip_get_title (clip) : NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_session (SlWatchPage *self, SlSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  if (session)
    {
      g_signal_connect_object (session, "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
      clip_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
sl_watch_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlWatchPage *self = SL_WATCH_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_CONDUCTOR:
      g_value_set_object (value, self->conductor);
      break;
    case PROP_RESUME:
      g_value_set_object (value, self->resume);
      break;
    case PROP_PANEL_SHOWN:
      g_value_set_boolean (value, self->panel_shown);
      break;
    case PROP_CAPTIONS_SHOWN:
      g_value_set_boolean (value, self->captions_shown);
      break;
    case PROP_FULLSCREEN:
      g_value_set_boolean (value, self->fullscreen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_watch_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlWatchPage *self = SL_WATCH_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_CONDUCTOR:
      if (!g_set_object (&self->conductor, g_value_get_object (value)))
        return;
      sl_picture_gestures_set_conductor (self->gestures, self->conductor);
      if (self->conductor)
        {
          g_signal_connect_object (self->conductor, "notify::playing", G_CALLBACK (playing_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (self->conductor, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
          state_cb (self);
          sl_next_bar_follow (SL_NEXT_BAR (self->next_bar), self->conductor, SL_ANNOUNCER (self->announcer));
        }
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_RESUME:
      if (g_value_get_object (value))
        g_signal_connect_object (g_value_get_object (value), "not-kept", G_CALLBACK (not_kept_cb), self, G_CONNECT_SWAPPED);
      if (g_set_object (&self->resume, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PANEL_SHOWN:
      if (self->panel_shown == g_value_get_boolean (value))
        return;
      self->panel_shown = g_value_get_boolean (value);
      sl_drawer_set_open (self->drawer, self->panel_shown, self->fullscreen);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      tell_notes_shown (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_CAPTIONS_SHOWN:
      if (self->captions_shown == g_value_get_boolean (value))
        return;
      self->captions_shown = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FULLSCREEN:
      set_fullscreen (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_watch_page_dispose (GObject *object)
{
  SlWatchPage *self = SL_WATCH_PAGE (object);

  g_clear_handle_id (&self->still_id, g_source_remove);
  g_clear_weak_pointer (&self->control);
  g_clear_object (&self->gestures);
  g_clear_object (&self->drawer);
  g_clear_pointer (&self->stage, gtk_widget_unparent);
  g_clear_pointer (&self->bars, gtk_widget_unparent);
  g_clear_pointer (&self->announcer, gtk_widget_unparent);
  g_clear_pointer (&self->remark, gtk_widget_unparent);
  g_clear_pointer (&self->transport, gtk_widget_unparent);
  g_clear_pointer (&self->panel, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->conductor);
  g_clear_object (&self->resume);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sl_watch_page_parent_class)->dispose (object);
}

static void
sl_watch_page_class_init (SlWatchPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const int       flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_watch_page_dispose;
  object_class->get_property = sl_watch_page_get_property;
  object_class->set_property = sl_watch_page_set_property;
  widget_class->measure = sl_watch_page_measure;
  widget_class->size_allocate = sl_watch_page_size_allocate;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SL_TYPE_SESSION, flags);
  properties[PROP_CONDUCTOR] = g_param_spec_object ("conductor", NULL, NULL, SL_TYPE_CONDUCTOR, flags);
  properties[PROP_RESUME] = g_param_spec_object ("resume", NULL, NULL, SL_TYPE_RESUME, flags);
  properties[PROP_PANEL_SHOWN] = g_param_spec_boolean ("panel-shown", NULL, NULL, TRUE, flags);
  properties[PROP_CAPTIONS_SHOWN] = g_param_spec_boolean ("captions-shown", NULL, NULL, TRUE, flags);
  properties[PROP_FULLSCREEN] = g_param_spec_boolean ("fullscreen", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "win.go-to-time", NULL, go_to_time_cb);
  gtk_widget_class_install_action (widget_class, "win.screenshot", NULL, screenshot_cb);
  gtk_widget_class_install_action (widget_class, "win.open-captions", NULL, open_captions_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.next-clip", NULL, next_clip_cb);
  gtk_widget_class_install_action (widget_class, "reading.show-notes", NULL, show_notes_cb);
  sl_keys_bind (widget_class, SL_KEYS_OF_PAGE);

  g_type_ensure (SL_TYPE_ANNOUNCER);
  g_type_ensure (SL_TYPE_BARS);
  g_type_ensure (SL_TYPE_FLOW_LAYOUT);
  g_type_ensure (SL_TYPE_NEXT_BAR);
  g_type_ensure (SL_TYPE_READING_BAR);
  g_type_ensure (SL_TYPE_REMARK);
  g_type_ensure (SL_TYPE_RESUME_BAR);
  g_type_ensure (SL_TYPE_STAGE);
  g_type_ensure (SL_TYPE_TRANSPORT);
  g_type_ensure (SL_TYPE_MARKS_PANE);
  g_type_ensure (SL_TYPE_NOTES_PANE);
  g_type_ensure (SL_TYPE_FACTS_PANE);
  g_type_ensure (SL_TYPE_CHAPTERS_PANE);
  g_type_ensure (SL_TYPE_TRANSCRIPT_PANE);
  gtk_widget_class_set_css_name (widget_class, "watch-page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP); /* named by its clip */
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/watch-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlWatchPage, stage);
  gtk_widget_class_bind_template_child (widget_class, SlWatchPage, bars);
  gtk_widget_class_bind_template_child (widget_class, SlWatchPage, reading_bar);
  gtk_widget_class_bind_template_child (widget_class, SlWatchPage, next_bar);
  gtk_widget_class_bind_template_child (widget_class, SlWatchPage, announcer);
  gtk_widget_class_bind_template_child (widget_class, SlWatchPage, remark);
  gtk_widget_class_bind_template_child (widget_class, SlWatchPage, transport);
  gtk_widget_class_bind_template_child (widget_class, SlWatchPage, panel);
  gtk_widget_class_bind_template_child (widget_class, SlWatchPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, SlWatchPage, text);
  gtk_widget_class_bind_template_callback (widget_class, any_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, wake);
  gtk_widget_class_bind_template_callback (widget_class, press_cb);
}

static void
sl_watch_page_init (SlWatchPage *self)
{
  self->panel_shown = TRUE;
  self->captions_shown = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->drawer = sl_drawer_new (GTK_WIDGET (self), self->panel);
  sl_drawer_set_open (self->drawer, TRUE, FALSE);
  self->gestures = sl_picture_gestures_new (self->stage, SL_REMARK (self->remark));
  g_signal_connect_swapped (self->tabs, "notify::visible-child-name", G_CALLBACK (tell_notes_shown), self);
  tell_notes_shown (self);
}

void
sl_watch_page_furnish (SlWatchPage *self, SlSectionLoop *section_loop, SlInterpreter *interpreter, SlDescriber *describer, GSettings *settings)
{
  g_return_if_fail (SL_IS_WATCH_PAGE (self) && SL_IS_SECTION_LOOP (section_loop));

  g_object_set (self->remark, "section-loop", section_loop, NULL);
  sl_remark_follow_describer (SL_REMARK (self->remark), describer);
  sl_stage_set_interpreter (SL_STAGE (self->stage), interpreter);
  g_set_object (&self->settings, settings);
  if (settings)
    sl_stage_bind_settings (SL_STAGE (self->stage), settings);
}

GtkWidget *
sl_watch_page_show_tab (SlWatchPage *self, const char *tab)
{
  g_return_val_if_fail (SL_IS_WATCH_PAGE (self) && tab != NULL, NULL);

  wake (self);
  g_object_set (self, "panel-shown", TRUE, NULL);
  gtk_widget_set_child_visible (self->panel, TRUE); /* now, for it may be given the focus */
  gtk_stack_set_visible_child_name (self->tabs, tab);
  return gtk_stack_get_visible_child (self->tabs);
}

void
sl_watch_page_follow_reading (SlWatchPage *self, SlReadingPause *pause, SlQuiet *quiet)
{
  g_return_if_fail (SL_IS_WATCH_PAGE (self));

  sl_reading_bar_follow (SL_READING_BAR (self->reading_bar), pause, quiet, SL_ANNOUNCER (self->announcer));
}

void
sl_watch_page_follow_copies (SlWatchPage *self, SlOwnCopies *copies)
{
  g_return_if_fail (SL_IS_WATCH_PAGE (self) && SL_IS_OWN_COPIES (copies));

  sl_stage_follow_copies (SL_STAGE (self->stage), copies, SL_ANNOUNCER (self->announcer));
}
