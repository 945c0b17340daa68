/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The engine's state, as it is handed from thread to thread: a value, with references to what never changes. */
#include "snapshot.h"

void
sl_snapshot_copy (const SlSnapshot *self, SlSnapshot *copy)
{
  g_return_if_fail (self != NULL && copy != NULL);

  *copy = *self;
  if (copy->tracks)
    g_ptr_array_ref (copy->tracks);
  if (copy->chapters)
    g_ptr_array_ref (copy->chapters);
  if (copy->fault)
    sl_fault_ref (copy->fault);
}

void
sl_snapshot_keep_film (SlSnapshot *self, const SlSnapshot *before)
{
  g_return_if_fail (self != NULL && before != NULL);

  if (self->tracks || before->tracks == NULL)
    return;
  self->tracks = g_ptr_array_ref (before->tracks);
  if (self->chapters == NULL && before->chapters)
    self->chapters = g_ptr_array_ref (before->chapters);
  self->audio = before->audio;
  self->text = before->text;
  self->has_video = before->has_video;
  self->has_audio = before->has_audio;
  if (self->duration < 0)
    self->duration = before->duration;
}

void
sl_snapshot_clear (SlSnapshot *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->tracks, g_ptr_array_unref);
  g_clear_pointer (&self->chapters, g_ptr_array_unref);
  g_clear_pointer (&self->fault, sl_fault_unref);
  *self = SL_SNAPSHOT_INIT;
}
