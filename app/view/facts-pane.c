/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts told so far. What comes later is not here yet. */
#include "facts-pane.h"

#include "fact-card.h"
#include "following-list.h"

struct _SlFactsPane
{
  SlPane parent_instance;
};

G_DEFINE_FINAL_TYPE (SlFactsPane, sl_facts_pane, SL_TYPE_PANE)

static void
sl_facts_pane_class_init (SlFactsPaneClass *klass)
{
  g_type_ensure (SL_TYPE_FACT_CARD);
  g_type_ensure (SL_TYPE_FOLLOWING_LIST);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/sidelight/ui/facts-pane.ui");
}

static void
sl_facts_pane_init (SlFactsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
