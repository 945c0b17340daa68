/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The element is another project's and known only when the program runs, so its class is derived from by what
 * GObject says of its size.
 *
 * A picture is handed over and its frame is posted under one lock. So whoever has passed that lock because the
 * paintable has changed finds the frame of its picture in the mailbox, or one of a newer picture; and then the
 * paintable's next change already waits in the main loop, before the next drawing.
 *
 * The element makes its connection to the screen when it becomes ready, for which it waits for the main thread.
 * That is done once, on the main thread; what playbin does between films (NULL, and ready again) goes no
 * further than here.
 */
#include "paintable-sink.h"

#include "loan.h"

#include <gst/video/gstvideosink.h>
#include <gst/video/video.h>

#define FACTORY "gtk4paintablesink"
#define NAME "SlPaintableSink"

/* Stands behind the parent's part of an instance. */
typedef struct
{
  GMutex          lock;
  SlMailbox      *mailbox;
  SlFrameStamper *stamper;
  GObject        *paintable; /* (not owned): the parent's */
  SlFrameStamp    newest;
  gboolean        has_newest;
  gboolean        has_gl;
  gboolean        is_made; /* the one time it became ready is over */
} Feed;

static Feed *
get_feed (gpointer instance)
{
  GTypeQuery query;

  g_type_query (g_type_parent (g_type_from_name (NAME)), &query);
  return (Feed *)(gpointer)((char *)instance + query.instance_size);
}

static gpointer
get_parent_class (void)
{
  return g_type_class_peek (g_type_parent (g_type_from_name (NAME)));
}

static GstFlowReturn
show_frame (GstVideoSink *sink, GstBuffer *buffer)
{
  Feed         *feed = get_feed (sink);
  SlFrameStamp  stamp;
  gboolean      is_new;
  GstFlowReturn flow;

  g_mutex_lock (&feed->lock);
  is_new = sl_frame_stamper_stamp (feed->stamper, &GST_BASE_SINK (sink)->segment, buffer, &stamp);
  flow = GST_VIDEO_SINK_CLASS (get_parent_class ())->show_frame (sink, buffer);
  if (flow == GST_FLOW_OK && is_new && feed->mailbox)
    {
      feed->newest = stamp;
      feed->has_newest = TRUE;
      sl_mailbox_post_frame (feed->mailbox, sl_frame_new (&stamp, NULL, 0, 0, 0, NULL, NULL));
    }
  g_mutex_unlock (&feed->lock);
  return flow;
}

static gboolean
set_caps (GstBaseSink *sink, GstCaps *caps)
{
  GstStructure *structure = gst_caps_get_structure (caps, 0);
  int           fps_n = 0, fps_d = 1;

  gst_structure_get_fraction (structure, "framerate", &fps_n, &fps_d);
  sl_frame_stamper_set_rate (get_feed (sink)->stamper, fps_n, fps_d);
  return GST_BASE_SINK_CLASS (get_parent_class ())->set_caps (sink, caps);
}

static gboolean
take_event (GstBaseSink *sink, GstEvent *event)
{
  sl_frame_stamper_take_event (get_feed (sink)->stamper, event);
  return GST_BASE_SINK_CLASS (get_parent_class ())->event (sink, event);
}

static GstPadProbeReturn
arrival_cb (GstPad *pad, GstPadProbeInfo *probe, gpointer data)
{
  sl_frame_stamper_take_arrival (data, pad, GST_PAD_PROBE_INFO_BUFFER (probe));
  return GST_PAD_PROBE_OK;
}

static void
start (Feed *feed)
{
  g_mutex_lock (&feed->lock);
  feed->has_newest = FALSE;
  g_mutex_unlock (&feed->lock);
  sl_frame_stamper_start (feed->stamper);
}

static GstStateChangeReturn
change_state (GstElement *element, GstStateChange transition)
{
  Feed *feed = get_feed (element);

  if (feed->is_made && (transition == GST_STATE_CHANGE_READY_TO_NULL || transition == GST_STATE_CHANGE_NULL_TO_READY))
    return GST_STATE_CHANGE_SUCCESS;
  if (transition == GST_STATE_CHANGE_READY_TO_PAUSED)
    start (feed);
  return GST_ELEMENT_CLASS (get_parent_class ())->change_state (element, transition);
}

