/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words are kept when whoever writes them goes on to something else: nobody has to say so. */
#include "config.h"

#include "mark-row.h"

#include "focus-scroll.h"
#include "pane.h"
#include "step-aside.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _SlMarkRow
{
  GtkWidget parent_instance;

  SlMark *mark;
  guint   settle_id;

  /* Template children. */
  GtkWidget   *box;
  GtkWidget   *time;
  GtkEditable *words;
  GtkWidget   *remove;
};

G_DEFINE_FINAL_TYPE (SlMarkRow, sl_mark_row, GTK_TYPE_WIDGET)

static void
name (GtkWidget *widget, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Several notes have the same buttons: each is named by its time. */
static void
name_all (SlMarkRow *self)
{
  g_autofree char *time = sl_words_time (sl_mark_get_span (self->mark)->start);
  /* Translators: spoken names; %s is a time, such as “0:43”. */
  g_autofree char *lead = g_strdup_printf (_ ("Go to your note at %s"), time);
  g_autofree char *words = g_strdup_printf (_ ("Your note at %s"), time);
  g_autofree char *remove = g_strdup_printf (_ ("Remove your note at %s"), time);

  gtk_button_set_label (GTK_BUTTON (self->time), time);
  name (self->time, lead);
  name (GTK_WIDGET (self->words), words);
  name (self->remove, remove);
}

static void
go_cb (SlMarkRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.seek", "x", sl_mark_get_span (self->mark)->start);
}

static void
remove_cb (SlMarkRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.remove-mark", "s", sl_mark_get_id (self->mark));
}

/* Who has written goes on with the keys of the film. */
static void
written_cb (SlMarkRow *self)
{
  GtkWidget *pane = gtk_widget_get_ancestor (GTK_WIDGET (self), SL_TYPE_PANE);

  sl_mark_row_keep (self);
  if (pane)
    sl_step_aside_from_focus (pane);
}

/* What was written since it was kept is not meant; a note that never had any words is not, either. */
static void
give_up (SlMarkRow *self)
{
  GtkWidget *pane = gtk_widget_get_ancestor (GTK_WIDGET (self), SL_TYPE_PANE);
  g_autoptr (SlMarkRow) alive = g_object_ref (self);

  gtk_editable_set_text (self->words, sl_mark_get_words (self->mark));
  if (pane)
    sl_step_aside_from_focus (pane);
  if (*sl_mark_get_words (self->mark) == '\0')
    remove_cb (alive);
}

/* In words these keys are nobody's: they are not to make the film louder, lead out of its chapter, or take back where a
 * screening was, once there are no words to take back. */
static gboolean
key_cb (SlMarkRow *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key == GDK_KEY_Escape)
    {
      give_up (self);
      return TRUE;
    }
  if ((modifiers & GDK_CONTROL_MASK) && gdk_keyval_to_lower (key) == GDK_KEY_z)
    return TRUE;
  return key == GDK_KEY_Up || key == GDK_KEY_Down || key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down;
}

/* A new row has no place before it is laid out. */
static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  sl_focus_scroll_bring (widget);
  SL_MARK_ROW (widget)->settle_id = 0;
  return G_SOURCE_REMOVE;
}

static void
sl_mark_row_unmap (GtkWidget *widget)
{
  sl_mark_row_keep (SL_MARK_ROW (widget));
  GTK_WIDGET_CLASS (sl_mark_row_parent_class)->unmap (widget);
}

static void
sl_mark_row_dispose (GObject *object)
{
  SlMarkRow *self = SL_MARK_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->mark);

  G_OBJECT_CLASS (sl_mark_row_parent_class)->dispose (object);
}

static void
sl_mark_row_class_init (SlMarkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_mark_row_dispose;
  widget_class->unmap = sl_mark_row_unmap;

  gtk_widget_class_set_css_name (widget_class, "mark-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/mark-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SlMarkRow, box);
  gtk_widget_class_bind_template_child (widget_class, SlMarkRow, time);
  gtk_widget_class_bind_template_child (widget_class, SlMarkRow, words);
  gtk_widget_class_bind_template_child (widget_class, SlMarkRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, sl_mark_row_keep);
}

static void
sl_mark_row_init (SlMarkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SlMarkRow *
sl_mark_row_new (SlMark *mark)
{
  SlMarkRow *self;

  g_return_val_if_fail (SL_IS_MARK (mark), NULL);

  self = g_object_new (SL_TYPE_MARK_ROW, NULL);
  self->mark = g_object_ref (mark);
  gtk_editable_set_text (self->words, sl_mark_get_words (mark));
  name_all (self);
  return self;
}

SlMark *
sl_mark_row_get_mark (SlMarkRow *self)
{
  g_return_val_if_fail (SL_IS_MARK_ROW (self), NULL);

  return self->mark;
}

void
sl_mark_row_set_mark (SlMarkRow *self, SlMark *mark)
{
  g_return_if_fail (SL_IS_MARK_ROW (self) && SL_IS_MARK (mark));

  /* What is being written is newer than what was kept. */
  if (g_str_equal (gtk_editable_get_text (self->words), sl_mark_get_words (self->mark)) &&
      !g_str_equal (sl_mark_get_words (mark), sl_mark_get_words (self->mark)))
    gtk_editable_set_text (self->words, sl_mark_get_words (mark));
  g_set_object (&self->mark, mark);
}

void
sl_mark_row_keep (SlMarkRow *self)
{
  const char *words;

  g_return_if_fail (SL_IS_MARK_ROW (self));

  words = gtk_editable_get_text (self->words);
  if (!g_str_equal (words, sl_mark_get_words (self->mark)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.reword-mark", "(ss)", sl_mark_get_id (self->mark), words);
}

void
sl_mark_row_write (SlMarkRow *self)
{
  g_return_if_fail (SL_IS_MARK_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->words));
  if (self->settle_id == 0)
    self->settle_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
}
