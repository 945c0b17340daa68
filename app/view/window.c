/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window ties things together and decides little: which page is shown, and which action means what for
 * the conductor. What the pages look like is theirs.
 */
#include "config.h"

#include "window.h"

#include "accent.h"
#include "advisory-page.h"
#include "casebook-opener.h"
#include "conductor.h"
#include "film-page.h"
#include "findings-button.h"
#include "half-saved.h"
#include "keys.h"
#include "library.h"
#include "lights.h"
#include "link-start.h"
#include "lobby.h"
#include "message-page.h"
#include "open-actions.h"
#include "resume.h"
#include "rich-text.h"
#include "screening-page.h"
#include "stay-awake.h"
#include "toasts.h"
#include "tracks.h"
#include "viewer-actions.h"
#include "watch-page.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _SlWindow
{
  AdwApplicationWindow parent_instance;

  SlSession        *session;
  SlConductor      *conductor;
  SlPlayer         *player;
  SlResume         *resume;
  SlStayAwake      *stay_awake;
  SlViewerActions  *viewer_actions;
  SlTrace          *trace;
  SlCasebookOpener *opener;
  SlAccent         *accent;
  SlLights         *lights;
  SlLink           *link;
  SlFilm           *film;
  gboolean          panel_before; /* whether the panel was shown before full screen */

  /* Template children. */
  GtkWidget        *header;
  AdwWindowTitle   *title;
  GtkWidget        *back;
  GtkWidget        *open;
  SlFindingsButton *findings;
  AdwToastOverlay  *toasts;
  GtkStack         *pages;
  GtkSpinner       *spinner;
  SlLobby          *lobby;
  SlFilmPage       *film_page;
  SlWatchPage      *watch_page;
  SlScreeningPage  *screening_page;
  SlAdvisoryPage   *advisory;
  SlMessagePage    *message;
};

G_DEFINE_FINAL_TYPE (SlWindow, sl_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_PAGE,
  N_PROPS
};

