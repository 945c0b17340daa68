/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GStreamer's errors, sorted into the cases that people can tell apart and act on, each in plain words. */
#include "config.h"

#include "fault.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gst/gst.h>

struct _SlFault
{
  gatomicrefcount ref_count;
  SlFaultCode     code;
  char           *subject;
  char           *details;
};

G_DEFINE_BOXED_TYPE (SlFault, sl_fault, sl_fault_ref, sl_fault_unref)

G_DEFINE_ENUM_TYPE (SlFaultCode,
                    sl_fault_code,
                    G_DEFINE_ENUM_VALUE (SL_FAULT_FILE_MISSING, "file-missing"),
                    G_DEFINE_ENUM_VALUE (SL_FAULT_COPY_MISSING, "copy-missing"),
                    G_DEFINE_ENUM_VALUE (SL_FAULT_NO_PERMISSION, "no-permission"),
                    G_DEFINE_ENUM_VALUE (SL_FAULT_EMPTY, "empty"),
                    G_DEFINE_ENUM_VALUE (SL_FAULT_NOT_A_FILM, "not-a-film"),
                    G_DEFINE_ENUM_VALUE (SL_FAULT_DAMAGED, "damaged"),
                    G_DEFINE_ENUM_VALUE (SL_FAULT_NO_DECODER, "no-decoder"),
                    G_DEFINE_ENUM_VALUE (SL_FAULT_NO_PICTURE_DECODER, "no-picture-decoder"),
                    G_DEFINE_ENUM_VALUE (SL_FAULT_NO_SOUND_DECODER, "no-sound-decoder"),
                    G_DEFINE_ENUM_VALUE (SL_FAULT_NO_PART_DECODER, "no-part-decoder"),
                    G_DEFINE_ENUM_VALUE (SL_FAULT_NO_ANSWER, "no-answer"),
                    G_DEFINE_ENUM_VALUE (SL_FAULT_CUT_SHORT, "cut-short"),
                    G_DEFINE_ENUM_VALUE (SL_FAULT_NO_SOUND, "no-sound"),
                    G_DEFINE_ENUM_VALUE (SL_FAULT_OTHER, "other"))

/* By SlFaultCode. */
/* clang-format off */
static const struct
{
  const char *word;
  const char *title;
  const char *advice;
} cases[] = {
  [SL_FAULT_FILE_MISSING] = {"file-missing",
    N_ ("The film’s file is missing"),
    N_ ("It may have been moved or deleted. Put it back, then try again.")},
  [SL_FAULT_COPY_MISSING] = {"copy-missing",
    N_ ("Your copy of the film is not there any more"),
    N_ ("It may have been moved, or its disk is not connected. Connect it and try again, or choose the file anew.")},
  [SL_FAULT_NO_PERMISSION] = {"no-permission",
    N_ ("The film’s file may not be read"),
    N_ ("Ask whoever keeps this computer for permission to read it, then try again.")},
  [SL_FAULT_EMPTY] = {"empty",
    N_ ("The film’s file is empty"),
    N_ ("Copy the file again, then try again.")},
  [SL_FAULT_NOT_A_FILM] = {"not-a-film",
    N_ ("This file is not a film"),
    N_ ("No sound or picture was found in it. Put the film’s file in its place, then try again.")},
  [SL_FAULT_DAMAGED] = {"damaged",
    N_ ("The film’s file is damaged"),
    N_ ("Copy the file again, then try again.")},
  [SL_FAULT_NO_DECODER] = {"no-decoder",
    N_ ("This computer cannot decode the film"),
    N_ ("Install what is missing, then try again.")},
  [SL_FAULT_NO_PICTURE_DECODER] = {"no-picture-decoder",
    N_ ("The picture cannot be decoded"),
    N_ ("Install what is missing, then try again.")},
  [SL_FAULT_NO_SOUND_DECODER] = {"no-sound-decoder",
    N_ ("The sound cannot be decoded"),
    N_ ("Install what is missing, then try again.")},
  [SL_FAULT_NO_PART_DECODER] = {"no-part-decoder",
    N_ ("A part of the film cannot be decoded"),
    N_ ("Install what is missing, then try again.")},
  [SL_FAULT_NO_ANSWER] = {"no-answer",
    N_ ("The film’s file does not answer"),
    N_ ("The disk or the network behind it may be stuck. Check it, then try again.")},
  [SL_FAULT_CUT_SHORT] = {"cut-short",
    N_ ("The film ends too early"),
    N_ ("Its notes go on for longer. The file may be damaged, or these notes were made for another cut.")},
  [SL_FAULT_NO_SOUND] = {"no-sound",
    N_ ("The sound cannot be played"),
    N_ ("No sound device answers. The film goes on without sound.")},
  [SL_FAULT_OTHER] = {"other",
    N_ ("The film cannot be played"),
    N_ ("Try again. If that does not help, the details say more.")},
};
/* clang-format on */

const char *
sl_fault_code_to_word (SlFaultCode code)
{
  g_return_val_if_fail ((guint)code < G_N_ELEMENTS (cases), NULL);

  return cases[code].word;
}

