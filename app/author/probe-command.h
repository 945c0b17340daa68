/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/* The word `probe`: prints what a media file is made of. @arguments: the word and what follows it */
SlCommandStatus sl_probe_command_run (char **arguments);

G_END_DECLS
