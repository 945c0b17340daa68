/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A casebook on a disk that does not answer: whoever asks it waits, and that is never the main thread. */
#include "casebook-opener.h"
#include "view-world.h"

/* A file on that disk. */

typedef GObject      TroubleFile;
typedef GObjectClass TroubleFileClass;

static struct
{
  GMutex   lock;
  GCond    answered;
  gboolean answers;
  gint     n_asked;
  GThread *main_thread;
} disk;

GType       trouble_file_get_type (void);
static void file_init (gpointer iface, gpointer data);

G_DEFINE_TYPE_WITH_CODE (TroubleFile, trouble_file, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_FILE, file_init))

static GFile *
copy (GFile *file)
{
  return g_object_ref (file);
}

static guint
hash (GFile *file)
{
  return g_direct_hash (file);
}

static gboolean
equal (GFile *a, GFile *b)
{
  return a == b;
}

static char *
get_name (GFile *file)
{
  return g_strdup ("casebook");
}

static char *
get_path (GFile *file)
{
  return NULL;
}

static gboolean
is_native (GFile *file)
{
  return FALSE;
}

static GFile *
get_parent (GFile *file)
{
  return NULL;
}

static GFileInfo *
query_info (GFile *file, const char *attributes, GFileQueryInfoFlags flags, GCancellable *cancellable, GError **error)
{
  g_assert_true (g_thread_self () != disk.main_thread);
  g_atomic_int_inc (&disk.n_asked);
  g_mutex_lock (&disk.lock);
  while (!disk.answers)
    g_cond_wait (&disk.answered, &disk.lock);
  g_mutex_unlock (&disk.lock);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "gone");
  return NULL;
}

static void
file_init (gpointer iface, gpointer data)
{
  GFileIface *file = iface;

  file->dup = copy;
  file->hash = hash;
  file->equal = equal;
  file->is_native = is_native;
  file->get_basename = get_name;
  file->get_path = get_path;
  file->get_uri = get_name;
  file->get_parse_name = get_name;
  file->get_parent = get_parent;
  file->query_info = query_info;
}

static void
trouble_file_class_init (TroubleFileClass *klass)
{
}

static void
trouble_file_init (TroubleFile *self)
{
}

static void
answer (void)
{
  g_mutex_lock (&disk.lock);
  disk.answers = TRUE;
  g_cond_broadcast (&disk.answered);
  g_mutex_unlock (&disk.lock);
}

static void
failed_cb (gboolean *failed)
{
  *failed = TRUE;
}

static void
opened_cb (SlCasebook **opened, SlCasebook *casebook)
{
  g_set_object (opened, casebook);
}

/* What threads count wakes nobody. */
static gboolean
beat_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* It is waited for without holding anybody up, another can be opened meanwhile, and when it answers it is told. */
static void
test_stuck (void)
{
  g_autoptr (SlCasebookOpener) opener = sl_casebook_opener_new ();
  g_autoptr (GFile) stuck = g_object_new (trouble_file_get_type (), NULL);
  g_autoptr (GFile) shipped = view_world_find_shipped ();
  g_autoptr (SlCasebook) casebook = NULL;
  gboolean failed = FALSE;
  guint    beat;

  g_signal_connect_swapped (opener, "failed", G_CALLBACK (failed_cb), &failed);
  g_signal_connect_swapped (opener, "opened", G_CALLBACK (opened_cb), &casebook);
  sl_casebook_opener_open (opener, stuck);
  beat = g_timeout_add (10, beat_cb, NULL);
  wait_until (g_atomic_int_get (&disk.n_asked) > 0);
  g_source_remove (beat);
  g_assert_false (sl_casebook_opener_is_watching (opener));
  sl_casebook_opener_open (opener, shipped);
  wait_until (casebook != NULL);
  g_assert_true (sl_casebook_opener_is_watching (opener));
  g_assert_false (failed);

  /* Where it cannot be opened, what was open before is kept up with again. */
  sl_casebook_opener_open (opener, stuck);
  g_assert_false (sl_casebook_opener_is_watching (opener));
  sl_casebook_opener_give_up (opener);
  g_assert_true (sl_casebook_opener_is_watching (opener));
  sl_casebook_opener_open (opener, stuck);
  answer ();
  wait_until (failed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  disk.main_thread = g_thread_self ();

  g_test_add_func ("/opener/stuck", test_stuck);

  return g_test_run ();
}
