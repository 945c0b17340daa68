/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prints what a media file is made of: for people, and as one JSON object for programs. Whether that is good
 * for a casebook is for the check to say.
 */
#include "config.h"

#include "probe-command.h"

#include "json-text.h"
#include "probe.h"
#include "span.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PATIENCE (15 * G_GINT64_CONSTANT (1000000000))

static const char *const kinds[] = {
  [SL_PROBE_VIDEO] = "video",
  [SL_PROBE_AUDIO] = "audio",
  [SL_PROBE_TEXT] = "text",
};

/* Adds ,"key": and the time, or null when it is not known. */
static void
append_time (GString *json, const char *key, gint64 time)
{
  g_autofree char *text = time >= 0 ? sl_time_format (time) : NULL;

  g_string_append_printf (json, ",\"%s\":", key);
  if (text != NULL)
    sl_json_text_append (json, text);
  else
    g_string_append (json, "null");
}

/* @text: (nullable) */
static void
append_text (GString *json, const char *key, const char *text)
{
  g_string_append_printf (json, ",\"%s\":", key);
  if (text != NULL)
    sl_json_text_append (json, text);
  else
    g_string_append (json, "null");
}

static void
append_track (GString *json, const SlProbeTrack *track)
{
  g_string_append_printf (json, "{\"kind\":\"%s\"", kinds[track->kind]);
  append_text (json, "codec", track->codec);
  append_text (json, "language", track->language);
  if (track->kind == SL_PROBE_VIDEO)
    g_string_append_printf (json, ",\"width\":%u,\"height\":%u,\"rate\":\"%u/%u\"", track->width, track->height,
                            track->rate_n, track->rate_d);
  if (track->kind == SL_PROBE_AUDIO)
    g_string_append_printf (json, ",\"sample_rate\":%u,\"channels\":%u", track->sample_rate, track->channels);
  g_string_append_c (json, '}');
}

static void
append_chapter (GString *json, const SlProbeChapter *chapter)
{
  g_string_append_printf (json, "{\"depth\":%u", chapter->depth);
  append_text (json, "title", chapter->title);
  append_time (json, "from", chapter->start);
  append_time (json, "to", chapter->end);
  g_string_append_c (json, '}');
}

static char *
make_json (const char *path, const SlProbe *probe)
{
  GString         *json = g_string_new ("{\"file\":");
  g_autofree char *name = g_filename_display_name (path);

  sl_json_text_append (json, name);
  append_text (json, "container", probe->container);
  append_time (json, "duration", probe->duration);
  append_time (json, "data_end", probe->data_end);
  append_time (json, "longest_gap", probe->longest_gap);
  g_string_append (json, ",\"tracks\":[");
  for (guint i = 0; i < probe->tracks->len; i++)
    {
      g_string_append (json, i > 0 ? "," : "");
      append_track (json, probe->tracks->pdata[i]);
    }
  g_string_append (json, "],\"chapters\":[");
  for (guint i = 0; i < probe->chapters->len; i++)
    {
      g_string_append (json, i > 0 ? "," : "");
      append_chapter (json, probe->chapters->pdata[i]);
    }
  g_string_append (json, "]}\n");
  return g_string_free (json, FALSE);
}

static void
print_time (GString *text, const char *label, gint64 time)
{
  g_autofree char *words = time >= 0 ? sl_time_format (time) : g_strdup (_ ("not known"));

  g_string_append_printf (text, "%s %s\n", label, words);
}

static void
print_track (GString *text, const SlProbeTrack *track)
{
  g_string_append_printf (text, "  %s: %s", kinds[track->kind], track->codec);
  if (track->kind == SL_PROBE_VIDEO)
    g_string_append_printf (text, ", %u × %u", track->width, track->height);
  if (track->kind == SL_PROBE_VIDEO && track->rate_n > 0)
    g_string_append_printf (text, ", %.4g/s", (double)track->rate_n / track->rate_d);
  if (track->kind == SL_PROBE_AUDIO)
    g_string_append_printf (text, ", %u Hz × %u", track->sample_rate, track->channels);
  if (track->language != NULL)
    g_string_append_printf (text, ", %s", track->language);
  g_string_append_c (text, '\n');
}

static void
print_chapter (GString *text, const SlProbeChapter *chapter)
{
  g_autofree char *start = sl_time_format (chapter->start);
  g_autofree char *end = sl_time_format (chapter->end);

  g_string_append_printf (text, "  %*s%s – %s %s\n", (int)MIN (chapter->depth, 20) * 2, "", start, end,
                          chapter->title != NULL ? chapter->title : "");
}

static char *
make_words (const SlProbe *probe)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s\n", _ ("Container:"), probe->container != NULL ? probe->container : _ ("none"));
  print_time (text, _ ("Duration:"), probe->duration);
  print_time (text, _ ("Sound and picture up to:"), probe->data_end);
  print_time (text, _ ("Longest time without a keyframe:"), probe->longest_gap);
  g_string_append_printf (text, "%s\n", _ ("Tracks:"));
  for (guint i = 0; i < probe->tracks->len; i++)
    print_track (text, probe->tracks->pdata[i]);
  if (probe->chapters->len > 0)
    g_string_append_printf (text, "%s\n", _ ("Chapters:"));
  for (guint i = 0; i < probe->chapters->len; i++)
    print_chapter (text, probe->chapters->pdata[i]);
  return g_string_free (text, FALSE);
}

SlCommandStatus
sl_probe_command_run (char **arguments)
{
  gboolean           as_json = FALSE;
  const GOptionEntry options[] = {
    {"json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL},
     {NULL},
  };
  g_auto (GStrv) rest = sl_command_parse (arguments, _ ("FILE"), _ ("Says what a media file is made of."), options, 1, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlProbe) probe = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (rest == NULL)
    return SL_COMMAND_USAGE;
  probe = sl_probe_file (rest[0], PATIENCE, &error);
  name = g_filename_display_name (rest[0]);
  if (probe == NULL)
    return sl_command_fail (SL_COMMAND_FAILED, "%s: %s", name, error->message);
  text = as_json ? make_json (rest[0], probe) : make_words (probe);
  return sl_command_write (text, strlen (text), NULL);
}
