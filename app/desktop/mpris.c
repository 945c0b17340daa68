/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules of MPRIS 2.2 stand here: what is sent, what has no effect, and what a wish that cannot be
 * granted as it is means instead. Knows neither a widget nor a player.
 */
#include "mpris.h"

#include "mpris-interfaces.h"

#include <math.h>
#include <unistd.h>

#define MICROSECOND G_GINT64_CONSTANT (1000)
#define SCHEME "sidelight"

struct _SlMpris
{
  GObject parent_instance;

  char            *app_id;
  GDBusNodeInfo   *node;
  GDBusConnection *bus;         /* (nullable) */
  guint            name_ids[2]; /* the second one when another one of us has the first */
  guint            object_ids[2];

  GHashTable *root; /* property -> GVariant, as it was sent last */
  GHashTable *player;
  gint64      position; /* nanoseconds */
  gint64      target;   /* of a seek under way, or -1 */
  gint64      length;
};

G_DEFINE_FINAL_TYPE (SlMpris, sl_mpris, G_TYPE_OBJECT)

enum {
  COMMAND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is told */

static GHashTable *
new_properties (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_variant_unref);
}

static void
put (GHashTable *properties, const char *name, GVariant *value)
{
  g_hash_table_replace (properties, (gpointer)name, g_variant_ref_sink (value));
}

static gboolean
get_flag (SlMpris *self, const char *name)
{
  GVariant *value = g_hash_table_lookup (self->player, name);

  if (value == NULL)
    value = g_hash_table_lookup (self->root, name);
  return value && g_variant_get_boolean (value);
}

/* Letters and digits stand for themselves; two ids never make the same path. */
static void
append_escaped (GString *path, const char *id)
{
  for (; *id; id++)
    if (g_ascii_isalnum (*id))
      g_string_append_c (path, *id);
    else
      g_string_append_printf (path, "_%02x", (guchar)*id);
}

/* The same clip has the same path whenever and wherever it is watched. */
static char *
build_track_id (SlMpris *self, const SlMprisState *state)
{
  GString *path;

  if (state->clip == NULL || state->casebook == NULL)
    return g_strdup (SL_MPRIS_NO_TRACK);
  path = g_string_new ("/");
  g_string_append (path, self->app_id);
  g_strdelimit (path->str, ".", '/');
  g_strdelimit (path->str, "-", '_');
  g_string_append (path, "/clip/");
  append_escaped (path, state->casebook);
  g_string_append_c (path, '/');
  append_escaped (path, state->clip);
  return g_string_free (path, FALSE);
}

static GVariant *
build_metadata (SlMpris *self, const SlMprisState *state)
{
  g_autofree char *track_id = build_track_id (self, state);
  GVariantDict     metadata;

  g_variant_dict_init (&metadata, NULL);
  g_variant_dict_insert (&metadata, "mpris:trackid", "o", track_id);
  if (state->clip && state->casebook)
    {
      /* The file itself is nobody's business; this can be opened again. */
      g_autofree char *link = g_strdup_printf (SCHEME ":%s/%s", state->casebook, state->clip);

      g_variant_dict_insert (&metadata, "xesam:url", "s", link);
      g_variant_dict_insert (&metadata, "mpris:length", "x", state->length / MICROSECOND);
      if (state->title)
        g_variant_dict_insert (&metadata, "xesam:title", "s", state->title);
      if (state->film)
        g_variant_dict_insert (&metadata, "xesam:album", "s", state->film);
      if (state->makers && *state->makers)
        g_variant_dict_insert (&metadata, "xesam:artist", "^as", state->makers);
      if (state->art_uri)
        g_variant_dict_insert (&metadata, "mpris:artUrl", "s", state->art_uri);
    }
  return g_variant_dict_end (&metadata);
}

static GHashTable *
build_player (SlMpris *self, const SlMprisState *state)
{
  static const char *const words[] = {"Stopped", "Paused", "Playing"};
  GHashTable              *player = new_properties ();

  put (player, "PlaybackStatus", g_variant_new_string (words[state->status]));
  put (player, "LoopStatus", g_variant_new_string (state->loop ? "Track" : "None"));
  put (player, "Rate", g_variant_new_double (state->rate));
  put (player, "Metadata", build_metadata (self, state));
  put (player, "Volume", g_variant_new_double (state->volume));
  put (player, "MinimumRate", g_variant_new_double (SL_MPRIS_SLOWEST));
  put (player, "MaximumRate", g_variant_new_double (SL_MPRIS_FASTEST));
  put (player, "CanGoNext", g_variant_new_boolean (state->can_go_next));
  put (player, "CanGoPrevious", g_variant_new_boolean (state->can_go_previous));
  put (player, "CanPlay", g_variant_new_boolean (state->can_play));
  put (player, "CanPause", g_variant_new_boolean (state->can_play));
  put (player, "CanSeek", g_variant_new_boolean (state->can_play));
  put (player, "CanControl", g_variant_new_boolean (TRUE));
  return player;
}

