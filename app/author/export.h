/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/* The word `export`: writes records of a casebook as another format. @arguments: the word and what follows it */
SlCommandStatus sl_export_run (char **arguments);

G_END_DECLS
