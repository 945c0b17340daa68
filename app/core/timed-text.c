/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What all readers and writers of caption files hand on. What a cue becomes in a casebook is caption.
 */
#include "timed-text.h"

void
sl_timed_text_free (SlTimedText *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->settings);
  g_free (self->text);
  g_free (self->raw);
  g_free (self->speaker);
  g_free (self);
}

GPtrArray *
sl_timed_text_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)sl_timed_text_free);
}
