/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chapter in the list. */
#include "config.h"

#include "chapter-row.h"

#include "chapter.h"
#include "pane.h"
#include "record-picture.h"
#include "rich-text.h"
#include "row-name.h"
#include "words.h"

#include <glib/gi18n-lib.h>

#define INDENT 20 /* pixels a level */

struct _SlChapterRow
{
  GtkWidget parent_instance;

  SlCue *cue;

  /* Template children. */
  GtkWidget       *box;
  GtkLabel        *title;
  SlRecordPicture *picture;
  GtkLabel        *summary;
  GtkLabel        *count;
};

G_DEFINE_FINAL_TYPE (SlChapterRow, sl_chapter_row, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Formatters of chapter-row.ui. */

static char *
time_cb (SlChapterRow *self, gint64 start, gboolean current)
{
  g_autofree char *time = sl_words_time (start);

  return current ? g_strdup_printf (C_ ("moment", "NOW %s"), time) : g_steal_pointer (&time);
}

static char **
time_classes_cb (SlChapterRow *self, gboolean current)
{
  const char *classes[] = {current ? "now" : "quiet", "numeric", NULL};

  return g_strdupv ((char **)classes);
}

static char **
card_classes_cb (SlChapterRow *self, gboolean current)
{
  const char *classes[] = {"note", current ? "current" : "told", NULL};

  return g_strdupv ((char **)classes);
}

static int
indent_cb (SlChapterRow *self, guint depth)
{
  return (int)MIN (depth, 6) * INDENT;
}

static void
show_chapter (SlChapterRow *self)
{
  SlChapter       *chapter = SL_CHAPTER (sl_cue_get_record (self->cue));
  SlSession       *session = sl_pane_find_session (GTK_WIDGET (self));
  SlCasebook      *casebook = session ? sl_session_get_casebook (session) : NULL;
  const guint      n = sl_cue_get_facts (self->cue) ? g_list_model_get_n_items (sl_cue_get_facts (self->cue)) : 0;
  g_autofree char *count = g_strdup_printf (ngettext ("%u fact in this chapter", "%u facts in this chapter", n), n);

  sl_rich_text_show (self->title, sl_chapter_get_title (chapter), FALSE);
  sl_record_picture_show (self->picture, casebook ? sl_casebook_get_folder (casebook) : NULL, sl_chapter_get_image (chapter), sl_chapter_get_alt (chapter));
  sl_rich_text_show (self->summary, sl_chapter_get_summary (chapter), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), sl_chapter_get_summary (chapter) != NULL);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
}

static char *
write_name (GtkWidget *row)
{
  SlCue           *cue = SL_CHAPTER_ROW (row)->cue;
  g_autofree char *time = sl_words_time (sl_cue_get_start (cue));
  g_autofree char *title = sl_rich_text_inside (sl_chapter_get_title (SL_CHAPTER (sl_cue_get_record (cue))));

  /* Translators: spoken name of a chapter in the list: its title, then its time. */
  return g_strdup_printf (C_ ("chapter", "%1$s, %2$s"), title, time);
}

/* Where the pictures are is known where the row stands. */
static void
sl_chapter_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sl_chapter_row_parent_class)->root (widget);
  if (SL_CHAPTER_ROW (widget)->cue)
    show_chapter (SL_CHAPTER_ROW (widget));
}

static void
sl_chapter_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CUE:
      g_value_set_object (value, SL_CHAPTER_ROW (object)->cue);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_chapter_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlChapterRow *self = SL_CHAPTER_ROW (object);

  switch (prop_id)
    {
    case PROP_CUE:
      if (!g_set_object (&self->cue, g_value_get_object (value)))
        return;
      if (self->cue)
        show_chapter (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_chapter_row_dispose (GObject *object)
{
  SlChapterRow *self = SL_CHAPTER_ROW (object);

  g_clear_object (&self->cue);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_chapter_row_parent_class)->dispose (object);
}

static void
sl_chapter_row_class_init (SlChapterRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_chapter_row_dispose;
  object_class->get_property = sl_chapter_row_get_property;
  object_class->set_property = sl_chapter_row_set_property;
  widget_class->root = sl_chapter_row_root;

  properties[PROP_CUE] = g_param_spec_object ("cue", NULL, NULL, SL_TYPE_CUE,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SL_TYPE_CUE);
  g_type_ensure (SL_TYPE_CHAPTER);
  g_type_ensure (SL_TYPE_RECORD_PICTURE);
  gtk_widget_class_set_css_name (widget_class, "chapter-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/chapter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SlChapterRow, box);
  gtk_widget_class_bind_template_child (widget_class, SlChapterRow, title);
  gtk_widget_class_bind_template_child (widget_class, SlChapterRow, picture);
  gtk_widget_class_bind_template_child (widget_class, SlChapterRow, summary);
  gtk_widget_class_bind_template_child (widget_class, SlChapterRow, count);
  gtk_widget_class_bind_template_callback (widget_class, time_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_classes_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_classes_cb);
  gtk_widget_class_bind_template_callback (widget_class, indent_cb);
}

static void
sl_chapter_row_init (SlChapterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_row_name_keep (GTK_WIDGET (self), write_name);
}
