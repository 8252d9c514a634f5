/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumption-line.h"

#include <glib/gi18n.h>

#include "ui/assumption-heading.h"
#include "ui/assumption-source.h"
#include "ui/assumption-value.h"
#include "ui/document-parameters.h"
#include "ui/influence-bar.h"
#include "ui/influence-words.h"
#include "ui/tooltip.h"
#include "ui/window.h"

/* Of an entry around its text, as the style says. */
#define FIELD_PADDING 12
#define DOT_WIDTH 18

struct _OutlayAssumptionLine
{
  GtkBox parent_instance;

  OutlayAssumptionList *list;
  OutlayAssumptionRow *row; /* NULL: none */
  guint reached;            /* the cell whose influence is shown */

  GtkWidget *columns;
  OutlayAssumptionHeading *heading;

  GtkWidget *main;
  GtkWidget *words;
  GtkLabel *title;
  GtkButton *where;
  GtkWidget *values;
  GtkWidget *dot_room;
  GtkWidget *dot;
  OutlayAssumptionValue *value;
  GtkLabel *units;
  GtkMenuButton *source;
  GtkWidget *influence;
  OutlayInfluenceBar *bars[OUTLAY_N_INFLUENCES];

  GtkLabel *fault;
};

G_DEFINE_FINAL_TYPE (OutlayAssumptionLine, outlay_assumption_line, GTK_TYPE_BOX)

/* --- what a person does --- */

static void
return_cb (OutlayAssumptionLine *self)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (OutlayParameter));
  g_autoptr (GError) error = NULL;

  for (guint n = 0; self->row != NULL && n < self->row->cells->len; n++)
    if (outlay_assumption_row_nth (self->row, n)->changed)
      g_array_append_val (changed, outlay_assumption_row_nth (self->row, n)->parameter);
  if (changed->len > 0 && !outlay_document_return_values (outlay_assumption_list_get_document (self->list), (const OutlayParameter *) (gpointer) changed->data,
                                                          changed->len, &error))
    outlay_window_say (OUTLAY_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), error->message, FALSE);
}

static void
where_cb (OutlayAssumptionLine *self)
{
  if (self->row != NULL)
    g_signal_emit_by_name (self->list, "go-to", self->row);
}

static void
source_cb (GtkMenuButton *button, gpointer data)
{
  OutlayAssumptionLine *self = data;

  if (self->row != NULL)
    gtk_menu_button_set_popover (button, outlay_assumption_source_new (outlay_assumption_list_get_document (self->list), self->row));
}

/* --- parts --- */

static GtkLabel *
create_label (float xalign, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return GTK_LABEL (label);
}

static void
create_words (OutlayAssumptionLine *self)
{
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->title = create_label (0, NULL);
  self->where = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_child (self->where, GTK_WIDGET (create_label (0, NULL)));
  gtk_widget_set_css_classes (GTK_WIDGET (self->where), (const char *[]) { "flat", "caption", "assumption-where", NULL });
  gtk_widget_set_halign (GTK_WIDGET (self->where), GTK_ALIGN_START);
  g_signal_connect_object (self->where, "clicked", G_CALLBACK (where_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->words), GTK_WIDGET (self->where));
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
}

/* Below the columns, which stay where they are. */
static void
create_fault (OutlayAssumptionLine *self)
{
  self->fault = create_label (0, "caption");
  gtk_label_set_ellipsize (self->fault, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_label_set_wrap_mode (self->fault, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
}

static void
create_dot (OutlayAssumptionLine *self)
{
  self->dot = gtk_button_new_with_label ("•");
  gtk_widget_set_css_classes (self->dot, (const char *[]) { "flat", "assumption-dot", NULL });
  g_signal_connect_object (self->dot, "clicked", G_CALLBACK (return_cb), self, G_CONNECT_SWAPPED);
  self->dot_room = adw_bin_new ();
  gtk_widget_set_valign (self->dot_room, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->dot_room, DOT_WIDTH, -1);
  adw_bin_set_child (ADW_BIN (self->dot_room), self->dot);
}

static void
create_values (OutlayAssumptionLine *self)
{
  GtkWidget *badge = GTK_WIDGET (create_label (0, NULL));

  self->values = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, OUTLAY_ASSUMPTION_SPACING);
  create_dot (self);
  self->value = OUTLAY_ASSUMPTION_VALUE (outlay_assumption_value_new (self->list));
  gtk_widget_set_valign (GTK_WIDGET (self->value), GTK_ALIGN_CENTER);
  self->units = create_label (0, "assumption-units");
  gtk_label_set_width_chars (self->units, OUTLAY_ASSUMPTION_UNIT_CHARS);
  gtk_label_set_max_width_chars (self->units, OUTLAY_ASSUMPTION_UNIT_CHARS);
  self->source = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_label_set_width_chars (GTK_LABEL (badge), OUTLAY_ASSUMPTION_SOURCE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (badge), OUTLAY_ASSUMPTION_SOURCE_CHARS);
  gtk_menu_button_set_child (self->source, badge);
  gtk_menu_button_set_create_popup_func (self->source, source_cb, self, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->source), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->values), self->dot_room);
  gtk_box_append (GTK_BOX (self->values), GTK_WIDGET (self->value));
  gtk_box_append (GTK_BOX (self->values), GTK_WIDGET (self->units));
  gtk_box_append (GTK_BOX (self->values), GTK_WIDGET (self->source));
}

