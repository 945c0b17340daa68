/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "probe-chapter.h"

G_BEGIN_DECLS

/* A time that a file does not tell. */
#define SL_PROBE_UNKNOWN (G_GINT64_CONSTANT (-1))

#define SL_PROBE_ERROR (sl_probe_error_quark ())
GQuark sl_probe_error_quark (void);

typedef enum {
  SL_PROBE_ERROR_NOT_FOUND,  /* there is no such file */
  SL_PROBE_ERROR_NOT_PLAIN,  /* a folder, a pipe, a device */
  SL_PROBE_ERROR_UNREADABLE, /* it may not be read, or the disk fails */
  SL_PROBE_ERROR_NOT_MEDIA,  /* neither sound nor picture was found in it */
  SL_PROBE_ERROR_DAMAGED,    /* recognised, and broken */
  SL_PROBE_ERROR_NO_ANSWER,  /* nothing more came of it for too long */
} SlProbeError;

typedef enum {
  SL_PROBE_VIDEO,
  SL_PROBE_AUDIO,
  SL_PROBE_TEXT,
} SlProbeTrackKind;

typedef struct
{
  SlProbeTrackKind kind;
  char            *codec;    /* a short word such as "vp9", or the name that GStreamer has for it */
  char            *language; /* (nullable): as the file says it */
  guint            width;    /* of a picture, in pixels of the file */
  guint            height;
  guint            rate_n; /* pictures a second, a fraction; 0/1 when they come as they please */
  guint            rate_d;
  guint            sample_rate; /* of sound, a second */
  guint            channels;
} SlProbeTrack;

/* SlProbe: what a media file is made of. */
typedef struct
{
  char      *container;   /* (nullable): such as "webm" or "mp4", or the name that GStreamer has for it */
  gint64     duration;    /* nanoseconds; SL_PROBE_UNKNOWN when the file does not tell */
  GPtrArray *tracks;      /* (element-type SlProbeTrack) */
  GPtrArray *chapters;    /* (element-type SlProbeChapter) */
  gint64     longest_gap; /* nanoseconds from one keyframe to the next or the end; SL_PROBE_UNKNOWN without a picture */
  gint64     data_end;    /* nanoseconds, up to which there is anything: a file that was cut short says otherwise in its
                             head; SL_PROBE_UNKNOWN when nothing could be told */
} SlProbe;

/**
 * sl_probe_file: looks at all of a media file without decoding it.
 * @path: of a local file
 * @patience: nanoseconds without any progress, after which the file is given up
 * @error: SL_PROBE_ERROR
 *
 * Waits for the disk, but never for ever; any thread may call it. A file that has stopped answering keeps one
 * thread until the program ends.
 *
 * Returns: (transfer full) (nullable)
 */
SlProbe *sl_probe_file (const char *path, gint64 patience, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     sl_probe_free (SlProbe *self);

/* The first track of @kind. Returns: (nullable) (transfer none) */
const SlProbeTrack *sl_probe_find_track (const SlProbe *self, SlProbeTrackKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlProbe, sl_probe_free)

G_END_DECLS
