/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The controls under the picture. */
#include "config.h"

#include "transport.h"

#include "chapter.h"
#include "flow-layout.h"
#include "from-left.h"
#include "more-button.h"
#include "needs-film.h"
#include "seek-strip.h"
#include "time-entry.h"
#include "tracks.h"
#include "volume-button.h"
#include "rich-text.h"
#include "words.h"

#include <glib/gi18n-lib.h>

#define GAP 8        /* pixels between buttons, as in the template */
#define GROUP_GAP 16 /* pixels between the groups, in a row or in two */

struct _SlTransport
{
  GtkWidget parent_instance;

  SlSession   *session;
  SlConductor *conductor;
  gboolean     playing;
  double       rate;
  GArray      *found; /* (nullable) (element-type gint64) */
  gint64       said_second;

  /* Template children. */
  GtkWidget *strip;
  GtkWidget *labels;
  GtkLabel  *time_label;
  GtkWidget *left;
  GtkWidget *quiet; /* where there is room for it; it is in the menu too */
  GtkWidget *right;
  GtkWidget *captions;
  GtkWidget *speed;
  GtkWidget *volume;
  GtkWidget *time_entry;
};

G_DEFINE_FINAL_TYPE (SlTransport, sl_transport, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_CONDUCTOR,
  PROP_PLAYING,
  PROP_RATE,
  PROP_FOUND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Formatters of transport.ui. */

static char *
play_icon_cb (SlTransport *self, gboolean playing)
{
  return g_strdup (playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
}

static char *
play_name_cb (SlTransport *self, gboolean playing)
{
  return g_strdup (playing ? C_ ("button", "Pause") : C_ ("button", "Play"));
}

static char *
rate_cb (SlTransport *self, double rate)
{
  /* Translators: the speed of the film: “1.5×”. */
  return g_strdup_printf (C_ ("speed", "%g×"), rate);
}

/* What has the focus in a menu button is a button inside it. */
static void
name_speed (SlTransport *self)
{
  g_autofree char *speed = rate_cb (self, self->rate);
  /* Translators: spoken name of the button; %s is the speed of the film, such as “1.5×”. */
  g_autofree char *name = g_strdup_printf (_ ("Speed, %s"), speed);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->speed), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->speed)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
chapter_title_cb (SlTransport *self, SlCue *cue)
{
  return sl_rich_text_plain (cue ? sl_chapter_get_title (SL_CHAPTER (sl_cue_get_record (cue))) : NULL);
}

static char *
chapter_place_cb (SlTransport *self, SlCue *cue)
{
  GListModel *chapters = self->session ? sl_session_get_chapters (self->session) : NULL;
  const char *place = cue ? sl_cue_get_place (cue) : NULL;
  guint       n = 0;

  if (place == NULL || chapters == NULL)
    return g_strdup ("");
  for (guint i = 0; i < g_list_model_get_n_items (chapters); i++)
    {
      g_autoptr (SlCue) other = g_list_model_get_item (chapters, i);

      n += strchr (sl_cue_get_place (other), '.') == NULL;
    }
  if (strchr (place, '.'))
    /* Translators: which chapter inside another: %s is such as “2.1”. */
    return g_strdup_printf (C_ ("behind the chapter’s title", "chapter %s"), place);
  /* Translators: which chapter of how many. */
  return g_strdup_printf (C_ ("behind the chapter’s title", "chapter %1$s of %2$u"), place, n);
}

/* What may have no room: the chapters around it, the title, which one it is. Returns: (nullable): without a chapter */
static char *
chapter_whole_cb (SlTransport *self, SlCue *cue)
{
  GListModel *chapters = self->session ? sl_session_get_chapters (self->session) : NULL;
  const char *place = cue ? sl_cue_get_place (cue) : NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *which = chapter_place_cb (self, cue);

  for (guint i = 0; place && chapters && i < g_list_model_get_n_items (chapters); i++)
    {
      g_autoptr (SlCue) other = g_list_model_get_item (chapters, i);
      const gsize      length = strlen (sl_cue_get_place (other));
      g_autofree char *title = NULL;

      if (!g_str_has_prefix (place, sl_cue_get_place (other)) || (place[length] != '.' && place[length] != '\0'))
        continue;
      title = chapter_title_cb (self, other);
      g_string_append_printf (words, "%s%s", words->len > 0 ? " › " : "", title);
    }
  if (words->len == 0)
    return NULL;
  /* Translators: over the chapter under the film: the titles of the chapters around it and its own, then which it is. */
  return g_strdup_printf (C_ ("chapter under the film", "%1$s, %2$s"), words->str, which);
}

static void
time_cb (SlTransport *self)
{
  const gint64     time = sl_session_get_time (self->session);
  g_autofree char *words = NULL;

  if (time / G_GINT64_CONSTANT (1000000000) == self->said_second)
    return;
  self->said_second = time / G_GINT64_CONSTANT (1000000000);
  words = sl_words_time_of (time, sl_session_get_duration (self->session));
  gtk_label_set_label (self->time_label, words);
}

static void
clip_cb (SlTransport *self)
{
  self->said_second = -1;
  time_cb (self);
}

static void
tracks_cb (SlTransport *self)
{
  gtk_widget_set_visible (self->captions, sl_tracks_count_captions (self->conductor) > 0);
}

/* Layout */

static int
natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
natural_height (GtkWidget *widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
place (GtkWidget *widget, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation){x, y, width, height}, -1);
}