enum {
  FINISHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* Pages */

static void
set_titles (SlWindow *self, const char *title, const char *subtitle)
{
  g_autofree char *words = sl_rich_text_plain (title);
  g_autofree char *below = sl_rich_text_plain (subtitle);

  adw_window_title_set_title (self->title, words);
  adw_window_title_set_subtitle (self->title, below);
  gtk_window_set_title (GTK_WINDOW (self), *words ? words : _ ("Sidelight"));
}

/* Back leads to the lobby of what is open or, where nothing is, to what comes with the program. */
static gboolean
can_go_back (SlWindow *self, const char *page)
{
  static const char *const inner[] = {"film", "advisory", "watch", "screening", NULL};
  g_autoptr (GPtrArray) folders = NULL;

  if (!g_str_equal (page, "message"))
    return g_strv_contains (inner, page);
  folders = sl_library_list_folders ();
  return folders->len > 0 || sl_session_get_casebook (self->session) != NULL;
}

/* It is in the way only of a film. */
static void
show_header (SlWindow *self)
{
  static const char *const whole[] = {"watch", "screening", NULL};

  gtk_widget_set_visible (self->header, !(gtk_window_is_fullscreen (GTK_WINDOW (self)) && g_strv_contains (whole, sl_window_get_page (self))));
}

static void
show_page (SlWindow *self, const char *page)
{
  /* On the way to a film the lights are down already. */
  static const char *const dark[] = {"advisory", "watch", "screening", NULL};
  const gboolean           watching = g_strv_contains (dark, page) || (g_str_equal (page, "opening") && self->link && sl_link_get_clip (self->link));

  gtk_stack_set_visible_child_name (self->pages, page);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (page, "opening")); /* on a hidden page it goes on and on */
  gtk_widget_set_visible (self->back, can_go_back (self, page));
  show_header (self);
  sl_lights_dim (self->lights, watching);
  if (self->trace)
    sl_trace_page (self->trace, page);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/* Says something that nobody needs to answer. */
static void
tell (SlWindow *self, const char *text)
{
  sl_toasts_tell (self->toasts, text, NULL, NULL, NULL);
}

static void
show_lobby (SlWindow *self)
{
  SlCasebook *casebook = sl_session_get_casebook (self->session);
  g_autoptr (SlResumePoint) left = sl_resume_find_newest (self->resume);

  sl_lobby_show (self->lobby, casebook);
  sl_lobby_offer (self->lobby, left ? sl_casebook_lookup_clip (casebook, left->clip) : NULL, left ? left->position : 0);
  set_titles (self, _ ("Sidelight"), NULL);
  show_page (self, "lobby");
}

static void
show_film (SlWindow *self, SlFilm *film)
{
  g_set_object (&self->film, film);
  sl_film_page_show (self->film_page, sl_session_get_casebook (self->session), film, sl_session_get_reading (self->session));
  set_titles (self, sl_film_get_title (film), sl_casebook_get_title (sl_session_get_casebook (self->session)));
  show_page (self, "film");
}

/* The film goes with the page that shows it, whichever way that page is left. */
static void
leave_clip (SlWindow *self)
{
  if (sl_session_get_clip (self->session) == NULL)
    return;
  gtk_window_unfullscreen (GTK_WINDOW (self));
  sl_session_set_clip (self->session, NULL);
  sl_conductor_open (self->conductor, 0, FALSE);
}

void
sl_window_show_message (SlWindow *self, const char *title, const char *text, const char *details)
{
  g_return_if_fail (SL_IS_WINDOW (self));
  g_return_if_fail (title != NULL && text != NULL);

  leave_clip (self);
  sl_message_page_show (self->message, title, text, details);
  set_titles (self, _ ("Sidelight"), NULL);
  show_page (self, "message");
  g_signal_emit (self, signals[FINISHED], 0, FALSE);
}

/* Of what the page will be that is shown next. */
static void
name_clip (SlWindow *self, SlClip *clip)
{
  SlCasebook *casebook = sl_session_get_casebook (self->session);
  SlFilm     *film = sl_clip_get_film (clip) ? sl_casebook_lookup_film (casebook, sl_clip_get_film (clip)) : NULL;

  g_set_object (&self->film, film);
  set_titles (self, sl_clip_get_title (clip), film ? sl_film_get_title (film) : NULL);
}

/* @start: nanoseconds, or SL_TIME_NONE: where it was left */
static void
watch (SlWindow *self, SlClip *clip, gint64 start)
{
  name_clip (self, clip);
  if (sl_advisory_page_ask (self->advisory, self->session, clip, start))
    {
      sl_session_set_clip (self->session, NULL);
      sl_conductor_open (self->conductor, 0, FALSE);
      show_page (self, "advisory");
      gtk_widget_grab_focus (GTK_WIDGET (self->advisory));
      return;
    }
  if (sl_session_get_clip (self->session) != clip || sl_conductor_get_state (self->conductor) != SL_PLAYER_IDLE)
    sl_session_set_clip (self->session, NULL);
  sl_session_set_clip (self->session, clip);
  sl_tracks_begin_captions (self->conductor);
  show_page (self, "watch");
  gtk_widget_grab_focus (GTK_WIDGET (self->watch_page));
  /* Chapters, notes and facts can be read without the film. */
  if (!sl_conductor_open (self->conductor, sl_resume_begin (self->resume, start), TRUE) && sl_conductor_get_state (self->conductor) == SL_PLAYER_IDLE)
    g_signal_emit (self, signals[FINISHED], 0, FALSE); /* there is no film yet */
}

/* Notes and facts of a film that runs elsewhere: nothing is loaded. */
static void
follow_screening (SlWindow *self, SlClip *clip)
{
  leave_clip (self);
  sl_session_set_clip (self->session, clip);
  sl_screening_page_open (self->screening_page);
  name_clip (self, clip);
  show_page (self, "screening");
  gtk_widget_grab_focus (GTK_WIDGET (self->screening_page));
  g_signal_emit (self, signals[FINISHED], 0, FALSE); /* there is no film */
}

/* Opening */

/* Returns: where in the clip the link points, or SL_TIME_NONE; what is not in it is told */
static gint64
start_of_link (SlWindow *self)
{
  g_autofree char *problem = NULL;
  const gint64     start = sl_link_start_find (self->link, self->session, &problem);

  if (problem)
    tell (self, problem);
  return start;
}

static void
go_to_link (SlWindow *self)
{
  SlCasebook *casebook = sl_session_get_casebook (self->session);
  const char *id = self->link ? sl_link_get_clip (self->link) : NULL;
  SlClip     *clip = id ? sl_casebook_lookup_clip (casebook, id) : NULL;

  if (self->link && sl_link_get_ignored (self->link))
    {
      /* Translators: %s is a part of a link. */
      g_autofree char *text = g_strdup_printf (_ ("Not understood in the link: %s"), sl_link_get_ignored (self->link));

      tell (self, text);
    }
  if (clip)
    {
      sl_session_set_clip (self->session, clip);
      watch (self, clip, start_of_link (self));
    }
  else if (id)
    {
      /* Translators: %s is a clip’s id from a link. */
      g_autofree char *text = g_strdup_printf (_ ("This casebook has no clip “%s”. Go back to see what it has."), id);

      sl_window_show_message (self, _ ("Nothing at this link"), text, NULL);
    }
  else
    {
      show_lobby (self);
    }
}

static void
take_casebook (SlWindow *self, SlCasebook *casebook, GPtrArray *findings)
{
  if (self->trace)
    sl_trace_findings (self->trace, findings);
  sl_session_set_casebook (self->session, casebook);
  sl_accent_set (self->accent, sl_casebook_get_accent (casebook));
  sl_findings_button_show (self->findings, findings);
}

/* Goes on in @clip, one that was there before its casebook was read again, without starting its film anew. */
static void
go_on (SlWindow *self, SlClip *clip, gint64 time, gint64 number)
{
  sl_session_set_clip (self->session, clip);
  sl_captions_go_on (sl_session_get_captions (self->session));
  sl_resume_begin (self->resume, time);
  if (sl_conductor_has_medium (self->conductor))
    sl_session_jump (self->session, time, number);
  else
    sl_conductor_open (self->conductor, time, sl_conductor_get_playing (self->conductor));
}

/* The casebook has changed under the viewer, who stays where that is still possible. */
static void
swap_casebook (SlWindow *self, SlCasebook *casebook, GPtrArray *findings)
{
  g_autofree char *page = g_strdup (sl_window_get_page (self));
  SlClip          *old = sl_session_get_clip (self->session);
  g_autofree char *clip_id = g_strdup (old ? sl_clip_get_id (old) : NULL);
  g_autofree char *film_id = g_strdup (self->film ? sl_film_get_id (self->film) : NULL);
  const gint64     time = sl_session_get_time (self->session);
  const gint64     number = sl_session_get_number (self->session);
  SlClip          *clip = clip_id ? sl_casebook_lookup_clip (casebook, clip_id) : NULL;

  take_casebook (self, casebook, findings);
  g_clear_object (&self->film);
  if (film_id && sl_casebook_lookup_film (casebook, film_id))
    self->film = g_object_ref (sl_casebook_lookup_film (casebook, film_id));
  if (clip && g_str_equal (page, "screening"))
    follow_screening (self, clip);
  else if (clip)
    go_on (self, clip, time, number);
  else if (clip_id)
    {
      gtk_window_unfullscreen (GTK_WINDOW (self));
      sl_conductor_open (self->conductor, 0, FALSE);
    }
  if (clip)
    set_titles (self, sl_clip_get_title (clip), self->film ? sl_film_get_title (self->film) : NULL);
  else if (self->film && !g_str_equal (page, "lobby"))
    show_film (self, self->film);
  else
    show_lobby (self);
  tell (self, _ ("The casebook has changed and was read again"));
}

/* What the files say now is for their author; what was read before stays for the viewer, until it can be read. */
static void
keep_casebook (SlWindow *self, GPtrArray *findings)
{
  sl_findings_button_show (self->findings, findings);
  tell (self, _ ("The casebook has changed and cannot be read; what was read before is shown"));
}

static void
opened_cb (SlWindow *self, SlCasebook *casebook, GPtrArray *findings, gboolean again)
{
  if (again && !g_str_equal (sl_window_get_page (self), "message"))
    {
      if (sl_half_saved_takes_away (self->session, self->film, casebook, findings))
        keep_casebook (self, findings);
      else
        swap_casebook (self, casebook, findings);
      return;
    }
  take_casebook (self, casebook, findings);
  go_to_link (self);
}

static void
failed_cb (SlWindow *self, GError *error, GPtrArray *findings, gboolean again)
{
  g_autofree char *lines = sl_words_findings (findings);
  g_autofree char *details = g_strjoin ("\n", error->message, lines, NULL);

  if (self->trace)
    sl_trace_findings (self->trace, findings);
  if (again)
    keep_casebook (self, findings);
  else
    {
      const char      *words = sl_words_casebook_error (error);
      const char      *hope = sl_casebook_opener_is_watching (self->opener) ? _ ("As soon as it can be read, it opens by itself.") : NULL;
      g_autofree char *text = g_strjoin ("\n\n", words, hope, NULL);

      sl_window_show_message (self, _ ("This casebook cannot be opened"), text, details);
    }
}

void
sl_window_open (SlWindow *self, GFile *folder, SlLink *link)
{
  g_return_if_fail (SL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (folder));

  leave_clip (self);
  g_clear_pointer (&self->link, sl_link_unref);
  self->link = link ? sl_link_ref (link) : NULL;
  set_titles (self, _ ("Sidelight"), NULL);
  show_page (self, "opening");
  sl_casebook_opener_open (self->opener, folder);
}

void
sl_window_open_shipped (SlWindow *self)
{
  g_autoptr (GPtrArray) folders = sl_library_list_folders ();

  g_return_if_fail (SL_IS_WINDOW (self));

  if (folders->len > 0)
    sl_window_open (self, g_ptr_array_index (folders, 0), NULL);
  else
    sl_window_show_message (self, _ ("No casebook yet"), _ ("Open a casebook to begin: its file, or its folder."), NULL);
}

/* Actions */

static void
try_again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow *self = SL_WINDOW (widget);
  SlClip   *clip = sl_session_get_clip (self->session);
  g_autoptr (SlClip) kept = clip ? g_object_ref (clip) : NULL;

