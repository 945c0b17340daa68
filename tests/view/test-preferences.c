/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the main menu opens, in a real window; that every key does what the list of keys says, and every setting what its
 * row says. Needs a display. */
#include "about.h"
#include "casebook-window.h"
#include "dialogs.h"
#include "keys.h"
#include "lights.h"
#include "preferences.h"
#include "settings.h"
#include "shortcuts.h"
#include "view-world.h"
#include "watch-keys.h"
#include "watch-page.h"

#include <string.h>

/* Keys */

typedef struct
{
  char *done; /* (nullable): the last action, as in the list of keys */
} Spy;

static void
activate_cb (GAction *action, GVariant *target, gpointer data)
{
  Spy             *spy = data;
  g_autofree char *name = g_strconcat ("win.", g_action_get_name (action), NULL);

  g_free (spy->done);
  spy->done = target ? g_strdup_printf ("%s(%s%s)", name, "int64 ", g_variant_print (target, FALSE)) : g_strdup (name);
}

/* With every action that the film's keys have. Returns: (transfer full) */
static GtkWidget *
make_spied (Spy *spy)
{
  GtkWidget *widget = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  guint        n;
  const SlKey *keys = sl_keys_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      g_autoptr (GSimpleAction) action = NULL;

      if (keys[i].place != SL_KEYS_OF_FILM)
        continue;
      g_assert_true (g_action_parse_detailed_name (keys[i].action, &name, &target, NULL));
      action = g_simple_action_new (name + strlen ("win."), target ? g_variant_get_type (target) : NULL);
      g_signal_connect (action, "activate", G_CALLBACK (activate_cb), spy);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (widget, "win", G_ACTION_GROUP (group));
  return widget;
}

/* What the list says of @key. */
static const char *
look_up (guint key)
{
  guint        n;
  const SlKey *keys = sl_keys_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) names = g_strsplit (keys[i].keys, " ", -1);

      for (guint j = 0; keys[i].place == SL_KEYS_OF_FILM && names[j]; j++)
        if (gdk_keyval_from_name (names[j]) == key)
          return keys[i].action;
    }
  return NULL;
}

static void
press_range (GtkWidget *widget, Spy *spy, guint first, guint last, guint *n_found)
{
  for (guint key = first; key <= last; key++)
    {
      const char    *wanted = look_up (gdk_keyval_to_lower (key));
      const gboolean taken = sl_watch_keys_press (widget, key, 0, 0);

      g_assert_cmpint (taken, ==, wanted != NULL);
      if (wanted == NULL)
        continue;
      g_assert_cmpstr (spy->done, ==, wanted);
      g_assert_false (sl_watch_keys_press (widget, key, 0, GDK_CONTROL_MASK));
      *n_found += key == gdk_keyval_to_lower (key);
    }
}

static void
test_film_keys (void)
{
  Spy          spy = {NULL};
  GtkWidget   *widget = make_spied (&spy);
  guint        n, n_found = 0, n_listed = 0;
  const SlKey *keys = sl_keys_get_all (&n);

  press_range (widget, &spy, 0x20, 0x7e, &n_found);
  press_range (widget, &spy, 0xff00, 0xffff, &n_found);
  press_range (widget, &spy, 0x1008ff00, 0x1008ffff, &n_found);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) names = g_strsplit (keys[i].keys, " ", -1);

      n_listed += keys[i].place == SL_KEYS_OF_FILM ? g_strv_length (names) : 0;
    }
  g_assert_cmpuint (n_found, ==, n_listed);
  g_assert_cmpuint (n_found, >, 30);
  g_assert_finalize_object (widget);
  g_free (spy.done);
}

/* A widget that takes all the keys of the window and of the page, and tells which. */
#define TYPE_TAKER (taker_get_type ())
G_DECLARE_FINAL_TYPE (Taker, taker, TEST, TAKER, GtkWidget)

struct _Taker
{
  GtkWidget parent_instance;

  const char *done;
};

