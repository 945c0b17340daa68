/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Our own strip, since a GtkScale snaps to its marks, catches the slider on them and speaks a meaningless
 * number. GTK 4.8 gives a drawn slider no value that a screen reader can ask for, so what it would say stands
 * in the description, at most once a second.
 */
#include "config.h"

#include "seek-strip.h"

#include "chapter.h"
#include "conductor.h"
#include "safe-text.h"
#include "strip-words.h"
#include "words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define KEY_STEP (5 * SECOND)
#define LINE_ROOM 6       /* pixels of height around the name and time */
#define BUBBLE_GAP 6      /* pixels between the bar's room and the name and time above it while pointing */
#define BAR_ROOM 28       /* pixels of height for the bar with what stands around it */
#define BRACKET 2         /* pixels: the thickness of what encloses what goes round */
#define BAR 6             /* pixels: the bar's height */
#define KNOB 9            /* pixels: the knob's radius */
#define LEAST_SEGMENT 2.0 /* pixels */
#define FOUND 5           /* pixels: a side of what stands where something was found */
#define MARK 6            /* pixels: across what stands at a note of the viewer's own */
#define GAP 3             /* pixels between chapters */
#define NEAR 5.0          /* pixels beside a note's tick, in which it is named */

struct _SlSeekStrip
{
  GtkWidget parent_instance;

  SlSession   *session;
  SlConductor *conductor;
  gboolean     pointing;
  gboolean     dragging;
  double       pointer;        /* pixels, while pointing or dragging */
  double       drawn;          /* where the knob was drawn, pixels */
  gint64       spoken_second;  /* the last one that the description said */
  gpointer     spoken_chapter; /* (nullable): and in which, only to be compared */
  GListModel  *ticked;         /* (nullable): the notes whose ticks these are */
  double       ticked_width;
  GArray      *ticks; /* of double: pixels */
  GArray      *found; /* (nullable) (element-type gint64): when what is looked for comes, ascending */
};

/* GtkAccessibleRange, as GTK 4.10 has it; this is built with an older one. */
typedef struct
{
  GTypeInterface parent;
  gboolean (*set_current_value) (GtkWidget *self, double value);
} RangeInterface;

static gboolean
set_current_value (GtkWidget *self, double value)
{
  return gtk_widget_activate_action (self, "win.seek", "x", (gint64)(value * SECOND));
}

static void
range_init (gpointer interface, gpointer data)
{
  ((RangeInterface *)interface)->set_current_value = set_current_value;
}

/* Screen readers can set the time, where GTK knows how. */
static void
add_range (GType strip)
{
  const GInterfaceInfo info = {.interface_init = range_init};
  GType                range;

  g_type_ensure (GTK_TYPE_RANGE);
  range = g_type_from_name ("GtkAccessibleRange");
  if (range != G_TYPE_INVALID)
    g_type_add_interface_static (strip, range, &info);
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SlSeekStrip, sl_seek_strip, GTK_TYPE_WIDGET, add_range (g_define_type_id))

enum {
  PROP_0,
  PROP_SESSION,
  PROP_CONDUCTOR,
  PROP_FOUND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static double
usable_width (SlSeekStrip *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * KNOB, 1);
}

static double
x_of (SlSeekStrip *self, gint64 time)
{
  const gint64 duration = sl_session_get_duration (self->session);

  return KNOB + (duration > 0 ? usable_width (self) * ((double)CLAMP (time, 0, duration) / (double)duration) : 0);
}

static gint64
time_at (SlSeekStrip *self, double x)
{
  const double share = CLAMP ((x - KNOB) / usable_width (self), 0.0, 1.0);

  return (gint64)(share * (double)sl_session_get_duration (self->session));
}

/* Drawing */