  if (kept)
    watch (self, kept, sl_session_get_time (self->session));
}

static void
watch_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow   *self = SL_WINDOW (widget);
  SlCasebook *casebook = sl_session_get_casebook (self->session);
  gint64      start = SL_TIME_NONE;
  const char *id;
  SlClip     *clip;

  g_variant_get (parameter, g_str_equal (name, "win.watch-at") ? "(&sx)" : "&s", &id, &start);
  clip = casebook ? sl_casebook_lookup_clip (casebook, id) : NULL;
  if (clip && g_str_equal (name, "win.follow-screening"))
    follow_screening (self, clip);
  else if (clip)
    watch (self, clip, start);
}

static void
watch_anyway_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow *self = SL_WINDOW (widget);
  gint64    start;
  g_autoptr (SlClip) clip = sl_advisory_page_accept (self->advisory, &start);

  if (clip)
    watch (self, clip, start);
}

static void
show_film_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow   *self = SL_WINDOW (widget);
  SlCasebook *casebook = sl_session_get_casebook (self->session);
  SlFilm     *film = casebook ? sl_casebook_lookup_film (casebook, g_variant_get_string (parameter, NULL)) : NULL;

  if (film)
    show_film (self, film);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow      *self = SL_WINDOW (widget);
  const gboolean watching = sl_session_get_clip (self->session) != NULL || g_str_equal (sl_window_get_page (self), "advisory");

  if (!gtk_widget_get_visible (self->back))
    return;
  leave_clip (self);
  sl_casebook_opener_give_up (self->opener);
  if (sl_session_get_casebook (self->session) == NULL)
    sl_window_open_shipped (self);
  else if (watching && self->film)
    show_film (self, self->film);
  else
    show_lobby (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  const char *page = sl_window_get_page (SL_WINDOW (widget));

  if (g_str_equal (page, "screening") && gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else if (!g_str_equal (page, "message") && !g_str_equal (page, "advisory"))
    return FALSE;
  else
    back_cb (widget, NULL, NULL);
  return TRUE;
}

/* An offer has a button: its label, its action, and what that is about. */
static void
tell_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *text, *label = NULL, *action = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_str_equal (name, "win.offer"))
    g_variant_get (parameter, "(&s&s&smv)", &text, &label, &action, &target);
  else
    text = g_variant_get_string (parameter, NULL);
  sl_toasts_tell (SL_WINDOW (widget)->toasts, text, label, action, target);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (parameter, NULL));
}

