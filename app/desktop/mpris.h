/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SL_MPRIS_SLOWEST 0.5
#define SL_MPRIS_FASTEST 2.0

typedef enum {
  SL_MPRIS_STOPPED,
  SL_MPRIS_PAUSED,
  SL_MPRIS_PLAYING,
} SlMprisStatus;

/* What there is to tell; nothing of it is kept. Times are nanoseconds. */
typedef struct
{
  SlMprisStatus status;
  gboolean      loop; /* the clip begins again when it ends */
  double        rate;
  double        volume; /* 0 to 1, as loud as it seems */
  gboolean      fullscreen;
  gboolean      can_fullscreen;
  gboolean      can_go_next; /* to chapters */
  gboolean      can_go_previous;
  gboolean      can_play; /* and pause, and seek */

  const char        *casebook; /* ids (nullable): both or none */
  const char        *clip;
  gint64             length;
  const char        *title;   /* (nullable) */
  const char        *film;    /* (nullable) */
  const char *const *makers;  /* (nullable) */
  const char        *art_uri; /* (nullable) */
} SlMprisState;

typedef enum {
  SL_MPRIS_RAISE,
  SL_MPRIS_QUIT,
  SL_MPRIS_FULLSCREEN, /* b */
  SL_MPRIS_OPEN,       /* s: a link */
  SL_MPRIS_PLAY,
  SL_MPRIS_PAUSE,
  SL_MPRIS_STOP,
  SL_MPRIS_NEXT,
  SL_MPRIS_PREVIOUS,
  SL_MPRIS_SEEK,   /* x: nanoseconds, within the clip */
  SL_MPRIS_RATE,   /* d: within the two above */
  SL_MPRIS_VOLUME, /* d: 0 to 1 */
  SL_MPRIS_LOOP,   /* b */
} SlMprisCommand;

/**
 * SlMpris: the player as the desktop sees it: media keys, its own controls, remote ones. It tells what it was
 * told last; what the desktop wants done, and can be done now, comes as a signal.
 *
 * Signal: "command" (guint command, GVariant *argument): @argument (nullable) has the type said above
 */
#define SL_TYPE_MPRIS (sl_mpris_get_type ())
G_DECLARE_FINAL_TYPE (SlMpris, sl_mpris, SL, MPRIS, GObject)

/* Appears on the session bus, if there is one, until it is disposed of. @app_id: of the desktop file too */
SlMpris *sl_mpris_new (const char *app_id, const char *identity) G_GNUC_WARN_UNUSED_RESULT;

void sl_mpris_update (SlMpris *self, const SlMprisState *state); /* only what changed is sent */
void sl_mpris_set_position (SlMpris *self, gint64 position);     /* of the picture on the screen; nothing is sent */
void sl_mpris_sought (SlMpris *self, gint64 position);           /* and it is there by a jump: that is sent */
void sl_mpris_settle (SlMpris *self);                            /* no seek is under way: the next counts from there */

G_END_DECLS