static void
fill (GtkSnapshot *snapshot, double x, double y, double width, double height, double radius, const GdkRGBA *colour)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height), (float)radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, colour, &rounded.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_segment (SlSeekStrip *self, GtkSnapshot *snapshot, const SlSpan *span, double y, double height, const GdkRGBA *rest, const GdkRGBA *done)
{
  const double left = x_of (self, span->start), right = MAX (x_of (self, span->end) - GAP, left + 1);
  const double now = CLAMP (x_of (self, sl_session_get_time (self->session)), left, right);

  fill (snapshot, left, y, right - left, height, height / 2, rest);
  if (now > left)
    fill (snapshot, left, y, now - left, height, height / 2, done);
}

static void
draw_segments (SlSeekStrip *self, GtkSnapshot *snapshot, double y, const GdkRGBA *rest, const GdkRGBA *done)
{
  GListModel  *chapters = sl_session_get_chapters (self->session);
  const guint  n = g_list_model_get_n_items (chapters);
  const SlSpan whole = {0, sl_session_get_duration (self->session)};
  double       last[2] = {-LEAST_SEGMENT, -LEAST_SEGMENT};

  if (n == 0)
    draw_segment (self, snapshot, &whole, y, BAR, rest, done);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (chapters, i);
      const guint  depth = sl_chapter_get_depth (SL_CHAPTER (sl_cue_get_record (cue)));
      const double left = x_of (self, sl_cue_get_start (cue));

      /* Of many that begin in the same pixels, one can be seen. */
      if (depth > 1 || ABS (left - last[depth]) < LEAST_SEGMENT)
        continue;
      last[depth] = left;
      draw_segment (self, snapshot, sl_cue_get_span (cue), depth == 0 ? y : y + BAR + 3, depth == 0 ? BAR : 3, rest, done);
    }
}

/* Where the notes stand does not change while the knob moves. */
static void
find_ticks (SlSeekStrip *self)
{
  GListModel *notes = sl_session_get_notes (self->session);
  double      last = -10;

  if (self->ticked == notes && fabs (self->ticked_width - usable_width (self)) < 0.5)
    return;
  g_set_object (&self->ticked, notes);
  self->ticked_width = usable_width (self);
  g_array_set_size (self->ticks, 0);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (notes, i);
      const double x = x_of (self, sl_cue_get_start (cue));

      /* Ten thousand notes are not ten thousand ticks. */
      if (x - last < 3)
        continue;
      last = x;
      g_array_append_val (self->ticks, x);
    }
}

static void
draw_ticks (SlSeekStrip *self, GtkSnapshot *snapshot, double y, const GdkRGBA *colour)
{
  find_ticks (self);
  for (guint i = 0; i < self->ticks->len; i++)
    fill (snapshot, g_array_index (self->ticks, double, i) - 1, y - 7, 2, 4, 1, colour);
}

/* Below the bar, and another shape than the notes have. */
static void
draw_found (SlSeekStrip *self, GtkSnapshot *snapshot, double y, const GdkRGBA *colour)
{
  double last = -10;

  for (guint i = 0; self->found && i < self->found->len; i++)
    {
      const double x = x_of (self, g_array_index (self->found, gint64, i));

      if (x - last < FOUND)
        continue;
      last = x;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
      gtk_snapshot_rotate (snapshot, 45);
      gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (-FOUND / 2.f, -FOUND / 2.f, FOUND, FOUND));
      gtk_snapshot_restore (snapshot);
    }
}

/* What the viewer has marked: beside what is found, of the colour of what is his. */
static void
draw_marks (SlSeekStrip *self, GtkSnapshot *snapshot, double y, const GdkRGBA *colour)
{
  GListModel *marks = G_LIST_MODEL (sl_session_get_marks (self->session));
  double      last = -10;

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (SlMark) mark = g_list_model_get_item (marks, i);
      const double x = x_of (self, sl_mark_get_span (mark)->start);

      if (x - last < MARK)
        continue;
      last = x;
      fill (snapshot, x - MARK / 2.0, y - MARK / 2.0, MARK, MARK, MARK / 2.0, colour);
    }
}