static void
finalize (GObject *object)
{
  Feed *feed = get_feed (object);

  g_clear_pointer (&feed->mailbox, sl_mailbox_unref);
  g_clear_pointer (&feed->stamper, sl_frame_stamper_unref);
  g_mutex_clear (&feed->lock);

  G_OBJECT_CLASS (get_parent_class ())->finalize (object);
}

static void
init_class (gpointer klass, gpointer data)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
  GST_ELEMENT_CLASS (klass)->change_state = change_state;
  GST_BASE_SINK_CLASS (klass)->event = take_event;
  GST_BASE_SINK_CLASS (klass)->set_caps = set_caps;
  GST_VIDEO_SINK_CLASS (klass)->show_frame = show_frame;
  gst_element_class_set_static_metadata (klass, "Paintable sink", "Sink/Video", "Says which moment a picture is", "Sidelight");
}

static void
init_instance (GTypeInstance *instance, gpointer klass)
{
  Feed *feed = get_feed (instance);

  g_mutex_init (&feed->lock);
  feed->stamper = sl_frame_stamper_new ();
  gst_pad_add_probe (GST_BASE_SINK_PAD (instance), GST_PAD_PROBE_TYPE_BUFFER, arrival_cb, feed->stamper, NULL);
}

static GType
find_parent (void)
{
  g_autoptr (GstElementFactory) factory = gst_element_factory_find (FACTORY);
  g_autoptr (GstPluginFeature) loaded = factory ? gst_plugin_feature_load (GST_PLUGIN_FEATURE (factory)) : NULL;
  const GType type = loaded ? gst_element_factory_get_element_type (GST_ELEMENT_FACTORY (loaded)) : G_TYPE_INVALID;

  if (type == G_TYPE_INVALID || !g_type_is_a (type, GST_TYPE_VIDEO_SINK) || g_type_test_flags (type, G_TYPE_FLAG_FINAL))
    return G_TYPE_INVALID;
  return type;
}

GType
sl_paintable_sink_get_type (void)
{
  const GType type = g_type_from_name (NAME);
  GType       parent;
  GTypeQuery  query;

  if (type != G_TYPE_INVALID)
    return type;
  parent = find_parent ();
  if (parent == G_TYPE_INVALID)
    return G_TYPE_INVALID;
  g_type_query (parent, &query);
  /* A multiple of a pointer's size, as every class with pointers in it is. */
  g_assert (query.instance_size % sizeof (gpointer) == 0);
  return g_type_register_static (parent,
                                 NAME,
                                 &(GTypeInfo){
                                   .class_size = (guint16)query.class_size,
                                   .class_init = init_class,
                                   .instance_size = (guint16)(query.instance_size + sizeof (Feed)),
                                   .instance_init = init_instance,
                                 },
                                 G_TYPE_FLAG_NONE);
}

static gboolean
has_gl (GObject *paintable)
{
  g_autoptr (GObject) context = NULL;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (paintable), "gl-context"))
    g_object_get (paintable, "gl-context", &context, NULL);
  return context != NULL;
}

GstElement *
sl_paintable_sink_new (void)
{
  const GType type = sl_paintable_sink_get_type ();
  g_autoptr (GstElement) self = NULL;
  g_autoptr (GObject) paintable = NULL;

  if (type == G_TYPE_INVALID)
    return NULL;
  self = gst_object_ref_sink (g_object_new (type, NULL));
  g_object_get (self, "paintable", &paintable, NULL);
  if (paintable == NULL || gst_element_set_state (self, GST_STATE_READY) != GST_STATE_CHANGE_SUCCESS)
    {
      gst_element_set_state (self, GST_STATE_NULL);
      return NULL;
    }
  get_feed (self)->paintable = paintable;
  get_feed (self)->has_gl = has_gl (paintable);
  get_feed (self)->is_made = TRUE;
  sl_loan_offer (self);
  return g_steal_pointer (&self);
}

