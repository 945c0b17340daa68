/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is watched, and where in it. A clip becomes cues once, when it is chosen; after that each shown frame
 * moves the moment, and only what changed is told. Everything that panes show is a property here; nothing
 * here knows a widget, a player or a clock.
 *
 * Cues are told at their exact times. What panes show as current may stay longer, so that a short note can
 * be read: that second set of spans is made here from the reading speed that the view asks for, and it is a
 * function of time too, so seeking to a moment always shows the same as playing to it.
 */
#include "session.h"

#include "clip-cues.h"
#include "told-facts.h"

#define CHAPTER_GRACE (3 * G_GINT64_CONSTANT (1000000000))

struct _SlSession
{
  GObject parent_instance;

  SlCasebook *casebook;
  SlClip     *clip;
  gint64      time;
  gint64      number;
  guint       reading_speed;
  gboolean    moved; /* the clip has had a moment, be it its very beginning */
  gboolean    facts_stale;
  SlReading  *reading;

  GListModel  *merged; /* the clip's chapters (nullable) */
  SlClipCues  *cues;
  guint        n_told; /* of its notes */
  SlToldFacts *told_facts;

  SlActiveCues *chapters_now;
  SlActiveCues *notes_exact;
  SlActiveCues *notes_shown;
  SlActiveCues *titles_now;
  SlCaptions   *captions;
  SlCaptions   *descriptions;
  GListStore   *marks;
};

G_DEFINE_FINAL_TYPE (SlSession, sl_session, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_READING,
  PROP_CASEBOOK,
  PROP_CLIP,
  PROP_TIME,
  PROP_DURATION,
  PROP_CHAPTERS,
  PROP_NOTES,
  PROP_NOTES_NOW,
  PROP_TITLES,
  PROP_CAPTIONS,
  PROP_FACTS,
  PROP_CHAPTER, /* from here on as in get_cue[] */
  PROP_NOTE,
  PROP_NEAR_NOTE,
  PROP_FACT,
  N_PROPS
};

enum {
  CUE_ENTERED,
  CUE_LEFT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* What happens as time goes on */

static void
cue_entered_cb (SlSession *self, SlCue *cue)
{
  self->facts_stale = TRUE;
  g_signal_emit (self, signals[CUE_ENTERED], 0, cue);
}

static void
cue_left_cb (SlSession *self, SlCue *cue)
{
  self->facts_stale = TRUE;
  g_signal_emit (self, signals[CUE_LEFT], 0, cue);
}

static void
shown_entered_cb (SlSession *self, SlCue *cue)
{
  self->facts_stale = TRUE;
  sl_cue_set_current (cue, TRUE);
}

static void
shown_left_cb (SlSession *self, SlCue *cue)
{
  self->facts_stale = TRUE;
  sl_cue_set_current (cue, FALSE);
}

static SlActiveCues *
follow (SlSession *self, GPtrArray *cues, const SlSpan *spans, gboolean tell, gboolean mark)
{
  SlActiveCues *active = sl_active_cues_new (cues, spans);

  if (mark)
    {
      g_signal_connect_object (active, "cue-entered", G_CALLBACK (shown_entered_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (active, "cue-left", G_CALLBACK (shown_left_cb), self, G_CONNECT_SWAPPED);
    }
  if (tell)
    {
      g_signal_connect_object (active, "cue-entered", G_CALLBACK (cue_entered_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (active, "cue-left", G_CALLBACK (cue_left_cb), self, G_CONNECT_SWAPPED);
    }
  return active;
}

/* Only what lies between then and now. */
static void
mark_told_notes (SlSession *self)
{
  GPtrArray *notes = self->cues->notes_in_order;

  while (self->n_told < notes->len && sl_cue_get_start (g_ptr_array_index (notes, self->n_told)) <= self->time)
    sl_cue_set_told (g_ptr_array_index (notes, self->n_told++), TRUE);
  while (self->n_told > 0 && sl_cue_get_start (g_ptr_array_index (notes, self->n_told - 1)) > self->time)
    sl_cue_set_told (g_ptr_array_index (notes, --self->n_told), FALSE);
}

static SlCue *(*const get_cue[]) (SlSession *) = {sl_session_get_chapter, sl_session_get_note, sl_session_get_near_note, sl_session_get_fact};

static void
move (SlSession *self, gint64 time, gint64 number, void (*step) (SlActiveCues *, gint64), void (*say) (SlCaptions *, gint64))
{
  SlCue *before[G_N_ELEMENTS (get_cue)];

  for (guint i = 0; i < G_N_ELEMENTS (get_cue); i++)
    before[i] = get_cue[i](self);
  self->time = time;
  self->number = number;
  self->moved = TRUE;
  step (self->chapters_now, time);
  step (self->titles_now, time);
  step (self->notes_exact, time);
  step (self->notes_shown, time);
  say (self->captions, time);
  say (self->descriptions, time);
  if (self->facts_stale)
    mark_told_notes (self);
  if (self->facts_stale)
    sl_told_facts_update (self->told_facts, time, (SlActiveCues *[]){self->titles_now, self->notes_shown}, 2);
  self->facts_stale = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIME]);
  for (guint i = 0; i < G_N_ELEMENTS (get_cue); i++)
    if (before[i] != get_cue[i](self))
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHAPTER + i]);
}

static GPtrArray *
list_cues (GListStore *store)
{
  GPtrArray *cues = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    g_ptr_array_add (cues, g_list_model_get_item (G_LIST_MODEL (store), i));
  return cues;
}

static void
leave_all (SlSession *self, SlActiveCues *active)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (active)); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (G_LIST_MODEL (active), i);

      g_signal_emit (self, signals[CUE_LEFT], 0, cue);
    }
}

