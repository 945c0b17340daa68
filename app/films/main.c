/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sidelight-films: the command line. A storyboard goes in; a film, one frame, a sheet of frames,
 * a checksum of all of them or a poster comes out. Leaves out everything but arguments, messages and exit codes. */
#include "config.h"

#include "contact-sheet.h"
#include "digest.h"
#include "encoder.h"
#include "picture.h"
#include "poster-card.h"
#include "storyboard.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <gst/gst.h>
#include <math.h>
#include <unistd.h>

enum {
  EXIT_DONE = 0,
  EXIT_FAILED = 1,     /* the result could not be made or written */
  EXIT_USAGE = 2,      /* the command line is wrong */
  EXIT_STORYBOARD = 3, /* the storyboard is wrong */
};

static int
usage (void)
{
  g_printerr ("Usage: sidelight-films [--still] COMMAND\n"
              "  sidelight-films render STORYBOARD OUT.webm\n"
              "  sidelight-films frame STORYBOARD SECONDS OUT.png\n"
              "  sidelight-films sheet STORYBOARD OUT.png\n"
              "  sidelight-films digest STORYBOARD [EVERY]\n"
              "  sidelight-films poster POSTER OUT.png\n"
              "\n"
              "Draws a film from a storyboard, and a poster from what it is to say. A digest is of\n"
              "each picture, or of each of so many, and of the sound: the same for the same film. With --still\n"
              "it is the film without motion: one or a few pictures a shot. Exit codes:\n"
              "0 done, 1 it could not be made, 2 wrong command line, 3 wrong storyboard or poster.\n");

  return EXIT_USAGE;
}

static int
fail (int         code,
      const char *message)
{
  g_printerr ("sidelight-films: %s\n", message);

  return code;
}

static int
write_png (cairo_surface_t *surface,
           const char      *path)
{
  cairo_status_t status = cairo_surface_write_to_png (surface, path);

  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_autofree char *message = g_strdup_printf ("%s: %s", path, cairo_status_to_string (status));

      return fail (EXIT_FAILED, message);
    }

  return EXIT_DONE;
}

static void
report_cb (guint    done,
           guint    all,
           gpointer user_data)
{
  if (done == all || done % 30 == 0)
    g_printerr ("\r%u of %u frames%s", done, all, done == all ? "\n" : "");
}

static int
render (SlStoryboard *storyboard,
        const char   *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;

  if (!sl_encoder_write (storyboard, file, isatty (STDERR_FILENO) ? report_cb : NULL, NULL, &error))
    return fail (EXIT_FAILED, error->message);

  return EXIT_DONE;
}

static int
draw_frame (SlStoryboard *storyboard,
            const char   *text,
            const char   *path)
{
  char  *end = NULL;
  double seconds = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !isfinite (seconds) || seconds < 0)
    return fail (EXIT_USAGE, "SECONDS must be a number such as 65.5");

  return write_png (sl_picture_new (storyboard, sl_picture_frame_at (storyboard, seconds)), path);
}

static int
print_digest (SlStoryboard *storyboard,
              const char   *every)
{
  guint64          step = 1;
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;

  if (every != NULL && !g_ascii_string_to_unsigned (every, 10, 1, G_MAXUINT16, &step, NULL))
    return fail (EXIT_USAGE, "EVERY must be a number of frames such as 90");
  digest = sl_digest_new (storyboard, (guint)step, &error);
  if (digest == NULL)
    return fail (EXIT_FAILED, error->message);
  g_print ("%s", digest);

  return EXIT_DONE;
}

static int
draw_poster (GFile      *file,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *card = sl_poster_card_new (file, &error);

  return card ? write_png (card, path) : fail (EXIT_STORYBOARD, error->message);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (SlStoryboard) storyboard = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_still, is_render, is_frame, is_sheet, is_digest, is_poster;

  gst_init (&argc, &argv);
  is_still = argc > 1 && g_str_equal (argv[1], "--still");
  if (is_still)
    {
      argc--;
      argv++;
    }
  is_render = argc == 4 && g_str_equal (argv[1], "render");
  is_frame = argc == 5 && g_str_equal (argv[1], "frame");
  is_sheet = argc == 4 && g_str_equal (argv[1], "sheet");
  is_digest = (argc == 3 || argc == 4) && g_str_equal (argv[1], "digest");
  is_poster = argc == 4 && !is_still && g_str_equal (argv[1], "poster");
  if (!is_render && !is_frame && !is_sheet && !is_digest && !is_poster)
    return usage ();

  file = g_file_new_for_commandline_arg (argv[2]);
  if (is_poster)
    return draw_poster (file, argv[3]);
  storyboard = sl_storyboard_new_from_file (file, &error);
  if (storyboard == NULL)
    return fail (EXIT_STORYBOARD, error->message);
  sl_storyboard_set_still (storyboard, is_still);
  if (is_render)
    return render (storyboard, argv[3]);
  if (is_digest)
    return print_digest (storyboard, argc == 4 ? argv[3] : NULL);
  if (is_frame)
    return draw_frame (storyboard, argv[3], argv[4]);

  return write_png (sl_contact_sheet_new (storyboard), argv[3]);
}
