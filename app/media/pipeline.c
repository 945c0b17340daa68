/* SPDX-License-Identifier: GPL-3.0-or-later */
/* playbin with our own ends for the picture and for words, and a tempo filter that keeps the pitch. */
#include "pipeline.h"

#include "frame-sink.h"
#include "loan.h"
#include "paintable-sink.h"
#include "scaler.h"
#include "seam.h"
#include "text-tap.h"

/* From playbin's own flags, which no header has. */
typedef enum {
  PLAY_VIDEO = 1 << 0,
  PLAY_AUDIO = 1 << 1,
  PLAY_TEXT = 1 << 2,
  PLAY_SOFT_VOLUME = 1 << 4,
  PLAY_NATIVE_VIDEO = 1 << 6,
  PLAY_DEINTERLACE = 1 << 9,
} PlayFlags;

#define LOAN_PATIENCE (500 * G_TIME_SPAN_MILLISECOND) /* until the pipeline before lets go of what it has */

struct _SlPipeline
{
  GstElement     *playbin;
  GstElement     *sink;       /* (not owned): of pictures */
  GstElement     *output;     /* (nullable): another than our own sink */
  SlFrameStamper *stamper;    /* (not owned) */
  SlScaler       *scaler;     /* (not owned) (nullable): an output of another kind scales by itself */
  SlTextTap      *text;       /* (not owned) */
  GstElement     *audio_sink; /* (nullable): another than the best there is */
  gboolean        is_silent;
  gboolean        by_streams; /* it is a playbin3 */
  GMutex          lock;
  GPtrArray      *hardware; /* under the lock; decoders of this film's, by their factories */
};

/* playbin3 is not good enough yet: in GStreamer 1.26.2 one load in some hundreds never has a first picture and says
 * nothing, and one that is given up while it loads is taken down with pads still at work. */
static GstElement *
make_playbin (int wanted)
{
  return gst_element_factory_make (wanted == 3 ? "playbin3" : "playbin", NULL);
}

static gint64
get_patience (const SlPlayerWorld *world)
{
  return world->loan_patience > 0 ? world->loan_patience : LOAN_PATIENCE;
}

static void
add_picture (SlPipeline *self, SlMailbox *mailbox, const SlPlayerWorld *world)
{
  GstElement *sink, *picture;

  /* A pipeline that was left behind keeps its output with it. */
  if (world->video_output && sl_paintable_sink_take (world->video_output, mailbox, get_patience (world)))
    {
      sink = world->video_output;
      picture = sl_paintable_sink_wrap (sink);
      self->output = gst_object_ref (sink);
      self->stamper = sl_paintable_sink_get_stamper (sink);
    }
  else
    {
      sink = sl_frame_sink_new (mailbox);
      picture = sl_scaler_new (sink);
      self->stamper = sl_frame_sink_get_stamper (SL_FRAME_SINK (sink));
      self->scaler = SL_SCALER (picture);
    }
  self->sink = sink;
  /* Where time stands still until it is moved, nothing comes too late. */
  if (world->clock)
    g_object_set (sink, "max-lateness", G_GINT64_CONSTANT (-1), "qos", FALSE, NULL);
  g_object_set (self->playbin, "video-sink", picture, NULL);
}

/* A decoder that fails while it is being plugged in is taken out before anybody can ask for it. */
static void
note_decoder (SlPipeline *self, GstElement *element, GstElementFactory *factory)
{
  const char *klass = gst_element_class_get_metadata (GST_ELEMENT_GET_CLASS (element), GST_ELEMENT_METADATA_KLASS);

  if (klass == NULL || strstr (klass, "Decoder") == NULL || strstr (klass, "Hardware") == NULL)
    return;
  g_mutex_lock (&self->lock);
  if (!g_ptr_array_find (self->hardware, factory, NULL))
    g_ptr_array_add (self->hardware, gst_object_ref (factory));
  g_mutex_unlock (&self->lock);
}

/* A selector holds back the words that are not chosen until their time, and in GStreamer 1.22 nothing wakes it before,
 * not even the end of the film: one with words far ahead could not be left. Nobody needs it to, since what stands on
 * the screen is fetched again, or the film opened again, for another track. */
static void
let_others_pass (GstElement *selector)
{
  g_object_set (selector, "sync-streams", FALSE, NULL);
}

static void
added_cb (GstBin *playbin, GstBin *bin, GstElement *element, gpointer data)
{
  SlPipeline        *self = data;
  GstElementFactory *factory = gst_element_get_factory (element);

  if (factory == NULL)
    return;
  note_decoder (self, element, factory);
  if (!self->by_streams && g_str_equal (GST_OBJECT_NAME (factory), "input-selector"))
    let_others_pass (element);
}

