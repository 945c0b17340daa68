/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A casebook's title is in the smallest of its files, so only that is read. One whose casebook.json cannot be read is
 * left out: whoever opens it by its folder is told why. Leaves out archives, which are wherever their owner put them.
 */
#include "shelf.h"

#include "casebook-reader.h"
#include "library.h"
#include "safe-text.h"

#include <adwaita.h>

#define MOST 64 /* casebooks that are shown */

struct _SlShelf
{
  GtkWidget parent_instance;

  char         *open; /* (nullable): an id */
  GCancellable *looking;

  /* Template children. */
  GtkWidget  *content;
  GtkListBox *books;
};

G_DEFINE_FINAL_TYPE (SlShelf, sl_shelf, GTK_TYPE_WIDGET)

typedef struct
{
  char *uri;
  char *id;
  char *title;
  char *summary; /* (nullable) */
} Book;

static void
book_free (gpointer data)
{
  Book *book = data;

  g_free (book->uri);
  g_free (book->id);
  g_free (book->title);
  g_free (book->summary);
  g_free (book);
}

/* Returns: (transfer full) (nullable) */
static Book *
read_book (GFile *folder)
{
  g_autoptr (GFile) file = g_file_get_child (folder, "casebook.json");
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_bytes_unref);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (SlCasebook) casebook = NULL;
  Book *book;

  if (bytes == NULL)
    return NULL;
  g_hash_table_insert (files, (gpointer) "casebook.json", g_steal_pointer (&bytes));
  casebook = sl_casebook_reader_read_bytes (files, NULL, NULL);
  if (casebook == NULL)
    return NULL;
  book = g_new0 (Book, 1);
  book->uri = g_file_get_uri (folder);
  book->id = g_strdup (sl_casebook_get_id (casebook));
  book->title = g_strdup (sl_casebook_get_title (casebook));
  book->summary = g_strdup (sl_casebook_get_summary (casebook));
  return book;
}

static void
look_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) folders = sl_library_list_folders ();
  GPtrArray *books = g_ptr_array_new_with_free_func (book_free);

  for (guint i = 0; i < folders->len && books->len < MOST && !g_cancellable_is_cancelled (cancellable); i++)
    {
      Book *book = read_book (folders->pdata[i]);

      if (book)
        g_ptr_array_add (books, book);
    }
  g_task_return_pointer (task, books, (GDestroyNotify)g_ptr_array_unref);
}

static GtkWidget *
make_row (const Book *book)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = sl_safe_text_line (book->title, SL_SAFE_TEXT_TITLE);
  g_autofree char *summary = book->summary ? sl_safe_text_line (book->summary, SL_SAFE_TEXT_TITLE) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary ? summary : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_name (row, book->uri);
  return row;
}

static void
clear (SlShelf *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->books))))
    gtk_list_box_remove (self->books, row);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SlShelf *self = SL_SHELF (source);
  g_autoptr (GPtrArray) books = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (books == NULL)
    return;
  clear (self);
  for (guint i = 0; i < books->len; i++)
    {
      const Book *book = books->pdata[i];

      /* The first of an id is the one that links lead to. */
      if (g_strcmp0 (book->id, self->open) != 0 && g_hash_table_add (seen, book->id))
        gtk_list_box_append (self->books, make_row (book));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self->books)) != NULL);
}

static void
activated_cb (SlShelf *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-place", "s", gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
sl_shelf_dispose (GObject *object)
{
  SlShelf *self = SL_SHELF (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->open, g_free);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (sl_shelf_parent_class)->dispose (object);
}

static void
sl_shelf_class_init (SlShelfClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_shelf_dispose;

  gtk_widget_class_set_css_name (widget_class, "shelf");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/shelf.ui");
  gtk_widget_class_bind_template_child (widget_class, SlShelf, content);
  gtk_widget_class_bind_template_child (widget_class, SlShelf, books);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
sl_shelf_init (SlShelf *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sl_shelf_show (SlShelf *self, const char *open)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SL_IS_SHELF (self));

  g_free (self->open);
  self->open = g_strdup (open);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, looked_cb, NULL);
  g_task_run_in_thread (task, look_cb);
}
