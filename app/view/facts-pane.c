/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts told so far, or all that the reader asked for. What is in the list is the session's. */
#include "config.h"

#include "facts-pane.h"

#include "fact-card.h"
#include "following-list.h"
#include "told-facts.h"

#include <glib/gi18n-lib.h>

struct _SlFactsPane
{
  SlPane parent_instance;

  GtkWidget *list; /* Template child. */
};

G_DEFINE_FINAL_TYPE (SlFactsPane, sl_facts_pane, SL_TYPE_PANE)

static char *
later_words_cb (SlFactsPane *self, guint n)
{
  return n > 0 ? g_strdup_printf (ngettext ("%u later fact hidden", "%u later facts hidden", n), n) : NULL;
}

static char *
empty_text_cb (SlFactsPane *self, GListModel *notes)
{
  if (notes && g_list_model_get_n_items (notes) > 0)
    return g_strdup (_ ("This clip tells no fact with its sources. What was written about it is under “Notes”."));
  return g_strdup (_ ("This clip tells no fact with its sources."));
}

static void
sl_facts_pane_class_init (SlFactsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SL_TYPE_FACT_CARD);
  g_type_ensure (SL_TYPE_FOLLOWING_LIST);
  g_type_ensure (SL_TYPE_TOLD_FACTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/facts-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SlFactsPane, list);
  gtk_widget_class_bind_template_callback (widget_class, later_words_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_text_cb);
}

static void
sl_facts_pane_init (SlFactsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sl_facts_pane_show (SlFactsPane *self, SlCue *fact)
{
  SlReading *reading;
  guint      position;

  g_return_if_fail (SL_IS_FACTS_PANE (self) && SL_IS_CUE (fact));

  reading = sl_session_get_reading (sl_pane_get_session (SL_PANE (self)));
  if (!sl_cue_finder_find (SL_CUE_FINDER (sl_session_get_facts (sl_pane_get_session (SL_PANE (self)))), fact, &position))
    g_object_set (reading, "later-shown", TRUE, NULL);
  sl_reading_set_opened (reading, sl_cue_get_id (fact), TRUE);
  sl_following_list_show (SL_FOLLOWING_LIST (self->list), fact);
}
