/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of a clip. It is made when it is first seen, and again when the clip, its chapters or a language change.
 * What is read and what is found is core's; this brings both to the list.
 */
#include "config.h"

#include "transcript-pane.h"

#include "active-cues.h"
#include "chapter.h"
#include "columns.h"
#include "cue-list.h"
#include "following-list.h"
#include "handout-saver.h"
#include "language.h"
#include "transcript-row.h"
#include "transcript-search.h"
#include "transcript.h"

#include <glib/gi18n-lib.h>

struct _SlTranscriptPane
{
  SlPane parent_instance;

  SlSession          *session; /* (nullable): the pane's, to which it listens */
  SlClip             *clip;    /* (nullable): for which languages are chosen */
  GStrv               languages;
  GListModel         *brought;    /* (nullable): captions of the viewer's own, which stand behind the languages */
  GListModel         *transcript; /* (nullable) */
  SlCueList          *cues;       /* of it, as the list wants them */
  SlActiveCues       *active;     /* (nullable) */
  SlTranscriptSearch *search;     /* (nullable) */
  GArray             *times;      /* (nullable) (element-type gint64): of what was found */
  gboolean            is_stale;
  gboolean            is_choosing; /* the lists of languages are being filled */

  /* Template children. */
  SlFollowingList *list;
  GtkWidget       *languages_button;
  GtkDropDown     *first;
  GtkDropDown     *other;
  GtkEditable     *entry;
  GtkWidget       *found_box;
  GtkLabel        *found;
};

G_DEFINE_FINAL_TYPE (SlTranscriptPane, sl_transcript_pane, SL_TYPE_PANE)

