/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/* The word `unpack`: makes a folder of a casebook's archive. @arguments: the word and what follows it */
SlCommandStatus sl_unpack_run (char **arguments);

G_END_DECLS