static void
leave_cues (SlSession *self)
{
  leave_all (self, self->notes_exact);
  leave_all (self, self->titles_now);
  leave_all (self, self->chapters_now);
}

static void
clear_clip (SlSession *self)
{
  g_clear_object (&self->chapters_now);
  g_clear_object (&self->notes_exact);
  g_clear_object (&self->notes_shown);
  g_clear_object (&self->titles_now);
  g_clear_object (&self->told_facts);
  g_clear_pointer (&self->cues, sl_clip_cues_free);
}

static void
build_clip (SlSession *self)
{
  g_autoptr (GPtrArray) chapters = NULL;
  GPtrArray         *notes;
  g_autofree SlSpan *readable = NULL;

  self->time = 0;
  self->number = 0;
  self->moved = FALSE;
  self->facts_stale = TRUE;
  self->n_told = 0;
  self->cues = sl_clip_cues_new (self->casebook, self->clip, self->merged);
  self->told_facts = sl_told_facts_new (self->cues->facts);
  sl_told_facts_show_later (self->told_facts, !sl_reading_get_hides_later (self->reading));
  chapters = list_cues (self->cues->chapters);
  notes = self->cues->notes_in_order;
  readable = sl_clip_cues_readable_spans (notes, self->reading_speed);
  self->chapters_now = follow (self, chapters, NULL, TRUE, TRUE);
  self->titles_now = follow (self, self->cues->titles, NULL, TRUE, TRUE);
  self->notes_exact = follow (self, notes, NULL, TRUE, FALSE);
  self->notes_shown = follow (self, notes, readable, FALSE, TRUE);
}

static void
sl_session_dispose (GObject *object)
{
  SlSession *self = SL_SESSION (object);

  clear_clip (self);
  g_clear_object (&self->marks);
  g_clear_object (&self->captions);
  g_clear_object (&self->descriptions);
  g_clear_object (&self->merged);
  g_clear_object (&self->clip);
  g_clear_object (&self->casebook);
  g_clear_object (&self->reading);

  G_OBJECT_CLASS (sl_session_parent_class)->dispose (object);
}

