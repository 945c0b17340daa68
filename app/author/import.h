/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/* The word `import`: prints the records of a file of another format, or puts them into a casebook.
 * @arguments: the word and what follows it */
SlCommandStatus sl_import_run (char **arguments);

G_END_DECLS