G_DEFINE_FINAL_TYPE (Taker, taker, GTK_TYPE_WIDGET)

static void
taken_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  TEST_TAKER (widget)->done = name;
}

static void
taker_class_init (TakerClass *klass)
{
  guint        n;
  const SlKey *keys = sl_keys_get_all (&n);

  for (guint i = 0; i < n; i++)
    if (keys[i].place == SL_KEYS_OF_WINDOW || keys[i].place == SL_KEYS_OF_PAGE)
      gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), keys[i].action, NULL, taken_cb);
  sl_keys_bind (GTK_WIDGET_CLASS (klass), SL_KEYS_OF_WINDOW);
  sl_keys_bind (GTK_WIDGET_CLASS (klass), SL_KEYS_OF_PAGE);
}

static void
taker_init (Taker *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static void
test_window_keys (void)
{
  static const struct
  {
    const char *ours;
    const char *xdotool;
  } modifiers[] = {{"<Control>", "ctrl+"}, {"<Alt>", "alt+"}, {"<Shift>", "shift+"}};
  GtkWidget   *window = gtk_window_new ();
  Taker       *taker = g_object_new (TYPE_TAKER, NULL);
  guint        n, n_pressed = 0;
  const SlKey *keys = sl_keys_get_all (&n);

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (taker));
  gtk_window_present (GTK_WINDOW (window));
  view_world_wait_for_paint (window);
  gtk_widget_grab_focus (GTK_WIDGET (taker));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) key = g_string_new (keys[i].keys);
      g_autofree char *command = NULL;

      if (keys[i].place != SL_KEYS_OF_WINDOW && keys[i].place != SL_KEYS_OF_PAGE)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (modifiers); j++)
        g_string_replace (key, modifiers[j].ours, modifiers[j].xdotool, 0);
      command = g_strconcat ("xdotool key ", key->str, NULL);
      taker->done = NULL;
      g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
      wait_until (g_strcmp0 (taker->done, keys[i].action) == 0);
      n_pressed++;
    }
  g_assert_cmpuint (n_pressed, >, 5);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
gather_shortcuts (GtkWidget *widget, GHashTable *accelerators)
{
  if (GTK_IS_SHORTCUT_LABEL (widget))
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) keys = NULL;

      g_object_get (widget, "accelerator", &text, NULL);
      keys = g_strsplit (text, " ", -1);
      for (guint i = 0; keys[i]; i++)
        g_hash_table_add (accelerators, g_strdup (keys[i]));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    gather_shortcuts (child, accelerators);
}

/* Every key is shown, and none that there is not. */
static void
test_shown_keys (void)
{
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWindow   *window = sl_shortcuts_new (NULL);
  guint        n;
  const SlKey *keys = sl_keys_get_all (&n);

  gtk_window_present (window);
  view_world_wait_for_paint (GTK_WIDGET (window));
  gather_shortcuts (GTK_WIDGET (window), shown);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) names = g_strsplit (keys[i].keys, " ", -1);

      /* A key may mean something else on another page. */
      for (guint j = 0; names[j]; j++)
        {
          g_assert_true (g_hash_table_contains (shown, names[j]));
          g_hash_table_add (wanted, g_strdup (names[j]));
        }
    }
  g_assert_cmpuint (g_hash_table_size (shown), ==, g_hash_table_size (wanted));
  gtk_window_destroy (window);
}

/* Returns: the page's, that comes after what has the focus */
static GtkEventController *
find_keys (GtkWidget *page)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_BUBBLE)
        return controller;
    }
  g_assert_not_reached ();
}

static gboolean
press (GtkWidget *page, guint key)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (find_keys (page), "key-pressed", key, 0, 0, &taken);
  return taken;
}

