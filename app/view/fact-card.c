/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A fact on the screen. What a casebook says is shown by rich-text: none of it can become markup.
 * Its details are made when they are first asked for, so a long list of facts stays light.
 */
#include "config.h"

#include "fact-card.h"

#include "fact-details.h"
#include "fact.h"
#include "focus-scroll.h"
#include "labels.h"
#include "pane.h"
#include "rich-text.h"
#include "row-focus.h"
#include "row-name.h"
#include "words.h"

#include <glib/gi18n-lib.h>

struct _SlFactCard
{
  GtkWidget parent_instance;

  SlCue   *cue;
  gboolean inside;
  gulong   current_id;
  gboolean updating; /* the card by itself, and not its reader */

  GSignalGroup *reading_signals;

  /* Template children. */
  GtkWidget *box;
  GtkWidget *standing_box;
  GtkImage  *standing_icon;
  GtkLabel  *standing_word;
  GtkWidget *now;
  GtkLabel  *statement;
  GtkLabel  *attribution;
  GtkWidget *disputes;
  GtkButton *gate;
  GtkWidget *expander;
  GtkWidget *details;
};

G_DEFINE_FINAL_TYPE (SlFactCard, sl_fact_card, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CUE,
  PROP_INSIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
add_disputes (SlFactCard *self, SlFact *fact)
{
  GListModel *disputes = sl_fact_get_disputes (fact);
  const guint n = disputes ? g_list_model_get_n_items (disputes) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlDispute) dispute = g_list_model_get_item (disputes, i);

      sl_labels_add (self->disputes, sl_dispute_get_who (dispute), "side-who");
      sl_labels_add (self->disputes, sl_dispute_get_statement (dispute), "statement");
    }
  gtk_widget_set_visible (self->disputes, n > 0);
}

/* Returns: (nullable) (transfer none): how it is read where the card stands */
static SlReading *
get_reading (SlFactCard *self)
{
  SlSession *session = sl_pane_find_session (GTK_WIDGET (self));

  return session ? sl_session_get_reading (session) : NULL;
}

static void
expanded_cb (SlFactCard *self)
{
  SlReading *reading = get_reading (self);

  if (self->cue && reading && !self->updating)
    sl_reading_set_opened (reading, sl_cue_get_id (self->cue), gtk_expander_get_expanded (GTK_EXPANDER (self->expander)));
  if (!gtk_expander_get_expanded (GTK_EXPANDER (self->expander)) || self->cue == NULL || gtk_widget_get_first_child (self->details))
    return;
  sl_fact_details_add (self->details, SL_FACT (sl_cue_get_record (self->cue)), sl_pane_find_session (GTK_WIDGET (self)));
}

/* GTK 4.8 opens an expander by pointer alone, and the item of a list takes the key. */
static gboolean
expand_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GtkExpander *expander = GTK_EXPANDER (SL_FACT_CARD (widget)->expander);

  if (!gtk_widget_is_focus (GTK_WIDGET (expander)))
    return FALSE;
  gtk_expander_set_expanded (expander, !gtk_expander_get_expanded (expander));
  return TRUE;
}

static guint
count_sources (SlFact *fact)
{
  GListModel *citations = sl_fact_get_citations (fact), *disputes = sl_fact_get_disputes (fact);
  guint       n = citations ? g_list_model_get_n_items (citations) : 0;

  for (guint i = 0; disputes && i < g_list_model_get_n_items (disputes); i++)
    {
      g_autoptr (SlDispute) dispute = g_list_model_get_item (disputes, i);

      citations = sl_dispute_get_citations (dispute);
      n += citations ? g_list_model_get_n_items (citations) : 0;
    }
  return n;
}

static void
show_standing (SlFactCard *self, SlStanding standing)
{
  const char *classes[] = {"standing", sl_words_standing_class (standing), NULL};

  gtk_widget_set_css_classes (self->standing_box, classes);
  gtk_image_set_from_icon_name (self->standing_icon, sl_words_standing_icon (standing));
  gtk_label_set_label (self->standing_word, sl_words_standing (standing));
}

/* A graphic fact stays closed until the reader opens it. */
static void
show_statement (SlFactCard *self, gboolean shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->gate), !shown);
  gtk_widget_set_visible (GTK_WIDGET (self->statement), shown);
  gtk_widget_set_visible (self->expander, shown);
  if (!shown)
    gtk_widget_set_visible (self->disputes, FALSE);
}

