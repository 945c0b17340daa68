/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A film's poster as a typographic card: a drawing that stands for what the casebook tells, the film's title
 * and who made it. Nothing of a film's own pictures is in it. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Pixels: two to three, as posters are. */
#define SL_POSTER_CARD_WIDTH 800
#define SL_POSTER_CARD_HEIGHT 1200

/**
 * sl_poster_card_new:
 * @file: JSON with "format", "title", "credit" and "motif"
 *
 * The letters are those of the families "Cantarell" or, where it is missing, of whatever fontconfig gives for it.
 *
 * Returns: (transfer full) (nullable): an image surface of format RGB24, or %NULL with an SL_STORYBOARD_ERROR whose
 *   message begins with the file's name
 */
cairo_surface_t *sl_poster_card_new (GFile *file, GError **error);

G_END_DECLS
