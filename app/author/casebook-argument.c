/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lets every word take a casebook as it is at hand: a folder, or an archive, which nobody has to unpack
 * first and of which nothing stays behind. Leaves out what the word does with it.
 */
#include "config.h"

#include "casebook-argument.h"

#include "archive-unpack.h"
#include "staged-folder.h"

#include <glib/gi18n-lib.h>

struct _SlCasebookArgument
{
  GFile *place;
  GFile *temporary; /* (nullable): around the folder of an archive */
  GFile *folder;
};

static void
append (GPtrArray *findings, GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (findings, sl_finding_ref (others->pdata[i]));
}

SlCasebookArgument *
sl_casebook_argument_new (GFile *place)
{
  SlCasebookArgument *self;

  g_return_val_if_fail (G_IS_FILE (place), NULL);

  self = g_new0 (SlCasebookArgument, 1);
  self->place = g_object_ref (place);
  self->folder = g_object_ref (place);
  return self;
}

void
sl_casebook_argument_free (SlCasebookArgument *self)
{
  g_return_if_fail (self != NULL);

  if (self->temporary != NULL)
    sl_staged_folder_remove (self->temporary);
  g_clear_object (&self->temporary);
  g_object_unref (self->folder);
  g_object_unref (self->place);
  g_free (self);
}

SlCasebookArgument *
sl_casebook_argument_parse (char **arguments, const char *summary, const GOptionEntry *options)
{
  g_auto (GStrv) rest = sl_command_parse (arguments, _ ("CASEBOOK"), summary, options, 1, 1);
  g_autoptr (GFile) place = rest != NULL ? g_file_new_for_commandline_arg (rest[0]) : NULL;

  return place != NULL ? sl_casebook_argument_new (place) : NULL;
}

gboolean
sl_casebook_argument_unpack (SlCasebookArgument *self, SlReport *report, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (self != NULL && report != NULL, FALSE);

  if (self->temporary != NULL || !sl_archive_is_file (self->place))
    return TRUE;
  path = g_dir_make_tmp ("sidelight-XXXXXX", error);
  if (path == NULL)
    return FALSE;
  self->temporary = g_file_new_for_path (path);
  g_object_unref (self->folder);
  self->folder = g_file_get_child (self->temporary, "casebook");
  return sl_archive_unpack (self->place, self->folder, report, error);
}

SlCasebook *
sl_casebook_argument_read (SlCasebookArgument *self,
                           SlCasebookInspector inspect,
                           gpointer            data,
                           GPtrArray         **findings,
                           GError            **error)
{
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_finding_unref);
  g_autoptr (GPtrArray) others = NULL;
  SlCasebook *casebook = NULL;

  g_return_val_if_fail (self != NULL && findings != NULL, NULL);

  if (sl_casebook_argument_unpack (self, report, error))
    casebook = sl_casebook_reader_inspect_folder (self->folder, inspect, data, &others, error);
  append (all, sl_report_get_findings (report));
  if (others != NULL)
    append (all, others);
  *findings = g_steal_pointer (&all);
  return casebook;
}

GFile *
sl_casebook_argument_get_place (SlCasebookArgument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->place;
}

GFile *
sl_casebook_argument_get_folder (SlCasebookArgument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->folder;
}
