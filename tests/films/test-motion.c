/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The curves begin at 0, end at 1, never turn back, and bear stretches of no length. */
#include "motion.h"

typedef double (*Curve) (gint64 t, gint64 start, gint64 length);

static void
test_curve (gconstpointer data)
{
  Curve  curve = *(const Curve *)data;
  double before = 0;

  for (gint64 t = SL_MS (0); t <= SL_MS (4000); t += SL_MS (1))
    {
      double share = curve (t, SL_MS (1000), SL_MS (2000));

      g_assert_cmpfloat (share, >=, before);
      g_assert_cmpfloat (share, <=, 1.0);
      before = share;
    }
  g_assert_cmpfloat (curve (SL_MS (1000), SL_MS (1000), SL_MS (2000)), ==, 0.0);
  g_assert_cmpfloat (curve (SL_MS (3000), SL_MS (1000), SL_MS (2000)), ==, 1.0);
  g_assert_cmpfloat (curve (SL_MS (999), SL_MS (1000), 0), ==, 0.0);
  g_assert_cmpfloat (curve (SL_MS (1000), SL_MS (1000), 0), ==, 1.0);
}

int
main (int    argc,
      char **argv)
{
  const Curve progress = sl_motion_progress, ease = sl_motion_ease, settle = sl_motion_settle;

  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/motion/progress", &progress, test_curve);
  g_test_add_data_func ("/motion/ease", &ease, test_curve);
  g_test_add_data_func ("/motion/settle", &settle, test_curve);

  return g_test_run ();
}
