/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Languages, memory and GStreamer are set up; everything else is the application's. */
#include "config.h"

#include "application.h"
#include "installation.h"
#include "renderer.h"

#include <glib/gi18n.h>
#include <gst/gst.h>
#include <locale.h>
#include <malloc.h>

/* A frame is a few megabytes that come and go thirty times a second: kept, they need not be cleared anew by
 * the kernel each time. */
static void
keep_frame_memory (void)
{
  mallopt (M_MMAP_THRESHOLD, 64 * 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 128 * 1024 * 1024);
}

static void
choose_renderer (void)
{
  const char *renderer = sl_renderer_choose ("/dev", g_getenv ("GSK_RENDERER"));

  if (renderer)
    g_setenv ("GSK_RENDERER", renderer, TRUE);
}

int
main (int argc, char **argv)
{
  g_autofree char *localedir = sl_installation_get_localedir ();
  g_autoptr (SlApplication) application = NULL;

  keep_frame_memory ();
  choose_renderer ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("Sidelight"));
  gst_init (NULL, NULL);

  application = sl_application_new ();
  return sl_application_run (application, argc, argv);
}
