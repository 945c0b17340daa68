/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to a film only while there is one: a control that does nothing says so, and why. */
#include "config.h"

#include "needs-film.h"

#include <glib/gi18n-lib.h>

gboolean
sl_needs_film_has (SlConductor *conductor)
{
  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), FALSE);

  return sl_conductor_get_state (conductor) != SL_PLAYER_IDLE && sl_conductor_get_state (conductor) != SL_PLAYER_FAULT;
}

/* Returns: (nullable): why not */
static const char *
explain (SlConductor *conductor)
{
  if (sl_needs_film_has (conductor))
    return NULL;
  if (sl_conductor_get_state (conductor) == SL_PLAYER_FAULT)
    return _ ("The film cannot be played now. Why is told in its place.");
  return _ ("There is no film to play yet. Choose its file first.");
}

/* Comes before the tooltip of the control's own. */
static gboolean
query_cb (GtkWidget *widget, int x, int y, gboolean by_keys, GtkTooltip *tooltip, SlConductor *conductor)
{
  const char *reason = explain (conductor);

  gtk_tooltip_set_text (tooltip, reason);
  return reason != NULL;
}

/* Keys are for the page then; without a focus they would be for nobody. */
static void
leave (GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *ground = gtk_widget_get_parent (widget);

  if (focus == NULL || (focus != widget && !gtk_widget_is_ancestor (focus, widget)))
    return;
  while (ground && !(gtk_widget_get_focusable (ground) && gtk_widget_grab_focus (ground)))
    ground = gtk_widget_get_parent (ground);
}

static void
state_cb (SlConductor *conductor, GParamSpec *pspec, GtkWidget *widget)
{
  const char *reason = explain (conductor);

  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (reason == NULL && gtk_widget_get_sensitive (widget))
    return; /* what it says of itself is its own */
  if (reason)
    leave (widget);
  /* GTK describes a widget by its tooltip. */
  if (reason || tooltip)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason ? reason : tooltip, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_widget_set_sensitive (widget, reason == NULL);
}

void
sl_needs_film_add (GtkWidget *widget, SlConductor *conductor)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SL_IS_CONDUCTOR (conductor));

  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect_object (widget, "query-tooltip", G_CALLBACK (query_cb), conductor, 0);
  g_signal_connect_object (conductor, "notify::state", G_CALLBACK (state_cb), widget, 0);
  state_cb (conductor, NULL, widget);
}
