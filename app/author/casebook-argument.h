/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook-reader.h"
#include "command.h"

G_BEGIN_DECLS

/* SlCasebookArgument: the casebook that a word was given, a folder or an archive. */
typedef struct _SlCasebookArgument SlCasebookArgument;

/* @place: a folder, or an archive that is unpacked when it is read */
SlCasebookArgument *sl_casebook_argument_new (GFile *place) G_GNUC_WARN_UNUSED_RESULT;

/* Removes what was unpacked. */
void sl_casebook_argument_free (SlCasebookArgument *self);

/* Reads the arguments of a word that wants one casebook, as sl_command_parse () does.
 * Returns: (transfer full) (nullable) */
SlCasebookArgument *sl_casebook_argument_parse (char              **arguments,
                                                const char         *summary,
                                                const GOptionEntry *options) G_GNUC_WARN_UNUSED_RESULT;

/* Unpacks an archive; for those who do not read the casebook. Returns: FALSE with @error of SL_ARCHIVE_ERROR,
 * and findings in @report, or of G_IO_ERROR */
gboolean sl_casebook_argument_unpack (SlCasebookArgument *self, SlReport *report, GError **error);

/**
 * sl_casebook_argument_read: reads the casebook.
 * @inspect: (nullable): with @data, as for sl_casebook_reader_inspect_folder ()
 * @findings: (out) (transfer full) (element-type SlFinding): of the archive and of the casebook
 * @error: of SL_CASEBOOK_ERROR, SL_ARCHIVE_ERROR or G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the casebook, whose folder is there as long as @self
 */
SlCasebook *sl_casebook_argument_read (SlCasebookArgument *self,
                                       SlCasebookInspector inspect,
                                       gpointer            data,
                                       GPtrArray         **findings,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none): what was named */
GFile *sl_casebook_argument_get_place (SlCasebookArgument *self);

/* Returns: (transfer none): the folder with its files, while and after it is read */
GFile *sl_casebook_argument_get_folder (SlCasebookArgument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCasebookArgument, sl_casebook_argument_free)

G_END_DECLS
