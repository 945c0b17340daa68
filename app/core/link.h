/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "span.h"

G_BEGIN_DECLS

/**
 * SlLink: a place in a casebook, as `sidelight:CASEBOOK/CLIP#t=1:05`. Immutable.
 *
 * Times follow W3C Media Fragments 1.0, temporal dimension (`t=10`, `t=npt:10,20`, `t=,15`, also with
 * minutes and hours). Keys that are not known are ignored, as that recommendation asks.
 */
typedef struct _SlLink SlLink;

#define SL_TYPE_LINK (sl_link_get_type ())
GType sl_link_get_type (void);

#define SL_LINK_ERROR (sl_link_error_quark ())
GQuark sl_link_error_quark (void);

typedef enum {
  SL_LINK_ERROR_SCHEME, /* not a `sidelight:` link */
  SL_LINK_ERROR_SHAPE,  /* no casebook named */
} SlLinkError;

/* Returns: (transfer full); NULL with @error of SL_LINK_ERROR. What cannot be understood behind the name of
 * the casebook is left out and remembered for sl_link_get_ignored(). */
SlLink *sl_link_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @casebook, @clip, @fact: ids; @time: nanoseconds */
SlLink *sl_link_new_for_moment (const char *casebook, const char *clip, gint64 time) G_GNUC_WARN_UNUSED_RESULT;
SlLink *sl_link_new_for_fact (const char *casebook, const char *clip, const char *fact) G_GNUC_WARN_UNUSED_RESULT;
SlLink *sl_link_ref (SlLink *self);
void    sl_link_unref (SlLink *self);

/* Returns: (transfer full): what sl_link_parse () reads as the same link */
char *sl_link_to_string (const SlLink *self) G_GNUC_WARN_UNUSED_RESULT;

const char *sl_link_get_casebook (const SlLink *self);
const char *sl_link_get_clip (const SlLink *self);    /* (nullable) */
gint64      sl_link_get_start (const SlLink *self);   /* nanoseconds, or SL_TIME_NONE */
gint64      sl_link_get_end (const SlLink *self);     /* nanoseconds, or SL_TIME_NONE */
const char *sl_link_get_chapter (const SlLink *self); /* (nullable) */
const char *sl_link_get_fact (const SlLink *self);    /* (nullable) */
const char *sl_link_get_ignored (const SlLink *self); /* (nullable): what was not understood */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLink, sl_link_unref)

G_END_DECLS
