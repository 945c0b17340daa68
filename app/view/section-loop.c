/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one key means the first, the second and the third time. The going round is the conductor's. */
#include "section-loop.h"

struct _SlSectionLoop
{
  GObject parent_instance;

  SlConductor *conductor;
  gint64       start;
};

G_DEFINE_FINAL_TYPE (SlSectionLoop, sl_section_loop, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_START,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_start (SlSectionLoop *self, gint64 start)
{
  if (self->start == start)
    return;
  self->start = start;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_START]);
}

static void
clip_cb (SlSectionLoop *self)
{
  set_start (self, -1);
}

static void
sl_section_loop_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_START:
      g_value_set_int64 (value, SL_SECTION_LOOP (object)->start);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_section_loop_dispose (GObject *object)
{
  g_clear_object (&SL_SECTION_LOOP (object)->conductor);

  G_OBJECT_CLASS (sl_section_loop_parent_class)->dispose (object);
}

static void
sl_section_loop_class_init (SlSectionLoopClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sl_section_loop_dispose;
  object_class->get_property = sl_section_loop_get_property;

  properties[PROP_START] =
    g_param_spec_int64 ("start", NULL, NULL, -1, G_MAXINT64, -1, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_section_loop_init (SlSectionLoop *self)
{
  self->start = -1;
}

SlSectionLoop *
sl_section_loop_new (SlConductor *conductor)
{
  SlSectionLoop *self;

  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), NULL);

  self = g_object_new (SL_TYPE_SECTION_LOOP, NULL);
  self->conductor = g_object_ref (conductor);
  g_signal_connect_object (sl_conductor_get_session (conductor), "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
sl_section_loop_mark (SlSectionLoop *self)
{
  gint64 here, start;

  g_return_if_fail (SL_IS_SECTION_LOOP (self));

  here = sl_conductor_get_target (self->conductor);
  start = self->start;
  if (sl_conductor_get_loop (self->conductor) == SL_LOOP_SECTION)
    {
      sl_conductor_set_loop (self->conductor, SL_LOOP_NONE);
      return;
    }
  if (start < 0)
    {
      set_start (self, here);
      return;
    }
  set_start (self, -1);
  if (here != start)
    sl_conductor_loop_section (self->conductor, MIN (start, here), MAX (start, here));
}
