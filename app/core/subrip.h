/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "timed-text.h"
#include "webvtt-writer.h"

G_BEGIN_DECLS

#define SL_SUBRIP_MAX_BYTES (16 * 1024 * 1024)

#define SL_SUBRIP_ERROR (sl_subrip_error_quark ())
GQuark sl_subrip_error_quark (void);

typedef enum {
  SL_SUBRIP_ERROR_TOO_LARGE,  /* more than SL_SUBRIP_MAX_BYTES */
  SL_SUBRIP_ERROR_NOT_SUBRIP, /* has text and no line with the times of a caption */
} SlSubripError;

/**
 * sl_subrip_parse: reads SubRip captions as they are found, in UTF-8, UTF-16 or Windows-1252.
 * @file: the path for findings
 *
 * A caption begins at a line with times, whatever stands before it, and ends before the next one, so empty
 * lines inside it are kept. Numbers are passed over, as they say no more than the order does. What is mended
 * or left out is told to @report.
 *
 * Returns: (transfer full) (element-type SlTimedText): in the order of the file; NULL with @error of
 * SL_SUBRIP_ERROR
 */
GPtrArray *sl_subrip_parse (GBytes     *bytes,
                            const char *file,
                            SlReport   *report,
                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the words of one caption without its markup and the space around them; what is not known to
 * be markup stays as it is */
char *sl_subrip_to_plain (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Appends one caption with @number, from 1. A speaker is written as words before the text.
 * Returns: what could not be written so that it is read again */
SlCaptionLoss sl_subrip_append (GString *file, const SlTimedText *cue, guint number);

G_END_DECLS
