/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Since GTK 4.14 a widget can announce. Before that this one is in the accessible tree with no size at all, as what
 * notifies, and what is said becomes its name: those who listen there hear that the name has changed.
 */
#include "config.h"

#include "announcer.h"

#include "announcements.h"
#include "chapter.h"
#include "note-words.h"
#include "rich-text.h"
#include "settings.h"

#include <dlfcn.h>
#include <glib/gi18n-lib.h>

#define MEDIUM 1 /* GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM */

typedef void (*Announce) (GtkAccessible *self, const char *message, int priority);

struct _SlAnnouncer
{
  GtkWidget parent_instance;

  SlConductor     *conductor;
  GSettings       *settings; /* (nullable) */
  SlAnnouncements *announcements;
  Announce         announce; /* (nullable) */
  SlCue           *chapter;  /* (nullable): entered in this move of the session */
  SlCue           *note;     /* (nullable): the same */
  SlFault         *fault;    /* (nullable): the last one */
  char            *said;
  guint            due_id;
};

G_DEFINE_FINAL_TYPE (SlAnnouncer, sl_announcer, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CONDUCTOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Returns: (nullable): gtk_accessible_announce(), where GTK has it */
static Announce
find_announce (void)
{
  void    *program = dlopen (NULL, RTLD_LAZY);
  Announce announce = NULL;

  if (program == NULL)
    return NULL;
  /* As POSIX has it: a pointer to data becomes one to a function. */
  *(void **)&announce = dlsym (program, "gtk_accessible_announce");
  dlclose (program);
  return announce;
}

static void speak (SlAnnouncer *self);

static gboolean
due_cb (gpointer data)
{
  SlAnnouncer *self = SL_ANNOUNCER (data);

  self->due_id = 0;
  speak (self);
  return G_SOURCE_REMOVE;
}

static void
speak (SlAnnouncer *self)
{
  const gint64     now = g_get_monotonic_time ();
  g_autofree char *text = sl_announcements_take (self->announcements, now);
  const gint64     due = sl_announcements_get_due (self->announcements);

  g_clear_handle_id (&self->due_id, g_source_remove);
  if (due >= 0)
    self->due_id = g_timeout_add ((guint)(MAX (due - now, 0) / 1000 + 1), due_cb, self);
  if (text == NULL)
    return;
  g_free (self->said);
  self->said = g_steal_pointer (&text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->said, -1);
  if (self->announce)
    self->announce (GTK_ACCESSIBLE (self), self->said, MEDIUM);
}

static void
put (SlAnnouncer *self, const char *text, gboolean urgent, gconstpointer about)
{
  sl_announcements_put (self->announcements, g_get_monotonic_time (), text, urgent, about);
  speak (self);
}

/* What is said */

/* Each page has its own, and only what is shown speaks. */
static gboolean
is_wanted (SlAnnouncer *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  return self->settings == NULL || (g_settings_get_boolean (self->settings, "announce") && !g_settings_get_boolean (self->settings, "quiet"));
}

static char *
write_chapter (SlCue *cue)
{
  SlChapter       *chapter = SL_CHAPTER (sl_cue_get_record (cue));
  g_autofree char *title = sl_rich_text_inside (sl_chapter_get_title (chapter));

  /* Translators: spoken when a chapter begins: its title. */
  return g_strdup_printf (C_ ("announcement", "Chapter: %s"), title);
}

static char *
write_note (SlCue *cue)
{
  g_autofree char *title = sl_note_words_name (cue);

  /* Translators: spoken when a note comes up beside the film: its title. */
  return g_strdup_printf (C_ ("announcement", "Note: %s"), title);
}

/* A chapter and its first note come in one move of the film, and are told in one. */
static void
time_cb (SlAnnouncer *self)
{
  g_autoptr (SlCue) chapter = g_steal_pointer (&self->chapter);
  g_autoptr (SlCue) note = g_steal_pointer (&self->note);
  g_autofree char *first = chapter ? write_chapter (chapter) : NULL;
  g_autofree char *second = note ? write_note (note) : NULL;
  g_autofree char *text = NULL;

  if (chapter == NULL && note == NULL)
    return;
  /* Translators: spoken: a chapter that begins, then its first note. */
  text = first && second ? g_strdup_printf (C_ ("announcement", "%1$s. %2$s"), first, second) : g_strdup (first ? first : second);
  put (self, text, FALSE, note ? note : chapter);
}

static void
cue_entered_cb (SlAnnouncer *self, SlCue *cue)
{
  if (!is_wanted (self))
    return;
  /* The innermost chapter and the newest note come last. */
  if (sl_cue_get_kind (cue) == SL_CUE_CHAPTER)
    g_set_object (&self->chapter, cue);
  else if (sl_cue_get_kind (cue) == SL_CUE_NOTE)
    g_set_object (&self->note, cue);
}

static void
cue_left_cb (SlAnnouncer *self, SlCue *cue)
{
  if (self->chapter == cue)
    g_clear_object (&self->chapter);
  if (self->note == cue)
    g_clear_object (&self->note);
  sl_announcements_drop (self->announcements, cue);
}

static void
state_cb (SlAnnouncer *self)
{
  SlFault *fault = sl_conductor_get_fault (self->conductor);

  if (fault == self->fault)
    return;
  g_clear_pointer (&self->fault, sl_fault_unref);
  if (fault == NULL)
    return;
  self->fault = sl_fault_ref (fault);
  put (self, sl_fault_get_title (fault), TRUE, NULL);
}

/* What was to be said of the film before. */
static void
clip_cb (SlAnnouncer *self)
{
  g_clear_object (&self->chapter);
  g_clear_object (&self->note);
  sl_announcements_clear (self->announcements);
}

static void
follow (SlAnnouncer *self)
{
  SlSession *session = sl_conductor_get_session (self->conductor);

  g_signal_connect_object (session, "cue-entered", G_CALLBACK (cue_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "cue-left", G_CALLBACK (cue_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::time", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conductor, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
}

static void
sl_announcer_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
sl_announcer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CONDUCTOR:
      g_value_set_object (value, SL_ANNOUNCER (object)->conductor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_announcer_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlAnnouncer *self = SL_ANNOUNCER (object);

  switch (prop_id)
    {
    case PROP_CONDUCTOR:
      if (!g_set_object (&self->conductor, g_value_get_object (value)))
        return;
      if (self->conductor)
        follow (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_announcer_dispose (GObject *object)
{
  SlAnnouncer *self = SL_ANNOUNCER (object);

  g_clear_handle_id (&self->due_id, g_source_remove);
  g_clear_object (&self->conductor);
  g_clear_object (&self->settings);
  g_clear_object (&self->chapter);
  g_clear_object (&self->note);
  g_clear_pointer (&self->fault, sl_fault_unref);

  G_OBJECT_CLASS (sl_announcer_parent_class)->dispose (object);
}

static void
sl_announcer_finalize (GObject *object)
{
  SlAnnouncer *self = SL_ANNOUNCER (object);

  g_free (self->said);
  sl_announcements_free (self->announcements);

  G_OBJECT_CLASS (sl_announcer_parent_class)->finalize (object);
}

static void
sl_announcer_class_init (SlAnnouncerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_announcer_dispose;
  object_class->finalize = sl_announcer_finalize;
  object_class->get_property = sl_announcer_get_property;
  object_class->set_property = sl_announcer_set_property;
  widget_class->measure = sl_announcer_measure;

  properties[PROP_CONDUCTOR] = g_param_spec_object ("conductor", NULL, NULL, SL_TYPE_CONDUCTOR,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "announcer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT); /* a notification, as AT-SPI has it */
}

static void
sl_announcer_init (SlAnnouncer *self)
{
  self->settings = sl_settings_new ();
  self->announcements = sl_announcements_new ();
  self->announce = find_announce ();
  self->said = g_strdup ("");
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
}

void
sl_announcer_say (SlAnnouncer *self, const char *text)
{
  g_return_if_fail (SL_IS_ANNOUNCER (self) && text != NULL);

  put (self, text, TRUE, NULL);
}

const char *
sl_announcer_get_said (SlAnnouncer *self)
{
  g_return_val_if_fail (SL_IS_ANNOUNCER (self), NULL);

  return self->said;
}
