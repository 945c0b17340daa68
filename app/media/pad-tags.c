/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tags stand in a queue behind nothing else, and all the same some come to the playbin's end of a track only after the
 * film has its first picture. The reader of the file has said them by then, and every pad keeps what was said on it.
 */
#include "pad-tags.h"

#define FARTHEST 32 /* pads */

/* Returns: (transfer full) (nullable) */
static GstTagList *
get_tags (GstPad *pad)
{
  for (guint i = 0;; i++)
    {
      g_autoptr (GstEvent) event = gst_pad_get_sticky_event (pad, GST_EVENT_TAG, i);
      GstTagList *tags = NULL;

      if (event == NULL)
        return NULL;
      gst_event_parse_tag (event, &tags);
      if (tags && gst_tag_list_get_tag_size (tags, GST_TAG_LANGUAGE_CODE) > 0)
        return gst_tag_list_ref (tags);
    }
}

/* Returns: (transfer full) (nullable): the sink pad that what leaves by @pad came in by */
static GstPad *
get_entry (GstPad *pad)
{
  GstIterator *links = gst_pad_iterate_internal_links (pad);
  GValue       value = G_VALUE_INIT;
  GstPad      *entry = NULL;

  if (links && gst_iterator_next (links, &value) == GST_ITERATOR_OK)
    entry = g_value_dup_object (&value);
  g_value_unset (&value);
  g_clear_pointer (&links, gst_iterator_free);
  return entry;
}

GstTagList *
sl_pad_tags_find (GstPad *pad)
{
  g_autoptr (GstPad) entry = NULL;

  g_return_val_if_fail (GST_IS_PAD (pad), NULL);

  entry = gst_object_ref (pad);
  for (guint i = 0; entry && i < FARTHEST; i++)
    {
      g_autoptr (GstPad) exit = gst_pad_get_peer (entry);
      GstTagList *tags = exit ? get_tags (exit) : NULL;

      if (tags)
        return tags;
      gst_clear_object (&entry);
      entry = exit ? get_entry (exit) : NULL;
    }
  return NULL;
}
