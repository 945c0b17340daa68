/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening a casebook and keeping up with it. Watched are the folders that hold JSON, captions and
 * catalogues; a film that is replaced while it plays is the player's business.
 */
#include "casebook-opener.h"

#include "library.h"

/* An editor writes a file in several steps, and an author saves several files; milliseconds. */
#define SETTLE 250

struct _SlCasebookOpener
{
  GObject parent_instance;

  GFile        *file;
  GCancellable *reading;
  GPtrArray    *monitors; /* (element-type GFileMonitor) */
  guint         settle_id;
  gboolean      was_open;
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

static void
changed_cb (SlCasebookOpener *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED || event == G_FILE_MONITOR_EVENT_PRE_UNMOUNT)
    return;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE, settled_cb, self);
}

/* Done before each reading, so that no change falls between the two. */
static void
watch_folders (SlCasebookOpener *self)
{
  static const char *const folders[] = {".", "clips", "locale"};

  g_ptr_array_set_size (self->monitors, 0);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GFile) folder = g_file_resolve_relative_path (self->file, folders[i]);
      g_autoptr (GFileMonitor) monitor = NULL;

      if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
        monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (monitor == NULL) /* such as on a file system that tells nothing */
        continue;
      g_signal_connect_object (monitor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->monitors, g_steal_pointer (&monitor));
    }
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
      g_signal_emit (self, signals[OPENED], 0, casebook, findings, again);
    }
  else
    {
      g_signal_emit (self, signals[FAILED], 0, error, findings, again);
    }
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
  watch_folders (self);
  sl_library_read_async (self->file, self->reading, read_cb, g_object_ref (self));
}

static void
sl_casebook_opener_dispose (GObject *object)
{
  SlCasebookOpener *self = SL_CASEBOOK_OPENER (object);

  stop_reading (self);
  g_ptr_array_set_size (self->monitors, 0);
  g_clear_object (&self->file);

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
  self->was_open = FALSE;
  read_again (self);
}
