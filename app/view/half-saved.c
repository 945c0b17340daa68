/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who saves a file that is not finished has not taken anything out of the casebook: whoever is at it stays there. */
#include "config.h"

#include "half-saved.h"

#include "finding.h"

#define FILMS "films.json"

static gboolean
has_error (GPtrArray *findings, const char *file)
{
  for (guint i = 0; i < findings->len; i++)
    if (sl_finding_get_severity (findings->pdata[i]) == SL_SEVERITY_ERROR && g_str_equal (sl_finding_get_file (findings->pdata[i]), file))
      return TRUE;
  return FALSE;
}

gboolean
sl_half_saved_takes_away (SlSession *session, SlFilm *film, SlCasebook *casebook, GPtrArray *findings)
{
  SlClip          *clip;
  g_autofree char *file = NULL;
  gboolean         has_clip, has_film;

  g_return_val_if_fail (SL_IS_SESSION (session) && SL_IS_CASEBOOK (casebook), FALSE);
  g_return_val_if_fail (film == NULL || SL_IS_FILM (film), FALSE);
  g_return_val_if_fail (findings != NULL, FALSE);

  clip = sl_session_get_clip (session);
  has_clip = clip == NULL || sl_casebook_lookup_clip (casebook, sl_clip_get_id (clip)) != NULL;
  has_film = film == NULL || sl_casebook_lookup_film (casebook, sl_film_get_id (film)) != NULL;
  file = clip ? g_strdup_printf ("clips/%s.json", sl_clip_get_id (clip)) : NULL;
  return (!has_clip && has_error (findings, file)) || (!has_film && has_error (findings, FILMS));
}