static void
show_open (SlFactCard *self)
{
  show_statement (self, TRUE);
  gtk_widget_set_visible (self->disputes, gtk_widget_get_first_child (self->disputes) != NULL);
  gtk_widget_set_visible (self->expander, sl_fact_details_are_there (SL_FACT (sl_cue_get_record (self->cue))));
}

/* Whoever opens one has seen it, and need not open it again. */
static void
gate_cb (SlFactCard *self)
{
  SlReading *reading = get_reading (self);

  if (reading)
    sl_reading_reveal (reading, sl_cue_get_id (self->cue));
  else
    show_open (self);
}

static gboolean
is_open (SlFactCard *self, SlFact *fact)
{
  SlReading *reading = get_reading (self);

  return !sl_fact_get_graphic (fact) || sl_fact_get_withheld (fact) || (reading && sl_reading_is_revealed (reading, sl_cue_get_id (self->cue)));
}

/* Returns: what it says, in the words that the reader wants */
static const char *
get_words (SlFactCard *self)
{
  SlFact     *fact = SL_FACT (sl_cue_get_record (self->cue));
  SlReading  *reading = get_reading (self);
  const char *easy = reading && sl_reading_get_easy_words (reading) ? sl_fact_get_easy (fact) : NULL;

  return sl_fact_get_withheld (fact) ? sl_fact_get_withheld (fact) : easy ? easy
                                                                          : sl_fact_get_statement (fact);
}

/* What is graphic is not told before it was asked for. */
static char *
write_name (GtkWidget *row)
{
  SlFactCard      *self = SL_FACT_CARD (row);
  SlFact          *fact = SL_FACT (sl_cue_get_record (self->cue));
  const char      *standing = sl_words_standing (sl_fact_get_standing (fact));
  g_autofree char *words = is_open (self, fact) ? sl_rich_text_inside (get_words (self)) : g_strdup (_ ("A fact that describes injury or death"));

  /* Translators: spoken name of a fact in the list: its standing, then what it says. */
  return g_strdup_printf (C_ ("fact", "%1$s: %2$s"), standing ? standing : "", words);
}

static void
show_words (SlFactCard *self)
{
  sl_rich_text_show (self->statement, get_words (self), TRUE);
  sl_row_name_tell (GTK_WIDGET (self));
}

/* As far as the reader has opened it, here or in another place. */
static void
show_as_opened (SlFactCard *self)
{
  SlReading *reading = get_reading (self);

  if (self->cue == NULL)
    return;
  if (is_open (self, SL_FACT (sl_cue_get_record (self->cue))))
    show_open (self);
  show_words (self);
  self->updating = TRUE;
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander),
                             gtk_widget_get_visible (self->expander) && reading && sl_reading_is_opened (reading, sl_cue_get_id (self->cue)));
  self->updating = FALSE;
}

static void
opened_cb (SlFactCard *self, const char *id)
{
  if (self->cue && g_str_equal (sl_cue_get_id (self->cue), id))
    show_as_opened (self);
}

static void
current_cb (SlFactCard *self)
{
  const gboolean current = self->cue && sl_cue_get_current (self->cue);

  gtk_widget_set_visible (self->now, current && !self->inside);
  if (current && !self->inside)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}

static void
show_fact (SlFactCard *self)
{
  SlFact          *fact = SL_FACT (sl_cue_get_record (self->cue));
  const char      *withheld = sl_fact_get_withheld (fact);
  g_autofree char *attribution = sl_words_fact_attribution (fact);
  const guint      n = count_sources (fact);
  g_autofree char *sources = n > 0 ? g_strdup_printf (ngettext ("%u source", "%u sources", n), n) : g_strdup (C_ ("fact", "More"));

  show_standing (self, sl_fact_get_standing (fact));
  sl_rich_text_show (self->attribution, attribution, TRUE);
  gtk_expander_set_label (GTK_EXPANDER (self->expander), sources);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, sources, -1);
  add_disputes (self, fact);
  show_statement (self, !sl_fact_get_graphic (fact) || withheld);
  gtk_widget_set_visible (self->expander, sl_fact_details_are_there (fact) && gtk_widget_get_visible (GTK_WIDGET (self->statement)));
  show_as_opened (self);
}

