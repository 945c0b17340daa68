/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pipeline that is left behind ends when its file lets it, and turns off what it holds, also where another pipeline
 * plays with that by then. GStreamer only refuses a second parent, and playbin gives its sinks one when they begin to play.
 */
#include "loan.h"

typedef struct
{
  GMutex   lock;
  GCond    given_back;
  gboolean is_taken; /* under the lock */
} Loan;

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("sl-loan");
}

static void
loan_free (gpointer data)
{
  Loan *loan = data;

  g_cond_clear (&loan->given_back);
  g_mutex_clear (&loan->lock);
  g_free (loan);
}

void
sl_loan_offer (GstElement *element)
{
  Loan *loan;

  g_return_if_fail (GST_IS_ELEMENT (element));

  if (g_object_get_qdata (G_OBJECT (element), get_quark ()))
    return;
  loan = g_new0 (Loan, 1);
  g_mutex_init (&loan->lock);
  g_cond_init (&loan->given_back);
  g_object_set_qdata_full (G_OBJECT (element), get_quark (), loan, loan_free);
}

gboolean
sl_loan_take (GstElement *element, gint64 patience)
{
  const gint64 deadline = g_get_monotonic_time () + patience;
  Loan        *loan = g_object_get_qdata (G_OBJECT (element), get_quark ());
  gboolean     taken;

  g_return_val_if_fail (loan != NULL, FALSE);

  g_mutex_lock (&loan->lock);
  while (loan->is_taken && g_cond_wait_until (&loan->given_back, &loan->lock, deadline))
    ;
  taken = !loan->is_taken;
  loan->is_taken = TRUE;
  g_mutex_unlock (&loan->lock);
  return taken;
}

void
sl_loan_give_back (GstElement *element)
{
  Loan *loan = g_object_get_qdata (G_OBJECT (element), get_quark ());
  g_autoptr (GstObject) bin = NULL;

  g_return_if_fail (loan != NULL);

  /* Whoever still holds the pipeline does not hold this. */
  bin = gst_object_get_parent (GST_OBJECT (element));
  if (bin)
    gst_bin_remove (GST_BIN (bin), element);
  g_mutex_lock (&loan->lock);
  loan->is_taken = FALSE;
  g_cond_broadcast (&loan->given_back);
  g_mutex_unlock (&loan->lock);
}

gboolean
sl_loan_is_free (GstElement *element)
{
  Loan    *loan = g_object_get_qdata (G_OBJECT (element), get_quark ());
  gboolean is_free;

  g_return_val_if_fail (loan != NULL, FALSE);

  g_mutex_lock (&loan->lock);
  is_free = !loan->is_taken;
  g_mutex_unlock (&loan->lock);
  return is_free;
}
