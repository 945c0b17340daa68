/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/* The word `check`: prints what a reader finds in a casebook. @arguments: the word and what follows it */
SlCommandStatus sl_check_run (char **arguments);

G_END_DECLS
