/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the command line to a window, and from what became of it to an exit status. */
#include "config.h"

#include "application.h"

#include "casebook-drop.h"
#include "casebook-reader.h"
#include "dialogs.h"
#include "keys.h"
#include "library.h"
#include "link.h"
#include "remote-control.h"
#include "store.h"
#include "trace.h"
#include "video-output.h"
#include "window-state.h"
#include "window.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#define EXIT_USAGE 2

struct _SlApplication
{
  AdwApplication parent_instance;

  SlWindow        *window;
  SlTrace         *trace;
  SlRemoteControl *remote_control; /* (nullable) */
  char           **places;         /* what the command line names */
  char            *trace_path;
  gboolean         fullscreen;
  gboolean         quit_at_end;
  gboolean         no_advisory;
  gboolean         understood; /* the command line */
  SlVideoOutput    output;
  int              status;
  guint            terminate_id;
  guint            interrupt_id;
};

G_DEFINE_FINAL_TYPE (SlApplication, sl_application, ADW_TYPE_APPLICATION)

/* --list */

static void
list_casebook (GFile *folder)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = sl_casebook_reader_read_folder (folder, &findings, &error);
  GListModel *clips = casebook ? sl_casebook_get_clips (casebook) : NULL;

  if (casebook == NULL)
    {
      g_printerr ("%s\n", error->message);
      return;
    }
  g_print ("%s\t%s\n", sl_casebook_get_id (casebook), sl_casebook_get_title (casebook));
  for (guint i = 0; clips && i < g_list_model_get_n_items (clips); i++)
    {
      g_autoptr (SlClip) clip = g_list_model_get_item (clips, i);

      g_print ("  sidelight:%s/%s\t%s\n", sl_casebook_get_id (casebook), sl_clip_get_id (clip), sl_clip_get_title (clip));
    }
}

static int
list_casebooks (void)
{
  g_autoptr (GPtrArray) folders = sl_library_list_folders ();

  for (guint i = 0; i < folders->len; i++)
    list_casebook (g_ptr_array_index (folders, i));
  return EXIT_SUCCESS;
}

static int
sl_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  SlApplication *self = SL_APPLICATION (application);
  const char    *output = NULL;

  self->understood = TRUE;
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Sidelight %s\n", SL_VERSION);
      return EXIT_SUCCESS;
    }
  if (g_variant_dict_contains (options, "list"))
    return list_casebooks ();
  g_variant_dict_lookup (options, "fullscreen", "b", &self->fullscreen);
  g_variant_dict_lookup (options, "quit-at-end", "b", &self->quit_at_end);
  g_variant_dict_lookup (options, "no-advisory", "b", &self->no_advisory);
  g_variant_dict_lookup (options, "trace", "^ay", &self->trace_path);
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^aay", &self->places);
  if (self->places && g_strv_length (self->places) > 1)
    {
      g_printerr ("%s\n", _ ("Name one link, folder or file. “sidelight --help” tells more."));
      return EXIT_USAGE;
    }
  g_variant_dict_lookup (options, "video-output", "&s", &output);
  if (!sl_video_output_parse (output, &self->output))
    {
      g_printerr ("--video-output: own, gtk4\n");
      return EXIT_USAGE;
    }
  if (self->trace_path)
    {
      g_autoptr (GError) error = NULL;

      self->trace = sl_trace_new (self->trace_path, &error);
      if (self->trace == NULL)
        {
          g_printerr ("%s\n", error->message);
          return EXIT_FAILURE;
        }
    }
  return -1;
}

/* The window */

static void
finished_cb (SlApplication *self, gboolean well)
{
  if (!self->quit_at_end)
    return;
  self->status = well ? EXIT_SUCCESS : EXIT_FAILURE;
  g_application_quit (G_APPLICATION (self));
}

static void
open_link (SlApplication *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlLink) link = sl_link_parse (text, &error);
  g_autoptr (GFile) folder = link ? sl_library_find_folder (sl_link_get_casebook (link)) : NULL;

  if (link == NULL)
    {
      sl_window_show_message (self->window, _ ("This link cannot be understood"), error->message, NULL);
    }
  else if (folder == NULL)
    {
      g_autofree char *words =
        /* Translators: %s is a casebook’s id from a link. */
        g_strdup_printf (_ ("There is no casebook “%s” on this computer. Get it from whoever gave you the link, then open its folder."),
                            sl_link_get_casebook (link));

      sl_window_show_message (self->window, _ ("This casebook is not here"), words, NULL);
    }
  else
    {
      sl_window_open (self->window, folder, link);
    }
}

/* The desktop's media keys and controls, from here on. */
static void
start_remote_control (SlApplication *self)
{
  self->remote_control = sl_remote_control_new (self->window);
  g_signal_connect_object (self->remote_control, "open-link", G_CALLBACK (open_link), self, G_CONNECT_SWAPPED);
}

