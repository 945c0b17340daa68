/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for flashes in a film, frame by frame, in cells of less than a hundredth of the picture. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FLASH_COLUMNS 16
#define FLASH_ROWS 9
#define FLASH_CELLS (FLASH_COLUMNS * FLASH_ROWS)
#define FLASH_RATE 30 /* frames a second */

typedef struct _Flash Flash;

Flash *flash_new (void);
void   flash_free (Flash *self);

/* From the share of full brightness as it is coded to that as it shines, for values of 8 bits. */
double flash_get_light (const Flash *self, guint value);

/* How bright @cell is in @frame, from 0 to 1; cells of one frame after the other. */
void flash_add (Flash *self, guint cell, double light, guint frame);

/* Fails the test if anything flashes three times within any second. */
void flash_check (const Flash *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flash, flash_free)

G_END_DECLS