enum {
  PROP_0,
  PROP_FOUND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Following the film */

static void
entered_cb (SlTranscriptPane *self, SlCue *cue)
{
  sl_cue_set_current (cue, TRUE);
}

static void
left_cb (SlTranscriptPane *self, SlCue *cue)
{
  sl_cue_set_current (cue, FALSE);
}

/* Returns: how many passages begin until @time */
static guint
count_begun (SlTranscriptPane *self, gint64 time)
{
  guint low = 0, high = g_list_model_get_n_items (self->transcript);

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      g_autoptr (SlCue) cue = g_list_model_get_item (self->transcript, middle);

      if (sl_cue_get_start (cue) <= time)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The film itself: its chapters, what is said, and what is to be seen. */
static gboolean
is_of_film (SlCue *cue)
{
  return sl_cue_get_kind (cue) == SL_CUE_CHAPTER || sl_cue_get_kind (cue) == SL_CUE_CAPTION || sl_cue_get_kind (cue) == SL_CUE_DESCRIPTION;
}

/* What is said, and where it begins, is no secret. */
static gboolean
is_kept_cb (SlCue *cue, gpointer data)
{
  return is_of_film (cue);
}

/* As elsewhere: what comes later is hidden until it is asked for. */
static void
hide_later (SlTranscriptPane *self, gint64 time)
{
  sl_cue_list_set_moment (self->cues, sl_reading_get_hides_later (sl_session_get_reading (self->session)) ? time : SL_TIME_NONE);
}

static void
tell_later (SlTranscriptPane *self)
{
  const guint      n = sl_cue_list_get_n_hidden (self->cues);
  g_autofree char *words = n > 0 ? g_strdup_printf (ngettext ("%u later note or fact hidden", "%u later notes and facts hidden", n), n) : NULL;

  g_object_set (self->list, "later", words, NULL);
}

static void
time_cb (SlTranscriptPane *self)
{
  const gint64 time = self->session ? sl_session_get_time (self->session) : 0;
  guint        n;
  g_autoptr (SlCue) target = NULL;

  if (self->active == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  sl_active_cues_jump (self->active, time);
  hide_later (self, time);
  n = count_begun (self, time);
  target = g_list_model_get_item (self->transcript, n > 0 ? n - 1 : 0);
  g_object_set (self->list, "target", target, NULL);
}

/* A note without an end is there for as long as it takes to see it. */
static SlActiveCues *
follow (SlTranscriptPane *self)
{
  const guint n = g_list_model_get_n_items (self->transcript);
  g_autoptr (GPtrArray) cues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree SlSpan *spans = g_new (SlSpan, n);
  SlActiveCues      *active;

  for (guint i = 0; i < n; i++)
    {
      SlCue *cue = g_list_model_get_item (self->transcript, i);

      spans[i] = *sl_cue_get_span (cue);
      spans[i].end = MAX (spans[i].end, spans[i].start + 4 * G_GINT64_CONSTANT (1000000000));
      if (is_of_film (cue))
        spans[i] = *sl_cue_get_span (cue);
      g_ptr_array_add (cues, cue);
    }
  active = sl_active_cues_new (cues, spans);
  g_signal_connect_object (active, "cue-entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (active, "cue-left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  return active;
}

/* Looking for words */

/* Returns: (transfer full): that nothing was found, and where it was not looked for */
static char *
say_nothing (SlTranscriptPane *self)
{
  const guint n = self->cues ? sl_cue_list_get_n_hidden (self->cues) : 0;

  if (n == 0)
    return g_strdup (C_ ("search", "Not found"));
  /* Translators: nothing was found in the text; what comes later in the film is hidden, and so not looked at. */
  return g_strdup_printf (ngettext ("Not found; %u later note or fact is hidden", "Not found; %u later notes and facts are hidden", n), n);
}

static void
say_found (SlTranscriptPane *self)
{
  const guint      n = self->search ? sl_transcript_search_count (self->search) : 0;
  const gboolean   is_looking = *gtk_editable_get_text (self->entry) != '\0';
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->found_box, is_looking);
  if (n > 0)
    /* Translators: of what was found in the text, the number of the one that is shown, and of all. */
    words = g_strdup_printf (C_ ("search", "%1$d of %2$u"), sl_transcript_search_get_shown (self->search) + 1, n);
  else
    words = say_nothing (self);
  gtk_label_set_label (self->found, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "transcript.next", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "transcript.previous", n > 0);
}

static void
show_found (SlTranscriptPane *self)
{
  SlCue *cue = self->search ? sl_transcript_search_get_cue (self->search) : NULL;

  say_found (self);
  if (cue)
    sl_following_list_reveal (self->list, cue);
}

/* What is not there any more is found nowhere. */
static void
tell_times (SlTranscriptPane *self)
{
  g_clear_pointer (&self->times, g_array_unref);
  if (self->search && sl_transcript_search_count (self->search) > 0)
    self->times = sl_transcript_search_list_times (self->search);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOUND]);
}

/* From where the film is, as somebody reads who looks for what was just said, or comes soon. */
static void
look (SlTranscriptPane *self)
{
  const char *words = gtk_editable_get_text (self->entry);

  if (self->transcript == NULL)
    return;
  if (self->search == NULL && *words != '\0')
    self->search = sl_transcript_search_new (self->transcript, SL_CUE_FINDER (self->cues));
  if (self->search)
    sl_transcript_search_look_for (self->search, words, MAX (count_begun (self, sl_session_get_time (self->session)), 1) - 1);
  tell_times (self);
}

static void
search_changed_cb (SlTranscriptPane *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    sl_following_list_keep_place (self->list);
  look (self);
  show_found (self);
}

static void
go (SlTranscriptPane *self, int direction)
{
  if (self->search)
    sl_transcript_search_go (self->search, direction);
  show_found (self);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (SL_TRANSCRIPT_PANE (widget), 1);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (SL_TRANSCRIPT_PANE (widget), -1);
}

static void
activate_cb (SlTranscriptPane *self)
{
  go (self, 1);
}

static gboolean
entry_key_cb (SlTranscriptPane *self, guint key, guint code, GdkModifierType modifiers)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(modifiers & GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  go (self, -1);
  return GDK_EVENT_STOP;
}

/* Other words in the place of these are still the same search. */
static void
left_entry_cb (SlTranscriptPane *self)
{
  if (*gtk_editable_get_text (self->entry) == '\0')
    sl_following_list_forget_place (self->list);
}

/* Who wants to go on reading at what was found goes there by Tab, or by a tap. */
static void
stop_cb (SlTranscriptPane *self)
{
  sl_following_list_go_back (self->list);
  gtk_editable_set_text (self->entry, "");
}

/* Taking it home */

static void
told_cb (GtkWindow *window, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s", text);
}

static void
handout_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlTranscriptPane *self = SL_TRANSCRIPT_PANE (widget);
  GtkWindow        *window = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autoptr (GPtrArray) blocks = NULL;

