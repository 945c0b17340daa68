/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/* The word `pack`: makes one file of a casebook's folder. @arguments: the word and what follows it */
SlCommandStatus sl_pack_run (char **arguments);

G_END_DECLS
