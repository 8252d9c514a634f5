/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <time.h>

#include "plan/member.h"
#include "store/reader.h"
#include "store/writer.h"

/* As the window has it. */
#define PIECE (4 * G_TIME_SPAN_MILLISECOND)
#define RUNS 5

static void
copy_members (OutlayNode *from, OutlayNode *to)
{
  guint n_members, n;
  const OutlayMember *members = outlay_node_members (from, &n_members);

  for (guint i = 0; i < n_members; i++)
    if (members[i].kind == OUTLAY_MEMBER_CELLS || members[i].kind == OUTLAY_MEMBER_SHARES)
      {
        const double *numbers = outlay_node_get_numbers (from, &members[i], &n);

        outlay_node_set_numbers (to, &members[i], numbers, n);
      }
    else if (members[i].kind == OUTLAY_MEMBER_NODES)
      for (guint k = 0; k < outlay_node_get_n_children (from, &members[i]); k++)
        {
          g_autoptr (OutlayNode) child = g_object_new (members[i].child_type, NULL);

          copy_members (outlay_node_get_nth_child (from, &members[i], k), child);
          g_list_store_append (outlay_node_get_children (to, &members[i]), child);
        }
    else
      {
        g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

        outlay_node_get_value (from, &members[i], -1, &value);
        outlay_node_set_value (to, &members[i], -1, &value);
      }
}

/* The shipped plan with copies of its three initiatives until there are n. */
static OutlayPlan *
create_plan (guint n)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "plans", "jinchuang.outlay.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  OutlayPlan *plan = outlay_plan_load (file, NULL, NULL, NULL);
  GListStore *initiatives = G_LIST_STORE (outlay_plan_get_initiatives (plan));

  for (guint i = 3; i < n; i++)
    {
      g_autoptr (OutlayNode) copy = g_object_new (OUTLAY_TYPE_INITIATIVE, NULL);
      g_autofree char *id = g_strdup_printf ("initiative-%u", i);

      copy_members (OUTLAY_NODE (outlay_plan_get_initiative (plan, i % 3)), copy);
      g_object_set (copy, "id", id, NULL);
      g_list_store_append (initiatives, copy);
    }
  return plan;
}

static gint64
processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Milliseconds for which the window stands still at most while a plan is saved; what other programs take away meanwhile is not counted. */
static double
longest_piece (OutlayPlan *plan)
{
  g_autoptr (OutlayPlanWriter) writer = outlay_plan_writer_new (plan);
  gint64 longest = 0;
  gboolean whole = FALSE;

  while (!whole)
    {
      const gint64 start = processor_time ();

      whole = outlay_plan_writer_step (writer, g_get_monotonic_time () + PIECE);
      longest = MAX (longest, processor_time () - start);
    }
  return longest / 1e3;
}

typedef struct
{
  double read; /* ms, the best of several runs */
  double write;
} Times;

static Times
bench (guint n)
{
  g_autoptr (OutlayPlan) plan = create_plan (n);
  g_autoptr (GString) text = outlay_plan_write (plan);
  Times times = { G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint run = 0; run < RUNS; run++)
    {
      gint64 start = g_get_monotonic_time (), middle;
      g_autoptr (OutlayPlan) read = outlay_plan_read (text->str, text->len, NULL, NULL);
      g_autoptr (GString) written = NULL;

      middle = g_get_monotonic_time ();
      written = outlay_plan_write (read);
      times.read = MIN (times.read, (middle - start) / 1e3);
      times.write = MIN (times.write, (g_get_monotonic_time () - middle) / 1e3);
      g_assert_true (g_string_equal (written, text));
    }
  g_print ("a plan of %u initiatives (%.1f MB): read in %.1f ms, written in %.1f ms, in pieces of at most %.1f ms\n", n, text->len / 1e6, times.read, times.write,
           longest_piece (plan));
  return times;
}

int
main (int argc, char **argv)
{
  Times thousand, ten_thousand;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  bench (3);
  thousand = bench (1000);
  ten_thousand = bench (10000);
  g_print ("ten times the plan: %.1f times the reading, %.1f times the writing\n", ten_thousand.read / thousand.read,
           ten_thousand.write / thousand.write);
  return 0;
}
