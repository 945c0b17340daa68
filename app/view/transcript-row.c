/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A passage to be read. That it is current is told by a word, a bar and a state, never by colour alone; what is looked
 * for by a ground of its own, and the one that is shown by a line under it as well.
 */
#include "config.h"

#include "transcript-row.h"

#include "chapter.h"
#include "columns.h"
#include "fact.h"
#include "labels.h"
#include "passage-label.h"
#include "row-focus.h"
#include "row-name.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _SlTranscriptRow
{
  GtkWidget parent_instance;

  SlCue     *cue;
  SlPassage *passage;                  /* its record (nullable) */
  GPtrArray *labels[SL_PASSAGE_SIDES]; /* (element-type GtkLabel): one for each part */
  gboolean   is_open;                  /* what must be opened is */
  gboolean   is_whole;                 /* also what is long */
  gboolean   is_long;                  /* something in it */

  /* Template children. */
  GtkWidget *box;
  GtkWidget *now;
  GtkLabel  *time;
  GtkWidget *lead_box;
  GtkImage  *lead_icon;
  GtkLabel  *lead;
  GtkWidget *gate;
  GtkWidget *speaker;
  GtkWidget *columns;
  GtkWidget *first;
  GtkWidget *other;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (SlTranscriptRow, sl_transcript_row, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Words */

/* Who speaks leads to what is known of them. */
static GtkWidget *
make_person (GtkWidget *name, const SlPart *part)
{
  GtkWidget *button = gtk_button_new ();

  /* Translators: spoken name of a button that tells more of somebody. */
  g_autofree char *spoken = g_strdup_printf (_ ("About %s"), part->text);

  gtk_label_set_selectable (GTK_LABEL (name), FALSE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (name), GTK_NATURAL_WRAP_NONE);
  gtk_button_set_child (GTK_BUTTON (button), name);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "about");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-person");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", part->person);
  return button;
}

/* Who speaks stands above both languages, so that their first lines are level. */
static GtkWidget *
find_box (SlTranscriptRow *self, guint side, const SlPart *part, GtkWidget *box)
{
  const gboolean is_for_both = part->kind == SL_PART_SPEAKER && sl_passage_count_parts (self->passage, 1 - side) > 0;

  return is_for_both ? self->speaker : box;
}

/* Beside words what they were not translated from would be there twice: that it was not is said instead. */
static void
add_parts (SlTranscriptRow *self, guint side, GtkWidget *box)
{
  gboolean is_told = FALSE;

  sl_labels_clear (box);
  g_ptr_array_set_size (self->labels[side], 0);
  for (guint i = 0; i < sl_passage_count_parts (self->passage, side); i++)
    {
      const SlPart *part = sl_passage_get_part (self->passage, side, i);
      GtkWidget    *label = side == 0 || part->is_own ? sl_passage_label_new (sl_passage_get_kind (self->passage), part, self->is_whole, &self->is_long) : NULL;

      g_ptr_array_add (self->labels[side], label);
      if (label)
        gtk_box_append (GTK_BOX (find_box (self, side, part, box)), part->person ? make_person (label, part) : label);
      if (!part->is_own && !is_told)
        sl_labels_add (box, _ ("Not translated yet"), "untranslated");
      is_told = is_told || !part->is_own;
    }
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
}

static gboolean
must_be_opened (SlTranscriptRow *self)
{
  SlFact *fact = sl_passage_get_kind (self->passage) == SL_CUE_FACT ? SL_FACT (sl_passage_get_record (self->passage)) : NULL;

  return fact && !self->is_open && sl_fact_get_graphic (fact) && sl_fact_get_withheld (fact) == NULL;
}

static void
show_gate (SlTranscriptRow *self)
{
  const gboolean closed = must_be_opened (self);

  gtk_widget_set_visible (self->gate, closed);
  gtk_widget_set_visible (self->columns, !closed);
  gtk_widget_set_visible (self->more, self->is_long && !closed);
}

/* A long text begins, and the rest of it is shown when it is asked for, or looked for. */
static void
show_whole (SlTranscriptRow *self, gboolean whole)
{
  self->is_whole = whole;
  self->is_long = FALSE;
  sl_labels_clear (self->speaker);
  add_parts (self, 0, self->first);
  add_parts (self, 1, self->other);
  gtk_widget_set_visible (self->speaker, gtk_widget_get_first_child (self->speaker) != NULL);
  show_gate (self);
  gtk_button_set_label (GTK_BUTTON (self->more), whole ? _ ("Show Less") : _ ("Show All"));
}

static void
more_cb (SlTranscriptRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "following.stay", NULL);
  show_whole (self, !self->is_whole);
}

