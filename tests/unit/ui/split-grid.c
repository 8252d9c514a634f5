/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-grid.h"

/* A table of 10 rows of 40 pixels, of which 4 can be seen, and 3 phases of 100 pixels, of which 2 can be seen. */
static OutlaySplitGrid
small_window (void)
{
  return (OutlaySplitGrid) {
    .n_initiatives = 10,
    .n_phases = 3,
    .width = 80 + 200 + 90,
    .height = 50 + 160 + 30,
    .head_height = 50,
    .row_height = 40,
    .sum_height = 30,
    .name_width = 80,
    .least_phase_width = 100,
    .sum_width = 90,
  };
}

static void
assert_rectangle (const OutlaySplitGrid *grid, int initiative, int phase, double x, double y, double width, double height)
{
  OutlayRectangle r;

  outlay_split_grid_cell (grid, (OutlaySplitPlace) { initiative, phase }, &r);
  g_assert_cmpfloat (r.x, ==, x);
  g_assert_cmpfloat (r.y, ==, y);
  g_assert_cmpfloat (r.width, ==, width);
  g_assert_cmpfloat (r.height, ==, height);
}

static void
test_sums_stay_while_the_rest_scrolls (void)
{
  OutlaySplitGrid grid = small_window ();

  assert_rectangle (&grid, 0, 0, 80, 50, 100, 40);
  assert_rectangle (&grid, 9, 2, 280, 410, 100, 40);
  assert_rectangle (&grid, 0, -1, 280, 50, 90, 40);
  assert_rectangle (&grid, -1, 1, 180, 210, 100, 30);
  assert_rectangle (&grid, -1, -1, 280, 210, 90, 30);
  grid.scroll_x = 100;
  grid.scroll_y = 240;
  assert_rectangle (&grid, 9, 2, 180, 170, 100, 40);
  assert_rectangle (&grid, 6, -1, 280, 50, 90, 40);
  assert_rectangle (&grid, -1, 2, 180, 210, 100, 30);
}

/* Where there is room the phases share it, and the sums follow the last row. */
static void
test_large_window (void)
{
  OutlaySplitGrid grid = small_window ();

  grid.width = 770;
  grid.height = 1000;
  assert_rectangle (&grid, 0, 1, 280, 50, 200, 40);
  assert_rectangle (&grid, -1, -1, 680, 450, 90, 30);
}

/* A thousand rows cost what is seen of them. */
static void
test_only_what_is_seen (void)
{
  OutlaySplitGrid grid = small_window ();
  guint first, end;

  grid.n_initiatives = 1000;
  grid.n_phases = 64;
  grid.scroll_y = 20 * 40 + 10;
  grid.scroll_x = 250;
  outlay_split_grid_visible_rows (&grid, &first, &end);
  g_assert_cmpuint (first, ==, 20);
  g_assert_cmpuint (end, ==, 25);
  outlay_split_grid_visible_phases (&grid, &first, &end);
  g_assert_cmpuint (first, ==, 2);
  g_assert_cmpuint (end, ==, 5);
}

static void
assert_picked (const OutlaySplitGrid *grid, double x, double y, OutlaySplitPart part, int initiative, int phase)
{
  OutlaySplitPlace place;

  g_assert_cmpint (outlay_split_grid_pick (grid, x, y, &place), ==, part);
  g_assert_cmpint (place.initiative, ==, initiative);
  g_assert_cmpint (place.phase, ==, phase);
}

static void
test_pick (void)
{
  OutlaySplitGrid grid = small_window ();

  assert_picked (&grid, 10, 10, OUTLAY_SPLIT_PART_NOTHING, -1, -1);
  assert_picked (&grid, 10, 60, OUTLAY_SPLIT_PART_NAME, 0, -1);
  assert_picked (&grid, 190, 10, OUTLAY_SPLIT_PART_HEAD, -1, 1);
  assert_picked (&grid, 190, 130, OUTLAY_SPLIT_PART_CELL, 2, 1);
  assert_picked (&grid, 300, 130, OUTLAY_SPLIT_PART_CELL, 2, -1);
  assert_picked (&grid, 100, 220, OUTLAY_SPLIT_PART_CELL, -1, 0);
  assert_picked (&grid, 300, 220, OUTLAY_SPLIT_PART_CELL, -1, -1);
  assert_picked (&grid, 500, 100, OUTLAY_SPLIT_PART_NOTHING, -1, -1);
  assert_picked (&grid, 100, 300, OUTLAY_SPLIT_PART_NOTHING, -1, -1);
  grid.scroll_x = 100;
  grid.scroll_y = 240;
  assert_picked (&grid, 190, 130, OUTLAY_SPLIT_PART_CELL, 8, 2);
}