static gboolean
fits_one_row (SlTransport *self, int width)
{
  return width < 0 || natural_width (self->left) + GROUP_GAP + natural_width (self->right) <= width;
}

/* Beside the group on the right, in its row. Returns: how much it has before it */
static int
find_room_for_quiet (SlTransport *self, int width)
{
  const int taken = fits_one_row (self, width) ? natural_width (self->left) + GROUP_GAP : 0;
  const int wanted = natural_width (self->quiet) + GAP;

  return taken + wanted + natural_width (self->right) <= width ? wanted : 0;
}

static void
place_right (SlTransport *self, int x, int y, int height, int quiet)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int      right = natural_width (self->right);

  gtk_widget_set_child_visible (self->quiet, quiet > 0);
  if (quiet > 0)
    place (self->quiet, rtl ? x + right + GAP : x, y, quiet - GAP, height);
  place (self->right, rtl ? x : x + quiet, y, right, height);
}

static GtkSizeRequestMode
sl_transport_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_transport_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  SlTransport *self = SL_TRANSPORT (widget);
  const int    left = natural_width (self->left), right = natural_width (self->right);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (left, right);
      *natural = left + GROUP_GAP + right;
      return;
    }
  *minimum = natural_height (self->strip, for_size) + natural_height (self->labels, for_size) + GROUP_GAP;
  if (fits_one_row (self, for_size))
    *minimum += MAX (natural_height (self->left, left), natural_height (self->right, right));
  else
    *minimum += natural_height (self->left, left) + GROUP_GAP / 2 + natural_height (self->right, right);
  *natural = *minimum;
}

static void
sl_transport_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlTransport   *self = SL_TRANSPORT (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int      left = natural_width (self->left), right = natural_width (self->right);
  const int      strip = natural_height (self->strip, width), labels = natural_height (self->labels, width);
  const int      first = natural_height (self->left, left), second = natural_height (self->right, right);
  const int      row = strip + labels + GROUP_GAP, quiet = find_room_for_quiet (self, width);

  place (self->strip, 0, 0, width, strip);
  place (self->labels, 0, strip, width, labels);
  if (fits_one_row (self, width))
    {
      place (self->left, rtl ? width - left : 0, row, left, MAX (first, second));
      place_right (self, rtl ? 0 : width - right - quiet, row, MAX (first, second), quiet);
    }
  else
    {
      place (self->left, (width - left) / 2, row, left, first);
      place_right (self, (width - right - quiet) / 2, row + first + GROUP_GAP / 2, second, quiet);
    }
  gtk_popover_present (GTK_POPOVER (self->time_entry));
}

/* The panel and the whole screen are of use without a film, too. */
static void
need_film (SlTransport *self)
{
  GtkWidget *controls[] = {self->strip, self->quiet, self->captions, self->speed, self->volume};

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    sl_needs_film_add (controls[i], self->conductor);
  for (GtkWidget *child = gtk_widget_get_first_child (self->left); child; child = gtk_widget_get_next_sibling (child))
    sl_needs_film_add (child, self->conductor);
}

