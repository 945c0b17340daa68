/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "person.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A button that names @person, with role, and leads to what is known: win.show-person (s).
 * Returns: (transfer floating) */
GtkWidget *sl_person_row_new (SlPerson *person) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
