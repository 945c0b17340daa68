/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one list of all keys, for whoever takes them and for whoever shows them. The manual page has the same. */
#include "config.h"

#include "keys.h"

#include <glib/gi18n-lib.h>

#define FILM N_ ("Film")
#define TIME N_ ("Time")
#define WORDS N_ ("Words and Notes")
#define SOUND N_ ("Sound")
#define GENERAL N_ ("General")
#define MEDIA N_ ("Media Keys")
#define SCREENING N_ ("Following a Screening")

/* clang-format off */
static const SlKey all[] = {
  {SL_KEYS_OF_FILM, FILM, N_ ("Play or pause"), "space k", "win.play"},
  {SL_KEYS_OF_FILM, FILM, N_ ("Full screen"), "f", "win.fullscreen"},
  {SL_KEYS_OF_WINDOW, FILM, N_ ("Full screen"), "F11", "win.fullscreen"},
  {SL_KEYS_OF_FILM, FILM, N_ ("Slower"), "bracketleft", "win.slower"},
  {SL_KEYS_OF_FILM, FILM, N_ ("Faster"), "bracketright", "win.faster"},
  {SL_KEYS_OF_FILM, FILM, N_ ("Next kind of loop, or none"), "r", "win.next-loop"},
  {SL_KEYS_OF_FILM, FILM, N_ ("Begin a loop, end it, leave it"), "b", "win.loop-point"},
  {SL_KEYS_OF_PAGE, FILM, N_ ("Save the picture"), "<Control>s", "win.screenshot"},
{SL_KEYS_OF_PAGE, FILM, N_ ("Next clip of the film"), "<Control>Page_Down", "win.next-clip"},
  {SL_KEYS_OF_FILM, SOUND, N_ ("Louder"), "Up", "win.louder"},
  {SL_KEYS_OF_FILM, SOUND, N_ ("Quieter"), "Down", "win.quieter"},
  {SL_KEYS_OF_FILM, SOUND, N_ ("Sound on or off"), "m", "win.mute"},
  {SL_KEYS_OF_FILM, SOUND, N_ ("Spoken descriptions on or off"), "d", "win.descriptions"},
  {SL_KEYS_OF_FILM, TIME, N_ ("Back 5 seconds"), "Left", "win.seek-by(int64 -5000000000)"},
  {SL_KEYS_OF_FILM, TIME, N_ ("Forward 5 seconds"), "Right", "win.seek-by(int64 5000000000)"},
  {SL_KEYS_OF_FILM, TIME, N_ ("Back 10 seconds"), "j", "win.seek-by(int64 -10000000000)"},
  {SL_KEYS_OF_FILM, TIME, N_ ("Forward 10 seconds"), "l", "win.seek-by(int64 10000000000)"},
  {SL_KEYS_OF_FILM, TIME, N_ ("Previous chapter"), "Page_Up", "win.previous-chapter"},
  {SL_KEYS_OF_FILM, TIME, N_ ("Next chapter"), "Page_Down", "win.next-chapter"},
  {SL_KEYS_OF_FILM, TIME, N_ ("To the beginning"), "Home", "win.seek(int64 0)"},
  {SL_KEYS_OF_FILM, TIME, N_ ("To the end"), "End", "win.seek(int64 9223372036854775807)"},
  {SL_KEYS_OF_FILM, TIME, N_ ("One picture back"), "comma", "win.step(int64 -1)"},
  {SL_KEYS_OF_FILM, TIME, N_ ("One picture forward"), "period", "win.step(int64 1)"},
  {SL_KEYS_OF_PAGE, TIME, N_ ("Go to a time"), "<Control>g", "win.go-to-time"},
  {SL_KEYS_OF_FILM, WORDS, N_ ("Notes and facts, shown or hidden"), "n", "win.panel"},
  {SL_KEYS_OF_PAGE, WORDS, N_ ("Add a note of your own"), "<Control>d", "win.add-mark"},
  {SL_KEYS_OF_PAGE, WORDS, N_ ("Search the text"), "<Control>f", "win.search"},
  {SL_KEYS_OF_FILM, WORDS, N_ ("Quiet: notes at the chapter’s end"), "q", "win.quiet"},
  {SL_KEYS_OF_FILM, WORDS, N_ ("Captions on or off"), "c", "win.captions"},
  {SL_KEYS_OF_FILM, WORDS, N_ ("Captions earlier"), "z", "win.captions-earlier"},
  {SL_KEYS_OF_FILM, WORDS, N_ ("Captions later"), "x", "win.captions-later"},
  {SL_KEYS_OF_FILM, WORDS, N_ ("Sign language on or off"), "s", "win.sign"},
  {SL_KEYS_OF_WINDOW, WORDS, N_ ("Copy the time of the picture"), "<Control>t", "win.copy-time"},
  {SL_KEYS_OF_WINDOW, WORDS, N_ ("Copy a link to the picture"), "<Control>l", "win.copy-link"},
  {SL_KEYS_OF_SCREENING, SCREENING, N_ ("Hold the notes, or let them go on"), "space", "win.play"},
  {SL_KEYS_OF_SCREENING, SCREENING, N_ ("Back 1 second"), "Left", "win.seek-by(int64 -1000000000)"},
  {SL_KEYS_OF_SCREENING, SCREENING, N_ ("Forward 1 second"), "Right", "win.seek-by(int64 1000000000)"},
  {SL_KEYS_OF_SCREENING, SCREENING, N_ ("Back 10 seconds"), "<Control>Left", "win.seek-by(int64 -10000000000)"},
  {SL_KEYS_OF_SCREENING, SCREENING, N_ ("Forward 10 seconds"), "<Control>Right", "win.seek-by(int64 10000000000)"},
  {SL_KEYS_OF_SCREENING, SCREENING, N_ ("Previous chapter"), "Page_Up", "win.previous-chapter"},
  {SL_KEYS_OF_SCREENING, SCREENING, N_ ("Next chapter"), "Page_Down", "win.next-chapter"},
  {SL_KEYS_OF_SCREENING, SCREENING, N_ ("Back to where the film was"), "<Control>z", "screening.undo"},
  {SL_KEYS_OF_SCREENING, SCREENING, N_ ("Add a note of your own"), "<Control>d", "win.add-mark"},
  {SL_KEYS_OF_OTHERS, GENERAL, N_ ("Main menu"), "F10", NULL},
  {SL_KEYS_OF_WINDOW, GENERAL, N_ ("Open a casebook’s file"), "<Control>o", "win.open"},
  {SL_KEYS_OF_WINDOW, GENERAL, N_ ("Open a casebook’s folder"), "<Shift><Control>o", "win.open-folder"},
  {SL_KEYS_OF_WINDOW, GENERAL, N_ ("Back to the page before"), "<Alt>Left", "win.back"},
  {SL_KEYS_OF_OTHERS, GENERAL, N_ ("Leave full screen, or a message"), "Escape", NULL},
  {SL_KEYS_OF_PROGRAM, GENERAL, N_ ("Preferences"), "<Control>comma", "app.preferences"},
  {SL_KEYS_OF_PROGRAM, GENERAL, N_ ("Keyboard shortcuts"), "<Control>question", "app.shortcuts"},
  {SL_KEYS_OF_PROGRAM, GENERAL, N_ ("Quit"), "<Control>q", "app.quit"},
  {SL_KEYS_OF_FILM, MEDIA, N_ ("Play or pause"), "AudioPlay", "win.play"},
  {SL_KEYS_OF_FILM, MEDIA, N_ ("Pause"), "AudioPause", "win.pause"},
  {SL_KEYS_OF_FILM, MEDIA, N_ ("Stop"), "AudioStop", "win.stop"},
  {SL_KEYS_OF_FILM, MEDIA, N_ ("Back 10 seconds"), "AudioRewind", "win.seek-by(int64 -10000000000)"},
  {SL_KEYS_OF_FILM, MEDIA, N_ ("Forward 10 seconds"), "AudioForward", "win.seek-by(int64 10000000000)"},
  {SL_KEYS_OF_FILM, MEDIA, N_ ("Previous chapter"), "AudioPrev", "win.previous-chapter"},
  {SL_KEYS_OF_FILM, MEDIA, N_ ("Next chapter"), "AudioNext", "win.next-chapter"},
};
/* clang-format on */

const SlKey *
sl_keys_get_all (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (all);
  return all;
}

static gboolean
has_key (const SlKey *entry, guint key)
{
  g_auto (GStrv) keys = g_strsplit (entry->keys, " ", -1);

  for (guint i = 0; keys[i]; i++)
    if (gdk_keyval_from_name (keys[i]) == key)
      return TRUE;
  return FALSE;
}

const char *
sl_keys_find (guint key)
{
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].place == SL_KEYS_OF_FILM && has_key (&all[i], gdk_keyval_to_lower (key)))
      return all[i].action;
  return NULL;
}

void
sl_keys_bind (GtkWidgetClass *widget_class, SlKeysPlace place)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      GdkModifierType modifiers;
      guint           key;

      if (all[i].place != place)
        continue;
      if (!gtk_accelerator_parse (all[i].keys, &key, &modifiers))
        g_assert_not_reached ();
      gtk_widget_class_add_binding_action (widget_class, key, modifiers, all[i].action, NULL);
    }
}

void
sl_keys_give (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].place == SL_KEYS_OF_PROGRAM)
      gtk_application_set_accels_for_action (application, all[i].action, (const char *[]){all[i].keys, NULL});
}
