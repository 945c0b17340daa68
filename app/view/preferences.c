/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings rows and keys together. What a setting does is known where it does it. */
#include "preferences.h"

/* What can be listed of the notes, or not: as in the settings, and in the template behind "note_". */
static const char *const kinds[] = {"context", "fact", "person", "place", "quote", "production"};

struct _SlPreferences
{
  AdwWindow parent_instance;

  /* Template children. */
  GtkSwitch     *hide_later;
  GtkSwitch     *easy_words;
  GtkSwitch     *kinds[G_N_ELEMENTS (kinds)];
  AdwComboRow   *caption_size;
  AdwComboRow   *caption_font;
  AdwComboRow   *caption_look;
  AdwComboRow   *caption_place;
  GtkSwitch     *author_pauses;
  AdwComboRow   *run_up;
  GtkSwitch     *reading_time;
  GtkWidget     *reading_speed_row;
  GtkAdjustment *reading_speed;
  GtkSwitch     *quiet;
  GtkSwitch     *announce;
  GtkSwitch     *descriptions;
  GtkSwitch     *advisories;
  GSettings     *settings;
  AdwComboRow   *color_scheme;
  AdwComboRow   *motion;
  GtkSwitch     *single_keys;
};

G_DEFINE_FINAL_TYPE (SlPreferences, sl_preferences, ADW_TYPE_WINDOW)

/* What the rows of a combo row stand for, in their order; numbers in digits. */
static const char *const caption_sizes[] = {"75", "100", "125", "150", "200", NULL};
static const char *const caption_fonts[] = {"interface", "serif", "monospace", NULL};
static const char *const caption_looks[] = {"plate", "yellow", "light", "outline", NULL};
static const char *const caption_places[] = {"bottom", "top", NULL};
static const char *const run_ups[] = {"0", "2", "5", NULL};
static const char *const color_schemes[] = {"system", "dark", "light", NULL};
static const char *const motions[] = {"system", "full", "stills", NULL};

/* A value that another program has set, and that no row stands for, shows as none. */
static gboolean
find_row (GValue *row, GVariant *value, gpointer data)
{
  const char *const *values = data;
  const gboolean     number = g_variant_is_of_type (value, G_VARIANT_TYPE_INT32);
  g_autofree char   *word = number ? g_strdup_printf ("%d", g_variant_get_int32 (value)) : g_variant_dup_string (value, NULL);
  guint              found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; values[i]; i++)
    if (g_str_equal (values[i], word))
      found = i;
  g_value_set_uint (row, found);
  return TRUE;
}

static GVariant *
find_value (const GValue *row, const GVariantType *type, gpointer data)
{
  const char *const *values = data;
  const guint        chosen = g_value_get_uint (row);

  if (chosen >= g_strv_length ((char **)values))
    return NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT32))
    return g_variant_new_int32 ((gint32)g_ascii_strtoll (values[chosen], NULL, 10));
  return g_variant_new_string (values[chosen]);
}

/* In a small window, or in large letters, words have to be broken; libadwaita leaves them out. */
static void
wrap_choice (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) wrapping = gtk_builder_list_item_factory_new_from_resource (NULL, "/sidelight/ui/choice-item.ui");

  adw_combo_row_set_list_factory (row, adw_combo_row_get_factory (row));
  adw_combo_row_set_factory (row, wrapping);
}

static void
bind_choice (GSettings *settings, const char *key, AdwComboRow *row, const char *const *values)
{
  wrap_choice (row);
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, find_row, find_value, (gpointer)values, NULL);
}

/* One of the words of a setting that is several. */
typedef struct
{
  GSettings  *settings;
  const char *key;
  const char *word;
} Flag;

static void
flag_free (gpointer data)
{
  Flag *flag = data;

  g_object_unref (flag->settings);
  g_free (flag);
}

static gboolean
find_flag (GValue *active, GVariant *value, gpointer data)
{
  g_autofree const char **words = g_variant_get_strv (value, NULL);

  g_value_set_boolean (active, g_strv_contains (words, ((Flag *)data)->word));
  return TRUE;
}