/* Who dictates can have letters that do nothing. */
static void
test_single_keys (void)
{
  static const guint writing[] = {GDK_KEY_n, GDK_KEY_N, GDK_KEY_k, GDK_KEY_space, GDK_KEY_comma, GDK_KEY_bracketleft, GDK_KEY_Cyrillic_a};
  static const guint silent[] = {GDK_KEY_Left, GDK_KEY_Home, GDK_KEY_Page_Up, GDK_KEY_AudioPlay};
  g_autoptr (GSettings) settings = sl_settings_new ();
  SlWindow  *window = view_world_make_window ();
  GtkWidget *page = view_world_find (GTK_WIDGET (window), SL_TYPE_WATCH_PAGE);

  for (guint i = 0; i < G_N_ELEMENTS (writing) - 1; i++)
    g_assert_true (press (page, writing[i]));
  g_assert_true (g_settings_set_boolean (settings, "single-keys", FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    g_assert_false (press (page, writing[i]));
  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    g_assert_true (press (page, silent[i]));
  g_settings_reset (settings, "single-keys");
  g_assert_true (press (page, GDK_KEY_k));
  view_world_close (window);
}

/* Preferences */

static GPtrArray *
gather (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    gather (child, type, found);
  return found;
}

/* Returns: whether any setting is another than before; what is so is put back */
static gboolean
take_change (GSettings *settings, GHashTable *seen)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;
  guint n = 0;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i]; i++)
    {
      g_autoptr (GVariant) value = g_settings_get_user_value (settings, keys[i]);
      g_autoptr (GVariant) usual = g_settings_get_default_value (settings, keys[i]);

      if (value != NULL && !g_variant_equal (value, usual))
        {
          n++;
          g_hash_table_add (seen, g_strdup (keys[i]));
        }
      g_settings_reset (settings, keys[i]);
    }
  g_assert_cmpuint (n, <=, 1);
  return n == 1;
}

/* All but the size of the window, which is set by its edges, and what was agreed to, which is only forgotten. */
static void
assert_complete (GSettings *settings, GHashTable *seen)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i]; i++)
    {
      g_test_message ("%s", keys[i]);
      g_assert_cmpint (g_hash_table_contains (seen, keys[i]), ==, !g_str_has_prefix (keys[i], "window-") && !g_str_equal (keys[i], "agreed"));
    }
}

/* Each row changes one setting, and shows what it is. */
static void
test_rows (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GSettings) settings = sl_settings_new ();
  GtkWindow *window = GTK_WINDOW (sl_preferences_new (NULL, settings));
  g_autoptr (GPtrArray) switches = gather (GTK_WIDGET (window), GTK_TYPE_SWITCH, g_ptr_array_new ());
  g_autoptr (GPtrArray) combos = gather (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW, g_ptr_array_new ());
  g_autoptr (GPtrArray) spins = gather (GTK_WIDGET (window), GTK_TYPE_SPIN_BUTTON, g_ptr_array_new ());

  g_settings_reset (settings, "motion"); /* the tests have their own */
  gtk_window_present (window);
  view_world_wait_for_paint (GTK_WIDGET (window));
  take_change (settings, seen);
  g_assert_cmpuint (switches->len, >=, 5);
  for (guint i = 0; i < switches->len; i++)
    {
      GtkSwitch     *row = g_ptr_array_index (switches, i);
      const gboolean before = gtk_switch_get_active (row);

      gtk_switch_set_active (row, !before);
      g_assert_true (take_change (settings, seen));
      g_assert_cmpint (gtk_switch_get_active (row), ==, before);
    }
  g_assert_cmpuint (combos->len, >=, 5);
  for (guint i = 0; i < combos->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (combos, i);
      const guint  before = adw_combo_row_get_selected (row), n = g_list_model_get_n_items (adw_combo_row_get_model (row));

      g_assert_cmpuint (before, <, n);
      for (guint j = 0; j < n; j++)
        {
          adw_combo_row_set_selected (row, j);
          g_assert_cmpint (take_change (settings, seen), ==, j != before);
          g_assert_cmpuint (adw_combo_row_get_selected (row), ==, before);
        }
    }
  gtk_spin_button_set_value (g_ptr_array_index (spins, 0), 33);
  g_assert_cmpint (g_settings_get_int (settings, "reading-speed"), ==, 33);
  g_assert_true (take_change (settings, seen));
  assert_complete (settings, seen);
  gtk_window_destroy (window);
}

