/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours and letters of captions. A plate lets the picture through as far as the letters can still be read on white and black. */
#include "caption-look.h"

G_DEFINE_ENUM_TYPE (SlCaptionLook,
                    sl_caption_look,
                    G_DEFINE_ENUM_VALUE (SL_CAPTION_LOOK_PLATE, "plate"),
                    G_DEFINE_ENUM_VALUE (SL_CAPTION_LOOK_YELLOW, "yellow"),
                    G_DEFINE_ENUM_VALUE (SL_CAPTION_LOOK_LIGHT, "light"),
                    G_DEFINE_ENUM_VALUE (SL_CAPTION_LOOK_OUTLINE, "outline"))

G_DEFINE_ENUM_TYPE (SlCaptionFont,
                    sl_caption_font,
                    G_DEFINE_ENUM_VALUE (SL_CAPTION_FONT_INTERFACE, "interface"),
                    G_DEFINE_ENUM_VALUE (SL_CAPTION_FONT_SERIF, "serif"),
                    G_DEFINE_ENUM_VALUE (SL_CAPTION_FONT_MONOSPACE, "monospace"))

G_DEFINE_ENUM_TYPE (SlCaptionPlace,
                    sl_caption_place,
                    G_DEFINE_ENUM_VALUE (SL_CAPTION_PLACE_BOTTOM, "bottom"),
                    G_DEFINE_ENUM_VALUE (SL_CAPTION_PLACE_TOP, "top"))

static const struct
{
  GdkRGBA text;
  GdkRGBA ground;
} colours[] = {
  [SL_CAPTION_LOOK_PLATE] = {{0.953f, 0.941f, 0.918f, 1.0f}, {0.0f, 0.0f, 0.0f, 0.74f}},
  [SL_CAPTION_LOOK_YELLOW] = {{1.0f, 0.902f, 0.231f, 1.0f}, {0.0f, 0.0f, 0.0f, 0.9f}},
  [SL_CAPTION_LOOK_LIGHT] = {{0.055f, 0.063f, 0.071f, 1.0f}, {1.0f, 1.0f, 1.0f, 0.9f}},
  [SL_CAPTION_LOOK_OUTLINE] = {{1.0f, 1.0f, 1.0f, 1.0f}, {0.0f, 0.0f, 0.0f, 1.0f}},
};

const GdkRGBA *
sl_caption_look_get_text (SlCaptionLook look)
{
  g_return_val_if_fail (look < G_N_ELEMENTS (colours), NULL);

  return &colours[look].text;
}

const GdkRGBA *
sl_caption_look_get_ground (SlCaptionLook look)
{
  g_return_val_if_fail (look < G_N_ELEMENTS (colours), NULL);

  return &colours[look].ground;
}

const char *
sl_caption_font_get_family (SlCaptionFont font)
{
  static const char *const families[] = {
    [SL_CAPTION_FONT_INTERFACE] = NULL,
    [SL_CAPTION_FONT_SERIF] = "Serif",
    [SL_CAPTION_FONT_MONOSPACE] = "Monospace",
  };

  g_return_val_if_fail (font < G_N_ELEMENTS (families), NULL);

  return families[font];
}
