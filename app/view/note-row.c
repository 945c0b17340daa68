/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A note in the list. That it is current is told by a word, a bar and a state, never by colour alone. */
#include "config.h"

#include "note-row.h"

#include "chapter.h"
#include "fact-card.h"
#include "labels.h"
#include "note-words.h"
#include "pane.h"
#include "record-picture.h"
#include "rich-text.h"
#include "row-focus.h"
#include "row-name.h"
#include "words.h"

#include <glib/gi18n-lib.h>

#define SHORT_ENOUGH 600 /* characters: a longer text is shown when it is asked for */
#define BEGINNING 420    /* of it that is shown before */

struct _SlNoteRow
{
  GtkWidget parent_instance;

  SlCue        *cue;
  gulong        current_id;
  GSignalGroup *reading_signals;
  gboolean      whole; /* of a long text */

  /* Children that few notes need, so that a long list stays light (nullable). */
  GtkWidget *picture;
  GtkWidget *more;
  GtkWidget *trigger;

  /* Template children. */
  GtkWidget *box;
  GtkWidget *card;
  GtkWidget *head;
  GtkLabel  *title;
  GtkLabel  *text;
  GtkWidget *facts;
};

G_DEFINE_FINAL_TYPE (SlNoteRow, sl_note_row, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Formatters of note-row.ui. */

static char *
chapter_cb (SlNoteRow *self, SlCue *chapter)
{
  SlChapter *record = chapter ? SL_CHAPTER (sl_cue_get_record (chapter)) : NULL;

  g_autofree char *title = record ? sl_rich_text_inside (sl_chapter_get_title (record)) : NULL;

  if (record == NULL || sl_cue_get_place (chapter) == NULL)
    return title ? g_steal_pointer (&title) : g_strdup ("");
  /* Translators: a heading over the notes of a chapter: its number, such as “2” or “2.1”, and its title. */
  return g_strdup_printf (C_ ("heading", "Chapter %1$s: %2$s"), sl_cue_get_place (chapter), title);
}

static char *
time_cb (SlNoteRow *self, gint64 start, gboolean current)
{
  g_autofree char *time = sl_words_time (start);

  /* Translators: beside a note that is on now; %s is its time. */
  return current ? g_strdup_printf (C_ ("moment", "NOW %s"), time) : g_steal_pointer (&time);
}

static char **
time_classes_cb (SlNoteRow *self, gboolean current)
{
  const char *classes[] = {current ? "now" : "quiet", "numeric", NULL};

  return g_strdupv ((char **)classes);
}

static char **
card_classes_cb (SlNoteRow *self, gboolean current, gboolean told)
{
  const char *classes[] = {"note", current ? "current" : told ? "told"
                                                              : "later",
                           NULL};

  return g_strdupv ((char **)classes);
}

/* The words */

static void show_text (SlNoteRow *self);

static void
more_cb (SlNoteRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "following.stay", NULL);
  self->whole = !self->whole;
  show_text (self);
}

static void
show_more (SlNoteRow *self, gboolean cut)
{
  if (self->more == NULL && cut)
    {
      self->more = gtk_button_new ();
      gtk_widget_set_halign (self->more, GTK_ALIGN_START);
      gtk_widget_add_css_class (self->more, "flat");
      g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_cb), self);
      gtk_box_insert_child_after (GTK_BOX (self->card), self->more, GTK_WIDGET (self->text));
    }
  if (self->more == NULL)
    return;
  gtk_widget_set_visible (self->more, cut);
  gtk_button_set_label (GTK_BUTTON (self->more), self->whole ? _ ("Show Less") : _ ("Show All"));
}

static gboolean
has_picture (SlNote *note)
{
  return sl_note_get_image (note) != NULL || sl_note_get_alt (note) != NULL;
}

static void
show_picture (SlNoteRow *self, SlNote *note, SlCasebook *casebook)
{
  if (self->picture == NULL && has_picture (note))
    {
      self->picture = g_object_new (SL_TYPE_RECORD_PICTURE, NULL);
      gtk_box_insert_child_after (GTK_BOX (self->card), self->picture, self->head);
    }
  if (self->picture)
    sl_record_picture_show (SL_RECORD_PICTURE (self->picture), casebook ? sl_casebook_get_folder (casebook) : NULL, sl_note_get_image (note), sl_note_get_alt (note));
}

static void
show_trigger (SlNoteRow *self, const char *text)
{
  g_autofree char *trigger = text ? sl_rich_text_inside (text) : NULL;
  /* Translators: under a note: why its reader sees it, in words of its author. */
  g_autofree char *reason = trigger ? g_strdup_printf (_ ("Why you see this: %s"), trigger) : NULL;

  if (self->trigger)
    gtk_box_remove (GTK_BOX (self->card), self->trigger);
  self->trigger = NULL;
  if (reason == NULL)
    return;
  sl_labels_add (self->card, reason, "quiet");
  self->trigger = gtk_widget_get_last_child (self->card);
  gtk_box_reorder_child_after (GTK_BOX (self->card), self->trigger, self->more ? self->more : GTK_WIDGET (self->text));
}

/* Returns: (transfer full) (nullable): what stands for the words of a note that is there for its facts, while their cards
 * are not */
static char *
tell_facts (SlNoteRow *self, SlNote *note)
{
  return sl_note_get_title (note) || sl_note_get_text (note) || sl_cue_get_current (self->cue) ? NULL : sl_note_words_of_facts (self->cue);
}

