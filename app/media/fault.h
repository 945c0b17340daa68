/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The cases that a person can do something about, each told apart. */
typedef enum {
  SL_FAULT_FILE_MISSING,
  SL_FAULT_COPY_MISSING, /* the viewer's own copy, which nobody else can put back */
  SL_FAULT_NO_PERMISSION,
  SL_FAULT_EMPTY,              /* the file has no bytes */
  SL_FAULT_NOT_A_FILM,         /* no sound or picture was recognised in it */
  SL_FAULT_DAMAGED,            /* recognised, and broken */
  SL_FAULT_NO_DECODER,         /* this computer cannot decode it */
  SL_FAULT_NO_PICTURE_DECODER, /* nor its picture; the sound goes on */
  SL_FAULT_NO_SOUND_DECODER,   /* nor its sound; the picture goes on */
  SL_FAULT_NO_PART_DECODER,    /* nor something else in it; picture and sound go on */
  SL_FAULT_NO_ANSWER,          /* the file does not answer */
  SL_FAULT_CUT_SHORT,          /* it ends well before it should */
  SL_FAULT_NO_SOUND,           /* the sound cannot be played; the picture goes on */
  SL_FAULT_OTHER,
} SlFaultCode;

#define SL_TYPE_FAULT_CODE (sl_fault_code_get_type ())
GType sl_fault_code_get_type (void);

/* Returns: the word for traces, such as "file-missing" */
const char *sl_fault_code_to_word (SlFaultCode code);

/**
 * SlFault: what went wrong with a film, for people. Immutable; any thread.
 */
typedef struct _SlFault SlFault;

#define SL_TYPE_FAULT (sl_fault_get_type ())
GType sl_fault_get_type (void);

/* @subject: (nullable): what is missing, such as a codec's name; @details: (nullable): for a bug report */
SlFault *sl_fault_new (SlFaultCode code, const char *subject, const char *details) G_GNUC_WARN_UNUSED_RESULT;

/* Sorts one of GStreamer's errors into the cases above; the error's own words become the details.
 * @uri: (nullable): of the film. */
SlFault *sl_fault_new_from_error (const GError *error, const char *debug, const char *uri) G_GNUC_WARN_UNUSED_RESULT;
SlFault *sl_fault_ref (SlFault *self);
void     sl_fault_unref (SlFault *self);

SlFaultCode sl_fault_get_code (const SlFault *self);
const char *sl_fault_get_title (const SlFault *self);   /* translated: what happened, a few words */
char       *sl_fault_get_advice (const SlFault *self);  /* translated: what to do (transfer full) */
const char *sl_fault_get_details (const SlFault *self); /* (nullable) */

/* All of it, and GStreamer's version. (transfer full) */
char *sl_fault_write_report (const SlFault *self) G_GNUC_WARN_UNUSED_RESULT;

/* Of a film that goes on: whether opening it again may bring what is missing. */
gboolean sl_fault_can_be_mended (const SlFault *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFault, sl_fault_unref)

G_END_DECLS
