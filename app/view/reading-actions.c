/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a link leads. A fact that the clip does not tell leads to the first clip that does; a source to the card of a fact
 * that rests on it.
 */
#include "config.h"

#include "reading-actions.h"

#include "citation.h"
#include "fact-citation.h"
#include "facts-pane.h"
#include "note.h"
#include "person-card.h"
#include "told-facts.h"

#include <glib/gi18n-lib.h>

struct _SlReadingActions
{
  GObject parent_instance;

  GtkWidget   *window; /* (unowned): has the actions, and so outlives them */
  SlConductor *conductor;
  SlWatchPage *page;
};

G_DEFINE_FINAL_TYPE (SlReadingActions, sl_reading_actions, G_TYPE_OBJECT)

static void
sl_reading_actions_dispose (GObject *object)
{
  SlReadingActions *self = SL_READING_ACTIONS (object);

  g_clear_object (&self->conductor);
  g_clear_weak_pointer (&self->page);

  G_OBJECT_CLASS (sl_reading_actions_parent_class)->dispose (object);
}

static void
sl_reading_actions_class_init (SlReadingActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_reading_actions_dispose;
}

static void
sl_reading_actions_init (SlReadingActions *self)
{
}

static SlSession *
get_session (SlReadingActions *self)
{
  return sl_conductor_get_session (self->conductor);
}

static void
tell (SlReadingActions *self, const char *text)
{
  gtk_widget_activate_action (self->window, "win.tell", "s", text);
}

/* Links */

static gboolean
is_named (const char *const *ids, const char *id)
{
  return ids && g_strv_contains (ids, id);
}

/* Returns: (transfer full) (nullable): the first clip that has a note which names the fact, and when it begins */
static SlClip *
find_telling_clip (SlCasebook *casebook, const char *fact, gint64 *start)
{
  GListModel *clips = sl_casebook_get_clips (casebook);

  for (guint i = 0; clips && i < g_list_model_get_n_items (clips); i++)
    {
      g_autoptr (SlClip) clip = g_list_model_get_item (clips, i);
      GListModel *notes = sl_clip_get_notes (clip);

      for (guint j = 0; notes && j < g_list_model_get_n_items (notes); j++)
        {
          g_autoptr (SlNote) note = g_list_model_get_item (notes, j);

          if (!is_named (sl_note_get_facts (note), fact))
            continue;
          *start = sl_note_get_start (note);
          return g_steal_pointer (&clip);
        }
    }
  return NULL;
}

static void
show_fact (SlReadingActions *self, SlCue *fact)
{
  GtkWidget *pane = sl_watch_page_show_tab (self->page, "facts");

  sl_facts_pane_show (SL_FACTS_PANE (pane), fact);
}

static void
show_fact_cb (SlReadingActions *self, GVariant *parameter)
{
  SlSession  *session = get_session (self);
  SlCasebook *casebook = sl_session_get_casebook (session);
  const char *id = g_variant_get_string (parameter, NULL);
  SlCue      *fact = sl_session_lookup_cue (session, SL_CUE_FACT, id);
  gint64      start = 0;
  g_autoptr (SlClip) clip = fact == NULL && casebook ? find_telling_clip (casebook, id, &start) : NULL;

  if (clip)
    {
      gtk_widget_activate_action (self->window, "win.watch-at", "(sx)", sl_clip_get_id (clip), start);
      fact = sl_session_lookup_cue (session, SL_CUE_FACT, id);
    }
  if (fact)
    show_fact (self, fact);
  else
    tell (self, _ ("No film here tells this"));
}