static void
set_cue (SlFactCard *self, SlCue *cue)
{
  SlCue *old = self->cue;

  if (old == cue)
    return;
  if (old)
    g_clear_signal_handler (&self->current_id, old);
  g_set_object (&self->cue, cue);
  self->updating = TRUE;
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), FALSE);
  self->updating = FALSE;
  sl_labels_clear (self->details);
  sl_labels_clear (self->disputes);
  if (cue)
    {
      self->current_id = g_signal_connect_swapped (cue, "notify::current", G_CALLBACK (current_cb), self);
      show_fact (self);
    }
  current_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CUE]);
}

/* What its reader has opened is known where the card stands. */
static void
sl_fact_card_root (GtkWidget *widget)
{
  SlFactCard *self = SL_FACT_CARD (widget);

  GTK_WIDGET_CLASS (sl_fact_card_parent_class)->root (widget);
  g_signal_group_set_target (self->reading_signals, get_reading (self));
  show_as_opened (self);
}

static void
sl_fact_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlFactCard *self = SL_FACT_CARD (object);

  switch (prop_id)
    {
    case PROP_CUE:
      g_value_set_object (value, self->cue);
      break;
    case PROP_INSIDE:
      g_value_set_boolean (value, self->inside);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_fact_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlFactCard *self = SL_FACT_CARD (object);

  switch (prop_id)
    {
    case PROP_CUE:
      set_cue (self, g_value_get_object (value));
      break;
    case PROP_INSIDE:
      self->inside = g_value_get_boolean (value);
      if (self->inside)
        gtk_widget_add_css_class (GTK_WIDGET (self), "inside");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_fact_card_dispose (GObject *object)
{
  SlFactCard *self = SL_FACT_CARD (object);

  if (self->cue)
    g_clear_signal_handler (&self->current_id, self->cue);
  g_clear_object (&self->cue);
  g_clear_object (&self->reading_signals);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_fact_card_parent_class)->dispose (object);
}

static void
sl_fact_card_class_init (SlFactCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const int       flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_fact_card_dispose;
  object_class->get_property = sl_fact_card_get_property;
  object_class->set_property = sl_fact_card_set_property;
  widget_class->root = sl_fact_card_root;

  properties[PROP_CUE] = g_param_spec_object ("cue", NULL, NULL, SL_TYPE_CUE, flags);
  properties[PROP_INSIDE] =
    g_param_spec_boolean ("inside", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, expand_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, expand_cb, NULL);
  sl_row_focus_bind (widget_class);
  gtk_widget_class_set_css_name (widget_class, "fact");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/fact-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SlFactCard, box);
  gtk_widget_class_bind_template_child (widget_class, SlFactCard, standing_box);
  gtk_widget_class_bind_template_child (widget_class, SlFactCard, standing_icon);
  gtk_widget_class_bind_template_child (widget_class, SlFactCard, standing_word);
  gtk_widget_class_bind_template_child (widget_class, SlFactCard, now);
  gtk_widget_class_bind_template_child (widget_class, SlFactCard, statement);
  gtk_widget_class_bind_template_child (widget_class, SlFactCard, attribution);
  gtk_widget_class_bind_template_child (widget_class, SlFactCard, disputes);
  gtk_widget_class_bind_template_child (widget_class, SlFactCard, gate);
  gtk_widget_class_bind_template_child (widget_class, SlFactCard, expander);
  gtk_widget_class_bind_template_child (widget_class, SlFactCard, details);
  gtk_widget_class_bind_template_callback (widget_class, gate_cb);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
sl_fact_card_init (SlFactCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->reading_signals = g_signal_group_new (SL_TYPE_READING);
  g_signal_group_connect_swapped (self->reading_signals, "opened", G_CALLBACK (opened_cb), self);
  g_signal_group_connect_swapped (self->reading_signals, "notify::easy-words", G_CALLBACK (show_as_opened), self);
  sl_row_name_keep (GTK_WIDGET (self), write_name);
  sl_row_focus_keep (GTK_WIDGET (self));
  sl_focus_scroll_keep (GTK_WIDGET (self));
}

SlFactCard *
sl_fact_card_new_inside (SlCue *cue)
{
  return g_object_new (SL_TYPE_FACT_CARD, "inside", TRUE, "cue", cue, NULL);
}