static void
sl_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlSession *self = SL_SESSION (object);

  switch (prop_id)
    {
    case PROP_READING:
      g_value_set_object (value, self->reading);
      break;
    case PROP_CASEBOOK:
      g_value_set_object (value, self->casebook);
      break;
    case PROP_CLIP:
      g_value_set_object (value, self->clip);
      break;
    case PROP_TIME:
      g_value_set_int64 (value, self->time);
      break;
    case PROP_DURATION:
      g_value_set_int64 (value, sl_session_get_duration (self));
      break;
    case PROP_CHAPTERS:
      g_value_set_object (value, self->cues->chapters);
      break;
    case PROP_NOTES:
      g_value_set_object (value, self->cues->notes);
      break;
    case PROP_NOTES_NOW:
      g_value_set_object (value, self->notes_shown);
      break;
    case PROP_TITLES:
      g_value_set_object (value, self->titles_now);
      break;
    case PROP_CAPTIONS:
      g_value_set_object (value, self->captions);
      break;
    case PROP_FACTS:
      g_value_set_object (value, self->told_facts);
      break;
    case PROP_CHAPTER:
    case PROP_NOTE:
    case PROP_NEAR_NOTE:
    case PROP_FACT:
      g_value_set_object (value, get_cue[prop_id - PROP_CHAPTER](self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlSession *self = SL_SESSION (object);

  switch (prop_id)
    {
    case PROP_CASEBOOK:
      sl_session_set_casebook (self, g_value_get_object (value));
      break;
    case PROP_CLIP:
      sl_session_set_clip (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_list (guint id, const char *name)
{
  properties[id] = g_param_spec_object (name, NULL, NULL, G_TYPE_LIST_MODEL,
                                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
sl_session_class_init (SlSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType   type = G_TYPE_FROM_CLASS (klass);
  const int     read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const int     write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_session_dispose;
  object_class->get_property = sl_session_get_property;
  object_class->set_property = sl_session_set_property;

  properties[PROP_READING] = g_param_spec_object ("reading", NULL, NULL, SL_TYPE_READING, read);
  properties[PROP_CASEBOOK] = g_param_spec_object ("casebook", NULL, NULL, SL_TYPE_CASEBOOK, write);
  properties[PROP_CLIP] = g_param_spec_object ("clip", NULL, NULL, SL_TYPE_CLIP, write);
  /* Nanoseconds: the stream time of the frame on the screen. */
  properties[PROP_TIME] = g_param_spec_int64 ("time", NULL, NULL, 0, G_MAXINT64, 0, read);
  properties[PROP_DURATION] = g_param_spec_int64 ("duration", NULL, NULL, 0, G_MAXINT64, 0, read);
  install_list (PROP_CHAPTERS, "chapters");
  install_list (PROP_NOTES, "notes");
  install_list (PROP_NOTES_NOW, "notes-now");
  install_list (PROP_TITLES, "titles");
  properties[PROP_CAPTIONS] = g_param_spec_object ("captions", NULL, NULL, SL_TYPE_CAPTIONS, read);
  install_list (PROP_FACTS, "facts");
  properties[PROP_CHAPTER] = g_param_spec_object ("chapter", NULL, NULL, SL_TYPE_CUE, read);
  properties[PROP_NOTE] = g_param_spec_object ("note", NULL, NULL, SL_TYPE_CUE, read);
  properties[PROP_NEAR_NOTE] = g_param_spec_object ("near-note", NULL, NULL, SL_TYPE_CUE, read);
  properties[PROP_FACT] = g_param_spec_object ("fact", NULL, NULL, SL_TYPE_CUE, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CUE_ENTERED] = g_signal_new ("cue-entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SL_TYPE_CUE);
  signals[CUE_LEFT] = g_signal_new ("cue-left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SL_TYPE_CUE);
}

static void
later_cb (SlSession *self)
{
  sl_told_facts_show_later (self->told_facts, !sl_reading_get_hides_later (self->reading));
}

static void
sl_session_init (SlSession *self)
{
  self->marks = g_list_store_new (SL_TYPE_MARK);
  self->reading = sl_reading_new ();
  g_signal_connect_object (self->reading, "notify::hide-later", G_CALLBACK (later_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "notify::later-shown", G_CALLBACK (later_cb), self, G_CONNECT_SWAPPED);
  self->captions = sl_captions_new ();
  self->descriptions = sl_captions_new_of_descriptions ();
  g_signal_connect_object (self->captions, "cue-entered", G_CALLBACK (cue_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->captions, "cue-left", G_CALLBACK (cue_left_cb), self, G_CONNECT_SWAPPED);
  build_clip (self);
}

SlSession *
sl_session_new (void)
{
  return g_object_new (SL_TYPE_SESSION, NULL);
}

SlCasebook *
sl_session_get_casebook (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  return self->casebook;
}

void
sl_session_set_casebook (SlSession *self, SlCasebook *casebook)
{
  g_return_if_fail (SL_IS_SESSION (self));
  g_return_if_fail (casebook == NULL || SL_IS_CASEBOOK (casebook));

  if (self->casebook == casebook)
    return;
  sl_session_set_clip (self, NULL);
  g_set_object (&self->casebook, casebook);
  sl_reading_begin_casebook (self->reading, casebook ? sl_casebook_get_id (casebook) : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CASEBOOK]);
}

SlClip *
sl_session_get_clip (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  return self->clip;
}

void
sl_session_set_clip (SlSession *self, SlClip *clip)
{
  g_return_if_fail (SL_IS_SESSION (self));
  g_return_if_fail (clip == NULL || (SL_IS_CLIP (clip) && self->casebook != NULL));

  if (self->clip == clip)
    return;
  g_object_set (self->reading, "later-shown", FALSE, NULL);
  sl_captions_set_clip (self->captions, NULL);
  sl_captions_set_clip (self->descriptions, NULL);
  leave_cues (self);
  clear_clip (self);
  g_set_object (&self->clip, clip);
  g_set_object (&self->merged, (clip ? sl_clip_get_chapters (clip) : NULL));
  build_clip (self);
  sl_captions_set_clip (self->captions, clip);
  sl_captions_set_clip (self->descriptions, clip);
  for (guint i = PROP_CLIP; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

void
sl_session_set_file_chapters (SlSession *self, const SlFileChapter *chapters, guint n_chapters)
{
  const gint64   time = self->time, number = self->number;
  const gboolean moved = self->moved;
  GListModel    *authors;
  g_autoptr (GListModel) merged = NULL;

  g_return_if_fail (SL_IS_SESSION (self) && (chapters != NULL || n_chapters == 0));

  authors = self->clip ? sl_clip_get_chapters (self->clip) : NULL;
  merged = sl_chapter_merge (authors, chapters, n_chapters);
  if (self->clip == NULL || (merged == authors && self->merged == authors))
    return;
  leave_cues (self);
  clear_clip (self);
  g_clear_object (&self->merged);
  self->merged = g_steal_pointer (&merged);
  build_clip (self);
  for (guint i = PROP_DURATION; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  if (moved)
    sl_session_jump (self, time, number);
}

void
sl_session_advance (SlSession *self, gint64 time, gint64 number)
{
  g_return_if_fail (SL_IS_SESSION (self) && time >= 0);

  move (self, time, number, sl_active_cues_advance, sl_captions_advance);
}

void
sl_session_jump (SlSession *self, gint64 time, gint64 number)
{
  g_return_if_fail (SL_IS_SESSION (self) && time >= 0);

  self->facts_stale = TRUE;
  move (self, time, number, sl_active_cues_jump, sl_captions_jump);
}

gint64
sl_session_get_time (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), 0);

  return self->time;
}

gboolean
sl_session_has_moment (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), FALSE);

  return self->clip != NULL && self->moved;
}

gint64
sl_session_get_number (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), 0);

  return self->number;
}

gint64
sl_session_get_duration (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), 0);

  return self->clip ? sl_clip_get_duration (self->clip) : 0;
}

GListModel *
sl_session_get_chapters (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->cues->chapters);
}

GListModel *
sl_session_get_notes (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->cues->notes);
}

GListModel *
sl_session_get_notes_now (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->notes_shown);
}

GListModel *
sl_session_get_titles (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->titles_now);
}

SlCaptions *
sl_session_get_captions (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  return self->captions;
}

SlCaptions *
sl_session_get_descriptions (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  return self->descriptions;
}

SlReading *
sl_session_get_reading (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  return self->reading;
}

GListStore *
sl_session_get_marks (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  return self->marks;
}

GListModel *
sl_session_get_facts (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->told_facts);
}