SlFault *
sl_fault_new (SlFaultCode code, const char *subject, const char *details)
{
  SlFault *self = g_new0 (SlFault, 1);

  g_return_val_if_fail ((guint)code < G_N_ELEMENTS (cases), NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->code = code;
  self->subject = g_strdup (subject);
  self->details = g_strdup (details);
  return self;
}

static SlFaultCode
code_of_stream_error (int code)
{
  switch (code)
    {
    case GST_STREAM_ERROR_TYPE_NOT_FOUND:
    case GST_STREAM_ERROR_WRONG_TYPE:
      return SL_FAULT_NOT_A_FILM;
    case GST_STREAM_ERROR_CODEC_NOT_FOUND:
      return SL_FAULT_NO_DECODER;
    default:
      return SL_FAULT_DAMAGED;
    }
}

static SlFaultCode
code_of_error (const GError *error, const char *debug)
{
  if (error->domain == GST_STREAM_ERROR)
    return code_of_stream_error (error->code);
  if (error->domain == GST_CORE_ERROR && error->code == GST_CORE_ERROR_MISSING_PLUGIN)
    return SL_FAULT_NO_DECODER;
  if (error->domain != GST_RESOURCE_ERROR)
    return SL_FAULT_OTHER;

  switch (error->code)
    {
    case GST_RESOURCE_ERROR_NOT_FOUND:
      return SL_FAULT_FILE_MISSING;
    case GST_RESOURCE_ERROR_NOT_AUTHORIZED:
      return SL_FAULT_NO_PERMISSION;
    case GST_RESOURCE_ERROR_OPEN_READ:
      return debug && strstr (debug, g_strerror (EACCES)) ? SL_FAULT_NO_PERMISSION : SL_FAULT_NOT_A_FILM;
    default:
      return SL_FAULT_OTHER;
    }
}

/* Whether the film's file has no bytes: the words of its error are in any language. */
static gboolean
is_empty (const char *uri)
{
  g_autofree char *path = uri ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  GStatBuf         status;

  return path && g_stat (path, &status) == 0 && S_ISREG (status.st_mode) && status.st_size == 0;
}

SlFault *
sl_fault_new_from_error (const GError *error, const char *debug, const char *uri)
{
  g_autofree char *details = NULL;
  g_autofree char *known = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  details = g_strdup_printf ("%s %d: %s\n%s\n%s", g_quark_to_string (error->domain), error->code, error->message, debug ? debug : "",
                             uri ? uri : "");
  known = g_strconcat (error->message, debug, NULL);
  return sl_fault_new (is_empty (uri) ? SL_FAULT_EMPTY : code_of_error (error, known), NULL, details);
}

SlFault *
sl_fault_ref (SlFault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sl_fault_unref (SlFault *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->subject);
  g_free (self->details);
  g_free (self);
}

SlFaultCode
sl_fault_get_code (const SlFault *self)
{
  g_return_val_if_fail (self != NULL, SL_FAULT_OTHER);

  return self->code;
}

const char *
sl_fault_get_title (const SlFault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _ (cases[self->code].title);
}

/* Returns: (transfer full) (nullable): NULL when it is about something else */
static char *
tell_missing (const SlFault *self)
{
  switch ((guint)self->code)
    {
    case SL_FAULT_NO_DECODER:
      /* Translators: %s is what has to be installed, as GStreamer names it: “VP9 decoder”. */
      return g_strdup_printf (_ ("Missing: %s. Install it, then try again."), self->subject);
    case SL_FAULT_NO_PICTURE_DECODER:
      /* Translators: %s is what has to be installed, as GStreamer names it: “VP9 decoder”. */
      return g_strdup_printf (_ ("Missing: %s. Only the sound plays. Install it, then try again."), self->subject);
    case SL_FAULT_NO_SOUND_DECODER:
      /* Translators: %s is what has to be installed, as GStreamer names it: “Opus decoder”. */
      return g_strdup_printf (_ ("Missing: %s. The film goes on without sound. Install it, then try again."), self->subject);
    case SL_FAULT_NO_PART_DECODER:
      /* Translators: %s is what has to be installed, as GStreamer names it: “DVD subtitle decoder”. */
      return g_strdup_printf (_ ("Missing: %s. The film goes on without it. Install it, then try again."), self->subject);
    default:
      return NULL;
    }
}

char *
sl_fault_get_advice (const SlFault *self)
{
  char *missing;

  g_return_val_if_fail (self != NULL, NULL);

  missing = self->subject ? tell_missing (self) : NULL;
  return missing ? missing : g_strdup (_ (cases[self->code].advice));
}

gboolean
sl_fault_can_be_mended (const SlFault *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->code == SL_FAULT_NO_PICTURE_DECODER || self->code == SL_FAULT_NO_SOUND_DECODER || self->code == SL_FAULT_NO_PART_DECODER;
}

const char *
sl_fault_get_details (const SlFault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->details;
}

char *
sl_fault_write_report (const SlFault *self)
{
  g_autofree char *advice = NULL;
  g_autofree char *version = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  advice = sl_fault_get_advice (self);
  version = gst_version_string ();
  return g_strjoin ("\n", sl_fault_get_title (self), advice, self->details ? self->details : version, self->details ? version : NULL, NULL);
}
