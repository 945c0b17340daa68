/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each program is started for one text, without a shell, in an empty folder of its own that is also its home: what
 * somebody has set for themselves makes no other film. It writes a file, which GStreamer reads. */
#include "synthetic-voice.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <gst/app/app.h>
#include <gst/gst.h>
#include <math.h>

/* Below this share of the loudest sample is silence; some of it stays, and comes and goes gently. */
#define SILENT 0.02
#define MARGIN (SL_SYNTHETIC_VOICE_RATE / 40)

struct _SlSyntheticVoice
{
  const char *name;
  const char *program;
  const char *package; /* Debian's, that has the voice */
  char **(*make_command) (guint pace, const char *text, const char *path);
  gboolean reads_input; /* the text comes by its input and not as an argument */
};

G_DEFINE_QUARK (sl_synthetic_voice_error_quark, sl_synthetic_voice_error)

/* Festival's script for one recording. The rate is of the engine's own: 1 is the voice's, less is slower. */
static char **
make_festival_command (guint       pace,
                       const char *text,
                       const char *path)
{
  char **command = g_new0 (char *, 6);
  char   rate[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (rate, sizeof rate, "%.4f", 100.0 / pace);
  command[0] = g_strdup ("text2wave");
  command[1] = g_strdup ("-eval");
  command[2] = g_strdup_printf ("(begin (voice_cmu_us_slt_arctic_hts) "
                                "(set! hts_engine_params (append hts_engine_params '((\"-r\" %s)))))",
                                rate);
  command[3] = g_strdup ("-o");
  command[4] = g_strdup (path);

  return command;
}

static char **
make_flite_command (guint       pace,
                    const char *text,
                    const char *path)
{
  const char *const words[] = {"flite", "-voice", "rms", "--setf", NULL, "-t", text, "-o", path};
  char            **command = g_new0 (char *, G_N_ELEMENTS (words) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    command[i] = words[i] != NULL ? g_strdup (words[i]) : g_strdup_printf ("duration_stretch=%u.%02u", pace / 100, pace % 100);

  return command;
}

static const SlSyntheticVoice voices[] = {
  {"slt-hts", "text2wave", "festvox-us-slt-hts", make_festival_command, TRUE},
  {"rms", "flite", "flite", make_flite_command, FALSE},
};

const SlSyntheticVoice *
sl_synthetic_voice_lookup (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (voices); i++)
    {
      if (g_str_equal (voices[i].name, name))
        return &voices[i];
    }

  return NULL;
}

static gboolean
refuse (const SlSyntheticVoice *self,
        SlSyntheticVoiceError   code,
        const char             *why,
        GError                **error)
{
  g_set_error (error, SL_SYNTHETIC_VOICE_ERROR, code, "the voice \"%s\" cannot speak: %s (Debian: %s)", self->name, why, self->package);

  return FALSE;
}

static gboolean
run (const SlSyntheticVoice *self,
     guint                   pace,
     const char             *text,
     const char             *folder,
     const char             *path,
     GError                **error)
{
  g_auto (GStrv) command = self->make_command (pace, text, path);
  g_autofree char *words = NULL;
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) reason = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_subprocess_launcher_setenv (launcher, "HOME", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C", TRUE);
  g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *)command, &reason);
  if (process == NULL)
    return refuse (self, SL_SYNTHETIC_VOICE_ERROR_MISSING, reason->message, error);
  if (!g_subprocess_communicate_utf8 (process, self->reads_input ? text : NULL, NULL, &words, NULL, &reason))
    return refuse (self, SL_SYNTHETIC_VOICE_ERROR_FAILED, reason->message, error);
  /* Festival ends well even where it has no such voice, and then has written nothing. */
  if (!g_subprocess_get_successful (process) || !g_file_test (path, G_FILE_TEST_EXISTS))
    return refuse (self, SL_SYNTHETIC_VOICE_ERROR_MISSING, words != NULL ? g_strstrip (words) : "it failed", error);

  return TRUE;
}

static void
append_sample (GArray    *samples,
               GstSample *sample)
{
  GstMapInfo map;

  if (!gst_buffer_map (gst_sample_get_buffer (sample), &map, GST_MAP_READ))
    g_error ("no memory for a sound");
  g_array_append_vals (samples, map.data, (guint)(map.size / sizeof (float)));
  gst_buffer_unmap (gst_sample_get_buffer (sample), &map);
  gst_sample_unref (sample);
}

static GArray *
read_recording (const char *path,
                GError    **error)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (float));
  g_autoptr (GstElement) pipeline = NULL;
  g_autoptr (GstElement) source = NULL;
  g_autoptr (GstElement) sink = NULL;
  GstSample *sample;

  pipeline = gst_parse_launch_full ("filesrc name=source ! wavparse ! audioconvert ! audioresample quality=10 "
                                    "! audio/x-raw,format=F32LE,layout=interleaved,rate=" G_STRINGIFY (SL_SYNTHETIC_VOICE_RATE) ",channels=1 "
                                                                                                                                "! appsink name=sink sync=false",
                                    NULL, GST_PARSE_FLAG_FATAL_ERRORS, error);
  if (pipeline == NULL)
    return NULL;
  source = gst_bin_get_by_name (GST_BIN (pipeline), "source");
  sink = gst_bin_get_by_name (GST_BIN (pipeline), "sink");
  g_object_set (source, "location", path, NULL);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  while ((sample = gst_app_sink_pull_sample (GST_APP_SINK (sink))) != NULL)
    append_sample (samples, sample);
  gst_element_set_state (pipeline, GST_STATE_NULL);

  return g_steal_pointer (&samples);
}

/* Leaves out the silence around it. Nothing is left of one that is silent throughout. */
static void
trim (GArray *samples)
{
  float *values = (float *)samples->data;
  float  peak = 0;
  guint  first, end = samples->len;

  for (guint i = 0; i < samples->len; i++)
    peak = MAX (peak, fabsf (values[i]));
  for (first = 0; first < end && fabsf (values[first]) <= SILENT * peak; first++)
    continue;
  while (end > first && fabsf (values[end - 1]) <= SILENT * peak)
    end--;
  if (first == end)
    {
      g_array_set_size (samples, 0);
      return;
    }
  first -= MIN (first, MARGIN);
  end = MIN (end + MARGIN, samples->len);
  g_array_set_size (samples, end);
  g_array_remove_range (samples, 0, first);
  for (guint i = 0; i < MIN (MARGIN, samples->len / 2); i++)
    {
      double come = 0.5 - 0.5 * cos (G_PI * i / MARGIN);

      g_array_index (samples, float, i) *= (float)come;
      g_array_index (samples, float, samples->len - 1 - i) *= (float)come;
    }
}

GArray *
sl_synthetic_voice_say (const SlSyntheticVoice *voice,
                        guint                   pace,
                        const char             *text,
                        GError                **error)
{
  g_autoptr (GArray) samples = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (voice != NULL, NULL);
  g_return_val_if_fail (text != NULL && g_str_is_ascii (text), NULL);
  g_return_val_if_fail (pace > 0, NULL);

  folder = g_dir_make_tmp ("sidelight-voice-XXXXXX", error);
  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, "said.wav", NULL);
  if (run (voice, pace, text, folder, path, error))
    samples = read_recording (path, error);
  g_unlink (path);
  g_rmdir (folder);
  if (samples == NULL)
    return NULL;
  trim (samples);
  if (samples->len == 0)
    {
      refuse (voice, SL_SYNTHETIC_VOICE_ERROR_FAILED, "it is silent", error);
      return NULL;
    }

  return g_steal_pointer (&samples);
}
