/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening a casebook and keeping up with it. Watched are its folders, and the one around it in case it goes
 * and comes back; a film that is replaced while it plays is the player's business. One that could not be opened is
 * tried again whenever it has changed, a few seconds apart at the most, until nobody waits for it any more.
 */
#include "casebook-opener.h"

#include "casebook-places.h"
#include "library.h"

/* An editor writes a file in several steps, and an author saves several files; milliseconds. */
#define SETTLE 250
/* What fails again and again is waited for twice as long each time, so often. */
#define LONGER 4
/* Where something changes all the time, what there is by then has to do; microseconds. */
#define PATIENCE (2 * G_USEC_PER_SEC)

struct _SlCasebookOpener
{
  GObject parent_instance;

  GFile            *file; /* (nullable) */
  GFile            *open; /* (nullable): what was opened last */
  GFile            *real; /* (nullable): where it was when it was last there, links resolved */
  GCancellable     *reading;
  SlCasebookPlaces *places;      /* (nullable): what is watched */
  SlCasebookPlaces *open_places; /* (nullable): what was watched of @open */
  GPtrArray        *monitors;    /* (element-type GFileMonitor) */
  guint             settle_id;
  gint64            changed; /* the first change that was not read yet, by the monotonic clock */
  gboolean          was_open;
  guint             failures; /* in a row */
};

G_DEFINE_FINAL_TYPE (SlCasebookOpener, sl_casebook_opener, G_TYPE_OBJECT)

enum {
  OPENED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void read_again (SlCasebookOpener *self);

static gboolean
settled_cb (gpointer data)
{
  SlCasebookOpener *self = data;

  self->settle_id = 0;
  read_again (self);
  return G_SOURCE_REMOVE;
}

/* Whether @file (nullable) is the casebook or something in it. */
static gboolean
is_inside (SlCasebookOpener *self, GFile *file)
{
  GFile *const places[] = {self->file, self->real};

  for (guint i = 0; file != NULL && i < G_N_ELEMENTS (places); i++)
    if (places[i] != NULL && (g_file_equal (file, places[i]) || g_file_has_prefix (file, places[i])))
      return TRUE;
  return FALSE;
}

static void
changed_cb (SlCasebookOpener *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  const gint64 now = g_get_monotonic_time ();

  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED || event == G_FILE_MONITOR_EVENT_PRE_UNMOUNT)
    return;
  if (!is_inside (self, file) && !is_inside (self, other))
    return;
  if (self->settle_id == 0)
    self->changed = now;
  else if (now - self->changed > PATIENCE)
    return;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE << MIN (self->failures, LONGER), settled_cb, self);
}

static void
watch_folder (SlCasebookOpener *self, GFile *folder)
{
  g_autoptr (GFileMonitor) monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor == NULL) /* such as on a file system that tells nothing */
    return;
  g_signal_connect_object (monitor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->monitors, g_steal_pointer (&monitor));
}

static void
forget_places (SlCasebookOpener *self)
{
  g_ptr_array_set_size (self->monitors, 0);
  g_clear_pointer (&self->places, sl_casebook_places_unref);
}

static void
watch_places (SlCasebookOpener *self, SlCasebookPlaces *places)
{
  forget_places (self);
  self->places = sl_casebook_places_ref (places);
  if (places->real != NULL)
    g_set_object (&self->real, places->real);
  for (guint i = 0; i < places->folders->len; i++)
    watch_folder (self, places->folders->pdata[i]);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlCasebookOpener) self = SL_CASEBOOK_OPENER (data);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = sl_library_read_finish (result, &findings, &error);
  const gboolean again = self->was_open;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (casebook != NULL)
    {
      self->was_open = TRUE;
      self->failures = 0;
      g_set_object (&self->open, self->file);
      g_clear_pointer (&self->open_places, sl_casebook_places_unref);
      self->open_places = sl_casebook_places_ref (self->places);
      g_signal_emit (self, signals[OPENED], 0, casebook, findings, again);
    }
  else
    {
      self->failures++;
      g_signal_emit (self, signals[FAILED], 0, error, findings, again);
    }
}

/* Each reading comes after its places are watched, so that no change falls between the two. */
static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlCasebookOpener) self = SL_CASEBOOK_OPENER (data);
  g_autoptr (SlCasebookPlaces) places = sl_casebook_places_find_finish (result, NULL);

  if (places == NULL)
    return;
  watch_places (self, places);
  sl_library_read_async (self->file, self->reading, read_cb, g_object_ref (self));
}

static void
stop_reading (SlCasebookOpener *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_again (SlCasebookOpener *self)
{
  stop_reading (self);
  self->reading = g_cancellable_new ();
  sl_casebook_places_find_async (self->file, self->reading, found_cb, g_object_ref (self));
}

static void
sl_casebook_opener_dispose (GObject *object)
{
  SlCasebookOpener *self = SL_CASEBOOK_OPENER (object);

  stop_reading (self);
  forget_places (self);
  g_clear_pointer (&self->open_places, sl_casebook_places_unref);
  g_clear_object (&self->file);
  g_clear_object (&self->open);
  g_clear_object (&self->real);

  G_OBJECT_CLASS (sl_casebook_opener_parent_class)->dispose (object);
}

static void
sl_casebook_opener_finalize (GObject *object)
{
  g_ptr_array_unref (SL_CASEBOOK_OPENER (object)->monitors);

  G_OBJECT_CLASS (sl_casebook_opener_parent_class)->finalize (object);
}

static void
sl_casebook_opener_class_init (SlCasebookOpenerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sl_casebook_opener_dispose;
  object_class->finalize = sl_casebook_opener_finalize;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, SL_TYPE_CASEBOOK, G_TYPE_PTR_ARRAY, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_ERROR, G_TYPE_PTR_ARRAY, G_TYPE_BOOLEAN);
}

static void
sl_casebook_opener_init (SlCasebookOpener *self)
{
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
}

SlCasebookOpener *
sl_casebook_opener_new (void)
{
  return g_object_new (SL_TYPE_CASEBOOK_OPENER, NULL);
}

void
sl_casebook_opener_open (SlCasebookOpener *self, GFile *file)
{
  g_return_if_fail (SL_IS_CASEBOOK_OPENER (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->file, file);
  forget_places (self);
  g_clear_object (&self->real);
  self->was_open = FALSE;
  self->failures = 0;
  read_again (self);
}

void
sl_casebook_opener_give_up (SlCasebookOpener *self)
{
  g_return_if_fail (SL_IS_CASEBOOK_OPENER (self));

  if (self->was_open)
    return;
  stop_reading (self);
  forget_places (self);
  g_clear_object (&self->real);
  g_set_object (&self->file, self->open);
  self->was_open = self->file != NULL;
  self->failures = 0;
  if (self->open_places != NULL)
    watch_places (self, self->open_places);
}

gboolean
sl_casebook_opener_is_watching (SlCasebookOpener *self)
{
  g_return_val_if_fail (SL_IS_CASEBOOK_OPENER (self), FALSE);

  return self->monitors->len > 0;
}