static void
fullscreen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else if (sl_session_get_clip (SL_WINDOW (widget)->session))
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
fullscreened_cb (SlWindow *self)
{
  const gboolean fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));

  show_header (self);
  if (fullscreen)
    g_object_get (self->watch_page, "panel-shown", &self->panel_before, NULL);
  g_object_set (self->watch_page, "fullscreen", fullscreen, "panel-shown", !fullscreen && self->panel_before, NULL);
}

/* What the player does */

static void
state_cb (SlWindow *self)
{
  const SlPlayerState state = sl_conductor_get_state (self->conductor);

  if (state == SL_PLAYER_ENDED || state == SL_PLAYER_FAULT)
    g_signal_emit (self, signals[FINISHED], 0, state == SL_PLAYER_ENDED);
}

static void
sl_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_string (value, sl_window_get_page (SL_WINDOW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_window_dispose (GObject *object)
{
  SlWindow *self = SL_WINDOW (object);

  g_clear_object (&self->opener);
  if (self->resume)
    g_object_set (self->watch_page, "resume", NULL, NULL); /* so that this is the last of it: it is written now */
  g_clear_object (&self->resume);
  g_clear_object (&self->stay_awake);
  g_clear_object (&self->viewer_actions);
  g_clear_object (&self->conductor);
  g_clear_object (&self->player);
  g_clear_object (&self->session);
  g_clear_object (&self->trace);
  g_clear_object (&self->lights);
  g_clear_object (&self->film);
  g_clear_pointer (&self->accent, sl_accent_free);
  g_clear_pointer (&self->link, sl_link_unref);

  G_OBJECT_CLASS (sl_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.try-again", NULL, try_again_cb);
  gtk_widget_class_install_action (widget_class, "win.watch", "s", watch_cb);
  gtk_widget_class_install_action (widget_class, "win.watch-at", "(sx)", watch_cb);
  gtk_widget_class_install_action (widget_class, "win.follow-screening", "s", watch_cb);
  gtk_widget_class_install_action (widget_class, "win.watch-anyway", NULL, watch_anyway_cb);
  gtk_widget_class_install_action (widget_class, "win.show-film", "s", show_film_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  sl_open_actions_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.copy", "s", copy_cb);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, fullscreen_cb);
  gtk_widget_class_install_action (widget_class, "win.tell", "s", tell_cb);
  gtk_widget_class_install_action (widget_class, "win.offer", "(sssmv)", tell_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  sl_keys_bind (widget_class, SL_KEYS_OF_WINDOW);
}

static void
sl_window_class_init (SlWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_window_dispose;
  object_class->get_property = sl_window_get_property;

  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  install_actions (widget_class);
  g_type_ensure (SL_TYPE_ADVISORY_PAGE);
  g_type_ensure (SL_TYPE_FINDINGS_BUTTON);
  g_type_ensure (SL_TYPE_LOBBY);
  g_type_ensure (SL_TYPE_MESSAGE_PAGE);
  g_type_ensure (SL_TYPE_SCREENING_PAGE);
  g_type_ensure (SL_TYPE_FILM_PAGE);
  g_type_ensure (SL_TYPE_WATCH_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, SlWindow, header);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, back);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, open);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, lobby);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, film_page);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, watch_page);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, screening_page);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, advisory);
  gtk_widget_class_bind_template_child (widget_class, SlWindow, message);
  gtk_widget_class_bind_template_callback (widget_class, fullscreened_cb);
}

