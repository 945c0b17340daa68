/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each mark, which stays while the mark is there, whatever its words: so it keeps the focus when it is kept. */
#include "config.h"

#include "marks-pane.h"

#include "mark-row.h"
#include "step-aside.h"

#include <glib/gi18n-lib.h>

struct _SlMarksPane
{
  SlPane parent_instance;

  SlSession  *session; /* (nullable): that is followed */
  GListModel *marks;   /* (nullable): of the session */
  gboolean    has_marks;
  gboolean    is_filling; /* rows */
  gboolean    has_reason; /* why none can be added */

  /* Template children. */
  GtkWidget *add;
  GtkWidget *add_label;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (SlMarksPane, sl_marks_pane, SL_TYPE_PANE)

enum {
  PROP_0,
  PROP_HAS_MARKS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Returns: (nullable) */
static SlMarkRow *
find_row (SlMarksPane *self, const char *id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row; row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (sl_mark_get_id (sl_mark_row_get_mark (SL_MARK_ROW (row))), id))
      return SL_MARK_ROW (row);
  return NULL;
}

static gboolean
is_there (GListModel *marks, SlMark *mark)
{
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (SlMark) other = g_list_model_get_item (marks, i);

      if (g_str_equal (sl_mark_get_id (other), sl_mark_get_id (mark)))
        return TRUE;
    }
  return FALSE;
}

/* Who removed a note goes on at the next, or at the one before. */
static void
remove_row (GtkWidget *row)
{
  GtkRoot   *root = gtk_widget_get_root (row);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *other = gtk_widget_get_next_sibling (row) ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);

  sl_mark_row_keep (SL_MARK_ROW (row));
  if (focus && gtk_widget_is_ancestor (focus, row) && !(other && gtk_widget_child_focus (other, GTK_DIR_TAB_FORWARD)))
    sl_step_aside_from_focus (gtk_widget_get_ancestor (row, SL_TYPE_MARKS_PANE));
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (row)), row);
}

static void
remove_gone (SlMarksPane *self)
{
  GtkWidget *next;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (self->marks == NULL || !is_there (self->marks, sl_mark_row_get_mark (SL_MARK_ROW (row))))
        remove_row (row);
    }
}

static void
keep_words (SlMarksPane *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row; row = gtk_widget_get_next_sibling (row))
    sl_mark_row_keep (SL_MARK_ROW (row));
}

static void
fill (SlMarksPane *self)
{
  GtkWidget *last = NULL;
  guint      n;

  remove_gone (self);
  n = self->marks ? g_list_model_get_n_items (self->marks) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlMark) mark = g_list_model_get_item (self->marks, i);
      SlMarkRow *row = find_row (self, sl_mark_get_id (mark));

      if (row)
        sl_mark_row_set_mark (row, mark);
      else
        gtk_box_insert_child_after (GTK_BOX (self->rows), GTK_WIDGET (row = sl_mark_row_new (mark)), last);
      last = GTK_WIDGET (row);
    }
}

static void
marks_cb (SlMarksPane *self)
{
  const gboolean is_between = self->session && sl_session_get_clip (self->session) == NULL;
  guint          n;

  if (self->is_filling) /* words that a row keeps change the marks again */
    return;
  /* Between two clips there are none, and the next may be the same: who reads them there stays there, and who writes. */
  self->is_filling = TRUE;
  if (is_between && gtk_widget_get_mapped (GTK_WIDGET (self)))
    keep_words (self);
  else
    fill (self);
  self->is_filling = FALSE;
  n = self->marks ? g_list_model_get_n_items (self->marks) : 0;
  if (is_between || self->has_marks == (n > 0))
    return;
  self->has_marks = n > 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_MARKS]);
}

/* A button that does nothing says why. */
static void
moment_cb (SlMarksPane *self)
{
  const gboolean has_reason = self->session && !sl_session_has_moment (self->session);
  const char    *reason = _ ("A note of your own belongs to a moment, and none is shown yet");

  if (self->has_reason == has_reason)
    return;
  self->has_reason = has_reason;
  gtk_widget_set_tooltip_text (self->add, has_reason ? reason : NULL);
  if (has_reason)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
leave_session (SlMarksPane *self)
{
  if (self->marks)
    g_signal_handlers_disconnect_by_func (self->marks, marks_cb, self);
  if (self->session)
    g_signal_handlers_disconnect_by_func (self->session, moment_cb, self);
  g_clear_object (&self->marks);
  g_clear_object (&self->session);
}

static void
session_cb (SlMarksPane *self)
{
  SlSession *session = sl_pane_get_session (SL_PANE (self));

  leave_session (self);
  g_set_object (&self->session, session);
  g_set_object (&self->marks, (session ? G_LIST_MODEL (sl_session_get_marks (session)) : NULL));
  if (session)
    {
      g_signal_connect_object (self->marks, "items-changed", G_CALLBACK (marks_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::clip", G_CALLBACK (moment_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::time", G_CALLBACK (moment_cb), self, G_CONNECT_SWAPPED);
    }
  marks_cb (self);
  moment_cb (self);
}

/* There was no next. */
static void
sl_marks_pane_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sl_marks_pane_parent_class)->unmap (widget);
  marks_cb (SL_MARKS_PANE (widget));
}

static void
sl_marks_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_HAS_MARKS:
      g_value_set_boolean (value, SL_MARKS_PANE (object)->has_marks);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_marks_pane_dispose (GObject *object)
{
  leave_session (SL_MARKS_PANE (object));

  G_OBJECT_CLASS (sl_marks_pane_parent_class)->dispose (object);
}

static void
sl_marks_pane_class_init (SlMarksPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_marks_pane_dispose;
  object_class->get_property = sl_marks_pane_get_property;
  widget_class->unmap = sl_marks_pane_unmap;

  properties[PROP_HAS_MARKS] = g_param_spec_boolean ("has-marks", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/marks-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SlMarksPane, add);
  gtk_widget_class_bind_template_child (widget_class, SlMarksPane, add_label);
  gtk_widget_class_bind_template_child (widget_class, SlMarksPane, rows);
}

static void
sl_marks_pane_init (SlMarksPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::session", G_CALLBACK (session_cb), NULL);
}

void
sl_marks_pane_write (SlMarksPane *self, const char *id)
{
  SlMarkRow *row;

  g_return_if_fail (SL_IS_MARKS_PANE (self) && id != NULL);

  row = find_row (self, id);
  if (row)
    sl_mark_row_write (row);
}
