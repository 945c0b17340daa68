/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "report.h"

G_BEGIN_DECLS

/**
 * A step from one format to the next one. What it does not know it leaves alone.
 *
 * Format 0 has never been given to anybody: it is a rehearsal, so that the first real change of the format
 * finds a way that works. It has the files of format 1, but says
 *   casebook.json: "license" for "licence"
 *   facts.json, events.json, and awards in films.json: "status" for "standing"
 *   chapters, notes and moments: "start" and "end" for "from" and "to", as numbers of seconds
 *   clips and films: "duration" and "runtime" as numbers of seconds
 */
typedef struct
{
  gint64 from; /* the format before */

  /* @file: such as "facts.json"; @report: gets what is not carried over exactly. Returns: (transfer full)
   * (nullable): a new root, NULL when nothing in the file changes */
  JsonNode *(*migrate) (const char *file, JsonNode *root, SlReport *report);
} SlMigrationStep;

/* Returns: (nullable): the step from the format @from */
const SlMigrationStep *sl_migration_steps_find (gint64 from);

G_END_DECLS
