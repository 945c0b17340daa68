/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that hangs, a decoder that fails and a sound device that breaks, since no real one does so when asked. */
#include "trouble.h"

#include <errno.h>
#include <fcntl.h>
#include <gst/base/gstpushsrc.h>
#include <gst/video/gstvideodecoder.h>
#include <sys/stat.h>
#include <unistd.h>

/* The disk. What the test sets is one for all readers, since playbin makes them. */

typedef struct
{
  GstBaseSrc parent_instance;
  char      *uri;
  int        fd;
} TroubleDisk;

typedef GstBaseSrcClass TroubleDiskClass;

static struct
{
  GMutex  lock;
  GCond   released;
  guint64 offset;
  guint   times;
  guint   generation;
  guint   n_hanging;
} disk;

GType trouble_disk_get_type (void);
GType trouble_decoder_get_type (void);
GType trouble_sound_get_type (void);

static GstURIType
get_type (GType type)
{
  return GST_URI_SRC;
}

static const char *const *
get_protocols (GType type)
{
  static const char *const protocols[] = {"stall", "file", NULL};

  return protocols;
}

static char *
get_uri (GstURIHandler *handler)
{
  return g_strdup (((TroubleDisk *)handler)->uri);
}

static gboolean
set_uri (GstURIHandler *handler, const char *uri, GError **error)
{
  TroubleDisk *self = (TroubleDisk *)handler;

  g_free (self->uri);
  self->uri = g_strdup (uri);
  return TRUE;
}

static void
uri_init (gpointer iface, gpointer data)
{
  GstURIHandlerInterface *handler = iface;

  handler->get_type = get_type;
  handler->get_protocols = get_protocols;
  handler->get_uri = get_uri;
  handler->set_uri = set_uri;
}

G_DEFINE_TYPE_WITH_CODE (TroubleDisk, trouble_disk, GST_TYPE_BASE_SRC, G_IMPLEMENT_INTERFACE (GST_TYPE_URI_HANDLER, uri_init))

