/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two filters have the coefficients that the recommendation prints for 48 kHz. Blocks of 400 ms
 * start every 100 ms; the absolute gate is at -70 LUFS, the relative one 10 below the rest. */
#include "loudness.h"

#include <math.h>

#define HOP 4800
#define HOPS_A_BLOCK 4

typedef struct
{
  double b[3];
  double a[2];
} Filter;

typedef struct
{
  double z[2];
} State;

static const Filter shelf = {{1.53512485958697, -2.69169618940638, 1.19839281085285},
                             {-1.69065929318241, 0.73248077421585}};
static const Filter high_pass = {{1.0, -2.0, 1.0}, {-1.99004745483398, 0.99007225036621}};

static double
run (const Filter *filter,
     State        *state,
     double        x)
{
  double y = filter->b[0] * x + state->z[0];

  state->z[0] = filter->b[1] * x - filter->a[0] * y + state->z[1];
  state->z[1] = filter->b[2] * x - filter->a[1] * y;

  return y;
}

static double
to_lufs (double power)
{
  return power > 0 ? MAX (-0.691 + 10 * log10 (power), SL_LOUDNESS_SILENT) : SL_LOUDNESS_SILENT;
}

/* The weighted power of both channels, for every 100 ms. */
static GArray *
measure_hops (const float *samples,
              gsize        n_frames)
{
  GArray *hops = g_array_new (FALSE, FALSE, sizeof (double));
  State   states[2][2] = {{{{0, 0}}}};
  double  sum = 0;

  for (gsize i = 0; i < n_frames; i++)
    {
      for (guint c = 0; c < 2; c++)
        {
          double x = run (&shelf, &states[c][0], samples[2 * i + c]);
          double y = run (&high_pass, &states[c][1], x);

          sum += y * y;
        }
      if (i % HOP == HOP - 1)
        {
          sum /= HOP;
          g_array_append_val (hops, sum);
          sum = 0;
        }
    }

  return hops;
}

static double
gated_mean (const double *powers,
            guint         n,
            double        gate)
{
  double sum = 0;
  guint  count = 0;

  for (guint i = 0; i < n; i++)
    {
      if (to_lufs (powers[i]) > gate)
        {
          sum += powers[i];
          count++;
        }
    }

  return count > 0 ? sum / count : 0;
}

double
sl_loudness_measure (const float *samples,
                     gsize        n_frames)
{
  g_autoptr (GArray) hops = NULL;
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (double));
  const double *powers;

  g_return_val_if_fail (samples != NULL || n_frames == 0, SL_LOUDNESS_SILENT);

  hops = measure_hops (samples, n_frames);
  for (guint i = 0; i + HOPS_A_BLOCK <= hops->len; i++)
    {
      double power = 0;

      for (guint k = 0; k < HOPS_A_BLOCK; k++)
        power += g_array_index (hops, double, i + k) / HOPS_A_BLOCK;
      g_array_append_val (blocks, power);
    }
  powers = (const double *)blocks->data;

  return to_lufs (gated_mean (powers, blocks->len,
                              to_lufs (gated_mean (powers, blocks->len, -70)) - 10));
}
