/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One list of captions out of two: what the casebook brings, and what is in the film's own file. */
#include "config.h"

#include "tracks.h"

#include "caption.h"
#include "language.h"
#include "safe-text.h"

#include <glib/gi18n-lib.h>

#define OF_CLIP "clip"
#define OF_FILE "file"
#define UNKNOWN "und" /* ISO 639-2: undetermined */

static guint
count_of_file (SlConductor *conductor, SlTrackKind kind)
{
  GPtrArray *tracks = sl_conductor_get_snapshot (conductor)->tracks;
  guint      n = 0;

  while (tracks && sl_track_find (tracks, kind, (int)n))
    n++;
  return n;
}

static GListModel *
get_clip_tracks (SlConductor *conductor)
{
  SlClip *clip = sl_session_get_clip (sl_conductor_get_session (conductor));

  return clip ? sl_clip_get_captions (clip) : NULL;
}

static guint
count_of_clip (SlConductor *conductor)
{
  GListModel *tracks = get_clip_tracks (conductor);

  return tracks ? g_list_model_get_n_items (tracks) : 0;
}

/* Those that are not the viewer's own. */
static guint
count_known (SlConductor *conductor)
{
  return count_of_clip (conductor) + count_of_file (conductor, SL_TRACK_TEXT);
}

static const char *
get_brought (SlConductor *conductor)
{
  return sl_captions_get_brought (sl_session_get_captions (sl_conductor_get_session (conductor)));
}

guint
sl_tracks_count_sounds (SlConductor *conductor)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), 0);

  return count_of_file (conductor, SL_TRACK_AUDIO);
}

guint
sl_tracks_count_captions (SlConductor *conductor)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), 0);

  return count_known (conductor) + (get_brought (conductor) != NULL);
}

/* @n: of its kind, for a track that tells nothing of itself */
static char *
name_track (SlConductor *conductor, SlTrackKind kind, guint n)
{
  const SlTrack   *track = sl_track_find (sl_conductor_get_snapshot (conductor)->tracks, kind, (int)n);
  g_autofree char *language = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (track != NULL, NULL);
  title = track->title ? sl_safe_text_inside (track->title) : NULL;

  if (track->language && !g_str_equal (track->language, UNKNOWN))
    language = sl_language_get_name (track->language);
  if (language && track->title)
    /* Translators: a track of sound or captions: its language, and what its maker called it. */
    return g_strdup_printf (C_ ("track", "%1$s – %2$s"), language, title);
  if (language || track->title)
    return g_strdup (language ? language : title);
  /* Translators: a track of sound or captions that has no name, by its number. */
  return g_strdup_printf (C_ ("track", "Track %u"), n + 1);
}

char *
sl_tracks_name_sound (SlConductor *conductor, guint n)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), NULL);

  return name_track (conductor, SL_TRACK_AUDIO, n);
}

/* Two tracks in one language differ by what they are for. */
static gboolean
is_alone_in_language (GListModel *tracks, SlCaptionTrack *track)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (tracks); i++)
    {
      g_autoptr (SlCaptionTrack) other = g_list_model_get_item (tracks, i);

      n += g_strcmp0 (sl_caption_track_get_language (other), sl_caption_track_get_language (track)) == 0;
    }
  return n == 1;
}

char *
sl_tracks_name_captions (SlConductor *conductor, guint n)
{
  const guint      n_of_clip = count_of_clip (conductor);
  g_autofree char *language = NULL;
  g_autoptr (SlCaptionTrack) track = NULL;

  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), NULL);

  if (n >= count_known (conductor))
    return g_strdup (get_brought (conductor));
  if (n >= n_of_clip)
    return name_track (conductor, SL_TRACK_TEXT, n - n_of_clip);
  track = g_list_model_get_item (get_clip_tracks (conductor), n);
  language = sl_language_get_name (sl_caption_track_get_language (track));
  if (is_alone_in_language (get_clip_tracks (conductor), track))
    return g_steal_pointer (&language);
  if (g_strcmp0 (sl_caption_track_get_kind (track), "subtitles") == 0)
    /* Translators: %s is a language. */
    return g_strdup_printf (C_ ("track", "%s – Subtitles"), language);
  /* Translators: %s is a language; these tell of sounds, too. */
  return g_strdup_printf (C_ ("track", "%s – Captions"), language);
}

int
sl_tracks_get_captions (SlConductor *conductor)
{
  int choice, text;

  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), -1);

  choice = sl_captions_get_choice (sl_session_get_captions (sl_conductor_get_session (conductor)));
  if (choice == SL_CAPTIONS_OF_VIEWER)
    return (int)count_known (conductor);
  if (choice != SL_CAPTIONS_OF_FILE)
    return choice;
  text = sl_conductor_get_snapshot (conductor)->text;
  return text < 0 ? -1 : (int)count_of_clip (conductor) + text;
}

void
sl_tracks_choose_captions (SlConductor *conductor, int n)
{
  const int   n_of_clip = (int)count_of_clip (conductor);
  SlCaptions *captions = sl_session_get_captions (sl_conductor_get_session (conductor));

  g_return_if_fail (SL_IS_CONDUCTOR (conductor));
  g_return_if_fail (n >= -1 && n < (int)sl_tracks_count_captions (conductor));

  if (n >= n_of_clip && n < (int)count_known (conductor))
    {
      sl_captions_choose (captions, SL_CAPTIONS_OF_FILE);
      sl_conductor_select (conductor, SL_TRACK_TEXT, n - n_of_clip);
      return;
    }
  if (sl_captions_get_choice (captions) == SL_CAPTIONS_OF_FILE)
    sl_conductor_select (conductor, SL_TRACK_TEXT, -1);
  if (n >= n_of_clip)
    n = SL_CAPTIONS_OF_VIEWER;
  sl_captions_choose (captions, n);
}