static void
show_text (SlNoteRow *self)
{
  SlNote          *note = SL_NOTE (sl_cue_get_record (self->cue));
  SlSession       *session = sl_pane_find_session (GTK_WIDGET (self));
  const char      *easy = session && sl_reading_get_easy_words (sl_session_get_reading (session)) ? sl_note_get_easy (note) : NULL;
  g_autofree char *told = tell_facts (self, note);
  const char      *text = easy ? easy : sl_note_get_text (note) ? sl_note_get_text (note)
                                      : told                    ? told
                                                                : "";
  const gboolean   is_long = g_utf8_strlen (text, -1) > SHORT_ENOUGH;
  gboolean         cut = FALSE;
  g_autofree char *whole = sl_rich_text_build (text, TRUE);
  g_autofree char *beginning = is_long ? sl_rich_text_shorten (text, TRUE, BEGINNING, &cut) : NULL;

  gtk_label_set_label (self->text, beginning && !self->whole ? beginning : whole);
  sl_rich_text_set_long (self->text, is_long);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *text != '\0');
  show_more (self, cut);
}

/* One that has nothing to show is what it is about. */
static void
show_title (SlNoteRow *self, SlNote *note)
{
  const gboolean is_empty = sl_note_get_text (note) == NULL && sl_note_get_easy (note) == NULL && sl_cue_get_facts (self->cue) == NULL && !has_picture (note);

  sl_rich_text_show (self->title, sl_note_get_title (note) || !is_empty ? sl_note_get_title (note) : sl_note_words_kind (sl_note_get_kind (note)), FALSE);
}

static void
show_note (SlNoteRow *self)
{
  SlNote     *note = SL_NOTE (sl_cue_get_record (self->cue));
  SlSession  *session = sl_pane_find_session (GTK_WIDGET (self));
  SlCasebook *casebook = session ? sl_session_get_casebook (session) : NULL;

  show_title (self, note);
  show_picture (self, note, casebook);
  show_text (self);
  show_trigger (self, sl_note_get_trigger (note));
}

static void
easy_cb (SlNoteRow *self)
{
  if (self->cue)
    show_text (self);
}

static void
current_cb (SlNoteRow *self)
{
  GListModel *facts = self->cue && sl_cue_get_current (self->cue) ? sl_cue_get_facts (self->cue) : NULL;

  sl_labels_clear (self->facts);
  for (guint i = 0; facts && i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (SlCue) fact = g_list_model_get_item (facts, i);

      gtk_box_append (GTK_BOX (self->facts), GTK_WIDGET (sl_fact_card_new_inside (fact)));
    }
  gtk_widget_set_visible (self->facts, facts != NULL);
  if (self->cue)
    show_text (self);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, self->cue && sl_cue_get_current (self->cue), -1);
}

static char *
write_name (GtkWidget *row)
{
  SlCue           *cue = SL_NOTE_ROW (row)->cue;
  g_autofree char *time = sl_words_time (sl_cue_get_start (cue));
  g_autofree char *title = sl_note_words_name (cue);

  /* Translators: spoken name of a note: its time, then its title. */
  return g_strdup_printf (C_ ("note", "%1$s, %2$s"), time, title);
}

static void
set_cue (SlNoteRow *self, SlCue *cue)
{
  if (self->cue == cue)
    return;
  if (self->cue)
    g_clear_signal_handler (&self->current_id, self->cue);
  g_set_object (&self->cue, cue);
  self->whole = FALSE;
  if (cue)
    {
      show_note (self);
      self->current_id = g_signal_connect_swapped (cue, "notify::current", G_CALLBACK (current_cb), self);
    }
  current_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CUE]);
}

/* What the reader wants, and where the pictures are, is known where the row stands. */
static void
sl_note_row_root (GtkWidget *widget)
{
  SlNoteRow *self = SL_NOTE_ROW (widget);
  SlSession *session;

  GTK_WIDGET_CLASS (sl_note_row_parent_class)->root (widget);
  session = sl_pane_find_session (widget);
  g_signal_group_set_target (self->reading_signals, session ? sl_session_get_reading (session) : NULL);
  if (self->cue)
    show_note (self);
}

static void
sl_note_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CUE:
      g_value_set_object (value, SL_NOTE_ROW (object)->cue);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_note_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CUE:
      set_cue (SL_NOTE_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_note_row_dispose (GObject *object)
{
  SlNoteRow *self = SL_NOTE_ROW (object);

  if (self->cue)
    g_clear_signal_handler (&self->current_id, self->cue);
  g_clear_object (&self->cue);
  g_clear_object (&self->reading_signals);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_note_row_parent_class)->dispose (object);
}

static void
sl_note_row_class_init (SlNoteRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_note_row_dispose;
  object_class->get_property = sl_note_row_get_property;
  object_class->set_property = sl_note_row_set_property;
  widget_class->root = sl_note_row_root;

  properties[PROP_CUE] = g_param_spec_object ("cue", NULL, NULL, SL_TYPE_CUE,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SL_TYPE_CUE);
  sl_row_focus_bind (widget_class);
  gtk_widget_class_set_css_name (widget_class, "note-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SlNoteRow, box);
  gtk_widget_class_bind_template_child (widget_class, SlNoteRow, title);
  gtk_widget_class_bind_template_child (widget_class, SlNoteRow, card);
  gtk_widget_class_bind_template_child (widget_class, SlNoteRow, head);
  gtk_widget_class_bind_template_child (widget_class, SlNoteRow, text);
  gtk_widget_class_bind_template_child (widget_class, SlNoteRow, facts);
  gtk_widget_class_bind_template_callback (widget_class, chapter_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_classes_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_classes_cb);
}

static void
sl_note_row_init (SlNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_rich_text_follow_links (self->text);
  self->reading_signals = g_signal_group_new (SL_TYPE_READING);
  g_signal_group_connect_swapped (self->reading_signals, "notify::easy-words", G_CALLBACK (easy_cb), self);
  sl_row_name_keep (GTK_WIDGET (self), write_name);
  sl_row_focus_keep (GTK_WIDGET (self));
}
