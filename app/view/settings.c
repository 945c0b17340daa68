/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the program's settings where the program is, so that no environment variable is needed for them. */
#include "config.h"

#include "settings.h"

#include "installation.h"

GSettings *
sl_settings_new (void)
{
  g_autofree char       *folder = sl_installation_get_schemadir ();
  GSettingsSchemaSource *usual = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) source = g_settings_schema_source_new_from_directory (folder, usual, TRUE, NULL);
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source == NULL && usual == NULL)
    return NULL;
  schema = g_settings_schema_source_lookup (source ? source : usual, SL_APP_ID, TRUE);
  return schema ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