/* Returns: (transfer full) (nullable) */
static char *
get_language (gpointer data, guint n)
{
  SlConductor *conductor = data;
  const guint  n_of_clip = count_of_clip (conductor);
  g_autoptr (SlCaptionTrack) of_clip = n < n_of_clip ? g_list_model_get_item (get_clip_tracks (conductor), n) : NULL;
  const SlTrack *of_file;

  if (of_clip)
    return g_strdup (sl_caption_track_get_language (of_clip));
  of_file = sl_track_find (sl_conductor_get_snapshot (conductor)->tracks, SL_TRACK_TEXT, (int)(n - n_of_clip));
  return g_strdup (of_file->language);
}

/* @get_language_of: of @data's track of that number. Returns: of the first @n, the one in the best of the reader's languages,
 * or else the first */
static guint
find_best (guint n, char *(*get_language_of) (gpointer data, guint n), gpointer data)
{
  const char *const *languages = g_get_language_names ();

  for (; *languages; languages++)
    for (guint i = 0; i < n; i++)
      {
        g_autofree char *language = get_language_of (data, i);

        if (language && sl_language_equal (language, *languages))
          return i;
      }
  return 0;
}

static char *
get_language_of_track (gpointer tracks, guint n)
{
  g_autoptr (SlCaptionTrack) track = g_list_model_get_item (tracks, n);

  return g_strdup (sl_caption_track_get_language (track));
}

int
sl_tracks_find_usual (GListModel *tracks)
{
  const guint n = tracks ? g_list_model_get_n_items (tracks) : 0;

  return n > 0 ? (int)find_best (n, get_language_of_track, tracks) : -1;
}

SlWording *
sl_tracks_find_wording (SlCasebook *casebook, SlClip *clip, SlCaptionTrack *track)
{
  g_auto (GStrv) languages = NULL;

  g_return_val_if_fail (SL_IS_CASEBOOK (casebook) && SL_IS_CLIP (clip) && SL_IS_CAPTION_TRACK (track), NULL);

  languages = sl_wording_list_languages (casebook, clip);
  for (const char *const *name = g_get_language_names (); *name; name++)
    {
      if (sl_language_equal (sl_caption_track_get_language (track), *name))
        return NULL;
      for (guint i = 0; languages[i]; i++)
        if (sl_language_equal (languages[i], *name))
          return sl_wording_new (casebook, clip, languages[i]);
    }
  return NULL;
}

static void
choose_usual (SlConductor *conductor, guint n)
{
  if (n > 0)
    sl_tracks_choose_captions (conductor, (int)find_best (n, get_language, conductor));
}

void
sl_tracks_choose_usual_captions (SlConductor *conductor)
{
  g_return_if_fail (SL_IS_CONDUCTOR (conductor));

  if (count_of_clip (conductor) > 0)
    choose_usual (conductor, count_of_clip (conductor));
  else if (count_known (conductor) > 0)
    choose_usual (conductor, count_known (conductor));
  else if (sl_tracks_count_captions (conductor) > 0)
    sl_tracks_choose_captions (conductor, 0); /* the viewer's own */
}

void
sl_tracks_begin_captions (SlConductor *conductor)
{
  g_return_if_fail (SL_IS_CONDUCTOR (conductor));

  choose_usual (conductor, count_of_clip (conductor));
}

static char *
build_key (SlConductor *conductor, guint n)
{
  const guint n_of_clip = count_of_clip (conductor);

  if (n < n_of_clip)
    {
      g_autoptr (SlCaptionTrack) track = g_list_model_get_item (get_clip_tracks (conductor), n);

      return g_strdup_printf (OF_CLIP "/%s/%s", sl_caption_track_get_language (track), sl_caption_track_get_kind (track));
    }
  else
    {
      const SlTrack *track = sl_track_find (sl_conductor_get_snapshot (conductor)->tracks, SL_TRACK_TEXT, (int)(n - n_of_clip));

      return g_strdup_printf (OF_FILE "/%s/%s", track->language ? track->language : UNKNOWN, track->title ? track->title : "");
    }
}

char *
sl_tracks_build_captions_key (SlConductor *conductor)
{
  int n;

  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), NULL);

  n = sl_tracks_get_captions (conductor);
  return n < 0 || (guint)n >= count_known (conductor) ? NULL : build_key (conductor, (guint)n);
}

gboolean
sl_tracks_is_key_of_file (const char *key)
{
  g_return_val_if_fail (key != NULL, FALSE);

  return g_str_has_prefix (key, OF_FILE "/");
}

static gboolean
is_same_language (const char *key, const char *other)
{
  g_auto (GStrv) parts = g_strsplit (key, "/", 3);
  g_auto (GStrv) others = g_strsplit (other, "/", 3);

  return parts[0] && parts[1] && others[1] && !g_str_equal (parts[1], UNKNOWN) && sl_language_equal (parts[1], others[1]);
}

int
sl_tracks_find_captions (SlConductor *conductor, const char *key)
{
  const guint n = count_known (conductor);
  int         found = -1;

  g_return_val_if_fail (key != NULL, -1);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *other = build_key (conductor, i);

      if (g_str_equal (key, other))
        return (int)i;
      if (found < 0 && is_same_language (key, other))
        found = (int)i;
    }
  return found;
}