static void
create_influence (OutlayAssumptionLine *self)
{
  self->influence = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * OUTLAY_ASSUMPTION_SPACING);
  for (guint outcome = 0; outcome < OUTLAY_N_INFLUENCES; outcome++)
    {
      self->bars[outcome] = OUTLAY_INFLUENCE_BAR (outlay_influence_bar_new ((OutlayInfluenceOutcome) outcome));
      gtk_box_append (GTK_BOX (self->influence), GTK_WIDGET (self->bars[outcome]));
    }
  gtk_widget_set_halign (self->influence, GTK_ALIGN_END);
}

/* --- showing --- */

/* What a number means, how far it goes, and where it stands in the file. */
static char *
describe_number (const OutlayAssumptionCell *cell)
{
  const OutlayMember *member = cell->parameter.member;
  g_autofree char *limits = outlay_parameter_is_number (&cell->parameter) ? outlay_parameter_limits (&cell->parameter) : NULL;

  return g_strjoin ("\n", member->blurb != NULL ? _(member->blurb) : cell->path, limits != NULL ? limits : cell->path, limits != NULL ? cell->path : NULL, NULL);
}

static const OutlayAssumptionCell *
find_changed (OutlayAssumptionRow *row)
{
  for (guint n = 0; n < row->cells->len; n++)
    if (outlay_assumption_row_nth (row, n)->changed)
      return outlay_assumption_row_nth (row, n);
  return NULL;
}

static const char *
find_fault (OutlayAssumptionRow *row)
{
  for (guint n = 0; n < row->cells->len; n++)
    if (outlay_assumption_row_nth (row, n)->fault != NULL)
      return outlay_assumption_row_nth (row, n)->fault;
  return NULL;
}

static void
show_words (OutlayAssumptionLine *self)
{
  g_autofree char *tooltip = describe_number (outlay_assumption_row_nth (self->row, 0));
  const char *fault = find_fault (self->row);

  gtk_label_set_text (self->title, self->row->title);
  outlay_tooltip_set (GTK_WIDGET (self->title), tooltip);
  gtk_widget_set_visible (GTK_WIDGET (self->where), self->row->where != NULL);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (self->where)), self->row->where != NULL ? self->row->where : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  if (fault != NULL && !g_str_equal (gtk_label_get_text (self->fault), fault))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), fault, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
}

static void
show_dot (OutlayAssumptionLine *self)
{
  const OutlayAssumptionCell *changed = find_changed (self->row);
  g_autofree char *origin = NULL, *tooltip = NULL, *label = NULL;

  gtk_widget_set_visible (self->dot, changed != NULL);
  if (changed == NULL)
    return;
  origin = outlay_document_describe_origin (outlay_assumption_list_get_document (self->list), &changed->parameter);
  tooltip = g_strdup_printf (_("Changed here; %s. Click the dot to return to it."), origin);
  /* Translators: the name of a button for a screen reader: a number, and what it is without the scenario, as in “Return Wage: in the plan: 140 k yuan” */
  label = g_strdup_printf (_("Return %s: %s"), self->row->title, origin);
  outlay_tooltip_set (self->dot, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dot), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_source (OutlayAssumptionLine *self)
{
  static const char *const classes[] = { "announced", "measured", "estimated", "assumed" };
  const char *status = self->row->source, *class = self->row->sourced ? classes[self->row->status] : "unsourced";
  g_autofree char *label = NULL, *tooltip = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->source), status != NULL);
  if (status == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (gtk_menu_button_get_child (self->source)), status);
  /* Set again, classes have all of the list styled again. */
  if (!gtk_widget_has_css_class (GTK_WIDGET (self->source), class))
    gtk_widget_set_css_classes (GTK_WIDGET (self->source), (const char *[]) { "flat", "caption", "source-button", class, NULL });
  /* Translators: how well a number is founded, for a screen reader: “Source of Price: announced” */
  label = g_strdup_printf (_("Source of %s: %s"), self->row->title, status);
  tooltip = g_strjoin ("\n", label, self->row->founder, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->source), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  outlay_tooltip_set (GTK_WIDGET (self->source), tooltip);
}