  if (self->transcript == NULL)
    return;
  blocks = sl_handout_saver_build (sl_session_get_casebook (self->session), self->clip, self->transcript);
  if (g_str_equal (name, "transcript.print"))
    sl_handout_saver_print (window, blocks, told_cb);
  else
    sl_handout_saver_ask (window, blocks, g_str_equal (name, "transcript.save-pdf") ? SL_HANDOUT_PDF : SL_HANDOUT_PAGE, told_cb);
}

/* Languages */

/* @language: (nullable). Returns: its place among those of the clip; 0 for one that it does not have */
static guint
find_language (SlTranscriptPane *self, const char *language)
{
  for (guint i = 0; language && self->languages[i]; i++)
    if (g_ascii_strcasecmp (self->languages[i], language) == 0)
      return i;
  return 0;
}

/* As captions are: what is read first is what is read under the picture. */
static guint
find_usual (SlTranscriptPane *self)
{
  GListModel *tracks = sl_clip_get_captions (self->clip);
  const int   choice = sl_captions_get_choice (sl_session_get_captions (self->session));
  g_autoptr (SlCaptionTrack) track = tracks && choice >= 0 ? g_list_model_get_item (tracks, (guint)choice) : NULL;

  if (self->brought && choice == SL_CAPTIONS_OF_VIEWER)
    return g_strv_length (self->languages);
  return find_language (self, track ? sl_caption_track_get_language (track) : NULL);
}

static void
offer_languages (SlTranscriptPane *self)
{
  g_autoptr (GtkStringList) first = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) other = gtk_string_list_new (NULL);

  gtk_string_list_append (other, C_ ("language", "None"));
  for (guint i = 0; self->languages[i]; i++)
    {
      g_autofree char *name = sl_language_get_name (self->languages[i]);

      gtk_string_list_append (first, name);
      gtk_string_list_append (other, name);
    }
  if (self->brought)
    {
      gtk_string_list_append (first, sl_captions_get_brought (sl_session_get_captions (self->session)));
      gtk_string_list_append (other, sl_captions_get_brought (sl_session_get_captions (self->session)));
    }
  self->is_choosing = TRUE;
  gtk_drop_down_set_model (self->first, G_LIST_MODEL (first));
  gtk_drop_down_set_selected (self->first, find_usual (self));
  gtk_drop_down_set_model (self->other, G_LIST_MODEL (other));
  gtk_drop_down_set_selected (self->other, 0);
  self->is_choosing = FALSE;
  gtk_widget_set_visible (self->languages_button, g_list_model_get_n_items (G_LIST_MODEL (first)) > 1);
}

static SlWording *
get_wording (SlTranscriptPane *self, guint n)
{
  SlCasebook *casebook = sl_session_get_casebook (self->session);

  if (self->languages[n] == NULL)
    return sl_wording_new_with_captions (casebook, self->clip, self->brought);
  return sl_wording_new (casebook, self->clip, self->languages[n]);
}

/* The text */

static void
drop (SlTranscriptPane *self)
{
  g_clear_pointer (&self->search, sl_transcript_search_free);
  g_clear_object (&self->active);
  g_clear_object (&self->cues);
  g_clear_object (&self->transcript);
}

/* Those at the top; the others are in them. */
static GListModel *
collect_chapters (SlTranscriptPane *self)
{
  GListModel *cues = sl_session_get_chapters (self->session);
  GListStore *chapters = g_list_store_new (SL_TYPE_CHAPTER);

  for (guint i = 0; i < g_list_model_get_n_items (cues); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (cues, i);

      if (sl_chapter_get_depth (SL_CHAPTER (sl_cue_get_record (cue))) == 0)
        g_list_store_append (chapters, sl_cue_get_record (cue));
    }
  return G_LIST_MODEL (chapters);
}

static GListModel *
make_transcript (SlTranscriptPane *self)
{
  g_autoptr (GListModel) chapters = collect_chapters (self);
  const guint n = gtk_drop_down_get_selected (self->first), beside = gtk_drop_down_get_selected (self->other);
  g_autoptr (SlWording) first = get_wording (self, n);
  g_autoptr (SlWording) other = beside > 0 && beside - 1 != n ? get_wording (self, beside - 1) : NULL;

  return sl_transcript_new (sl_session_get_casebook (self->session), self->clip, chapters, first, other, NULL);
}

