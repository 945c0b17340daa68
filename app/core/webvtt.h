/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "timed-text.h"

G_BEGIN_DECLS

#define SL_WEBVTT_MAX_BYTES (16 * 1024 * 1024)

#define SL_WEBVTT_ERROR (sl_webvtt_error_quark ())
GQuark sl_webvtt_error_quark (void);

typedef enum {
  SL_WEBVTT_ERROR_TOO_LARGE,  /* more than SL_WEBVTT_MAX_BYTES */
  SL_WEBVTT_ERROR_NOT_WEBVTT, /* does not begin with WEBVTT */
} SlWebvttError;

/**
 * sl_webvtt_parse: reads captions by the file parsing algorithm of W3C's WebVTT.
 * @file: the path for findings
 *
 * The algorithm forgives much and tells nothing; what it passes over is told to @report.
 *
 * Returns: (transfer full) (element-type SlTimedText): in the order of the file; NULL with @error of
 * SL_WEBVTT_ERROR
 */
GPtrArray *sl_webvtt_parse (GBytes     *bytes,
                            const char *file,
                            SlReport   *report,
                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
