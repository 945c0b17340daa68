/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * WebVTT as others read it: what the parser of this project gets back from it is what went in, but for
 * what no caption file can hold, and that is told.
 */
#include "webvtt-writer.h"

#include <string.h>

#define NS_PER_MS G_GINT64_CONSTANT (1000000)

static void
append_time (GString *file, gint64 time)
{
  gint64 milliseconds = time / NS_PER_MS;

  g_string_append_printf (file, "%02" G_GINT64_FORMAT ":%02d:%02d.%03d", milliseconds / 3600000,
                          (int)(milliseconds / 60000 % 60), (int)(milliseconds / 1000 % 60),
                          (int)(milliseconds % 1000));
}

/* Whether @text can stand on a line of its own that is no times. */
static gboolean
is_line (const char *text)
{
  return strpbrk (text, "\r\n") == NULL && strstr (text, "-->") == NULL;
}

static void
append_escaped (GString *file, char character)
{
  if (character == '&')
    g_string_append (file, "&amp;");
  else if (character == '<')
    g_string_append (file, "&lt;");
  else if (character == '>')
    g_string_append (file, "&gt;");
  else
    g_string_append_c (file, character);
}

SlCaptionLoss
sl_webvtt_append_text (GString *file, const char *text, gboolean escape)
{
  SlCaptionLoss loss = SL_CAPTION_LOSS_NONE;
  gboolean      line_is_empty = TRUE;

  g_return_val_if_fail (file != NULL && text != NULL, SL_CAPTION_LOSS_NONE);

  for (const char *at = text; *at != '\0'; at++)
    if (*at == '\n' && (line_is_empty || at[1] == '\n' || at[1] == '\0'))
      {
        loss |= SL_CAPTION_LOSS_EMPTY_LINES;
      }
    else if (*at == '\n')
      {
        g_string_append_c (file, '\n');
        line_is_empty = TRUE;
      }
    else if (g_ascii_iscntrl (*at) && *at != '\t')
      {
        loss |= SL_CAPTION_LOSS_CONTROL;
      }
    else
      {
        if (escape)
          append_escaped (file, *at);
        else
          g_string_append_c (file, *at);
        line_is_empty = FALSE;
      }
  return loss;
}

/* A name on one line and without needless space, as it is read again. */
static SlCaptionLoss
append_speaker (GString *file, const char *speaker)
{
  g_autofree char *name = g_strdup (speaker);
  g_auto (GStrv) words = NULL;
  gboolean is_first = TRUE;
  gsize    begin;

  g_strdelimit (name, "\n\r\t\f", ' ');
  words = g_strsplit (name, " ", -1);
  g_string_append (file, "<v ");
  begin = file->len;
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        if (!is_first)
          g_string_append_c (file, ' ');
        for (const char *at = words[i]; *at != '\0'; at++)
          if (!g_ascii_iscntrl (*at))
            append_escaped (file, *at);
        is_first = FALSE;
      }
  if (file->len == begin)
    {
      g_string_truncate (file, begin - strlen ("<v "));
      return *speaker != '\0' ? SL_CAPTION_LOSS_SPEAKER : SL_CAPTION_LOSS_NONE;
    }
  g_string_append_c (file, '>');
  g_free (name);
  name = g_strjoinv (" ", words);
  for (const char *at = name; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      return SL_CAPTION_LOSS_SPEAKER;
  g_strstrip (name);
  return g_str_equal (name, speaker) && strstr (name, "  ") == NULL ? SL_CAPTION_LOSS_NONE : SL_CAPTION_LOSS_SPEAKER;
}

void
sl_webvtt_begin (GString *file)
{
  g_return_if_fail (file != NULL);

  g_string_append (file, "WEBVTT\n");
}

SlCaptionLoss
sl_webvtt_append (GString *file, const SlTimedText *cue)
{
  SlCaptionLoss    loss = SL_CAPTION_LOSS_NONE;
  g_autofree char *settings = NULL;
  gsize            before;

  g_return_val_if_fail (file != NULL && cue != NULL, SL_CAPTION_LOSS_NONE);

  g_string_append_c (file, '\n');
  if (!is_line (cue->id))
    loss |= SL_CAPTION_LOSS_ID;
  else if (*cue->id != '\0')
    g_string_append_printf (file, "%s\n", cue->id);
  append_time (file, cue->span.start);
  g_string_append (file, " --> ");
  append_time (file, cue->span.end);
  settings = g_strstrip (g_strdup (cue->settings));
  if (!is_line (settings) || !g_str_equal (settings, cue->settings))
    loss |= SL_CAPTION_LOSS_SETTINGS;
  if (is_line (settings) && *settings != '\0')
    g_string_append_printf (file, " %s", settings);
  g_string_append_c (file, '\n');
  before = file->len;
  if (cue->speaker != NULL)
    loss |= append_speaker (file, cue->speaker);
  loss |= sl_webvtt_append_text (file, cue->text, TRUE);
  if (file->len > before)
    g_string_append_c (file, '\n');
  return loss;
}
