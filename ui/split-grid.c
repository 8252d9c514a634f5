/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-grid.h"

#include <math.h>

/* Where a row or a phase begins, counted from the first with the sum behind the last. */
static guint
position (int index, guint n)
{
  return index < 0 ? n : (guint) index;
}

static int
index_at (guint place, guint n)
{
  return place >= n ? -1 : (int) place;
}

static void
visible (double scroll, double page, double size, guint n, guint *first, guint *end)
{
  *first = MIN (n, (guint) MAX (0, floor (scroll / size)));
  *end = MIN (n, (guint) MAX (0, ceil ((scroll + page) / size)));
}

static double
reveal (double scroll, double page, double start, double size)
{
  if (start < scroll)
    return start;
  return start + size > scroll + page ? start + size - page : scroll;
}

double
outlay_split_grid_page_width (const OutlaySplitGrid *grid)
{
  return MAX (0, grid->width - grid->name_width - grid->sum_width);
}

double
outlay_split_grid_phase_width (const OutlaySplitGrid *grid)
{
  return MAX (grid->least_phase_width, floor (outlay_split_grid_page_width (grid) / MAX (1, grid->n_phases)));
}

double
outlay_split_grid_content_width (const OutlaySplitGrid *grid)
{
  return grid->n_phases * outlay_split_grid_phase_width (grid);
}

double
outlay_split_grid_content_height (const OutlaySplitGrid *grid)
{
  return grid->n_initiatives * grid->row_height;
}

double
outlay_split_grid_page_height (const OutlaySplitGrid *grid)
{
  return MAX (0, grid->height - grid->head_height - grid->sum_height);
}

void
outlay_split_grid_body (const OutlaySplitGrid *grid, OutlayRectangle *rectangle)
{
  *rectangle = (OutlayRectangle) {
    grid->name_width,
    grid->head_height,
    MIN (outlay_split_grid_page_width (grid), outlay_split_grid_content_width (grid)),
    MIN (outlay_split_grid_page_height (grid), outlay_split_grid_content_height (grid)),
  };
}

void
outlay_split_grid_cell (const OutlaySplitGrid *grid, OutlaySplitPlace place, OutlayRectangle *rectangle)
{
  const double phase_width = outlay_split_grid_phase_width (grid);
  OutlayRectangle body;

  outlay_split_grid_body (grid, &body);
  rectangle->x = place.phase < 0 ? body.x + body.width : body.x - grid->scroll_x + place.phase * phase_width;
  rectangle->width = place.phase < 0 ? grid->sum_width : phase_width;
  rectangle->y = place.initiative < 0 ? body.y + body.height : body.y - grid->scroll_y + place.initiative * grid->row_height;
  rectangle->y += grid->title_height;
  rectangle->height = (place.initiative < 0 ? grid->sum_height : grid->row_height) - grid->title_height;
}

void
outlay_split_grid_visible_rows (const OutlaySplitGrid *grid, guint *first, guint *end)
{
  visible (grid->scroll_y, outlay_split_grid_page_height (grid), grid->row_height, grid->n_initiatives, first, end);
}

void
outlay_split_grid_visible_phases (const OutlaySplitGrid *grid, guint *first, guint *end)
{
  visible (grid->scroll_x, outlay_split_grid_page_width (grid), outlay_split_grid_phase_width (grid), grid->n_phases, first, end);
}

OutlaySplitPart
outlay_split_grid_pick (const OutlaySplitGrid *grid, double x, double y, OutlaySplitPlace *place)
{
  OutlayRectangle body;
  const gboolean in_head = y >= 0 && y < grid->head_height;
  gboolean in_names = x >= 0 && x < grid->name_width;
  OutlayRectangle cell;

  outlay_split_grid_body (grid, &body);
  *place = (OutlaySplitPlace) { -1, -1 };
  if (x < 0 || y < 0 || x >= body.x + body.width + grid->sum_width || y >= body.y + body.height + grid->sum_height || (in_head && in_names))
    return OUTLAY_SPLIT_PART_NOTHING;

  if (!in_names && x < body.x + body.width)
    place->phase = (int) ((x - body.x + grid->scroll_x) / outlay_split_grid_phase_width (grid));
  if (!in_head && y < body.y + body.height)
    place->initiative = (int) ((y - body.y + grid->scroll_y) / grid->row_height);
  if (grid->title_height > 0 && !in_head)
    {
      outlay_split_grid_cell (grid, *place, &cell);
      in_names = y < cell.y;
      place->phase = in_names ? -1 : place->phase;
    }
  return in_head ? OUTLAY_SPLIT_PART_HEAD : in_names ? OUTLAY_SPLIT_PART_NAME : OUTLAY_SPLIT_PART_CELL;
}

OutlaySplitPlace
outlay_split_grid_step (const OutlaySplitGrid *grid, OutlaySplitPlace place, OutlayStep step)
{
  const guint n_rows = grid->n_initiatives;
  const guint n_columns = grid->n_phases;
  const guint page = MAX (1, (guint) (outlay_split_grid_page_height (grid) / grid->row_height));
  guint row = position (place.initiative, n_rows);
  guint column = position (place.phase, n_columns);

  switch (step)
    {
    case OUTLAY_STEP_LEFT: column -= column > 0; break;
    case OUTLAY_STEP_RIGHT: column += column < n_columns; break;
    case OUTLAY_STEP_UP: row -= row > 0; break;
    case OUTLAY_STEP_DOWN: row += row < n_rows; break;
    case OUTLAY_STEP_ROW_START: column = 0; break;
    case OUTLAY_STEP_ROW_END: column = n_columns; break;
    case OUTLAY_STEP_COLUMN_START:
    case OUTLAY_STEP_PAGE_UP: row -= MIN (row, page); break;
    case OUTLAY_STEP_COLUMN_END:
    case OUTLAY_STEP_PAGE_DOWN: row = MIN (n_rows, row + page); break;
    case OUTLAY_STEP_FIRST: row = column = 0; break;
    case OUTLAY_STEP_LAST: row = n_rows, column = n_columns; break;
    }
  return (OutlaySplitPlace) { index_at (row, n_rows), index_at (column, n_columns) };
}

void
outlay_split_grid_reveal (const OutlaySplitGrid *grid, OutlaySplitPlace place, double *scroll_x, double *scroll_y)
{
  const double phase_width = outlay_split_grid_phase_width (grid);

  *scroll_x = grid->scroll_x;
  *scroll_y = grid->scroll_y;
  if (place.phase >= 0)
    *scroll_x = reveal (grid->scroll_x, outlay_split_grid_page_width (grid), place.phase * phase_width, phase_width);
  if (place.initiative >= 0)
    *scroll_y = reveal (grid->scroll_y, outlay_split_grid_page_height (grid), place.initiative * grid->row_height, grid->row_height);
}
