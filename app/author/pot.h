/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/* The word `pot`: prints a casebook's catalogue template. @arguments: the word and what follows it */
SlCommandStatus sl_pot_run (char **arguments);

G_END_DECLS