static void
make (SlTranscriptPane *self)
{
  SlClip *clip = self->session ? sl_session_get_clip (self->session) : NULL;

  self->is_stale = FALSE;
  drop (self);
  tell_times (self);
  if (clip && g_set_object (&self->clip, clip))
    {
      g_strfreev (self->languages);
      self->languages = sl_wording_list_languages (sl_session_get_casebook (self->session), clip);
      g_set_object (&self->brought, sl_captions_get_brought_captions (sl_session_get_captions (self->session)));
      offer_languages (self);
    }
  if (clip)
    {
      self->transcript = make_transcript (self);
      self->active = follow (self);
    }
  self->cues = sl_cue_list_new ();
  g_signal_connect_object (self->cues, "notify::n-hidden", G_CALLBACK (tell_later), self, G_CONNECT_SWAPPED);
  sl_cue_list_set_keep (self->cues, is_kept_cb);
  if (clip)
    hide_later (self, sl_session_get_time (self->session));
  sl_cue_list_set_source (self->cues, self->transcript);
  g_object_set (self->list, "model", self->cues, NULL);
  time_cb (self);
  look (self);
  say_found (self);
}

static void
changed_cb (SlTranscriptPane *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    make (self);
}

/* The viewer has brought captions, or others. */
static void
brought_cb (SlTranscriptPane *self)
{
  if (sl_captions_get_brought_captions (sl_session_get_captions (self->session)) == self->brought)
    return;
  g_clear_object (&self->clip);
  changed_cb (self);
}

static void
chosen_cb (SlTranscriptPane *self)
{
  if (!self->is_choosing)
    changed_cb (self);
}

static void
sl_transcript_pane_map (GtkWidget *widget)
{
  SlTranscriptPane *self = SL_TRANSCRIPT_PANE (widget);

  GTK_WIDGET_CLASS (sl_transcript_pane_parent_class)->map (widget);
  if (self->is_stale)
    make (self);
  time_cb (self);
}

static void
session_cb (SlTranscriptPane *self)
{
  if (self->session)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (sl_session_get_reading (self->session), self);
      g_signal_handlers_disconnect_by_data (sl_session_get_captions (self->session), self);
    }
  g_clear_object (&self->session);
  g_object_get (self, "session", &self->session, NULL);
  if (self->session)
    {
      g_signal_connect_object (self->session, "notify::chapters", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->session, "notify::clip", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (sl_session_get_reading (self->session), "notify::hide-later", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (sl_session_get_reading (self->session), "notify::later-shown", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (sl_session_get_captions (self->session), "notify::choice", G_CALLBACK (brought_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->session, "notify::time", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
    }
  changed_cb (self);
}

static void
sl_transcript_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FOUND:
      g_value_set_boxed (value, SL_TRANSCRIPT_PANE (object)->times);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_transcript_pane_dispose (GObject *object)
{
  SlTranscriptPane *self = SL_TRANSCRIPT_PANE (object);

  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  drop (self);
  g_clear_pointer (&self->times, g_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->clip);
  g_clear_object (&self->brought);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (sl_transcript_pane_parent_class)->dispose (object);
}

static void
sl_transcript_pane_class_init (SlTranscriptPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_transcript_pane_dispose;
  G_OBJECT_CLASS (klass)->get_property = sl_transcript_pane_get_property;
  widget_class->map = sl_transcript_pane_map;

  properties[PROP_FOUND] = g_param_spec_boxed ("found", NULL, NULL, G_TYPE_ARRAY, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "transcript.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "transcript.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "transcript.save-page", NULL, handout_cb);
  gtk_widget_class_install_action (widget_class, "transcript.save-pdf", NULL, handout_cb);
  gtk_widget_class_install_action (widget_class, "transcript.print", NULL, handout_cb);

  g_type_ensure (SL_TYPE_FOLLOWING_LIST);
  g_type_ensure (SL_TYPE_COLUMNS);
  g_type_ensure (SL_TYPE_TRANSCRIPT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/transcript-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptPane, list);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptPane, languages_button);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptPane, first);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptPane, other);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptPane, entry);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptPane, found_box);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptPane, found);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_entry_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
sl_transcript_pane_init (SlTranscriptPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  say_found (self);
  g_signal_connect (self, "notify::session", G_CALLBACK (session_cb), NULL);
}

void
sl_transcript_pane_look_for (SlTranscriptPane *self)
{
  g_return_if_fail (SL_IS_TRANSCRIPT_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

GListModel *
sl_transcript_pane_get_transcript (SlTranscriptPane *self)
{
  g_return_val_if_fail (SL_IS_TRANSCRIPT_PANE (self), NULL);

  return self->transcript;
}
