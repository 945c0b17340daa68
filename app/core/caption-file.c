/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of captions that no casebook names: what it is, its first bytes say. */
#include "config.h"

#include "caption-file.h"

#include "subrip.h"
#include "webvtt.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

static gboolean
is_webvtt (GBytes *bytes)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  return size >= 6 && memcmp (data, "WEBVTT", 6) == 0;
}

GListModel *
sl_caption_file_read (GFile *file, GError **error)
{
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) cues = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = read_bytes (file, error);
  if (bytes == NULL)
    return NULL;
  cues = is_webvtt (bytes) ? sl_webvtt_parse (bytes, "", report, error) : sl_subrip_parse (bytes, "", report, error);
  if (cues == NULL)
    return NULL;
  if (cues->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("no caption was found in it"));
      return NULL;
    }
  return sl_caption_list_new (cues);
}