/* Returns: (transfer none) (nullable): the one that is nearest to @x, as far as a hand can tell */
static SlMark *
mark_at (SlSeekStrip *self, double x)
{
  GListModel *marks = G_LIST_MODEL (sl_session_get_marks (self->session));
  SlMark     *found = NULL;
  double      nearest = MARK;

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (SlMark) mark = g_list_model_get_item (marks, i);
      const double away = fabs (x_of (self, sl_mark_get_span (mark)->start) - x);

      if (away > nearest)
        continue;
      nearest = away;
      found = mark;
    }
  return found;
}

static char *
name_mark (SlMark *mark)
{
  g_autofree char *at = sl_words_time (sl_mark_get_span (mark)->start);
  g_autofree char *words = sl_safe_text_inside (sl_mark_get_words (mark));

  if (*sl_mark_get_words (mark) == '\0')
    return g_strdup_printf (_ ("Your note at %s"), at);
  /* Translators: shown while pointing at a note of the viewer’s own: its time, then its words. */
  return g_strdup_printf (_ ("Your note at %1$s: %2$s"), at, words);
}

/* Whether what is looked for comes at @x, as far as a hand can tell. */
static gboolean
is_found_at (SlSeekStrip *self, double x)
{
  for (guint i = 0; self->found && i < self->found->len; i++)
    if (fabs (x_of (self, g_array_index (self->found, gint64, i)) - x) <= FOUND)
      return TRUE;
  return FALSE;
}

/* Brackets around what goes round, where no chapter ends and no knob hides them. */
static void
draw_round (SlSeekStrip *self, GtkSnapshot *snapshot, double middle, const GdkRGBA *colour)
{
  const SlSpan *round = self->conductor ? sl_conductor_get_round (self->conductor) : NULL;
  const double  top = middle - BAR_ROOM / 2.0 + 1, height = BAR_ROOM - 2;
  double        left, right;

  if (round == NULL)
    return;
  left = floor (x_of (self, round->start)) - BRACKET;
  right = ceil (x_of (self, round->end < 0 ? sl_session_get_duration (self->session) : round->end)) + BRACKET;
  fill (snapshot, left, top, BRACKET, height, 0, colour);
  fill (snapshot, right - BRACKET, top, BRACKET, height, 0, colour);
  for (guint i = 0; i < 2; i++)
    {
      const double y = i == 0 ? top : top + height - BRACKET;

      fill (snapshot, left, y, MIN (right - left, 3 * BRACKET), BRACKET, 0, colour);
      fill (snapshot, MAX (right - 3 * BRACKET, left), y, MIN (right - left, 3 * BRACKET), BRACKET, 0, colour);
    }
}

/* As high as a line of the interface's type, in which names and times are written. */
static int
measure_line (SlSeekStrip *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + LINE_ROOM;
}

static int
get_bubble (SlSeekStrip *self)
{
  return measure_line (self) + BUBBLE_GAP;
}

char *
sl_seek_strip_name_place (SlSeekStrip *self, double x)
{
  const gint64     near = (gint64)((double)sl_session_get_duration (self->session) * NEAR / usable_width (self));
  g_autofree char *words = sl_strip_words_name (self->session, time_at (self, x), near);
  SlMark          *mark = mark_at (self, x);

  if (mark && !is_found_at (self, x))
    return name_mark (mark);
  /* Translators: shown while pointing at a place where what is looked for was found: the time and the chapter’s title. */
  return is_found_at (self, x) ? g_strdup_printf (_ ("Found: %s"), words) : g_steal_pointer (&words);
}

static void
draw_bubble (SlSeekStrip *self, GtkSnapshot *snapshot, const GdkRGBA *ground, const GdkRGBA *ink)
{
  g_autofree char *words = sl_seek_strip_name_place (self, self->pointer);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  const int room = gtk_widget_get_width (GTK_WIDGET (self)) - 24;
  int       width, height, foot;
  double    x;

  pango_layout_set_width (layout, MAX (room, 1) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_get_pixel_size (layout, &width, &height);
  pango_layout_set_width (layout, (width + 1) * PANGO_SCALE);
  x = CLAMP (self->pointer - width / 2.0, 10, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - width - 10, 10));
  foot = measure_line (self);
  fill (snapshot, x - 8, foot - height - LINE_ROOM, width + 16, height + LINE_ROOM, 6, ground);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)foot - (float)height - LINE_ROOM / 2.0f));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

