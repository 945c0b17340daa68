/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conductor.h"
#include "speech.h"

G_BEGIN_DECLS

/**
 * SlDescriber: has the clip's descriptions spoken as the film comes to them, at its pace, in the reader's language
 * where the clip or a catalogue of its casebook has them.
 *
 * Where one takes longer than it has, or is marked so in its file, the film is held until it was said. Who pauses cuts it
 * off, and hears it again from its beginning when the film goes on; who goes elsewhere does not.
 * Properties: "on" (gboolean, writable): FALSE at first; "available" (gboolean, read-only): the clip has some; "saying"
 * (SlCue, read-only, nullable). Signal: "failed" (), once until it is switched on again or sl_describer_try_again(): no
 * voice answers; the film goes on without.
 */
#define SL_TYPE_DESCRIBER (sl_describer_get_type ())
G_DECLARE_FINAL_TYPE (SlDescriber, sl_describer, SL, DESCRIBER, GObject)

SlDescriber *sl_describer_new (SlConductor *conductor) G_GNUC_WARN_UNUSED_RESULT;

/* How long the film is held for a voice that never ends, beyond what its words may take; milliseconds, 10000 unless told. */
void sl_describer_set_patience (SlDescriber *self, guint milliseconds);

void sl_describer_try_again (SlDescriber *self);

gboolean sl_describer_get_on (SlDescriber *self);
gboolean sl_describer_get_available (SlDescriber *self);

G_END_DECLS
