/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/* The word `migrate`: writes an older casebook anew. @arguments: the word and what follows it */
SlCommandStatus sl_migrate_run (char **arguments);

G_END_DECLS