/* The last of what is current; the lists of the clip keep the cue alive. */
static SlCue *
last_of (SlActiveCues *active)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (active));
  g_autoptr (SlCue) cue = n > 0 ? g_list_model_get_item (G_LIST_MODEL (active), n - 1) : NULL;

  return cue;
}

SlCue *
sl_session_get_chapter (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  /* Parents stand before their children. */
  return last_of (self->chapters_now);
}

SlCue *
sl_session_get_note (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  return last_of (self->notes_shown);
}

SlCue *
sl_session_get_near_note (SlSession *self)
{
  SlCue *note = sl_session_get_note (self);

  return note || self->n_told == 0 ? note : g_ptr_array_index (self->cues->notes_in_order, self->n_told - 1);
}

SlCue *
sl_session_get_fact (SlSession *self)
{
  g_autoptr (SlCue) cue = NULL;

  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  cue = g_list_model_get_item (G_LIST_MODEL (self->told_facts), 0);
  return cue && (sl_cue_get_told (cue) || sl_cue_get_current (cue)) ? cue : NULL;
}

SlCue *
sl_session_lookup_cue (SlSession *self, SlCueKind kind, const char *id)
{
  g_return_val_if_fail (SL_IS_SESSION (self) && id != NULL, NULL);

  return kind == SL_CUE_CAPTION ? sl_captions_lookup (self->captions, id) : sl_clip_cues_lookup (self->cues, kind, id);
}