static void
test_lights (void)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gdk_display_get_default ());
  g_autoptr (GSettings) settings = sl_settings_new ();
  GtkWindow *window = GTK_WINDOW (g_object_ref_sink (gtk_window_new ()));
  SlLights  *lights = sl_lights_new (window);

  sl_lights_dim (lights, FALSE);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  g_settings_set_string (settings, "color-scheme", "light");
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_LIGHT);
  sl_lights_dim (lights, TRUE);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (window), "watching"));
  g_settings_set_string (settings, "color-scheme", "dark");
  sl_lights_dim (lights, FALSE);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (window), "watching"));
  g_settings_reset (settings, "color-scheme");
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (window);
  g_object_unref (window);
  sl_lights_dim (lights, TRUE); /* nothing is left to be dimmed */
  g_assert_finalize_object (lights);
}

/* The main menu */

static guint
count_dialogs (SlWindow *window, GtkWindow **last)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint       n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) != GTK_WINDOW (window))
        continue;
      n++;
      *last = other;
    }
  return n;
}

static void
test_dialogs (void)
{
  static const char *const actions[] = {"preferences", "shortcuts", "about"};
  GtkApplication          *application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  SlWindow                *window;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  sl_keys_give (application);
  window = sl_window_new (application, NULL, NULL);
  sl_dialogs_add (window);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWindow *dialog = NULL;

      g_assert_true (g_action_group_has_action (G_ACTION_GROUP (application), actions[i]));
      g_action_group_activate_action (G_ACTION_GROUP (application), actions[i], NULL);
      g_assert_cmpuint (count_dialogs (window, &dialog), ==, 1);
      view_world_wait_for_paint (GTK_WIDGET (dialog));
      g_action_group_activate_action (G_ACTION_GROUP (application), actions[i], NULL);
      g_assert_cmpuint (count_dialogs (window, &dialog), ==, 1);
      g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (dialog), "shortcuts"), ==, i == 1);
      g_assert_true (g_spawn_command_line_sync ("xdotool key Escape", NULL, NULL, NULL, NULL));
      wait_until (count_dialogs (window, &dialog) == 0);
    }
  /* Of what is not open nothing can be told. */
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (application), "casebook"));
  view_world_close (window);
  g_object_unref (application);
}

static GtkWidget *
find_version (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, "app-version") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_version (child);
  return found;
}

/* The casebook’s makers apart from the program’s; what helps to find a fault; nothing a casebook says is markup. */
static void
test_about (void)
{
  static const ViewWorldFile files[] = {
    {"casebook.json",
     "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"Small <b>& bold\",\"language\":\"en\",\"licence\":\"CC0-1.0\","
     "\"credits\":\"By <a href='http://nowhere'>Nobody</a>\"}"},
    {NULL, NULL},
  };
  char            *folder = view_world_make_folder (files);
  SlCasebook      *casebook = view_world_read (folder);
  SlWindow        *window = view_world_make_window ();
  SlConductor     *conductor = sl_window_get_conductor (window);
  GtkWindow       *about;
  graphene_rect_t  bounds;
  g_autofree char *details = NULL;

  sl_session_set_casebook (sl_conductor_get_session (conductor), casebook);
  details = sl_about_write_details (GTK_WINDOW (window), conductor);
  g_assert_nonnull (strstr (details, "Sidelight "));
  g_assert_nonnull (strstr (details, "GTK 4."));
  g_assert_nonnull (strstr (details, "Casebook: small, 2026-11-22"));
  about = sl_about_new (GTK_WINDOW (window), conductor);
  gtk_window_present (about);
  view_world_wait_for_paint (GTK_WIDGET (about));
  g_assert_true (gtk_widget_compute_bounds (find_version (GTK_WIDGET (about)), GTK_WIDGET (about), &bounds));
  g_assert_cmpfloat (bounds.size.height, >=, 44); /* a finger's target */
  gtk_window_destroy (about);
  view_world_close (window);
  g_object_unref (casebook);
  view_world_remove_folder (folder);
}

