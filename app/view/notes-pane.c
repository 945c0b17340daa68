/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which notes are listed, by what the reader wants to read. How they are followed is bound in notes-pane.ui. */
#include "config.h"

#include "notes-pane.h"

#include "cue-list.h"
#include "following-list.h"
#include "note-row.h"

#include <glib/gi18n-lib.h>

struct _SlNotesPane
{
  SlPane parent_instance;

  SlCueList    *list;
  GSignalGroup *session_signals;
  GSignalGroup *reading_signals;
};

G_DEFINE_FINAL_TYPE (SlNotesPane, sl_notes_pane, SL_TYPE_PANE)

enum {
  PROP_0,
  PROP_LIST,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static SlReading *
get_reading (SlNotesPane *self)
{
  SlSession *session = sl_pane_get_session (SL_PANE (self));

  return session ? sl_session_get_reading (session) : NULL;
}

static gboolean
is_wanted_cb (SlCue *cue, gpointer data)
{
  SlReading *reading = get_reading (data);

  return reading == NULL || sl_reading_get_note_kinds (reading) & 1u << sl_note_get_kind (SL_NOTE (sl_cue_get_record (cue)));
}

/* The first note that is listed of a chapter has its heading, also where notes before it are not wanted. */
static void
place_headings (SlNotesPane *self)
{
  GListModel *notes = sl_session_get_notes (sl_pane_get_session (SL_PANE (self)));
  SlCue      *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (SlCue) note = g_list_model_get_item (notes, i);
      SlCue *chapter = sl_cue_get_chapter (note);

      if (!is_wanted_cb (note, self))
        continue;
      sl_cue_set_opens_chapter (note, chapter != NULL && chapter != last);
      last = chapter;
    }
}

static void
time_cb (SlNotesPane *self)
{
  SlSession *session = sl_pane_get_session (SL_PANE (self));

  sl_cue_list_set_moment (self->list,
                          sl_reading_get_hides_later (sl_session_get_reading (session)) ? sl_session_get_time (session) : SL_TIME_NONE);
}

static void
notes_cb (SlNotesPane *self)
{
  SlSession *session = sl_pane_get_session (SL_PANE (self));

  /* The moment first: what comes later is not shown even for as long as it takes to hide it. */
  sl_cue_list_set_source (self->list, NULL);
  time_cb (self);
  place_headings (self);
  sl_cue_list_set_source (self->list, sl_session_get_notes (session));
}

static void
kinds_cb (SlNotesPane *self)
{
  place_headings (self);
  sl_cue_list_match_again (self->list);
}

static void
session_cb (SlNotesPane *self)
{
  SlSession *session = sl_pane_get_session (SL_PANE (self));

  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->reading_signals, get_reading (self));
  if (session)
    notes_cb (self);
  else
    sl_cue_list_set_source (self->list, NULL);
}

static char *
later_words_cb (SlNotesPane *self, guint n)
{
  return n > 0 ? g_strdup_printf (ngettext ("%u later note hidden", "%u later notes hidden", n), n) : NULL;
}

/* Why there is nothing to read, and where there is. */

static char *
empty_title_cb (SlNotesPane *self, GListModel *notes)
{
  const gboolean has_some = notes && g_list_model_get_n_items (notes) > 0;

  return g_strdup (has_some ? _ ("No Notes of These Kinds") : _ ("No Notes"));
}

static char *
empty_text_cb (SlNotesPane *self, GListModel *notes, SlClip *clip)
{
  GListModel *tracks = clip ? sl_clip_get_captions (clip) : NULL;

  if (notes && g_list_model_get_n_items (notes) > 0)
    return g_strdup (_ ("This clip has notes of other kinds. Choose them in the menu “What to Read”."));
  if (tracks && g_list_model_get_n_items (tracks) > 0)
    return g_strdup (_ ("Nobody has written notes for this clip. What is said in it can be read under “Text”."));
  return g_strdup (_ ("Nobody has written notes for this clip."));
}

static void
sl_notes_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LIST:
      g_value_set_object (value, SL_NOTES_PANE (object)->list);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_notes_pane_dispose (GObject *object)
{
  SlNotesPane *self = SL_NOTES_PANE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->reading_signals);
  G_OBJECT_CLASS (sl_notes_pane_parent_class)->dispose (object);
  if (self->list)
    sl_cue_list_set_source (self->list, NULL);
  g_clear_object (&self->list);
}

static void
sl_notes_pane_class_init (SlNotesPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_notes_pane_dispose;
  object_class->get_property = sl_notes_pane_get_property;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, SL_TYPE_CUE_LIST, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SL_TYPE_CUE_LIST);
  g_type_ensure (SL_TYPE_FOLLOWING_LIST);
  g_type_ensure (SL_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/notes-pane.ui");
  gtk_widget_class_bind_template_callback (widget_class, later_words_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_title_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_text_cb);
}

static void
sl_notes_pane_init (SlNotesPane *self)
{
  self->list = sl_cue_list_new ();
  sl_cue_list_set_match (self->list, is_wanted_cb, self);
  self->session_signals = g_signal_group_new (SL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::notes", G_CALLBACK (notes_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::time", G_CALLBACK (time_cb), self);
  self->reading_signals = g_signal_group_new (SL_TYPE_READING);
  g_signal_group_connect_swapped (self->reading_signals, "notify::hide-later", G_CALLBACK (time_cb), self);
  g_signal_group_connect_swapped (self->reading_signals, "notify::later-shown", G_CALLBACK (time_cb), self);
  g_signal_group_connect_swapped (self->reading_signals, "notify::note-kinds", G_CALLBACK (kinds_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::session", G_CALLBACK (session_cb), NULL);
}
