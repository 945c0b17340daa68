/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* What captions look like; each can be read on any picture, at a contrast of 7 to 1 at least. */
typedef enum {
  SL_CAPTION_LOOK_PLATE,   /* white on a dark plate */
  SL_CAPTION_LOOK_YELLOW,  /* yellow on black */
  SL_CAPTION_LOOK_LIGHT,   /* black on a white plate */
  SL_CAPTION_LOOK_OUTLINE, /* white with a black edge, without a plate */
} SlCaptionLook;

#define SL_TYPE_CAPTION_LOOK (sl_caption_look_get_type ())
GType sl_caption_look_get_type (void);

/* Which letters they are written in. */
typedef enum {
  SL_CAPTION_FONT_INTERFACE, /* as everything else */
  SL_CAPTION_FONT_SERIF,
  SL_CAPTION_FONT_MONOSPACE,
} SlCaptionFont;

#define SL_TYPE_CAPTION_FONT (sl_caption_font_get_type ())
GType sl_caption_font_get_type (void);

/* Returns: (nullable): the family, as Pango knows it; NULL for the interface's */
const char *sl_caption_font_get_family (SlCaptionFont font);

/* Where they stand on the picture. */
typedef enum {
  SL_CAPTION_PLACE_BOTTOM,
  SL_CAPTION_PLACE_TOP,
} SlCaptionPlace;

#define SL_TYPE_CAPTION_PLACE (sl_caption_place_get_type ())
GType sl_caption_place_get_type (void);

/* Returns: (transfer none): the colour of the letters */
const GdkRGBA *sl_caption_look_get_text (SlCaptionLook look);
/* Returns: (transfer none): the colour of the plate or, of the outlined ones, of the edge */
const GdkRGBA *sl_caption_look_get_ground (SlCaptionLook look);

G_END_DECLS