static GdkRGBA
named_colour (SlSeekStrip *self, const char *name, GdkRGBA otherwise)
{
  GdkRGBA colour;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &colour))
    return colour;
  return otherwise;
}

static void
sl_seek_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlSeekStrip  *self = SL_SEEK_STRIP (widget);
  const int     bubble = get_bubble (self);
  const double  middle = bubble + (gtk_widget_get_height (widget) - bubble) / 2.0;
  const GdkRGBA accent = named_colour (self, "sl_accent", (GdkRGBA){0.91f, 0.68f, 0.29f, 1});
  const GdkRGBA rest = named_colour (self, "sl_line", (GdkRGBA){0.24f, 0.26f, 0.29f, 1});
  const GdkRGBA ink = named_colour (self, "sl_text", (GdkRGBA){0.95f, 0.94f, 0.92f, 1});
  const GdkRGBA quiet = named_colour (self, "sl_quiet", (GdkRGBA){0.71f, 0.69f, 0.65f, 1});
  const GdkRGBA raised = named_colour (self, "sl_raised", (GdkRGBA){0.11f, 0.12f, 0.14f, 1});
  double        knob;

  if (self->session == NULL || sl_session_get_clip (self->session) == NULL)
    return;
  draw_segments (self, snapshot, middle - BAR / 2.0, &rest, &accent);
  draw_ticks (self, snapshot, middle - BAR / 2.0, &quiet);
  draw_round (self, snapshot, middle, &ink);
  draw_marks (self, snapshot, middle + BAR / 2.0 + FOUND + 1, &accent);
  draw_found (self, snapshot, middle + BAR / 2.0 + FOUND + 1, &ink);
  knob = self->dragging ? self->pointer : x_of (self, sl_session_get_time (self->session));
  knob = CLAMP (knob, KNOB, KNOB + usable_width (self));
  fill (snapshot, knob - KNOB - 2, middle - KNOB - 2, 2 * KNOB + 4, 2 * KNOB + 4, KNOB + 2, &accent);
  fill (snapshot, knob - KNOB + 1, middle - KNOB + 1, 2 * KNOB - 2, 2 * KNOB - 2, KNOB - 1, &ink);
  if (self->pointing || self->dragging)
    draw_bubble (self, snapshot, &raised, &ink);
}

/* Speaking */

static void
say_position (SlSeekStrip *self)
{
  const gint64     time = sl_session_get_time (self->session);
  SlCue           *chapter = sl_session_get_chapter (self->session);
  g_autofree char *words = NULL;

  /* Without a film it says why it does nothing. */
  if ((time / SECOND == self->spoken_second && chapter == self->spoken_chapter) || !gtk_widget_get_sensitive (GTK_WIDGET (self)))
    return;
  self->spoken_second = time / SECOND;
  self->spoken_chapter = chapter;
  words = sl_words_position (time,
                             sl_session_get_duration (self->session),
                             chapter ? sl_chapter_get_title (SL_CHAPTER (sl_cue_get_record (chapter))) : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double)(time / SECOND),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  -1);
}

static void
time_cb (SlSeekStrip *self)
{
  const double x = x_of (self, sl_session_get_time (self->session));

  say_position (self);
  /* Thirty frames a second are not thirty places of the knob. */
  if (ABS (x - self->drawn) < 0.5)
    return;
  self->drawn = x;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
sensitive_cb (SlSeekStrip *self)
{
  self->spoken_second = -1;
  if (self->session)
    say_position (self);
}

static void
clip_cb (SlSeekStrip *self)
{
  self->spoken_second = -1;
  self->drawn = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double)(sl_session_get_duration (self->session) / SECOND),
                                  -1);
  time_cb (self);
}

/* Pointing, dragging, keys */

