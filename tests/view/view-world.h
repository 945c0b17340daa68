/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"
#include "virtual-time.h"
#include "window.h"

G_BEGIN_DECLS

/* What tests of the view have in common: casebooks, the conductor under a virtual clock, windows and what is in them. */

/* GStreamer, GTK and Adwaita in English, with nothing that moves by itself. */
void view_world_start (int *argc, char ***argv);

/* Ends the test with @what (transfer none) in five minutes. Returns: what takes that back */
guint view_world_begin_waiting (const char *what);

/* Runs the main loop until it is so, however long that takes a loaded machine. */
#define wait_until(condition)                                                \
  G_STMT_START                                                               \
  {                                                                          \
    const guint late_ = view_world_begin_waiting (G_STRLOC ": " #condition); \
                                                                             \
    while (!(condition))                                                     \
      g_main_context_iteration (NULL, TRUE);                                 \
    g_source_remove (late_);                                                 \
  }                                                                          \
  G_STMT_END

typedef struct
{
  const char *name; /* with its folders, which are made */
  const char *text;
} ViewWorldFile;

/* @files: the last has no name. Returns: (transfer full): a new folder with them */
char *view_world_make_folder (const ViewWorldFile *files) G_GNUC_WARN_UNUSED_RESULT;
void  view_world_write (const char *folder, const char *name, const char *text);
void  view_world_remove_folder (char *folder); /* (transfer full): with all that is in it */

GFile      *view_world_find_shipped (void) G_GNUC_WARN_UNUSED_RESULT;       /* a casebook's folder */
SlCasebook *view_world_read (const char *folder) G_GNUC_WARN_UNUSED_RESULT; /* one that is right */
SlCasebook *view_world_read_shipped (void) G_GNUC_WARN_UNUSED_RESULT;

/* With a new session in which @casebook is open, and a player by @time that waits for a slow machine. */
SlConductor *view_world_make_conductor (SlCasebook *casebook, VirtualTime *time) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none) (nullable): the first of the type, @widget itself included, children before siblings */
GtkWidget *view_world_find (GtkWidget *widget, GType type);
/* As if the film had it, or with NULL none, whatever its player tells after that. */
void view_world_show_fault (SlWindow *window, SlFault *fault);
/* Whether a label that is seen in @widget has @part in it. */
gboolean   view_world_says (GtkWidget *widget, const char *part);
GtkWidget *view_world_find_chooser (void);                              /* (nullable): the desktop's dialog, where it is GTK's */
GtkWidget *view_world_find_named (GtkWidget *widget, const char *type); /* a type that nobody else knows */

/* The program's own style, from here on. */
void view_world_use_style (void);

/* As the guidelines for accessible content have it: from 1 to 21. */
double view_world_get_contrast (const GdkRGBA *a, const GdkRGBA *b);

/* With a player that waits for a slow machine. */
SlWindow *view_world_make_window (void) G_GNUC_WARN_UNUSED_RESULT;

void view_world_wait_for_paint (GtkWidget *widget); /* one that begins from now on, of its window or popover */
void view_world_wait_for_page (SlWindow *window, const char *page);
void view_world_close (SlWindow *window); /* until nothing of it is left */

G_END_DECLS