static gboolean
rests_on (GListModel *citations, const char *source)
{
  for (guint i = 0; citations && i < g_list_model_get_n_items (citations); i++)
    {
      g_autoptr (SlCitation) citation = g_list_model_get_item (citations, i);

      if (g_str_equal (sl_source_get_id (sl_citation_get_source (citation)), source))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_fact_resting_on (SlFact *fact, const char *source)
{
  GListModel *disputes = sl_fact_get_disputes (fact);

  for (guint i = 0; disputes && i < g_list_model_get_n_items (disputes); i++)
    {
      g_autoptr (SlDispute) dispute = g_list_model_get_item (disputes, i);

      if (rests_on (sl_dispute_get_citations (dispute), source))
        return TRUE;
    }
  return rests_on (sl_fact_get_citations (fact), source);
}

/* What is told now stands first in the list, then what was told last. */
static SlCue *
find_listed_fact (SlSession *session, const char *source)
{
  GListModel *facts = sl_session_get_facts (session);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (facts, i);

      if (is_fact_resting_on (SL_FACT (sl_cue_get_record (cue)), source))
        return cue; /* the session keeps it alive */
    }
  return NULL;
}

static void
show_source_cb (SlReadingActions *self, GVariant *parameter)
{
  SlSession  *session = get_session (self);
  SlCasebook *casebook = sl_session_get_casebook (session);
  const char *source = g_variant_get_string (parameter, NULL);
  SlCue      *cue = find_listed_fact (session, source);
  GListModel *facts = cue == NULL && casebook ? sl_casebook_get_facts (casebook) : NULL;

  for (guint i = 0; facts && i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (SlFact) fact = g_list_model_get_item (facts, i);
      g_autoptr (GVariant) id = g_variant_ref_sink (g_variant_new_string (sl_fact_get_id (fact)));
      gint64 ignored;
      g_autoptr (SlClip) clip = is_fact_resting_on (fact, source) ? find_telling_clip (casebook, sl_fact_get_id (fact), &ignored) : NULL;

      if (clip == NULL)
        continue;
      show_fact_cb (self, id);
      return;
    }
  if (cue)
    show_fact (self, cue);
  else
    tell (self, _ ("No film here rests on this source"));
}

static void
show_moment_cb (SlReadingActions *self, GVariant *parameter)
{
  SlSession  *session = get_session (self);
  SlCasebook *casebook = sl_session_get_casebook (session);
  SlClip     *clip = sl_session_get_clip (session);
  const char *id;
  gint64      time;

  g_variant_get (parameter, "(&sx)", &id, &time);
  if (clip && g_str_equal (sl_clip_get_id (clip), id))
    sl_conductor_seek (self->conductor, CLAMP (time, 0, sl_session_get_duration (session)), SL_SEEK_EXACT);
  else if (casebook && sl_casebook_lookup_clip (casebook, id))
    gtk_widget_activate_action (self->window, "win.watch-at", "(sx)", id, time);
  else
    tell (self, _ ("This film is not in the casebook"));
}

static void
show_person_cb (SlReadingActions *self, GVariant *parameter)
{
  SlSession  *session = get_session (self);
  SlCasebook *casebook = sl_session_get_casebook (session);
  SlPerson   *person = casebook ? sl_casebook_lookup_person (casebook, g_variant_get_string (parameter, NULL)) : NULL;

  if (person)
    gtk_window_present (GTK_WINDOW (sl_person_card_new (GTK_WINDOW (self->window), session, person)));
  else
    tell (self, _ ("This casebook has no such person"));
}

static void
copy_citation_cb (SlReadingActions *self, GVariant *parameter)
{
  SlSession       *session = get_session (self);
  SlCasebook      *casebook = sl_session_get_casebook (session);
  SlFact          *fact = casebook ? sl_casebook_lookup_fact (casebook, g_variant_get_string (parameter, NULL)) : NULL;
  g_autofree char *text = NULL;

  if (fact == NULL)
    return;
  text = sl_fact_citation_write (casebook, fact, sl_session_get_clip (session));
  gtk_widget_activate_action (self->window, "win.copy", "s", text);
  tell (self, _ ("The fact is copied, with its sources"));
}

static void
show_later_cb (SlReadingActions *self)
{
  g_object_set (sl_session_get_reading (get_session (self)), "later-shown", TRUE, NULL);
}

static void
add (SlReadingActions *self, const char *name, const char *type, GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, type ? G_VARIANT_TYPE (type) : NULL);

  g_signal_connect_object (action, "activate", callback, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->window), G_ACTION (action));
}

