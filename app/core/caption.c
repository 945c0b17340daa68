/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Captions as words and times. The markup of the file they came from is gone by now, see webvtt.
 */
#include "caption.h"

#include "record-macros.h"
#include "timed-text.h"

struct _SlCaption
{
  GObject parent_instance;

  char    *id;
  gint64   start;
  gint64   end;
  char    *text;
  char    *speaker;
  gboolean extended;
};

static const SlRecordField sl_caption_fields[] = {
  {"id", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCaption, id)},
  {"start", SL_RECORD_INT64, G_STRUCT_OFFSET (SlCaption, start)},
  {"end", SL_RECORD_INT64, G_STRUCT_OFFSET (SlCaption, end)},
  {"text", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCaption, text)},
  {"speaker", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCaption, speaker)},
  {"extended", SL_RECORD_BOOL, G_STRUCT_OFFSET (SlCaption, extended)},
};

SL_DEFINE_RECORD (SlCaption, sl_caption)

SL_RECORD_GETTER (SlCaption, sl_caption, const char *, id)
SL_RECORD_GETTER (SlCaption, sl_caption, gint64, start)
SL_RECORD_GETTER (SlCaption, sl_caption, gint64, end)
SL_RECORD_GETTER (SlCaption, sl_caption, const char *, text)
SL_RECORD_GETTER (SlCaption, sl_caption, const char *, speaker)
SL_RECORD_GETTER (SlCaption, sl_caption, gboolean, extended)

struct _SlCaptionTrack
{
  GObject parent_instance;

  char       *language;
  char       *file;
  char       *kind;
  GListModel *captions;
};

static const SlRecordField sl_caption_track_fields[] = {
  {"language", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCaptionTrack, language)},
  {"file", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCaptionTrack, file)},
  {"kind", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCaptionTrack, kind)},
  {"captions", SL_RECORD_LIST, G_STRUCT_OFFSET (SlCaptionTrack, captions)},
};

SL_DEFINE_RECORD (SlCaptionTrack, sl_caption_track)

SL_RECORD_GETTER (SlCaptionTrack, sl_caption_track, const char *, language)
SL_RECORD_GETTER (SlCaptionTrack, sl_caption_track, const char *, file)
SL_RECORD_GETTER (SlCaptionTrack, sl_caption_track, const char *, kind)
SL_RECORD_GETTER (SlCaptionTrack, sl_caption_track, GListModel *, captions)

GListModel *
sl_caption_list_new (GPtrArray *cues)
{
  GListStore *captions = g_list_store_new (SL_TYPE_CAPTION);

  g_return_val_if_fail (cues != NULL, G_LIST_MODEL (captions));

  for (guint i = 0; i < cues->len; i++)
    {
      SlTimedText     *cue = cues->pdata[i];
      g_autofree char *start = sl_time_format (cue->span.start);
      g_autoptr (SlCaption) caption = NULL;

      caption = g_object_new (SL_TYPE_CAPTION, "id", *cue->id != '\0' ? cue->id : start,
                              "start", cue->span.start, "end", cue->span.end, "text", cue->text,
                              "speaker", cue->speaker, "extended", cue->extended, NULL);
      g_list_store_append (captions, caption);
    }
  return G_LIST_MODEL (captions);
}