static void
motion_cb (SlSeekStrip *self, double x, double y)
{
  self->pointing = TRUE;
  if (!self->dragging)
    self->pointer = x;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (SlSeekStrip *self)
{
  self->pointing = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scrub_to (SlSeekStrip *self, double x, const char *action)
{
  self->pointer = CLAMP (x, KNOB, KNOB + usable_width (self));
  gtk_widget_activate_action (GTK_WIDGET (self), action, "x", time_at (self, x));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (SlSeekStrip *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->dragging = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  scrub_to (self, x, "win.scrub");
}

static void
drag_update_cb (SlSeekStrip *self, double dx, double dy, GtkGesture *gesture)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    scrub_to (self, x + dx, "win.scrub");
}

static void
drag_end_cb (SlSeekStrip *self, double dx, double dy, GtkGesture *gesture)
{
  double x, y;

  if (!self->dragging)
    return;
  self->dragging = FALSE;
  if (gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    scrub_to (self, x + dx, "win.seek");
}

static gboolean
key_cb (SlSeekStrip *self, guint key, guint code, GdkModifierType modifiers)
{
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Down:
      return gtk_widget_activate_action (GTK_WIDGET (self), "win.seek-by", "x", -KEY_STEP);
    case GDK_KEY_Right:
    case GDK_KEY_Up:
      return gtk_widget_activate_action (GTK_WIDGET (self), "win.seek-by", "x", KEY_STEP);
    case GDK_KEY_Home:
      return gtk_widget_activate_action (GTK_WIDGET (self), "win.seek", "x", (gint64)0);
    case GDK_KEY_End:
      return gtk_widget_activate_action (GTK_WIDGET (self), "win.seek", "x", G_MAXINT64);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
sl_seek_strip_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  const int height = get_bubble (SL_SEEK_STRIP (widget)) + BAR_ROOM;

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : height;
}

static void
sl_seek_strip_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, SL_SEEK_STRIP (object)->session);
      break;
    case PROP_CONDUCTOR:
      g_value_set_object (value, SL_SEEK_STRIP (object)->conductor);
      break;
    case PROP_FOUND:
      g_value_set_boxed (value, SL_SEEK_STRIP (object)->found);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_seek_strip_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlSeekStrip *self = SL_SEEK_STRIP (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      if (!g_set_object (&self->session, g_value_get_object (value)))
        return;
      if (self->session)
        {
          g_signal_connect_object (self->session, "notify::time", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (self->session, "notify::chapter", G_CALLBACK (say_position), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (self->session, "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (sl_session_get_marks (self->session), "items-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
        }
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_CONDUCTOR:
      if (!g_set_object (&self->conductor, g_value_get_object (value)))
        return;
      if (self->conductor)
        g_signal_connect_object (self->conductor, "notify::loop", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FOUND:
      g_clear_pointer (&self->found, g_array_unref);
      self->found = g_value_dup_boxed (value);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_seek_strip_dispose (GObject *object)
{
  g_clear_object (&SL_SEEK_STRIP (object)->session);
  g_clear_object (&SL_SEEK_STRIP (object)->conductor);
  g_clear_object (&SL_SEEK_STRIP (object)->ticked);
  g_clear_pointer (&SL_SEEK_STRIP (object)->ticks, g_array_unref);
  g_clear_pointer (&SL_SEEK_STRIP (object)->found, g_array_unref);

  G_OBJECT_CLASS (sl_seek_strip_parent_class)->dispose (object);
}

static void
sl_seek_strip_class_init (SlSeekStripClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_seek_strip_dispose;
  object_class->get_property = sl_seek_strip_get_property;
  object_class->set_property = sl_seek_strip_set_property;
  widget_class->snapshot = sl_seek_strip_snapshot;
  widget_class->measure = sl_seek_strip_measure;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONDUCTOR] = g_param_spec_object ("conductor", NULL, NULL, SL_TYPE_CONDUCTOR,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOUND] = g_param_spec_boxed ("found", NULL, NULL, G_TYPE_ARRAY, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "seek-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
sl_seek_strip_init (SlSeekStrip *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture         *drag = gtk_gesture_drag_new ();

  self->spoken_second = -1;
  self->ticks = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect (self, "notify::sensitive", G_CALLBACK (sensitive_cb), NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
