/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <stdio.h>

#include "casebook.h"
#include "finding.h"

G_BEGIN_DECLS

/* What the program ends with. */
typedef enum {
  SL_COMMAND_DONE = 0,
  SL_COMMAND_FAILED = 1, /* something is wrong with the casebook, or a file cannot be read or written */
  SL_COMMAND_USAGE = 2,  /* the command line is wrong */
} SlCommandStatus;

/* Says on standard error what went wrong, behind the program's name. Returns: @status */
SlCommandStatus sl_command_fail (SlCommandStatus status, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * sl_command_parse: reads the arguments of a word; ends the program for --help.
 * @arguments: the word and what follows it, with a NULL behind the last
 * @names: what stands behind the options, such as "OLD NEW", in the reader's language
 * @summary: what the word does, in the reader's language
 * @options: with one of NULL behind the last
 *
 * Returns: (transfer full) (nullable): what is left behind the options, @at_least to @at_most arguments; NULL
 * when the command line was wrong, which was said
 */
GStrv sl_command_parse (char              **arguments,
                        const char         *names,
                        const char         *summary,
                        const GOptionEntry *options,
                        guint               at_least,
                        guint               at_most) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a word that wants one folder. Returns: (transfer full) (nullable) */
GFile *sl_command_parse_folder (char              **arguments,
                                const char         *summary,
                                const GOptionEntry *options) G_GNUC_WARN_UNUSED_RESULT;

/* Prints a line for each of @findings, or one JSON object. @findings: (element-type SlFinding) */
void sl_command_print_findings (GPtrArray *findings, gboolean as_json, FILE *stream);

/* Writes @length bytes of @text to the file @path, whole or not at all, or to standard output.
 * @path: (nullable): NULL for standard output. Says what went wrong. */
SlCommandStatus sl_command_write (const char *text, gsize length, const char *path);

/* How many of @findings are of @severity. @findings: (element-type SlFinding) */
guint sl_command_count (GPtrArray *findings, SlSeverity severity);

G_END_DECLS
