/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/* The word `new`: makes a casebook to begin with. @arguments: the word and what follows it */
SlCommandStatus sl_new_run (char **arguments);

G_END_DECLS