static gboolean
disk_start (GstBaseSrc *source)
{
  TroubleDisk *self = (TroubleDisk *)source;

  self->fd = open (strstr (self->uri, "://") + strlen ("://"), O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (self->fd, >=, 0);
  return TRUE;
}

static gboolean
disk_stop (GstBaseSrc *source)
{
  close (((TroubleDisk *)source)->fd);
  return TRUE;
}

static gboolean
disk_is_seekable (GstBaseSrc *source)
{
  return TRUE;
}

static gboolean
disk_get_size (GstBaseSrc *source, guint64 *size)
{
  struct stat status;

  g_assert_cmpint (fstat (((TroubleDisk *)source)->fd, &status), ==, 0);
  *size = (guint64)status.st_size;
  return TRUE;
}

static void
hang_if_due (guint64 start, guint64 end)
{
  guint generation;

  g_mutex_lock (&disk.lock);
  generation = disk.generation;
  if (disk.times > 0 && (disk.offset == TROUBLE_DISK_ANY || (start <= disk.offset && disk.offset < end)))
    {
      disk.times--;
      disk.n_hanging++;
      while (generation == disk.generation)
        g_cond_wait (&disk.released, &disk.lock);
      disk.n_hanging--;
    }
  g_mutex_unlock (&disk.lock);
}

static GstFlowReturn
disk_fill (GstBaseSrc *source, guint64 offset, guint size, GstBuffer *buffer)
{
  GstMapInfo map;
  ssize_t    got;

  hang_if_due (offset, offset + size);
  gst_buffer_map (buffer, &map, GST_MAP_WRITE);
  got = pread (((TroubleDisk *)source)->fd, map.data, size, (off_t)offset);
  gst_buffer_unmap (buffer, &map);
  if (got <= 0)
    return GST_FLOW_EOS;
  gst_buffer_set_size (buffer, got);
  return GST_FLOW_OK;
}

static void
disk_finalize (GObject *object)
{
  g_free (((TroubleDisk *)object)->uri);
  G_OBJECT_CLASS (trouble_disk_parent_class)->finalize (object);
}

static void
trouble_disk_class_init (TroubleDiskClass *klass)
{
  static GstStaticPadTemplate src = GST_STATIC_PAD_TEMPLATE ("src", GST_PAD_SRC, GST_PAD_ALWAYS, GST_STATIC_CAPS_ANY);

  G_OBJECT_CLASS (klass)->finalize = disk_finalize;
  klass->start = disk_start;
  klass->stop = disk_stop;
  klass->is_seekable = disk_is_seekable;
  klass->get_size = disk_get_size;
  klass->fill = disk_fill;
  gst_element_class_add_static_pad_template (GST_ELEMENT_CLASS (klass), &src);
  gst_element_class_set_static_metadata (GST_ELEMENT_CLASS (klass), "Disk", "Source/File", "Hangs", "Sidelight");
}

static void
trouble_disk_init (TroubleDisk *self)
{
  self->fd = -1;
}

void
trouble_disk_register (void)
{
  gst_element_register (NULL, "troubledisk", GST_RANK_MARGINAL, trouble_disk_get_type ());
}

void
trouble_disk_take_files (void)
{
  g_autoptr (GstElementFactory) factory = gst_element_factory_find ("troubledisk");

  gst_plugin_feature_set_rank (GST_PLUGIN_FEATURE (factory), GST_RANK_PRIMARY + 1000);
}

void
trouble_disk_set (guint64 offset, guint times)
{
  g_mutex_lock (&disk.lock);
  disk.offset = offset;
  disk.times = times;
  g_mutex_unlock (&disk.lock);
}

guint
trouble_disk_get_n_hanging (void)
{
  guint n_hanging;

  g_mutex_lock (&disk.lock);
  n_hanging = disk.n_hanging;
  g_mutex_unlock (&disk.lock);
  return n_hanging;
}

void
trouble_disk_release (void)
{
  g_mutex_lock (&disk.lock);
  disk.times = 0;
  disk.generation++;
  g_cond_broadcast (&disk.released);
  g_mutex_unlock (&disk.lock);
}

/* The decoder. */

typedef struct
{
  GstVideoDecoder     parent_instance;
  GstVideoCodecState *input;
  guint               n;
} TroubleDecoder;

typedef struct
{
  GstVideoDecoderClass parent_class;
  guint                fails_at;
} TroubleDecoderClass;

G_DEFINE_TYPE (TroubleDecoder, trouble_decoder, GST_TYPE_VIDEO_DECODER)

static gboolean
decoder_set_format (GstVideoDecoder *decoder, GstVideoCodecState *state)
{
  GstVideoCodecState *output =
    gst_video_decoder_set_output_state (decoder, GST_VIDEO_FORMAT_I420, (guint)state->info.width, (guint)state->info.height, state);

  gst_video_codec_state_unref (output);
  return TRUE;
}

static GstFlowReturn
decoder_handle_frame (GstVideoDecoder *decoder, GstVideoCodecFrame *frame)
{
  TroubleDecoder      *self = (TroubleDecoder *)decoder;
  TroubleDecoderClass *klass = G_TYPE_INSTANCE_GET_CLASS (decoder, trouble_decoder_get_type (), TroubleDecoderClass);

  if (self->n++ == klass->fails_at)
    {
      gst_video_codec_frame_unref (frame);
      GST_ELEMENT_ERROR (decoder, STREAM, DECODE, (NULL), ("the hardware has gone away"));
      return GST_FLOW_ERROR;
    }
  if (gst_video_decoder_allocate_output_frame (decoder, frame) != GST_FLOW_OK)
    return GST_FLOW_ERROR;
  gst_buffer_memset (frame->output_buffer, 0, 16, gst_buffer_get_size (frame->output_buffer));
  return gst_video_decoder_finish_frame (decoder, frame);
}

static void
trouble_decoder_class_init (TroubleDecoderClass *klass)
{
  static GstStaticPadTemplate sink = GST_STATIC_PAD_TEMPLATE ("sink", GST_PAD_SINK, GST_PAD_ALWAYS, GST_STATIC_CAPS ("video/x-vp8"));
  static GstStaticPadTemplate src = GST_STATIC_PAD_TEMPLATE ("src", GST_PAD_SRC, GST_PAD_ALWAYS, GST_STATIC_CAPS ("video/x-raw, format = I420"));
  GstVideoDecoderClass       *decoder_class = GST_VIDEO_DECODER_CLASS (klass);

  decoder_class->set_format = decoder_set_format;
  decoder_class->handle_frame = decoder_handle_frame;
  gst_element_class_add_static_pad_template (GST_ELEMENT_CLASS (klass), &sink);
  gst_element_class_add_static_pad_template (GST_ELEMENT_CLASS (klass), &src);
  gst_element_class_set_static_metadata (GST_ELEMENT_CLASS (klass), "Card", "Codec/Decoder/Video/Hardware", "Fails", "Sidelight");
}

static void
trouble_decoder_init (TroubleDecoder *self)
{
}

void
trouble_decoder_register (guint number)
{
  g_autoptr (GstElementFactory) factory = NULL;

  ((TroubleDecoderClass *)g_type_class_ref (trouble_decoder_get_type ()))->fails_at = number;
  gst_element_register (NULL, "troubledecoder", GST_RANK_NONE, trouble_decoder_get_type ());
  factory = gst_element_factory_find ("troubledecoder");
  gst_plugin_feature_set_rank (GST_PLUGIN_FEATURE (factory), GST_RANK_PRIMARY + 1000);
}

guint
trouble_decoder_get_rank (void)
{
  g_autoptr (GstElementFactory) factory = gst_element_factory_find ("troubledecoder");

  return gst_plugin_feature_get_rank (GST_PLUGIN_FEATURE (factory));
}

/* The sound device. */

typedef struct
{
  GstBaseSink parent_instance;
  guint       left;
} TroubleSound;

typedef GstBaseSinkClass TroubleSoundClass;

G_DEFINE_TYPE (TroubleSound, trouble_sound, GST_TYPE_BASE_SINK)

static GstFlowReturn
sound_render (GstBaseSink *sink, GstBuffer *buffer)
{
  TroubleSound *self = (TroubleSound *)sink;

  if (self->left-- > 0)
    return GST_FLOW_OK;
  self->left = 0;
  GST_ELEMENT_ERROR (sink, RESOURCE, WRITE, (NULL), ("the device was pulled out"));
  return GST_FLOW_ERROR;
}

static void
trouble_sound_class_init (TroubleSoundClass *klass)
{
  static GstStaticPadTemplate sink = GST_STATIC_PAD_TEMPLATE ("sink", GST_PAD_SINK, GST_PAD_ALWAYS, GST_STATIC_CAPS ("audio/x-raw, layout = interleaved"));

  klass->render = sound_render;
  gst_element_class_add_static_pad_template (GST_ELEMENT_CLASS (klass), &sink);
  gst_element_class_set_static_metadata (GST_ELEMENT_CLASS (klass), "Device", "Sink/Audio", "Breaks", "Sidelight");
}

static void
trouble_sound_init (TroubleSound *self)
{
}

GstElement *
trouble_make_sound_device (guint n_buffers)
{
  TroubleSound *self = g_object_new (trouble_sound_get_type (), NULL);

  self->left = n_buffers;
  return GST_ELEMENT (self);
}

/* The decoders. */

static void
find_nothing_cb (GstTypeFind *find, gpointer data)
{
}

/* As after an installation, what was known of the registry has to be looked up again. */
static void
tell_of_change (void)
{
  g_autofree char *name = g_strdup_printf ("change-%u", gst_registry_get_feature_list_cookie (gst_registry_get ()));

  g_assert_true (gst_type_find_register (NULL, name, GST_RANK_NONE, find_nothing_cb, NULL, NULL, NULL, NULL));
}

/* No element decodes @type as where nobody has installed one.
 * @hidden: (element-type GstPluginFeature): those that did */
void
trouble_hide_decoders (GPtrArray *hidden, const char *type)
{
  g_autoptr (GstCaps) caps = gst_caps_new_empty_simple (type);
  GList *all = gst_element_factory_list_get_elements (GST_ELEMENT_FACTORY_TYPE_DECODER, GST_RANK_MARGINAL);
  GList *found = gst_element_factory_list_filter (all, caps, GST_PAD_SINK, FALSE);

  g_assert_nonnull (found);
  for (GList *factory = found; factory; factory = factory->next)
    {
      g_ptr_array_add (hidden, gst_object_ref (factory->data));
      gst_plugin_feature_set_rank (factory->data, GST_RANK_NONE);
    }
  gst_plugin_feature_list_free (found);
  gst_plugin_feature_list_free (all);
  tell_of_change ();
}

void
trouble_show_decoders (GPtrArray *hidden)
{
  for (guint i = 0; i < hidden->len; i++)
    gst_plugin_feature_set_rank (hidden->pdata[i], GST_RANK_PRIMARY);
  g_ptr_array_set_size (hidden, 0);
  tell_of_change ();
}
