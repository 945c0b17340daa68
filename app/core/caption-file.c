/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of captions that no casebook names: what is no WebVTT may be SubRip. */
#include "config.h"

#include "caption-file.h"

#include "subrip.h"
#include "webvtt.h"

#include <glib/gi18n-lib.h>

#define LARGEST MIN (SL_WEBVTT_MAX_BYTES, SL_SUBRIP_MAX_BYTES)

/* One byte more than a parser takes is enough for it to say so. */
static GBytes *
read_bytes (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *bytes = NULL;
  gsize            size = 0;

  if (stream == NULL)
    return NULL;
  bytes = g_malloc (LARGEST + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, LARGEST + 1, &size, NULL, error))
    return NULL;
  return g_bytes_new (bytes, size);
}

static GPtrArray *
parse (GBytes *bytes, GError **error)
{
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GError) webvtt_error = NULL;
  GPtrArray *cues = sl_webvtt_parse (bytes, "", report, &webvtt_error);

  if (g_error_matches (webvtt_error, SL_WEBVTT_ERROR, SL_WEBVTT_ERROR_NOT_WEBVTT))
    return sl_subrip_parse (bytes, "", report, error);
  if (cues == NULL)
    g_propagate_error (error, g_steal_pointer (&webvtt_error));
  return cues;
}

GListModel *
sl_caption_file_read (GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) cues = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = read_bytes (file, error);
  if (bytes == NULL)
    return NULL;
  cues = parse (bytes, error);
  if (cues == NULL)
    return NULL;
  if (cues->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("no caption was found in it"));
      return NULL;
    }
  return sl_caption_list_new (cues);
}
