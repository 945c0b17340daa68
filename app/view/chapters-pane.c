/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which chapters are listed, by what is typed over a long list. How they are followed is bound in chapters-pane.ui. */
#include "config.h"

#include "chapters-pane.h"

#include "chapter-row.h"
#include "chapter.h"
#include "cue-list.h"
#include "folded.h"
#include "following-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MANY 12 /* chapters: of more than these, some can be looked for */

struct _SlChaptersPane
{
  SlPane parent_instance;

  SlCueList    *list;
  GSignalGroup *session_signals;
  SlFolded     *wanted; /* (nullable) */

  GtkSearchEntry *search; /* Template child. */
};

G_DEFINE_FINAL_TYPE (SlChaptersPane, sl_chapters_pane, SL_TYPE_PANE)

enum {
  PROP_0,
  PROP_LIST,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
contains (SlChaptersPane *self, const char *text)
{
  g_autoptr (SlFolded) folded = text ? sl_folded_new (text) : NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (SlTextRange));

  return folded && sl_folded_find (folded, self->wanted, places) > 0;
}

static gboolean
is_wanted_cb (SlCue *cue, gpointer data)
{
  SlChaptersPane *self = data;
  SlChapter      *chapter = SL_CHAPTER (sl_cue_get_record (cue));

  return self->wanted == NULL || contains (self, sl_chapter_get_title (chapter)) || contains (self, sl_chapter_get_summary (chapter));
}

static void
search_cb (SlChaptersPane *self)
{
  g_autoptr (SlFolded) folded = sl_folded_new (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  g_clear_pointer (&self->wanted, sl_folded_free);
  if (!sl_folded_is_empty (folded))
    self->wanted = g_steal_pointer (&folded);
  sl_cue_list_match_again (self->list);
}

static void
stop_search_cb (SlChaptersPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
chapters_cb (SlChaptersPane *self)
{
  GListModel *chapters = sl_session_get_chapters (sl_pane_get_session (SL_PANE (self)));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_clear_pointer (&self->wanted, sl_folded_free);
  gtk_widget_set_visible (GTK_WIDGET (self->search), g_list_model_get_n_items (chapters) > MANY);
  sl_cue_list_set_source (self->list, chapters);
}

static void
session_cb (SlChaptersPane *self)
{
  SlSession *session = sl_pane_get_session (SL_PANE (self));

  g_signal_group_set_target (self->session_signals, session);
  if (session)
    chapters_cb (self);
  else
    sl_cue_list_set_source (self->list, NULL);
}

static char *
empty_title_cb (SlChaptersPane *self, GListModel *chapters)
{
  const gboolean has_some = chapters && g_list_model_get_n_items (chapters) > 0;

  return g_strdup (has_some ? C_ ("search", "No Chapter Found") : _ ("No Chapters"));
}

static char *
empty_text_cb (SlChaptersPane *self, GListModel *chapters)
{
  const gboolean has_some = chapters && g_list_model_get_n_items (chapters) > 0;

  return g_strdup (has_some ? _ ("No title or summary has these words. Fewer letters find more.") : _ ("This clip is not divided into chapters."));
}

static void
sl_chapters_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LIST:
      g_value_set_object (value, SL_CHAPTERS_PANE (object)->list);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_chapters_pane_dispose (GObject *object)
{
  SlChaptersPane *self = SL_CHAPTERS_PANE (object);

  g_clear_object (&self->session_signals);
  G_OBJECT_CLASS (sl_chapters_pane_parent_class)->dispose (object);
  if (self->list)
    sl_cue_list_set_source (self->list, NULL);
  g_clear_object (&self->list);
  g_clear_pointer (&self->wanted, sl_folded_free);
}

static void
sl_chapters_pane_class_init (SlChaptersPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_chapters_pane_dispose;
  object_class->get_property = sl_chapters_pane_get_property;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, SL_TYPE_CUE_LIST, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SL_TYPE_CHAPTER_ROW);
  g_type_ensure (SL_TYPE_FOLLOWING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/chapters-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SlChaptersPane, search);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_title_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_text_cb);
}

static void
sl_chapters_pane_init (SlChaptersPane *self)
{
  self->list = sl_cue_list_new ();
  sl_cue_list_set_match (self->list, is_wanted_cb, self);
  self->session_signals = g_signal_group_new (SL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::chapters", G_CALLBACK (chapters_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::session", G_CALLBACK (session_cb), NULL);
}
