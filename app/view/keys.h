/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Who takes a key. */
typedef enum {
  SL_KEYS_OF_FILM,      /* the page of the film, without a modifier, unless somebody types */
  SL_KEYS_OF_PAGE,      /* the page of the film, with one */
  SL_KEYS_OF_SCREENING, /* the page that follows a screening */
  SL_KEYS_OF_WINDOW,    /* the window, on every page */
  SL_KEYS_OF_PROGRAM,   /* the program */
  SL_KEYS_OF_OTHERS,    /* what has the focus, or GTK itself; told here and taken there */
} SlKeysPlace;

typedef struct
{
  SlKeysPlace place;
  const char *group;  /* translatable */
  const char *title;  /* translatable: what it does */
  const char *keys;   /* as gtk_accelerator_parse() reads them, with spaces between */
  const char *action; /* (nullable): as g_action_parse_detailed_name() reads it */
} SlKey;

/* Returns: (transfer none) (array): all keys, those of a group together */
const SlKey *sl_keys_get_all (guint *n);

/* What @key without a modifier means for the film. Returns: (transfer none) (nullable) */
const char *sl_keys_find (guint key);

/* Lets @widget_class take the keys of @place. */
void sl_keys_bind (GtkWidgetClass *widget_class, SlKeysPlace place);

/* Lets @application take those of SL_KEYS_OF_PROGRAM. */
void sl_keys_give (GtkApplication *application);

G_END_DECLS
