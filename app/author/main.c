/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sidelight-author: finds the room for a word. Everything that a word does is there. */
#include "config.h"

#include "check.h"
#include "diff.h"
#include "export.h"
#include "import.h"
#include "migrate.h"
#include "new.h"
#include "pack.h"
#include "pot.h"
#include "probe-command.h"
#include "stats.h"
#include "unpack.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

typedef struct
{
  const char *name;
  const char *summary; /* (nullable): for translation */
  SlCommandStatus (*run) (char **arguments);
} Word;

static const Word words[] = {
  {"new", N_ ("make a small casebook to begin with"), sl_new_run},
   {"check", N_ ("say what is wrong in a casebook"), sl_check_run},
    {"pot", N_ ("write the template for translators of a casebook"), sl_pot_run},
     {"probe", N_ ("say what a media file is made of"), sl_probe_command_run},
      {"import", N_ ("read captions, chapters, facts and events of another format"), sl_import_run},
       {"export", N_ ("write them as another format"), sl_export_run},
        {"pack", N_ ("make one file of a casebook"), sl_pack_run},
         {"unpack", N_ ("make a folder of such a file"), sl_unpack_run},
          {"diff", N_ ("tell what differs between two casebooks"), sl_diff_run},
           {"stats", N_ ("count what is in a casebook"), sl_stats_run},
            {"migrate", N_ ("write a casebook of an older format anew"), sl_migrate_run},
             {NULL},
};

/* The program knows that it was not installed by where it lies. */
static char *
dup_locale_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const gboolean   is_uninstalled = program != NULL && g_str_has_prefix (program, SL_BUILD_ROOT "/");

  return g_strdup (is_uninstalled ? SL_BUILD_LOCALEDIR : SL_LOCALEDIR);
}

static void
print_usage (void)
{
  g_print ("%s\n\n", _ ("Usage: sidelight-author WORD [OPTION…] FOLDER"));
  for (const Word *word = words; word->name != NULL; word++)
    g_print ("  %-8s%s\n", word->name, _ (word->summary));
  g_print ("\n%s\n", _ ("“sidelight-author WORD --help” tells the options of a word."));
}

/* What is printed may be lost on a full disk only when it leaves the program. */
static SlCommandStatus
finish (SlCommandStatus status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  if (status != SL_COMMAND_DONE)
    return status; /* which was told, perhaps for this reason */
  return sl_command_fail (SL_COMMAND_FAILED, _ ("This cannot be written: %s"), g_strerror (errno));
}

static SlCommandStatus
run_word (char **arguments)
{
  const char *name = arguments[0];

  for (const Word *word = words; word->name != NULL; word++)
    if (g_str_equal (word->name, name))
      return word->run (arguments);
  return sl_command_fail (SL_COMMAND_USAGE, _ ("There is no word “%s”. “sidelight-author --help” lists them all."), name);
}

int
main (int argc, char **argv)
{
  g_autofree char *locale_folder = dup_locale_folder ();

  setvbuf (stdout, NULL, _IOLBF, 0); /* what is printed and what is said stay in order in a file, too */
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2)
    return sl_command_fail (SL_COMMAND_USAGE, _ ("Say what to do. “sidelight-author --help” lists the words."));
  if (g_str_equal (argv[1], "--version"))
    g_print ("sidelight-author %s\n", SL_VERSION);
  else if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    print_usage ();
  else
    return finish (run_word (argv + 1));
  return finish (SL_COMMAND_DONE);
}