static void
send (SlMpris *self, const char *interface, const char *name, GVariant *arguments)
{
  g_variant_ref_sink (arguments);
  if (self->bus)
    g_dbus_connection_emit_signal (self->bus, NULL, SL_MPRIS_PATH, interface, name, arguments, NULL);
  g_variant_unref (arguments);
}

/* Takes @fresh over @old, and sends what is different. */
static void
replace (SlMpris *self, const char *interface, GHashTable **old, GHashTable *fresh)
{
  GVariantDict   changed;
  GHashTableIter iter;
  gpointer       name, value;
  gboolean       any = FALSE;

  g_variant_dict_init (&changed, NULL);
  g_hash_table_iter_init (&iter, fresh);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      GVariant *before = g_hash_table_lookup (*old, name);

      if (before && g_variant_equal (before, value))
        continue;
      g_variant_dict_insert_value (&changed, name, value);
      any = TRUE;
    }
  g_hash_table_unref (*old);
  *old = fresh;
  if (any)
    send (self, "org.freedesktop.DBus.Properties", "PropertiesChanged",
          g_variant_new ("(s@a{sv}@as)", interface, g_variant_dict_end (&changed), g_variant_new_strv (NULL, 0)));
  else
    g_variant_dict_clear (&changed);
}

/* What is wanted */

static void
command (SlMpris *self, SlMprisCommand wanted, GVariant *argument)
{
  if (argument)
    g_variant_ref_sink (argument);
  g_signal_emit (self, signals[COMMAND], 0, wanted, argument);
  if (argument)
    g_variant_unref (argument);
}

static void
seek_to (SlMpris *self, gint64 target)
{
  self->target = target;
  command (self, SL_MPRIS_SEEK, g_variant_new_int64 (target));
}

static void
go_next (SlMpris *self)
{
  if (get_flag (self, "CanGoNext"))
    command (self, SL_MPRIS_NEXT, NULL);
}

/* @offset: microseconds. Several in a row add up, also while the first is under way. */
static void
seek_by (SlMpris *self, gint64 offset)
{
  const gint64 from = self->target >= 0 ? self->target : self->position;
  const gint64 most = self->length / MICROSECOND + 1;
  const gint64 target = from + CLAMP (offset, -most, most) * MICROSECOND;

  if (!get_flag (self, "CanSeek"))
    return;
  if (target > self->length)
    go_next (self);
  else
    seek_to (self, MAX (target, 0));
}

static void
set_position (SlMpris *self, const char *track, gint64 position)
{
  g_autoptr (GVariant) current =
    g_variant_lookup_value (g_hash_table_lookup (self->player, "Metadata"), "mpris:trackid", G_VARIANT_TYPE_OBJECT_PATH);

  if (get_flag (self, "CanSeek") && g_str_equal (track, g_variant_get_string (current, NULL)) && position >= 0 &&
      position <= self->length / MICROSECOND)
    seek_to (self, position * MICROSECOND);
}

static gboolean
is_playing (SlMpris *self)
{
  return g_str_equal (g_variant_get_string (g_hash_table_lookup (self->player, "PlaybackStatus"), NULL), "Playing");
}

static void
set_playing (SlMpris *self, gboolean playing)
{
  if (get_flag (self, "CanPlay") && playing != is_playing (self))
    command (self, playing ? SL_MPRIS_PLAY : SL_MPRIS_PAUSE, NULL);
}

static gboolean
open_uri (SlMpris *self, const char *uri)
{
  g_autofree char *scheme = g_uri_parse_scheme (uri);

  if (scheme == NULL || g_ascii_strcasecmp (scheme, SCHEME) != 0)
    return FALSE;
  command (self, SL_MPRIS_OPEN, g_variant_new_string (uri));
  return TRUE;
}

