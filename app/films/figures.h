/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The things a diagram of money is about: a company, an office, a bank. Each looks the same in every
 * shot, so that it is known again. Positions are canvas units, shares 0 to 1. Leaves out what they do. */
#pragma once

#include "shapes.h"

G_BEGIN_DECLS

/* A company is this large wherever it stands. */
#define SL_FIGURES_COMPANY_WIDTH 330.0
#define SL_FIGURES_COMPANY_HEIGHT 124.0

/* An office has these proportions. */
#define SL_FIGURES_OFFICE_WIDTH 270.0
#define SL_FIGURES_OFFICE_HEIGHT 450.0

typedef enum {
  SL_FIGURES_OWN,     /* an outline: it belongs to itself */
  SL_FIGURES_TAKEN,   /* filled: it belongs to somebody else */
  SL_FIGURES_ALLEGED, /* dashes: somebody says that it is there */
} SlFiguresCompany;

/**
 * sl_figures_company:
 * @x: its left edge
 * @y: its upper edge
 *
 * Draws one opaque company with the mark it bears.
 */
void sl_figures_company (cairo_t         *cr,
                         double           x,
                         double           y,
                         SlColour         colour,
                         SlFiguresCompany state);

/**
 * sl_figures_office:
 * @box: of the proportions above
 * @come: how far it has come
 *
 * Draws a house with windows and a door.
 */
void sl_figures_office (cairo_t *cr, SlBox box, double come);

/**
 * sl_figures_bank:
 * @closed: how far it has been wound up: its walls are dashes then, and what was in it is gone
 *
 * Draws a house with columns.
 */
void sl_figures_bank (cairo_t *cr, SlBox box, double come, double closed);

G_END_DECLS