/* The others stay as they are. */
static GVariant *
set_flag (const GValue *active, const GVariantType *type, gpointer data)
{
  Flag *flag = data;
  g_auto (GStrv) words = g_settings_get_strv (flag->settings, flag->key);
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; words[i]; i++)
    if (!g_str_equal (words[i], flag->word))
      g_strv_builder_add (chosen, words[i]);
  if (g_value_get_boolean (active))
    g_strv_builder_add (chosen, flag->word);
  all = g_strv_builder_end (chosen);
  return g_variant_new_strv ((const char *const *)all, -1);
}

static void
bind_flag (GSettings *settings, const char *key, const char *word, GtkSwitch *row)
{
  Flag *flag = g_new (Flag, 1);

  *flag = (Flag){g_object_ref (settings), key, word};
  g_settings_bind_with_mapping (settings, key, row, "active", G_SETTINGS_BIND_DEFAULT, find_flag, set_flag, flag, flag_free);
}

static void
bind_switch (GSettings *settings, const char *key, GtkSwitch *row)
{
  g_settings_bind (settings, key, row, "active", G_SETTINGS_BIND_DEFAULT);
}

/* From now on it is asked again. */
static void
forget_cb (SlPreferences *self)
{
  g_settings_reset (self->settings, "agreed");
}

static void
sl_preferences_dispose (GObject *object)
{
  g_clear_object (&SL_PREFERENCES (object)->settings);

  G_OBJECT_CLASS (sl_preferences_parent_class)->dispose (object);
}

static void
sl_preferences_class_init (SlPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_preferences_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, hide_later);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, easy_words);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strconcat ("note_", kinds[i], NULL);

      gtk_widget_class_bind_template_child_full (widget_class, name, FALSE, G_STRUCT_OFFSET (SlPreferences, kinds) + (gssize)(i * sizeof (GtkSwitch *)));
    }
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, caption_size);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, caption_font);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, caption_look);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, caption_place);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, author_pauses);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, run_up);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, reading_time);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, reading_speed_row);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, reading_speed);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, quiet);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, announce);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, descriptions);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, advisories);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, motion);
  gtk_widget_class_bind_template_child (widget_class, SlPreferences, single_keys);
}

static void
sl_preferences_init (SlPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SlPreferences *
sl_preferences_new (GtkWindow *parent, GSettings *settings)
{
  SlPreferences *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (SL_TYPE_PREFERENCES, "transient-for", parent, NULL);
  self->settings = g_object_ref (settings);
  bind_choice (settings, "caption-size", self->caption_size, caption_sizes);
  bind_choice (settings, "caption-font", self->caption_font, caption_fonts);
  bind_choice (settings, "caption-look", self->caption_look, caption_looks);
  bind_choice (settings, "caption-place", self->caption_place, caption_places);
  bind_choice (settings, "run-up", self->run_up, run_ups);
  bind_choice (settings, "color-scheme", self->color_scheme, color_schemes);
  bind_choice (settings, "motion", self->motion, motions);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    bind_flag (settings, "note-kinds", kinds[i], self->kinds[i]);
  bind_switch (settings, "hide-later", self->hide_later);
  bind_switch (settings, "easy-words", self->easy_words);
  bind_switch (settings, "author-pauses", self->author_pauses);
  bind_switch (settings, "reading-time", self->reading_time);
  g_settings_bind (settings, "reading-time", self->reading_speed_row, "sensitive", G_SETTINGS_BIND_GET | G_SETTINGS_BIND_NO_SENSITIVITY);
  g_settings_bind (settings, "reading-speed", self->reading_speed, "value", G_SETTINGS_BIND_DEFAULT);
  bind_switch (settings, "quiet", self->quiet);
  bind_switch (settings, "advisories", self->advisories);
  bind_switch (settings, "descriptions", self->descriptions);
  bind_switch (settings, "announce", self->announce);
  bind_switch (settings, "single-keys", self->single_keys);
  return self;
}
