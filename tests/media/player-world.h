/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "clip-maker.h"
#include "player.h"
#include "virtual-time.h"

G_BEGIN_DECLS

/* A player under a virtual clock, and a film made for it whose pictures tell their own number.
 * SL_TEST_PLAYBIN says which playbin: 2, 3 or the usual one. */
typedef struct
{
  VirtualTime     *time;
  SlPlayer        *player;
  const ClipShape *shape;
  char            *uri;
  GArray          *numbers; /* of guint: what was shown, by the pictures themselves */
  SlFrame         *frame;   /* (nullable): the last one */
  guint            wanted_serial;
} PlayerWorld;

/* @shape: outliving it; @name: of the film's file */
void player_world_set_up (PlayerWorld *self, const ClipShape *shape, const char *name);
void player_world_tear_down (PlayerWorld *self);

/* Takes what is shown. Every picture that is handed out is the one whose number it says, at that number's time. */
void player_world_look (gpointer self);

gboolean player_world_has_ended (gpointer self);
gboolean player_world_has_answered (gpointer self); /* a picture of the wanted serial is shown  */

/* Loads the film, and waits for its first picture with the clock standing. */
void player_world_load (PlayerWorld *self, gint64 start, gboolean play);
/* Goes exactly to @target, and waits for what is shown then with the clock standing. Returns: the picture's number */
guint player_world_seek (PlayerWorld *self, gint64 target);

/* Returns: the number of the picture that covers @time; of the last, when it is behind it */
guint player_world_find_number (PlayerWorld *self, gint64 time);

G_END_DECLS
