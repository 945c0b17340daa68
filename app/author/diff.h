/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/* The word `diff`: prints what differs between two casebooks. @arguments: the word and what follows it */
SlCommandStatus sl_diff_run (char **arguments);

G_END_DECLS