/* Returns: whether it could be done, or had no effect as the specification has it */
static gboolean
do_method (SlMpris *self, const char *method, GVariant *arguments)
{
  const char *text;
  gint64      number;

  if (g_str_equal (method, "Raise"))
    command (self, SL_MPRIS_RAISE, NULL);
  else if (g_str_equal (method, "Quit"))
    command (self, SL_MPRIS_QUIT, NULL);
  else if (g_str_equal (method, "Next"))
    go_next (self);
  else if (g_str_equal (method, "Previous") && get_flag (self, "CanGoPrevious"))
    command (self, SL_MPRIS_PREVIOUS, NULL);
  else if (g_str_equal (method, "Play") || g_str_equal (method, "Pause"))
    set_playing (self, g_str_equal (method, "Play"));
  else if (g_str_equal (method, "PlayPause"))
    set_playing (self, !is_playing (self));
  else if (g_str_equal (method, "Stop") && get_flag (self, "CanPlay"))
    command (self, SL_MPRIS_STOP, NULL);
  else if (g_str_equal (method, "Seek"))
    {
      g_variant_get (arguments, "(x)", &number);
      seek_by (self, number);
    }
  else if (g_str_equal (method, "SetPosition"))
    {
      g_variant_get (arguments, "(&ox)", &text, &number);
      set_position (self, text, number);
    }
  else if (g_str_equal (method, "OpenUri"))
    {
      g_variant_get (arguments, "(&s)", &text);
      return open_uri (self, text);
    }
  return !g_str_equal (method, "PlayPause") || get_flag (self, "CanPause");
}

static void
method_cb (GDBusConnection       *bus,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *arguments,
           GDBusMethodInvocation *invocation,
           gpointer               data)
{
  g_autoptr (SlMpris) self = g_object_ref (data); /* Quit may be the end of it */

  if (do_method (self, method, arguments))
    g_dbus_method_invocation_return_value (invocation, NULL);
  else
    g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED, "%s has no effect now", method);
}

static GVariant *
get_property_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *name, GError **error, gpointer data)
{
  SlMpris  *self = SL_MPRIS (data);
  GVariant *value = g_hash_table_lookup (g_str_equal (interface, SL_MPRIS_ROOT) ? self->root : self->player, name);

  if (value)
    return g_variant_ref (value);
  return g_variant_new_int64 (self->position / MICROSECOND); /* Position, the one that is not kept there */
}

/* What is asked for as a number, held to what there is; backwards there is nothing that would fit, and a wish that
 * cannot be used may be ignored. Returns: whether it is one */
static gboolean
set_number (SlMpris *self, const char *name, double number)
{
  if (isnan (number))
    return FALSE;
  if (g_str_equal (name, "Volume"))
    command (self, SL_MPRIS_VOLUME, g_variant_new_double (CLAMP (number, 0.0, 1.0)));
  else if (number == 0.0)
    set_playing (self, FALSE);
  else if (number > 0.0)
    command (self, SL_MPRIS_RATE, g_variant_new_double (CLAMP (number, SL_MPRIS_SLOWEST, SL_MPRIS_FASTEST)));
  return TRUE;
}

static gboolean
set_property_cb (GDBusConnection *bus,
                 const char      *sender,
                 const char      *path,
                 const char      *interface,
                 const char      *name,
                 GVariant        *value,
                 GError         **error,
                 gpointer         data)
{
  SlMpris *self = SL_MPRIS (data);
  gboolean done = FALSE;

  if (g_str_equal (name, "Fullscreen") && get_flag (self, "CanSetFullscreen"))
    {
      command (self, SL_MPRIS_FULLSCREEN, value);
      done = TRUE;
    }
  else if (g_str_equal (name, "LoopStatus"))
    {
      const char *word = g_variant_get_string (value, NULL);

      done = g_str_equal (word, "None") || g_str_equal (word, "Track");
      if (done)
        command (self, SL_MPRIS_LOOP, g_variant_new_boolean (g_str_equal (word, "Track")));
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    {
      done = set_number (self, name, g_variant_get_double (value));
    }
  if (!done)
    g_set_error (error, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED, "%s cannot be set to this now", name);
  return done;
}

/* The bus */

static void export(SlMpris *self, GDBusConnection *bus)
{
  static const GDBusInterfaceVTable vtable = {method_cb, get_property_cb, set_property_cb, {NULL}};

  g_set_object (&self->bus, bus);
  for (guint i = 0; i < G_N_ELEMENTS (self->object_ids); i++)
    if (self->object_ids[i] == 0)
      self->object_ids[i] = g_dbus_connection_register_object (bus, SL_MPRIS_PATH, self->node->interfaces[i], &vtable, self, NULL, NULL);
}

static void
bus_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  export(SL_MPRIS (data), bus);
}