static void
set_conductor (SlTransport *self, SlConductor *conductor)
{
  if (!g_set_object (&self->conductor, conductor))
    return;
  if (conductor)
    {
      SlSession *session = sl_conductor_get_session (conductor);

      g_signal_connect_object (conductor, "notify::state", G_CALLBACK (tracks_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::clip", G_CALLBACK (tracks_cb), self, G_CONNECT_SWAPPED);
      tracks_cb (self);
      need_film (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONDUCTOR]);
}

static void
sl_transport_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlTransport *self = SL_TRANSPORT (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_CONDUCTOR:
      g_value_set_object (value, self->conductor);
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_RATE:
      g_value_set_double (value, self->rate);
      break;
    case PROP_FOUND:
      g_value_set_boxed (value, self->found);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_transport_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlTransport *self = SL_TRANSPORT (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      if (!g_set_object (&self->session, g_value_get_object (value)))
        return;
      if (self->session)
        {
          g_signal_connect_object (self->session, "notify::time", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (self->session, "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
        }
      break;
    case PROP_CONDUCTOR:
      set_conductor (self, g_value_get_object (value));
      return;
    case PROP_PLAYING:
      if (self->playing == g_value_get_boolean (value))
        return;
      self->playing = g_value_get_boolean (value);
      break;
    case PROP_RATE:
      if (self->rate == g_value_get_double (value))
        return;
      self->rate = g_value_get_double (value);
      name_speed (self);
      break;
    case PROP_FOUND:
      g_clear_pointer (&self->found, g_array_unref);
      self->found = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
sl_transport_dispose (GObject *object)
{
  SlTransport *self = SL_TRANSPORT (object);

  g_clear_pointer (&self->strip, gtk_widget_unparent);
  g_clear_pointer (&self->labels, gtk_widget_unparent);
  g_clear_pointer (&self->left, gtk_widget_unparent);
  g_clear_pointer (&self->quiet, gtk_widget_unparent);
  g_clear_pointer (&self->right, gtk_widget_unparent);
  g_clear_pointer (&self->time_entry, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->conductor);
  g_clear_pointer (&self->found, g_array_unref);

  G_OBJECT_CLASS (sl_transport_parent_class)->dispose (object);
}

static void
sl_transport_class_init (SlTransportClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const int       flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_transport_dispose;
  object_class->get_property = sl_transport_get_property;
  object_class->set_property = sl_transport_set_property;
  widget_class->get_request_mode = sl_transport_get_request_mode;
  widget_class->measure = sl_transport_measure;
  widget_class->size_allocate = sl_transport_size_allocate;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SL_TYPE_SESSION, flags);
  properties[PROP_CONDUCTOR] = g_param_spec_object ("conductor", NULL, NULL, SL_TYPE_CONDUCTOR, flags);
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  properties[PROP_RATE] = g_param_spec_double ("rate", NULL, NULL, 0.25, 4.0, 1.0, flags);
  properties[PROP_FOUND] = g_param_spec_boxed ("found", NULL, NULL, G_TYPE_ARRAY, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SL_TYPE_FLOW_LAYOUT);
  g_type_ensure (SL_TYPE_MORE_BUTTON);
  g_type_ensure (SL_TYPE_SEEK_STRIP);
  g_type_ensure (SL_TYPE_TIME_ENTRY);
  g_type_ensure (SL_TYPE_VOLUME_BUTTON);
  gtk_widget_class_set_css_name (widget_class, "transport");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/transport.ui");
  gtk_widget_class_bind_template_child (widget_class, SlTransport, strip);
  gtk_widget_class_bind_template_child (widget_class, SlTransport, labels);
  gtk_widget_class_bind_template_child (widget_class, SlTransport, time_label);
  gtk_widget_class_bind_template_child (widget_class, SlTransport, left);
  gtk_widget_class_bind_template_child (widget_class, SlTransport, quiet);
  gtk_widget_class_bind_template_child (widget_class, SlTransport, right);
  gtk_widget_class_bind_template_child (widget_class, SlTransport, captions);
  gtk_widget_class_bind_template_child (widget_class, SlTransport, speed);
  gtk_widget_class_bind_template_child (widget_class, SlTransport, volume);
  gtk_widget_class_bind_template_child (widget_class, SlTransport, time_entry);
  gtk_widget_class_bind_template_callback (widget_class, play_icon_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, rate_cb);
  gtk_widget_class_bind_template_callback (widget_class, chapter_title_cb);
  gtk_widget_class_bind_template_callback (widget_class, chapter_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, chapter_whole_cb);
}

static void
sl_transport_init (SlTransport *self)
{
  self->said_second = -1;
  self->rate = 1.0;
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_from_left_turn (GTK_WIDGET (self->time_label));
  sl_from_left_turn (self->left);
  sl_from_left_turn (self->speed);
  name_speed (self);
}

void
sl_transport_ask_for_time (SlTransport *self)
{
  graphene_rect_t label;

  g_return_if_fail (SL_IS_TRANSPORT (self));

  /* By the time that is shown, which is what it is about. */
  if (gtk_widget_compute_bounds (GTK_WIDGET (self->time_label), GTK_WIDGET (self), &label))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->time_entry),
                                 &(GdkRectangle){(int)label.origin.x, (int)label.origin.y, (int)label.size.width, (int)label.size.height});
  gtk_popover_popup (GTK_POPOVER (self->time_entry));
}