/* What it says of itself, all of it, and nothing as markup; and of what it does not say no heading either. */
static void
test_casebook (void)
{
  static const ViewWorldFile files[] = {
    {"casebook.json",
     "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"Small <b>& bold\",\"language\":\"en\",\"licence\":\"CC0-1.0\","
     "\"methodology\":\"We read <i>all</i>.\\n\\nTwice.\",\"corrections\":[{\"date\":\"2026-11-20\",\"text\":\"It was Monday.\"},"
     "{\"date\":\"2026-11-21\",\"text\":\"No, Tuesday.\"}]}"},
    {NULL, NULL},
  };
  char       *folder = view_world_make_folder (files);
  SlCasebook *casebook = view_world_read (folder);
  GtkWidget  *window = GTK_WIDGET (sl_casebook_window_new (NULL, casebook));

  gtk_window_present (GTK_WINDOW (window));
  view_world_wait_for_paint (window);
  g_assert_true (view_world_says (window, "Small &lt;b&gt;&amp; bold"));
  g_assert_true (view_world_says (window, "How It Was Made"));
  g_assert_true (view_world_says (window, "&lt;i&gt;all"));
  g_assert_true (view_world_says (window, "Twice."));
  g_assert_true (view_world_says (window, "Corrections"));
  g_assert_true (view_world_says (window, "20 November 2026"));
  g_assert_true (view_world_says (window, "It was Monday."));
  g_assert_true (view_world_says (window, "No, Tuesday."));
  g_assert_false (view_world_says (window, "Who Made It"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (casebook);
  view_world_remove_folder (folder);
}

/* Each kind of note by itself, in any order. */
static void
test_kinds (void)
{
  g_autoptr (GSettings) settings = sl_settings_new ();
  GtkWindow *window = GTK_WINDOW (sl_preferences_new (NULL, settings));
  GtkSwitch *people = GTK_SWITCH (gtk_widget_get_template_child (GTK_WIDGET (window), SL_TYPE_PREFERENCES, "note_person"));
  GtkSwitch *quotes = GTK_SWITCH (gtk_widget_get_template_child (GTK_WIDGET (window), SL_TYPE_PREFERENCES, "note_quote"));

  gtk_switch_set_active (people, FALSE);
  g_assert_cmpuint (g_settings_get_flags (settings, "note-kinds"), ==, 63 & ~4u);
  gtk_switch_set_active (quotes, FALSE);
  g_assert_cmpuint (g_settings_get_flags (settings, "note-kinds"), ==, 63 & ~(4u | 16u));
  g_assert_false (gtk_switch_get_active (people));
  gtk_switch_set_active (people, TRUE);
  g_assert_cmpuint (g_settings_get_flags (settings, "note-kinds"), ==, 63 & ~16u);
  g_settings_reset (settings, "note-kinds");
  g_assert_true (gtk_switch_get_active (quotes));
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);
  view_world_use_style ();
  g_test_add_func ("/preferences/film-keys", test_film_keys);
  g_test_add_func ("/preferences/window-keys", test_window_keys);
  g_test_add_func ("/preferences/shown-keys", test_shown_keys);
  g_test_add_func ("/preferences/single-keys", test_single_keys);
  g_test_add_func ("/preferences/rows", test_rows);
  g_test_add_func ("/preferences/kinds", test_kinds);
  g_test_add_func ("/preferences/lights", test_lights);
  g_test_add_func ("/preferences/dialogs", test_dialogs);
  g_test_add_func ("/preferences/about", test_about);
  g_test_add_func ("/preferences/casebook", test_casebook);
  return g_test_run ();
}