GObject *
sl_paintable_sink_get_paintable (GstElement *self)
{
  g_return_val_if_fail (SL_IS_PAINTABLE_SINK (self), NULL);

  return get_feed (self)->paintable;
}

static GstElement *
convert (GstElement *self)
{
  GstElement *bin = gst_bin_new (NULL), *converter = gst_element_factory_make ("videoconvertscale", NULL);
  g_autoptr (GstPad) pad = gst_element_get_static_pad (converter, "sink");

  gst_bin_add_many (GST_BIN (bin), converter, self, NULL);
  if (!gst_element_link (converter, self))
    g_assert_not_reached ();
  gst_element_add_pad (bin, gst_ghost_pad_new ("sink", pad));
  return bin;
}

/* With a graphics processor at hand, pictures are brought into its memory, if they are not in it, and are turned
 * into colours there. */
GstElement *
sl_paintable_sink_wrap (GstElement *self)
{
  GstElement *bin;

  g_return_val_if_fail (SL_IS_PAINTABLE_SINK (self), NULL);

  bin = get_feed (self)->has_gl ? gst_element_factory_make ("glsinkbin", NULL) : NULL;
  if (bin == NULL)
    return convert (self);
  g_object_set (bin, "sink", self, NULL);
  return bin;
}

gboolean
sl_paintable_sink_take (GstElement *self, SlMailbox *mailbox, gint64 patience)
{
  g_autoptr (SlMailbox) old = NULL;
  gboolean taken;
  Feed    *feed;

  g_return_val_if_fail (SL_IS_PAINTABLE_SINK (self) && mailbox != NULL, FALSE);

  taken = sl_loan_take (self, patience);
  feed = get_feed (self);
  g_mutex_lock (&feed->lock);
  old = g_steal_pointer (&feed->mailbox);
  feed->mailbox = taken ? sl_mailbox_ref (mailbox) : NULL;
  feed->has_newest = FALSE;
  g_mutex_unlock (&feed->lock);
  return taken;
}

void
sl_paintable_sink_give_back (GstElement *self)
{
  g_autoptr (SlMailbox) old = NULL;
  Feed *feed;

  g_return_if_fail (SL_IS_PAINTABLE_SINK (self));

  feed = get_feed (self);
  g_mutex_lock (&feed->lock);
  old = g_steal_pointer (&feed->mailbox);
  g_mutex_unlock (&feed->lock);
  sl_loan_give_back (self);
}

gboolean
sl_paintable_sink_is_feeding (GstElement *self)
{
  gboolean feeding;
  Feed    *feed;

  g_return_val_if_fail (SL_IS_PAINTABLE_SINK (self), FALSE);

  feed = get_feed (self);
  g_mutex_lock (&feed->lock);
  feeding = feed->mailbox != NULL;
  g_mutex_unlock (&feed->lock);
  return feeding;
}

SlFrameStamper *
sl_paintable_sink_get_stamper (GstElement *self)
{
  g_return_val_if_fail (SL_IS_PAINTABLE_SINK (self), NULL);

  return get_feed (self)->stamper;
}

void
sl_paintable_sink_settle (GstElement *self)
{
  Feed *feed;

  g_return_if_fail (SL_IS_PAINTABLE_SINK (self));

  feed = get_feed (self);
  g_mutex_lock (&feed->lock);
  g_mutex_unlock (&feed->lock);
}

gboolean
sl_paintable_sink_is_newest (GstElement *self, const SlFrame *frame)
{
  gboolean newest;
  Feed    *feed;

  g_return_val_if_fail (SL_IS_PAINTABLE_SINK (self) && frame != NULL, FALSE);

  feed = get_feed (self);
  g_mutex_lock (&feed->lock);
  newest = feed->has_newest && feed->newest.serial == sl_frame_get_serial (frame) &&
           feed->newest.lap == sl_frame_get_lap (frame) && feed->newest.time == sl_frame_get_time (frame);
  g_mutex_unlock (&feed->lock);
  return newest;
}