static void
lost_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  SlMpris         *self = SL_MPRIS (data);
  g_autofree char *other = NULL;

  if (bus == NULL || self->name_ids[1] != 0)
    return;
  other = g_strdup_printf ("%s.instance%d", name, (int)getpid ());
  self->name_ids[1] = g_bus_own_name_on_connection (bus, other, G_BUS_NAME_OWNER_FLAGS_DO_NOT_QUEUE, NULL, NULL, NULL, NULL);
}

static void
own_name (SlMpris *self)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", SL_MPRIS_ROOT, self->app_id);

  self->name_ids[0] =
    g_bus_own_name (G_BUS_TYPE_SESSION, name, G_BUS_NAME_OWNER_FLAGS_DO_NOT_QUEUE, bus_cb, NULL, lost_cb, self, NULL);
}

static void
sl_mpris_dispose (GObject *object)
{
  SlMpris *self = SL_MPRIS (object);

  for (guint i = 0; self->bus && i < G_N_ELEMENTS (self->object_ids); i++)
    if (self->object_ids[i] != 0)
      g_dbus_connection_unregister_object (self->bus, self->object_ids[i]);
  memset (self->object_ids, 0, sizeof self->object_ids);
  for (guint i = 0; i < G_N_ELEMENTS (self->name_ids); i++)
    g_clear_handle_id (&self->name_ids[i], g_bus_unown_name);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (sl_mpris_parent_class)->dispose (object);
}

static void
sl_mpris_finalize (GObject *object)
{
  SlMpris *self = SL_MPRIS (object);

  g_dbus_node_info_unref (self->node);
  g_hash_table_unref (self->root);
  g_hash_table_unref (self->player);
  g_free (self->app_id);

  G_OBJECT_CLASS (sl_mpris_parent_class)->finalize (object);
}

static void
sl_mpris_class_init (SlMprisClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_mpris_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_mpris_finalize;

  signals[COMMAND] =
    g_signal_new ("command", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_VARIANT);
}

static void
sl_mpris_init (SlMpris *self)
{
  self->node = sl_mpris_interfaces_new ();
  self->root = new_properties ();
  self->player = new_properties ();
  self->target = -1;
}

SlMpris *
sl_mpris_new (const char *app_id, const char *identity)
{
  static const char *const schemes[] = {SCHEME, NULL};
  const SlMprisState       nothing = {.rate = 1.0, .volume = 1.0};
  SlMpris                 *self;

  g_return_val_if_fail (app_id != NULL && identity != NULL, NULL);

  self = g_object_new (SL_TYPE_MPRIS, NULL);
  self->app_id = g_strdup (app_id);
  put (self->root, "CanQuit", g_variant_new_boolean (TRUE));
  put (self->root, "CanRaise", g_variant_new_boolean (TRUE));
  put (self->root, "HasTrackList", g_variant_new_boolean (FALSE));
  put (self->root, "Identity", g_variant_new_string (identity));
  put (self->root, "DesktopEntry", g_variant_new_string (app_id));
  put (self->root, "SupportedUriSchemes", g_variant_new_strv (schemes, -1));
  put (self->root, "SupportedMimeTypes", g_variant_new_strv (NULL, 0));
  sl_mpris_update (self, &nothing);
  own_name (self);
  return self;
}

void
sl_mpris_update (SlMpris *self, const SlMprisState *state)
{
  GHashTable    *root;
  GHashTableIter iter;
  gpointer       name, value;

  g_return_if_fail (SL_IS_MPRIS (self) && state != NULL);

  root = new_properties ();
  g_hash_table_iter_init (&iter, self->root);
  while (g_hash_table_iter_next (&iter, &name, &value))
    put (root, name, value);
  put (root, "Fullscreen", g_variant_new_boolean (state->fullscreen));
  put (root, "CanSetFullscreen", g_variant_new_boolean (state->can_fullscreen));
  self->length = MAX (state->length, 0);
  replace (self, SL_MPRIS_ROOT, &self->root, root);
  replace (self, SL_MPRIS_PLAYER, &self->player, build_player (self, state));
}

void
sl_mpris_set_position (SlMpris *self, gint64 position)
{
  g_return_if_fail (SL_IS_MPRIS (self) && position >= 0);

  self->position = position;
}

void
sl_mpris_sought (SlMpris *self, gint64 position)
{
  g_return_if_fail (SL_IS_MPRIS (self) && position >= 0);

  self->position = position;
  self->target = -1;
  send (self, SL_MPRIS_PLAYER, "Seeked", g_variant_new ("(x)", position / MICROSECOND));
}

void
sl_mpris_settle (SlMpris *self)
{
  g_return_if_fail (SL_IS_MPRIS (self));

  self->target = -1;
}