gint64
sl_session_find_chapter (SlSession *self, gint64 time, int direction)
{
  gint64 found = SL_TIME_NONE;

  g_return_val_if_fail (SL_IS_SESSION (self) && direction != 0, SL_TIME_NONE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->cues->chapters)); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (G_LIST_MODEL (self->cues->chapters), i);
      const gint64 start = sl_cue_get_start (cue);

      if (direction > 0 && start > time && (found == SL_TIME_NONE || start < found))
        found = start;
      if (direction < 0 && start <= MAX (time - CHAPTER_GRACE, 0) && start > found)
        found = start;
    }
  return found;
}

gboolean
sl_session_find_span (SlSession *self, SlCueKind kind, gint64 time, SlSpan *span)
{
  GListModel *cues;
  gboolean    found = FALSE;

  g_return_val_if_fail (SL_IS_SESSION (self) && span != NULL, FALSE);
  g_return_val_if_fail (kind == SL_CUE_CHAPTER || kind == SL_CUE_NOTE, FALSE);

  cues = G_LIST_MODEL (kind == SL_CUE_CHAPTER ? self->cues->chapters : self->cues->notes);
  for (guint i = 0; i < g_list_model_get_n_items (cues); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (cues, i);

      /* Chapters stand before those in them, notes in the order of their starts. */
      if (sl_span_contains (sl_cue_get_span (cue), time))
        {
          *span = *sl_cue_get_span (cue);
          found = TRUE;
        }
    }
  return found;
}

void
sl_session_set_reading_speed (SlSession *self, guint characters)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree SlSpan *readable = NULL;

  g_return_if_fail (SL_IS_SESSION (self));

  if (self->reading_speed == characters)
    return;
  self->reading_speed = characters;
  if (self->clip == NULL)
    return;
  notes = list_cues (self->cues->notes);
  readable = sl_clip_cues_readable_spans (notes, characters);
  for (guint i = 0; i < notes->len; i++)
    sl_cue_set_current (g_ptr_array_index (notes, i), FALSE);
  g_object_unref (self->notes_shown);
  self->notes_shown = follow (self, notes, readable, FALSE, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTES_NOW]);
  if (self->time > 0)
    sl_session_jump (self, self->time, self->number);
}