/* Kinds of notes */

static SlNoteKinds
kind_of (GSimpleAction *action)
{
  g_autoptr (GFlagsClass) kinds = g_type_class_ref (SL_TYPE_NOTE_KINDS);
  const char *nick = g_action_get_name (G_ACTION (action)) + strlen ("note-kind-");

  return (SlNoteKinds)g_flags_get_value_by_nick (kinds, nick)->value;
}

static void
toggle_kind_cb (SlReading *reading, GVariant *parameter, GSimpleAction *action)
{
  g_object_set (reading, "note-kinds", sl_reading_get_note_kinds (reading) ^ kind_of (action), NULL);
}

static void
kinds_cb (GSimpleAction *action, GParamSpec *pspec, SlReading *reading)
{
  g_simple_action_set_state (action, g_variant_new_boolean ((sl_reading_get_note_kinds (reading) & kind_of (action)) != 0));
}

static void
add_kinds (GActionMap *map, SlReading *reading)
{
  g_autoptr (GFlagsClass) kinds = g_type_class_ref (SL_TYPE_NOTE_KINDS);

  for (guint i = 0; i < kinds->n_values; i++)
    {
      g_autofree char *name = g_strconcat ("note-kind-", kinds->values[i].value_nick, NULL);
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (TRUE));

      kinds_cb (action, NULL, reading);
      g_signal_connect_object (action, "activate", G_CALLBACK (toggle_kind_cb), reading, G_CONNECT_SWAPPED);
      g_signal_connect_object (reading, "notify::note-kinds", G_CALLBACK (kinds_cb), action, G_CONNECT_SWAPPED);
      g_action_map_add_action (map, G_ACTION (action));
    }
}

static void
keep (GActionMap *map, SlReading *reading, GSettings *settings)
{
  static const char *const kept[] = {"easy-words", "hide-later", "note-kinds"};

  for (guint i = 0; settings && i < G_N_ELEMENTS (kept); i++)
    g_settings_bind (settings, kept[i], reading, kept[i], G_SETTINGS_BIND_DEFAULT);
  if (settings)
    {
      g_settings_bind (settings, "agreed", reading, "agreed", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "advisories", reading, "ask-first", G_SETTINGS_BIND_GET); /* who plays a film unattended sets it, too */
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (kept[i], reading, kept[i]);

      g_action_map_add_action (map, G_ACTION (action));
    }
}

SlReadingActions *
sl_reading_actions_new (GActionMap *map, SlConductor *conductor, SlWatchPage *page, GSettings *settings)
{
  SlReadingActions *self;
  SlReading        *reading;

  g_return_val_if_fail (GTK_IS_WIDGET (map) && SL_IS_CONDUCTOR (conductor) && SL_IS_WATCH_PAGE (page), NULL);

  self = g_object_new (SL_TYPE_READING_ACTIONS, NULL);
  reading = sl_session_get_reading (sl_conductor_get_session (conductor));
  self->window = GTK_WIDGET (map);
  self->conductor = g_object_ref (conductor);
  g_set_weak_pointer (&self->page, page);
  add (self, "show-fact", "s", G_CALLBACK (show_fact_cb));
  add (self, "show-source", "s", G_CALLBACK (show_source_cb));
  add (self, "show-moment", "(sx)", G_CALLBACK (show_moment_cb));
  add (self, "show-person", "s", G_CALLBACK (show_person_cb));
  add (self, "copy-citation", "s", G_CALLBACK (copy_citation_cb));
  add (self, "show-later", NULL, G_CALLBACK (show_later_cb));
  add_kinds (map, reading);
  keep (map, reading, settings);
  return self;
}