static void
hits_cb (SlTranscriptRow *self)
{
  gboolean hidden = FALSE;

  for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
    for (guint i = 0; i < self->labels[side]->len; i++)
      if (self->labels[side]->pdata[i])
        {
          sl_passage_label_mark (self->labels[side]->pdata[i], sl_passage_get_part (self->passage, side, i));
          hidden = hidden || sl_passage_label_hides_hit (self->labels[side]->pdata[i], sl_passage_get_part (self->passage, side, i));
        }
  if (hidden)
    show_whole (self, TRUE);
}

/* What it is */

static void
show_lead (SlTranscriptRow *self)
{
  GObject         *record = sl_passage_get_record (self->passage);
  const char      *classes[] = {"standing", NULL, NULL}, *icon = NULL;
  g_autofree char *words = NULL;

  switch (sl_passage_get_kind (self->passage))
    {
    case SL_CUE_FACT:
      classes[1] = sl_words_standing_class (sl_fact_get_standing (SL_FACT (record)));
      icon = sl_words_standing_icon (sl_fact_get_standing (SL_FACT (record)));
      words = g_strdup (sl_words_standing (sl_fact_get_standing (SL_FACT (record))));
      break;
    case SL_CUE_TITLE:
      words = g_strdup (_ ("On the picture"));
      break;
    case SL_CUE_DESCRIPTION:
      words = g_strdup (C_ ("to be seen", "Description"));
      break;
    case SL_CUE_CHAPTER:
    case SL_CUE_NOTE:
    case SL_CUE_CAPTION:
    default:
      break;
    }
  gtk_widget_set_css_classes (self->lead_box, classes);
  gtk_image_set_from_icon_name (self->lead_icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->lead_icon), icon != NULL);
  gtk_label_set_label (self->lead, words ? words : "");
  gtk_widget_set_visible (self->lead_box, words != NULL);
}

static void
gate_cb (SlTranscriptRow *self)
{
  self->is_open = TRUE;
  show_gate (self);
  sl_row_name_tell (GTK_WIDGET (self));
}

static const char *
get_card_style (SlCueKind kind)
{
  switch (kind)
    {
    case SL_CUE_CHAPTER:
      return "heading-row";
    case SL_CUE_FACT:
      return "fact-row";
    case SL_CUE_NOTE:
    case SL_CUE_TITLE:
      return "note-row";
    case SL_CUE_DESCRIPTION:
      return "description-row";
    case SL_CUE_CAPTION:
    default:
      return "speech-row";
    }
}

static void
current_cb (SlTranscriptRow *self)
{
  const gboolean current = self->cue && sl_cue_get_current (self->cue);
  const char    *classes[] = {"passage", self->passage ? get_card_style (sl_passage_get_kind (self->passage)) : NULL, current ? "current" : NULL, NULL};

  gtk_widget_set_css_classes (self->box, self->passage ? classes : (const char *[]){"passage", NULL});
  gtk_widget_set_visible (self->now, current);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
}

/* Returns: (transfer full): what is read aloud: when, and then all words */
static char *
write_name (GtkWidget *row)
{
  SlTranscriptRow *self = SL_TRANSCRIPT_ROW (row);
  g_autofree char *time = sl_words_time (sl_cue_get_start (self->cue));
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_add (words, time);
  if (gtk_widget_get_visible (self->lead_box))
    g_strv_builder_add (words, gtk_label_get_label (self->lead));
  for (guint side = 0; side < SL_PASSAGE_SIDES && !must_be_opened (self); side++)
    for (guint i = 0; i < sl_passage_count_parts (self->passage, side); i++)
      if (side == 0 || sl_passage_get_part (self->passage, side, i)->is_own)
        g_strv_builder_add (words, sl_passage_get_part (self->passage, side, i)->text);
  all = g_strv_builder_end (words);
  return g_strjoinv (", ", all);
}

static void
show_passage (SlTranscriptRow *self)
{
  g_autofree char *time = sl_words_time (sl_cue_get_start (self->cue));

  self->is_open = FALSE;
  gtk_label_set_label (self->time, time);
  show_lead (self);
  show_whole (self, FALSE);
  hits_cb (self);
}

/* Taps */