static int
measure_chars (GtkWidget *widget, int n)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  const int width = MAX (pango_font_metrics_get_approximate_char_width (metrics), pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS (n * width);
}

/* What is no number has nothing beside it. */
static gboolean
is_text (OutlayAssumptionRow *row)
{
  return row->kind == OUTLAY_ASSUMPTION_KIND_TEXT || row->kind == OUTLAY_ASSUMPTION_KIND_COLOUR;
}

/* Texts, choices and the years of a ramp-up have the room of the unit too; texts all of it. */
static void
show_room (OutlayAssumptionLine *self)
{
  const OutlayAssumptionKind kind = self->row->kind;
  const gboolean text = is_text (self->row);

  gtk_widget_set_visible (GTK_WIDGET (self->units), kind == OUTLAY_ASSUMPTION_KIND_FIELD);
  gtk_label_set_text (self->units, self->row->units != NULL ? self->row->units : "");
  outlay_tooltip_set (GTK_WIDGET (self->units), self->row->units);
  gtk_widget_set_hexpand (GTK_WIDGET (self->value), kind != OUTLAY_ASSUMPTION_KIND_FIELD);
  gtk_widget_set_hexpand (self->values, text);
  gtk_widget_set_hexpand (self->words, !text);
  outlay_assumption_line_lay (self);
}

/* Values stand below each other, and so do texts. */
static void
keep_room (OutlayAssumptionLine *self, gboolean narrow)
{
  const int field = measure_chars (GTK_WIDGET (self), OUTLAY_ASSUMPTION_FIELD_CHARS), unit = measure_chars (GTK_WIDGET (self), OUTLAY_ASSUMPTION_UNIT_CHARS);
  const gboolean text = self->row != NULL && is_text (self->row), alone = self->row == NULL || self->row->kind == OUTLAY_ASSUMPTION_KIND_FIELD;

  gtk_widget_set_size_request (GTK_WIDGET (self->value), text || narrow || alone ? -1 : field + unit + OUTLAY_ASSUMPTION_SPACING + FIELD_PADDING, -1);
  gtk_widget_set_size_request (self->words, text && !narrow ? field : -1, -1);
}

/* Above the first bars of each card stands what they are about. */
static void
show_captions (OutlayAssumptionLine *self)
{
  const gboolean heading = outlay_assumption_row_is_heading (self->row);

  for (guint outcome = 0; outcome < OUTLAY_N_INFLUENCES; outcome++)
    outlay_influence_bar_set_caption (self->bars[outcome], heading ? outlay_influence_outcome_name ((OutlayInfluenceOutcome) outcome) : NULL);
  outlay_assumption_line_lay (self);
}

/* Targets and figures are set against the plan, and change nothing in it. */
static gboolean
weighs (OutlayAssumptionRow *row)
{
  return !OUTLAY_IS_TARGET (row->node) && !OUTLAY_IS_FIGURE (row->node);
}

/* Columns keep their room where nothing stands in them; lines of their own do not. */
static gboolean
shows_influence (OutlayAssumptionLine *self, gboolean stacked)
{
  if (self->row == NULL || is_text (self->row))
    return FALSE;
  if (outlay_assumption_row_is_heading (self->row))
    return self->row->captions;
  return !stacked || (self->row->kind != OUTLAY_ASSUMPTION_KIND_CHOICE && weighs (self->row));
}

static void
show_frame (OutlayAssumptionLine *self)
{
  const gboolean above = self->row->kind == OUTLAY_ASSUMPTION_KIND_OBJECT || self->row->kind == OUTLAY_ASSUMPTION_KIND_LIST;
  const char *kind = above ? "object" : outlay_assumption_row_is_heading (self->row) ? "grouping" : "number";

  gtk_widget_set_css_classes (GTK_WIDGET (self), (const char *[]) { "assumption-line", kind, self->row->first ? "first" : "inner",
                                                                    self->row->last ? "last" : "inner", NULL });
}

static void
show_row (OutlayAssumptionLine *self)
{
  const gboolean heading = outlay_assumption_row_is_heading (self->row);

  show_frame (self);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading);
  gtk_widget_set_visible (self->main, !heading);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  if (heading)
    {
      outlay_assumption_heading_update (self->heading);
      show_captions (self);
      return;
    }
  show_captions (self);
  show_words (self);
  show_dot (self);
  outlay_assumption_value_update (self->value);
  show_source (self);
  show_room (self);
  outlay_assumption_line_show_influence (self);
}

/* --- life --- */

static void
outlay_assumption_line_dispose (GObject *object)
{
  OutlayAssumptionLine *self = OUTLAY_ASSUMPTION_LINE (object);

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (outlay_assumption_line_parent_class)->dispose (object);
}

