/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapters. What is shown and followed is bound in chapters-pane.ui. */
#include "chapters-pane.h"

#include "chapter-row.h"
#include "following-list.h"

struct _SlChaptersPane
{
  SlPane parent_instance;
};

G_DEFINE_FINAL_TYPE (SlChaptersPane, sl_chapters_pane, SL_TYPE_PANE)

static void
sl_chapters_pane_class_init (SlChaptersPaneClass *klass)
{
  g_type_ensure (SL_TYPE_CHAPTER_ROW);
  g_type_ensure (SL_TYPE_FOLLOWING_LIST);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/sidelight/ui/chapters-pane.ui");
}

static void
sl_chapters_pane_init (SlChaptersPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
