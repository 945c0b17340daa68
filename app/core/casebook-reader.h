/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook-rules.h"
#include "casebook.h"
#include "finding.h"

G_BEGIN_DECLS

#define SL_CASEBOOK_ERROR (sl_casebook_error_quark ())
GQuark sl_casebook_error_quark (void);

typedef enum {
  SL_CASEBOOK_ERROR_NOT_FOUND,        /* there is no such folder */
  SL_CASEBOOK_ERROR_NO_CASEBOOK_JSON, /* the folder is not a casebook */
  SL_CASEBOOK_ERROR_UNREADABLE,       /* the folder or casebook.json cannot be read */
  SL_CASEBOOK_ERROR_NOT_JSON,         /* casebook.json is not the JSON that the format asks for */
  SL_CASEBOOK_ERROR_INCOMPLETE,       /* casebook.json lacks what every casebook must say */
  SL_CASEBOOK_ERROR_TOO_NEW,          /* made for a later version of the program */
  SL_CASEBOOK_ERROR_TOO_OLD,          /* made for an earlier one; there is a migration */
  SL_CASEBOOK_ERROR_NO_FILE,          /* casebook.json is a folder, a pipe, a device, a link out of it */
} SlCasebookError;

/**
 * sl_casebook_reader_read_folder: reads the casebook in @folder, which must be a local one.
 * @findings: (out) (optional) (transfer full) (element-type SlFinding): all that was found, also on failure
 * @error: SL_CASEBOOK_ERROR
 *
 * Waits for the disk; any thread may call it. Opens nothing outside the folder. What is bad is left out
 * with a finding; it fails only when casebook.json itself is of no use.
 *
 * Returns: (transfer full) (nullable): the casebook
 */
SlCasebook *sl_casebook_reader_read_folder (GFile      *folder,
                                            GPtrArray **findings,
                                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;

/* Sees all records with the places of their values, when the rules have been applied and nothing is built
 * yet. What it adds to the report of @drafts is a finding of the casebook like any other. */
typedef void (*SlCasebookInspector) (SlCasebookDrafts *drafts, gpointer data);

/* The same as sl_casebook_reader_read_folder (), for those who look for more than a reader needs. */
SlCasebook *sl_casebook_reader_inspect_folder (GFile              *folder,
                                               SlCasebookInspector inspect,
                                               gpointer            data,
                                               GPtrArray         **findings,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a casebook in memory, which has no folder. @files: (element-type utf8 GBytes): contents by path. */
SlCasebook *sl_casebook_reader_read_bytes (GHashTable *files,
                                           GPtrArray **findings,
                                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
