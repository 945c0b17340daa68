/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When. Which file that is, the reel knows. */
#include "still-films.h"

struct _SlStillFilms
{
  GObject parent_instance;

  SlConductor *conductor;
  GtkSettings *desktop;
  GSettings   *settings; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SlStillFilms, sl_still_films, G_TYPE_OBJECT)

static gboolean
is_wanted (SlStillFilms *self)
{
  g_autofree char *motion = self->settings ? g_settings_get_string (self->settings, "motion") : g_strdup ("system");
  gboolean         moves = TRUE;

  g_object_get (self->desktop, "gtk-enable-animations", &moves, NULL);
  return g_str_equal (motion, "stills") || (g_str_equal (motion, "system") && !moves);
}

static void
update (SlStillFilms *self)
{
  SlSession     *session = sl_conductor_get_session (self->conductor);
  const gboolean was_in = sl_conductor_has_medium (self->conductor);

  sl_reel_set_still (sl_conductor_get_reel (self->conductor), is_wanted (self));
  if (was_in && !sl_conductor_has_medium (self->conductor))
    sl_conductor_open (self->conductor, MAX (sl_session_get_time (session), 0), sl_conductor_get_playing (self->conductor));
}

static void
sl_still_films_dispose (GObject *object)
{
  SlStillFilms *self = SL_STILL_FILMS (object);

  g_clear_object (&self->conductor);
  g_clear_object (&self->desktop);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sl_still_films_parent_class)->dispose (object);
}

static void
sl_still_films_class_init (SlStillFilmsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_still_films_dispose;
}

static void
sl_still_films_init (SlStillFilms *self)
{
}

SlStillFilms *
sl_still_films_new (SlConductor *conductor, GtkSettings *desktop, GSettings *settings)
{
  SlStillFilms *self;

  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), NULL);
  g_return_val_if_fail (GTK_IS_SETTINGS (desktop), NULL);

  self = g_object_new (SL_TYPE_STILL_FILMS, NULL);
  self->conductor = g_object_ref (conductor);
  self->desktop = g_object_ref (desktop);
  g_set_object (&self->settings, settings);
  g_signal_connect_object (desktop, "notify::gtk-enable-animations", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (settings)
    g_signal_connect_object (settings, "changed::motion", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}
