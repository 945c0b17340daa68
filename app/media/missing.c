/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a film says has no decoder, kept until it is known what plays without it: only then is it clear what to say. */
#include "missing.h"

#include <gst/pbutils/missing-plugins.h>

struct _SlMissing
{
  GPtrArray *names;   /* of char, as people know them: "VP9 decoder" */
  GPtrArray *details; /* of char, as those who pack software do */
  gboolean   picture;
  gboolean   sound;
};

SlMissing *
sl_missing_new (void)
{
  SlMissing *self = g_new0 (SlMissing, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->details = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sl_missing_free (SlMissing *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->details);
  g_free (self);
}

void
sl_missing_forget (SlMissing *self)
{
  g_return_if_fail (self != NULL);

  if (self->names->len > 0)
    gst_update_registry ();
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->details, 0);
  self->picture = self->sound = FALSE;
}

/* Returns: (nullable): the kind of stream that @message would have decoded */
static const char *
find_kind (GstMessage *message)
{
  const GValue  *detail = gst_structure_get_value (gst_message_get_structure (message), "detail");
  const GstCaps *caps = detail && GST_VALUE_HOLDS_CAPS (detail) ? gst_value_get_caps (detail) : NULL;

  return caps && gst_caps_get_size (caps) > 0 ? gst_structure_get_name (gst_caps_get_structure (caps, 0)) : NULL;
}

void
sl_missing_take_message (SlMissing *self, GstMessage *message)
{
  const char      *kind;
  g_autofree char *name = NULL;

  g_return_if_fail (self != NULL && GST_IS_MESSAGE (message));

  if (!gst_is_missing_plugin_message (message))
    return;
  kind = find_kind (message);
  /* Codes, and text such as WebVTT in Matroska, that the demuxer could not name: nobody could install anything. */
  if (kind && (g_str_has_suffix (kind, "x-gst-fourcc") || g_str_equal (kind, "application/x-subtitle-unknown")))
    return;
  self->picture = self->picture || (kind && (g_str_has_prefix (kind, "video/") || g_str_has_prefix (kind, "image/")));
  self->sound = self->sound || (kind && g_str_has_prefix (kind, "audio/"));
  name = gst_missing_plugin_message_get_description (message);
  if (g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->names, g_steal_pointer (&name));
  g_ptr_array_add (self->details, gst_missing_plugin_message_get_installer_detail (message));
}

gboolean
sl_missing_is_any (SlMissing *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->names->len > 0;
}

gboolean
sl_missing_has_picture (SlMissing *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->picture;
}

/* @parts: of char. Returns: (transfer full) */
static char *
join (GPtrArray *parts, const char *separator)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? separator : "", (const char *)parts->pdata[i]);
  return g_string_free (joined, FALSE);
}

static SlFault *
make (SlMissing *self, SlFaultCode code, const char *debug)
{
  g_autofree char *names = join (self->names, ", ");
  g_autofree char *known = join (self->details, "\n");
  g_autofree char *details = debug ? g_strconcat (known, "\n", debug, NULL) : g_steal_pointer (&known);

  return sl_fault_new (code, names, details);
}

SlFault *
sl_missing_make_notice (SlMissing *self, gboolean has_video, gboolean has_audio)
{
  SlFaultCode code = SL_FAULT_NO_PART_DECODER;

  g_return_val_if_fail (self != NULL, NULL);

  if (!sl_missing_is_any (self))
    return NULL;
  if (self->picture && !has_video)
    code = SL_FAULT_NO_PICTURE_DECODER;
  else if (self->sound && !has_audio)
    code = SL_FAULT_NO_SOUND_DECODER;
  return make (self, code, NULL);
}

SlFault *
sl_missing_make_fault (SlMissing *self, const char *debug)
{
  g_return_val_if_fail (self != NULL, NULL);

  return make (self, SL_FAULT_NO_DECODER, debug);
}