/* Whatever is drawn at a place is picked there. */
static void
test_pick_finds_every_cell (void)
{
  OutlaySplitGrid grid = small_window ();

  grid.height = 1000;
  grid.width = 800;
  for (int i = -1; i < 10; i++)
    for (int p = -1; p < 3; p++)
      {
        OutlayRectangle r;

        outlay_split_grid_cell (&grid, (OutlaySplitPlace) { i, p }, &r);
        assert_picked (&grid, r.x + 1, r.y + 1, OUTLAY_SPLIT_PART_CELL, i, p);
        assert_picked (&grid, r.x + r.width - 1, r.y + r.height - 1, OUTLAY_SPLIT_PART_CELL, i, p);
      }
}

static void
assert_step (const OutlaySplitGrid *grid, int initiative, int phase, OutlayStep step, int to_initiative, int to_phase)
{
  OutlaySplitPlace place = outlay_split_grid_step (grid, (OutlaySplitPlace) { initiative, phase }, step);

  g_assert_cmpint (place.initiative, ==, to_initiative);
  g_assert_cmpint (place.phase, ==, to_phase);
}

static void
test_steps (void)
{
  OutlaySplitGrid grid = small_window ();

  assert_step (&grid, 0, 0, OUTLAY_STEP_RIGHT, 0, 1);
  assert_step (&grid, 0, 2, OUTLAY_STEP_RIGHT, 0, -1);
  assert_step (&grid, 0, -1, OUTLAY_STEP_RIGHT, 0, -1);
  assert_step (&grid, 0, -1, OUTLAY_STEP_LEFT, 0, 2);
  assert_step (&grid, 0, 0, OUTLAY_STEP_LEFT, 0, 0);
  assert_step (&grid, 9, 1, OUTLAY_STEP_DOWN, -1, 1);
  assert_step (&grid, -1, 1, OUTLAY_STEP_DOWN, -1, 1);
  assert_step (&grid, -1, 1, OUTLAY_STEP_UP, 9, 1);
  assert_step (&grid, 0, 1, OUTLAY_STEP_UP, 0, 1);
  assert_step (&grid, 5, 1, OUTLAY_STEP_ROW_START, 5, 0);
  assert_step (&grid, 5, 1, OUTLAY_STEP_ROW_END, 5, -1);
  assert_step (&grid, 5, 1, OUTLAY_STEP_PAGE_UP, 1, 1);
  assert_step (&grid, 1, 1, OUTLAY_STEP_PAGE_UP, 0, 1);
  assert_step (&grid, 5, 1, OUTLAY_STEP_PAGE_DOWN, 9, 1);
  assert_step (&grid, 8, 1, OUTLAY_STEP_PAGE_DOWN, -1, 1);
  assert_step (&grid, 5, 1, OUTLAY_STEP_FIRST, 0, 0);
  assert_step (&grid, 5, 1, OUTLAY_STEP_LAST, -1, -1);
}

static void
assert_reveals (const OutlaySplitGrid *grid, int initiative, int phase, double scroll_x, double scroll_y)
{
  double x, y;

  outlay_split_grid_reveal (grid, (OutlaySplitPlace) { initiative, phase }, &x, &y);
  g_assert_cmpfloat (x, ==, scroll_x);
  g_assert_cmpfloat (y, ==, scroll_y);
}

static void
test_reveal (void)
{
  OutlaySplitGrid grid = small_window ();

  assert_reveals (&grid, 3, 1, 0, 0);
  assert_reveals (&grid, 4, 2, 100, 40);
  assert_reveals (&grid, 9, -1, 0, 240);
  grid.scroll_x = 100;
  grid.scroll_y = 240;
  assert_reveals (&grid, 7, 2, 100, 240);
  assert_reveals (&grid, -1, -1, 100, 240);
  assert_reveals (&grid, 2, 0, 0, 80);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/split-grid/sums-stay-while-the-rest-scrolls", test_sums_stay_while_the_rest_scrolls);
  g_test_add_func ("/split-grid/large-window", test_large_window);
  g_test_add_func ("/split-grid/only-what-is-seen", test_only_what_is_seen);
  g_test_add_func ("/split-grid/pick", test_pick);
  g_test_add_func ("/split-grid/pick-finds-every-cell", test_pick_finds_every_cell);
  g_test_add_func ("/split-grid/steps", test_steps);
  g_test_add_func ("/split-grid/reveal", test_reveal);
  return g_test_run ();
}
