/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/* The word `stats`: prints how much of what a casebook has. @arguments: the word and what follows it */
SlCommandStatus sl_stats_run (char **arguments);

G_END_DECLS
