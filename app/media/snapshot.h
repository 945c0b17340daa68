/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "fault.h"

G_BEGIN_DECLS

typedef enum {
  SL_PLAYER_IDLE,    /* nothing is loaded */
  SL_PLAYER_LOADING, /* the file was asked for and has not answered */
  SL_PLAYER_PAUSED,
  SL_PLAYER_PLAYING,
  SL_PLAYER_ENDED, /* the last frame was shown */
  SL_PLAYER_FAULT, /* see the fault; only a new load leads out */
} SlPlayerState;

/* What the engine last said of itself. */
typedef struct
{
  SlPlayerState state;
  guint         film;     /* the number of its load; another number is another film */
  guint         refused;  /* the seek that the film last would not carry out: it is where it was */
  gint64        duration; /* nanoseconds; -1 while unknown */
  gint64        position; /* nanoseconds, where no picture tells it; -1 otherwise */
  guint         answered; /* the load or seek that @position came of */
  gint64        end;      /* stream time at which the last frame ended; meaningful in SL_PLAYER_ENDED */
  double        rate;
  gboolean      has_video;
  gboolean      has_frame; /* where the film stands there is a picture, or one may still come: not before its first */
  gboolean      has_audio;
  gboolean      stalled;  /* it should play, and stands: the pipeline is past help */
  GPtrArray    *tracks;   /* (nullable) (element-type SlTrack): those that can be chosen; never changed */
  int           audio;    /* which of the sound tracks is heard, counted from 0; -1: none */
  int           text;     /* which of the text tracks is read; -1: none */
  GPtrArray    *chapters; /* (nullable) (element-type SlProbeChapter): the file's own; never changed */
  SlFault      *fault;    /* (nullable): fatal in SL_PLAYER_FAULT, otherwise something to tell the viewer */
} SlSnapshot;

#define SL_SNAPSHOT_INIT ((SlSnapshot){.duration = -1, .position = -1, .rate = 1.0, .audio = -1, .text = -1})

/* Fills @copy with references of its own to what @self holds. */
void sl_snapshot_copy (const SlSnapshot *self, SlSnapshot *copy);
/* A film that is opened once more keeps, while it has not answered, what @before knew of it. */
void sl_snapshot_keep_film (SlSnapshot *self, const SlSnapshot *before);
/* Lets go of what it holds; it is SL_SNAPSHOT_INIT then. */
void sl_snapshot_clear (SlSnapshot *self);

G_END_DECLS
