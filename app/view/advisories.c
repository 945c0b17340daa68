/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All of it is said before, so that nobody is stopped in the middle of a film. The casebook's own stands on its page. */
#include "config.h"

#include "advisories.h"

#include "chapter.h"
#include "labels.h"
#include "rich-text.h"
#include "words.h"

#include <glib/gi18n-lib.h>

static guint
add_chapters (GtkWidget *box, GListModel *chapters)
{
  guint n = 0;

  for (guint i = 0; chapters && i < g_list_model_get_n_items (chapters); i++)
    {
      g_autoptr (SlChapter) chapter = g_list_model_get_item (chapters, i);

      if (sl_chapter_get_advisory (chapter))
        {
          g_autofree char *when = sl_words_time (sl_chapter_get_start (chapter));
          g_autofree char *said = sl_rich_text_inside (sl_chapter_get_advisory (chapter));
          /* Translators: what to know before a film is watched: the time of a chapter, such as “1:23”, and what is in it. */
          g_autofree char *words = g_strdup_printf (_ ("At %1$s: %2$s"), when, said);

          sl_labels_add (box, words, "body");
          n++;
        }
      n += add_chapters (box, sl_chapter_get_chapters (chapter));
    }
  return n;
}

guint
sl_advisories_add (GtkWidget *box, SlClip *clip)
{
  guint n = 0;

  g_return_val_if_fail (GTK_IS_BOX (box) && SL_IS_CLIP (clip), 0);

  if (sl_clip_get_advisory (clip))
    {
      sl_labels_add (box, sl_clip_get_advisory (clip), "body");
      n++;
    }
  return n + add_chapters (box, sl_clip_get_chapters (clip));
}

static void
take_chapters (GChecksum *sum, GListModel *chapters, guint *n)
{
  for (guint i = 0; chapters && i < g_list_model_get_n_items (chapters); i++)
    {
      g_autoptr (SlChapter) chapter = g_list_model_get_item (chapters, i);
      const char *advisory = sl_chapter_get_advisory (chapter);

      *n += advisory != NULL;
      g_checksum_update (sum, (const guchar *)(advisory ? advisory : ""), -1);
      take_chapters (sum, sl_chapter_get_chapters (chapter), n);
    }
}

char *
sl_advisories_name (SlClip *clip)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *advisory;
  guint       n;

  g_return_val_if_fail (SL_IS_CLIP (clip), NULL);

  advisory = sl_clip_get_advisory (clip);
  n = advisory != NULL;
  g_checksum_update (sum, (const guchar *)(advisory ? advisory : ""), -1);
  take_chapters (sum, sl_clip_get_chapters (clip), &n);
  return n > 0 ? g_strdup_printf ("clip/%s/%.12s", sl_clip_get_id (clip), g_checksum_get_string (sum)) : NULL;
}