static void
outlay_assumption_line_class_init (OutlayAssumptionLineClass *class)
{
  G_OBJECT_CLASS (class)->dispose = outlay_assumption_line_dispose;
}

static void
outlay_assumption_line_init (OutlayAssumptionLine *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * OUTLAY_ASSUMPTION_SPACING);
  gtk_widget_set_vexpand (self->columns, TRUE);
}

GtkWidget *
outlay_assumption_line_new (OutlayAssumptionList *list)
{
  OutlayAssumptionLine *self = g_object_new (OUTLAY_TYPE_ASSUMPTION_LINE, NULL);

  self->list = list;
  self->heading = OUTLAY_ASSUMPTION_HEADING (outlay_assumption_heading_new (list));
  gtk_box_append (GTK_BOX (self->columns), GTK_WIDGET (self->heading));
  self->main = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, OUTLAY_ASSUMPTION_SPACING);
  gtk_widget_set_hexpand (self->main, TRUE);
  create_words (self);
  create_values (self);
  create_influence (self);
  create_fault (self);
  gtk_box_append (GTK_BOX (self->main), self->words);
  gtk_box_append (GTK_BOX (self->main), self->values);
  gtk_box_append (GTK_BOX (self->columns), self->main);
  gtk_box_append (GTK_BOX (self->columns), self->influence);
  gtk_box_append (GTK_BOX (self), self->columns);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fault));
  return GTK_WIDGET (self);
}

void
outlay_assumption_line_set_row (OutlayAssumptionLine *self, OutlayAssumptionRow *row)
{
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  gtk_menu_button_set_popover (self->source, NULL);
  g_set_object (&self->row, row);
  outlay_assumption_heading_set_row (self->heading, row);
  outlay_assumption_value_set_row (self->value, row);
  if (row == NULL)
    return;
  self->reached = row->cells->len > 0 ? row->cells->len - 1 : 0;
  g_signal_connect_object (row, "changed", G_CALLBACK (show_row), self, G_CONNECT_SWAPPED);
  show_row (self);
}

OutlayAssumptionRow *
outlay_assumption_line_get_row (OutlayAssumptionLine *self)
{
  return self->row;
}

void
outlay_assumption_line_lay (OutlayAssumptionLine *self)
{
  const gboolean text = self->row != NULL && is_text (self->row), heading = self->row != NULL && outlay_assumption_row_is_heading (self->row);
  const gboolean stacked = outlay_assumption_list_get_stacked (self->list), narrow = outlay_assumption_list_get_narrow (self->list);

  gtk_widget_set_visible (self->influence, shows_influence (self, stacked));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), stacked && !heading ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->main), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->columns), stacked ? 2 : 2 * OUTLAY_ASSUMPTION_SPACING);
  gtk_box_set_spacing (GTK_BOX (self->main), narrow ? 1 : OUTLAY_ASSUMPTION_SPACING);
  gtk_widget_set_halign (self->values, narrow && !text ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  keep_room (self, narrow);
  gtk_label_set_width_chars (self->units, narrow ? -1 : OUTLAY_ASSUMPTION_UNIT_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (gtk_menu_button_get_child (self->source)), narrow ? -1 : OUTLAY_ASSUMPTION_SOURCE_CHARS);
}

void
outlay_assumption_line_show_influence (OutlayAssumptionLine *self)
{
  OutlayDocument *document = outlay_assumption_list_get_document (self->list);
  const OutlayAssumptionCell *cell;

  if (self->row == NULL || self->row->cells->len == 0)
    return;
  cell = outlay_assumption_row_nth (self->row, MIN (self->reached, self->row->cells->len - 1));
  for (guint outcome = 0; outcome < OUTLAY_N_INFLUENCES; outcome++)
    {
      g_autofree char *words = cell->weighed ? outlay_influence_describe (document, &cell->parameter, &cell->influence, (OutlayInfluenceOutcome) outcome) : NULL;

      outlay_influence_bar_show (self->bars[outcome], cell->weighed ? &cell->influence : NULL,
                                 outlay_assumption_list_get_largest (self->list, (OutlayInfluenceOutcome) outcome), words);
    }
}

void
outlay_assumption_line_reach (OutlayAssumptionLine *self, guint cell)
{
  if (self->reached == cell)
    return;
  self->reached = cell;
  outlay_assumption_line_show_influence (self);
}

gboolean
outlay_assumption_line_focus (OutlayAssumptionLine *self, guint cell)
{
  if (self->row == NULL || outlay_assumption_row_is_heading (self->row))
    return FALSE;
  return outlay_assumption_value_focus (self->value, cell);
}

gboolean
outlay_assumption_line_settle (OutlayAssumptionLine *self)
{
  return self->row == NULL || outlay_assumption_value_settle (self->value);
}