/* Returns: the part whose words are at that place of the row, and the byte; NULL where there are none, or a link is */
static const SlPart *
find_part (SlTranscriptRow *self, double x, double y, gsize *offset)
{
  for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
    for (guint i = 0; i < self->labels[side]->len; i++)
      {
        GtkWidget *label = self->labels[side]->pdata[i];
        double     inside_x, inside_y;
        int        left, top, index, trailing;

        if (label == NULL || !gtk_widget_get_mapped (label) || !gtk_widget_translate_coordinates (GTK_WIDGET (self), label, x, y, &inside_x, &inside_y))
          continue;
        if (!gtk_widget_contains (label, inside_x, inside_y))
          continue;
        if (gtk_label_get_current_uri (GTK_LABEL (label)) || sl_passage_get_part (self->passage, side, i)->person)
          return NULL;
        gtk_label_get_layout_offsets (GTK_LABEL (label), &left, &top);
        pango_layout_xy_to_index (gtk_label_get_layout (GTK_LABEL (label)), (int)(inside_x - left) * PANGO_SCALE, (int)(inside_y - top) * PANGO_SCALE, &index, &trailing);
        *offset = (gsize)index;
        return sl_passage_get_part (self->passage, side, i);
      }
  return NULL;
}

static gboolean
has_selection (SlTranscriptRow *self)
{
  for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
    for (guint i = 0; i < self->labels[side]->len; i++)
      if (self->labels[side]->pdata[i] && gtk_label_get_selection_bounds (self->labels[side]->pdata[i], NULL, NULL))
        return TRUE;
  return FALSE;
}

/* Words that are said lead to when they are; who has selected some wants those, and keeps his place. */
static void
released_cb (SlTranscriptRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  const SlPart *part;
  gsize         offset = 0;
  gint64        time;

  if (self->cue == NULL || n_press != 1 || (part = find_part (self, x, y, &offset)) == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (has_selection (self))
    return;
  time = sl_part_find_time (part, offset);
  /* Keys are for the row then, not for the words. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "following.follow", NULL);
  if (time == SL_TIME_NONE && sl_cue_get_kind (self->cue) != SL_CUE_CHAPTER)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.seek-moment", "x", sl_cue_get_start (self->cue));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.seek", "x", time != SL_TIME_NONE ? time : sl_cue_get_start (self->cue));
}

static void
set_cue (SlTranscriptRow *self, SlCue *cue)
{
  if (self->cue == cue)
    return;
  if (self->cue)
    {
      g_signal_handlers_disconnect_by_func (self->cue, current_cb, self);
      g_signal_handlers_disconnect_by_data (self->passage, self);
    }
  g_set_object (&self->cue, cue);
  g_set_object (&self->passage, (SlPassage *)(cue ? sl_cue_get_record (cue) : NULL));
  if (cue)
    {
      g_signal_connect_object (cue, "notify::current", G_CALLBACK (current_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->passage, "notify::hits", G_CALLBACK (hits_cb), self, G_CONNECT_SWAPPED);
      show_passage (self);
    }
  current_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CUE]);
}

static void
sl_transcript_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CUE:
      g_value_set_object (value, SL_TRANSCRIPT_ROW (object)->cue);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_transcript_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CUE:
      set_cue (SL_TRANSCRIPT_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_transcript_row_dispose (GObject *object)
{
  SlTranscriptRow *self = SL_TRANSCRIPT_ROW (object);

  if (self->cue)
    {
      g_signal_handlers_disconnect_by_func (self->cue, current_cb, self);
      g_signal_handlers_disconnect_by_data (self->passage, self);
    }
  for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
    g_clear_pointer (&self->labels[side], g_ptr_array_unref);
  g_clear_object (&self->cue);
  g_clear_object (&self->passage);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_transcript_row_parent_class)->dispose (object);
}

static void
sl_transcript_row_class_init (SlTranscriptRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_transcript_row_dispose;
  object_class->get_property = sl_transcript_row_get_property;
  object_class->set_property = sl_transcript_row_set_property;

  properties[PROP_CUE] = g_param_spec_object ("cue", NULL, NULL, SL_TYPE_CUE,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SL_TYPE_COLUMNS);
  sl_row_focus_bind (widget_class);
  gtk_widget_class_set_css_name (widget_class, "transcript-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/transcript-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptRow, box);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptRow, now);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptRow, time);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptRow, lead_box);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptRow, lead_icon);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptRow, lead);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptRow, gate);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptRow, speaker);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptRow, columns);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptRow, first);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptRow, other);
  gtk_widget_class_bind_template_child (widget_class, SlTranscriptRow, more);
  gtk_widget_class_bind_template_callback (widget_class, gate_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
sl_transcript_row_init (SlTranscriptRow *self)
{
  for (guint side = 0; side < SL_PASSAGE_SIDES; side++)
    self->labels[side] = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_row_name_keep (GTK_WIDGET (self), write_name);
  sl_row_focus_keep (GTK_WIDGET (self));
}