SlPipeline *
sl_pipeline_new (SlMailbox *mailbox, const SlPlayerWorld *world)
{
  PlayFlags   flags = PLAY_VIDEO | PLAY_AUDIO | PLAY_TEXT | PLAY_SOFT_VOLUME | PLAY_NATIVE_VIDEO | PLAY_DEINTERLACE;
  GstElement *playbin, *tempo, *text;
  SlPipeline *self;

  g_return_val_if_fail (mailbox != NULL && world != NULL, NULL);

  if (world->silent)
    flags &= ~(PlayFlags)PLAY_AUDIO;
  playbin = sl_scaler_is_possible () ? make_playbin (world->playbin) : NULL;
  if (playbin == NULL)
    return NULL;
  self = g_new0 (SlPipeline, 1);
  self->playbin = gst_object_ref_sink (playbin);
  self->by_streams = world->playbin == 3;
  g_mutex_init (&self->lock);
  self->hardware = g_ptr_array_new_with_free_func (gst_object_unref);
  g_signal_connect (playbin, "deep-element-added", G_CALLBACK (added_cb), self);
  sl_seam_close (playbin);
  add_picture (self, mailbox, world);
  text = sl_text_tap_new (mailbox);
  self->text = SL_TEXT_TAP (text);
  g_object_set (playbin, "flags", flags, "text-sink", text, NULL);
  tempo = gst_element_factory_make ("scaletempo", NULL);
  if (tempo)
    g_object_set (playbin, "audio-filter", tempo, NULL);
  if (world->audio_sink && sl_loan_take (world->audio_sink, get_patience (world)))
    self->audio_sink = gst_object_ref (world->audio_sink);
  if (self->audio_sink)
    g_object_set (playbin, "audio-sink", self->audio_sink, NULL);
  if (world->clock)
    gst_pipeline_use_clock (GST_PIPELINE (playbin), world->clock);
  return self;
}

void
sl_pipeline_free (SlPipeline *self)
{
  g_return_if_fail (self != NULL);

  /* A change of state that is still under way can undo the first NULL. */
  for (guint i = 0; i < 3 && (i == 0 || GST_STATE (self->playbin) != GST_STATE_NULL); i++)
    gst_element_set_state (self->playbin, GST_STATE_NULL);
  if (GST_STATE (self->playbin) != GST_STATE_NULL)
    return; /* its threads are still at work, with all of this */
  gst_object_unref (self->playbin);
  if (self->output)
    sl_paintable_sink_give_back (self->output);
  if (self->audio_sink)
    sl_loan_give_back (self->audio_sink);
  gst_clear_object (&self->output);
  gst_clear_object (&self->audio_sink);
  g_ptr_array_unref (self->hardware);
  g_mutex_clear (&self->lock);
  g_free (self);
}

GstElement *
sl_pipeline_get_playbin (SlPipeline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->playbin;
}

SlFrameStamper *
sl_pipeline_get_stamper (SlPipeline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stamper;
}

gboolean
sl_pipeline_set_size (SlPipeline *self, guint width, guint height)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->scaler && sl_scaler_set_size (self->scaler, width, height);
}

gboolean
sl_pipeline_set_turn (SlPipeline *self, guint degrees)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->scaler && sl_scaler_set_turn (self->scaler, degrees);
}

void
sl_pipeline_set_shift (SlPipeline *self, gint64 shift)
{
  g_return_if_fail (self != NULL);

  g_object_set (self->sink, "ts-offset", shift, NULL);
}

void
sl_pipeline_expect_text (SlPipeline *self, gboolean open, guint choice)
{
  g_return_if_fail (self != NULL);

  sl_text_tap_expect (self->text, choice);
  sl_text_tap_set_open (self->text, open);
}

/* Returns: (transfer full) (element-type GstPluginFeature) */
static GPtrArray *
take_hardware (SlPipeline *self)
{
  GPtrArray *hardware;

  g_mutex_lock (&self->lock);
  hardware = self->hardware;
  self->hardware = g_ptr_array_new_with_free_func (gst_object_unref);
  g_mutex_unlock (&self->lock);
  return hardware;
}

void
sl_pipeline_forget_hardware (SlPipeline *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (take_hardware (self));
}

gboolean
sl_pipeline_demote_hardware (SlPipeline *self)
{
  g_autoptr (GPtrArray) hardware = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  hardware = take_hardware (self);
  for (guint i = 0; i < hardware->len; i++)
    {
      GstPluginFeature *factory = g_ptr_array_index (hardware, i);

      g_message ("%s is not used any more", GST_OBJECT_NAME (factory));
      gst_plugin_feature_set_rank (factory, GST_RANK_NONE);
    }
  return hardware->len > 0;
}

gboolean
sl_pipeline_take_sound (SlPipeline *self)
{
  GstElement *nowhere = gst_element_factory_make ("fakesink", NULL);

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->is_silent || nowhere == NULL)
    return FALSE;
  self->is_silent = TRUE;
  g_object_set (nowhere, "sync", TRUE, NULL);
  /* A sink is only let go of in NULL. */
  gst_element_set_state (self->playbin, GST_STATE_NULL);
  g_object_set (self->playbin, "audio-sink", nowhere, NULL);
  return TRUE;
}

void
sl_pipeline_give_sound_back (SlPipeline *self)
{
  g_return_if_fail (self != NULL);

  if (!self->is_silent)
    return;
  self->is_silent = FALSE;
  gst_element_set_state (self->playbin, GST_STATE_NULL);
  g_object_set (self->playbin, "audio-sink", self->audio_sink, NULL);
}