static void
sl_application_activate (GApplication *application)
{
  SlApplication   *self = SL_APPLICATION (application);
  const char      *place = self->places ? self->places[0] : NULL;
  g_autofree char *store = NULL;
  g_autoptr (SlPlayer) player = NULL;

  if (self->window)
    {
      gtk_window_present (GTK_WINDOW (self->window));
      return;
    }
  store = sl_store_build_path ();
  player = sl_video_output_new_player (self->output, gdk_display_get_default ());
  self->window = sl_window_new (GTK_APPLICATION (self), player, self->trace);
  sl_window_remember (self->window, store);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *)&self->window);
  sl_window_state_keep (GTK_WINDOW (self->window));
  sl_casebook_drop_accept (self->window);
  sl_dialogs_add (self->window);
  g_signal_connect_object (self->window, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  start_remote_control (self);
  if (self->quit_at_end)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.play-through", NULL);
  if (self->no_advisory)
    g_object_set (sl_session_get_reading (sl_conductor_get_session (sl_window_get_conductor (self->window))), "ask-first", FALSE, NULL);
  if (self->fullscreen)
    gtk_window_fullscreen (GTK_WINDOW (self->window));
  gtk_window_present (GTK_WINDOW (self->window));
  if (place == NULL)
    {
      sl_window_open_shipped (self->window);
    }
  else if (g_ascii_strncasecmp (place, "sidelight:", strlen ("sidelight:")) == 0)
    {
      open_link (self, place);
    }
  else
    {
      g_autoptr (GFile) casebook = g_file_new_for_commandline_arg (place);

      sl_window_open (self->window, casebook, NULL);
    }
}

static gboolean
quit_cb (gpointer data)
{
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_CONTINUE;
}

static void
quit_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

/* @parameter: the URI of a casebook's folder or archive */
static void
open_place_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SlApplication *self = data;
  g_autoptr (GFile) place = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  if (self->window)
    sl_window_open (self->window, place, NULL);
}

static void
sl_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    {.name = "quit", .activate = quit_activated_cb},
    {.name = "open-place", .activate = open_place_activated_cb, .parameter_type = "s"},
  };
  SlApplication *self = SL_APPLICATION (application);

  G_APPLICATION_CLASS (sl_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  sl_keys_give (GTK_APPLICATION (self));
  self->terminate_id = g_unix_signal_add (SIGTERM, quit_cb, self);
  self->interrupt_id = g_unix_signal_add (SIGINT, quit_cb, self);
}

static void
sl_application_shutdown (GApplication *application)
{
  SlApplication *self = SL_APPLICATION (application);

  g_clear_handle_id (&self->terminate_id, g_source_remove);
  g_clear_handle_id (&self->interrupt_id, g_source_remove);
  g_clear_object (&self->remote_control);
  if (self->window)
    gtk_window_destroy (GTK_WINDOW (self->window));

  G_APPLICATION_CLASS (sl_application_parent_class)->shutdown (application);
}

static void
sl_application_finalize (GObject *object)
{
  SlApplication *self = SL_APPLICATION (object);

  g_clear_object (&self->trace);
  g_strfreev (self->places);
  g_free (self->trace_path);

  G_OBJECT_CLASS (sl_application_parent_class)->finalize (object);
}

static void
sl_application_class_init (SlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sl_application_finalize;
  application_class->handle_local_options = sl_application_handle_local_options;
  application_class->activate = sl_application_activate;
  application_class->startup = sl_application_startup;
  application_class->shutdown = sl_application_shutdown;
}

static void
sl_application_init (SlApplication *self)
{
  /* clang-format off */
  static const GOptionEntry entries[] = {
    {"fullscreen", 'f', 0, G_OPTION_ARG_NONE, NULL, N_ ("Start in full screen"), NULL},
    {"quit-at-end", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Quit when the film ends"), NULL},
    {"no-advisory", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Play a film at once, whatever its advisory says"), NULL},
    {"trace", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Write what happens to FILE, as JSON Lines"), N_ ("FILE")},
    {"list", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("List the casebooks at hand and their clips, and quit"), NULL},
    {"version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Say the version, and quit"), NULL},
    {"video-output", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[LINK|FOLDER|FILE]")},
    {NULL},
  };
  /* clang-format on */

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

SlApplication *
sl_application_new (void)
{
  return g_object_new (SL_TYPE_APPLICATION,
                       "application-id", SL_APP_ID,
                       "flags", G_APPLICATION_NON_UNIQUE,
                       "resource-base-path", "/sidelight",
                       NULL);
}

int
sl_application_run (SlApplication *self, int argc, char **argv)
{
  int status;

  g_return_val_if_fail (SL_IS_APPLICATION (self), EXIT_FAILURE);

  status = g_application_run (G_APPLICATION (self), argc, argv);
  if (status == EXIT_FAILURE && !self->understood)
    return EXIT_USAGE;
  return status != EXIT_SUCCESS ? status : self->status;
}