static void
sl_window_init (SlWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SlWindow *
sl_window_new (GtkApplication *application, SlPlayer *player, SlTrace *trace)
{
  SlWindow *self = g_object_new (SL_TYPE_WINDOW, "application", application, NULL);

  self->opener = sl_casebook_opener_new ();
  g_signal_connect_object (self->opener, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->opener, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  self->session = sl_session_new ();
  self->player = player ? g_object_ref (player) : sl_player_new (NULL);
  self->conductor = sl_conductor_new (self->session, self->player);
  self->viewer_actions = sl_viewer_actions_new (G_ACTION_MAP (self), self->conductor, self->watch_page, self->screening_page);
  self->lights = sl_lights_new (GTK_WINDOW (self));
  self->accent = sl_accent_new (gtk_widget_get_display (GTK_WIDGET (self)));
  g_set_object (&self->trace, trace);
  if (trace)
    sl_trace_follow (trace, self->conductor, GTK_WIDGET (self));
  g_signal_connect_object (self->conductor, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  self->stay_awake = sl_stay_awake_new (GTK_WINDOW (self), self->conductor);
  g_object_set (self->watch_page, "session", self->session, "conductor", self->conductor, NULL);
  g_object_set (self->screening_page, "session", self->session, "conductor", self->conductor, NULL);
  sl_window_remember (self, NULL);
  return self;
}

void
sl_window_remember (SlWindow *self, const char *path)
{
  g_return_if_fail (SL_IS_WINDOW (self));

  g_clear_object (&self->resume);
  self->resume = sl_resume_new (self->conductor, path);
  sl_viewer_actions_remember (self->viewer_actions, path);
  g_object_set (self->watch_page, "resume", self->resume, NULL);
  g_object_bind_property (self->watch_page, "captions-shown", self->resume, "captions-shown", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

const char *
sl_window_get_page (SlWindow *self)
{
  g_return_val_if_fail (SL_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->pages);
}

SlConductor *
sl_window_get_conductor (SlWindow *self)
{
  g_return_val_if_fail (SL_IS_WINDOW (self), NULL);

  return self->conductor;
}
