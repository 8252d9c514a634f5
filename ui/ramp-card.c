/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ramp-card.h"

#include <glib/gi18n.h>

#include "plan/amount.h"
#include "plan/resolve.h"
#include "ui/ramp-curve.h"
#include "ui/spoken.h"
#include "ui/tooltip.h"

/* Of more phases the rest is counted. */
#define MOST_PHASES 4
#define MOST_YEARS 20

enum
{
  PROP_DOCUMENT = 1,
};

struct _OutlayRampCard
{
  AdwBin parent_instance;

  GtkDropDown *initiatives;
  GtkWidget *add;
  GtkWidget *remove;
  OutlayRampCurve *curve;
  GtkLabel *phases;

  OutlayDocument *document;
};

G_DEFINE_FINAL_TYPE (OutlayRampCard, outlay_ramp_card, ADW_TYPE_BIN)

static char *
name_of (OutlayInitiative *initiative, gpointer data)
{
  OutlayRampCard *self = data;

  if (self->document == NULL || outlay_node_get_parent (OUTLAY_NODE (initiative)) == NULL)
    return g_strdup ("");
  return outlay_plan_resolve_name (outlay_document_get_plan (self->document), outlay_document_get_scenario (self->document), OUTLAY_NODE (initiative));
}

/* "Phase one: from Aug 2023, full from Aug 2025" */
static char *
describe_phase (OutlayRampCard *self, OutlayModel *model, guint phase)
{
  const OutlayShape *shape = outlay_model_shape (model);
  const double *numbers = outlay_model_numbers (model);
  const double completion = numbers[outlay_shape_phase (shape, OUTLAY_PHASE_START, phase)] + numbers[outlay_shape_phase (shape, OUTLAY_PHASE_BUILD_MONTHS, phase)] +
                            numbers[outlay_shape_phase (shape, OUTLAY_PHASE_DELAY_MONTHS, phase)];
  g_autofree char *name = outlay_document_get_phase_name (self->document, phase);
  g_autofree char *from = outlay_quantity_format (completion, OUTLAY_UNIT_MONTH, NULL);
  g_autofree char *full = outlay_quantity_format (completion + 12.0 * (outlay_ramp_curve_count (self->curve) - 1), OUTLAY_UNIT_MONTH, NULL);

  /* Translators: when a ramp-up falls in a phase: “Phase one: from Aug 2023, full from Aug 2025” */
  return g_strdup_printf (_("%s: from %s, full from %s"), name, from, full);
}

static void
show_phases (OutlayRampCard *self)
{
  OutlayModel *model = outlay_projection_model (outlay_document_get_cells (self->document));
  const guint initiative = outlay_ramp_curve_get_initiative (self->curve);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint p = 0; p < outlay_model_shape (model)->n_phases; p++)
    {
      g_autofree char *phase = NULL;

      if (!(outlay_model_cell (model, initiative, p) > 0) || n++ >= MOST_PHASES)
        continue;
      phase = describe_phase (self, model, p);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", phase);
    }
  if (n > MOST_PHASES)
    /* Translators: behind phases that are listed: how many more there are */
    g_string_append_printf (text, ngettext (" · and %u more", " · and %u more", n - MOST_PHASES), n - MOST_PHASES);
  if (n == 0)
    g_string_append (text, _("No money is in it, so nothing is built that could be used."));
  if (g_strcmp0 (gtk_label_get_text (self->phases), text->str) != 0)
    gtk_label_set_text (self->phases, text->str);
}

/* A scenario has as many years as the plan. */
static void
show_buttons (OutlayRampCard *self)
{
  const gboolean plan = outlay_document_get_scenario (self->document) == NULL;
  const guint n = outlay_ramp_curve_count (self->curve);
  const char *why = plan ? NULL : _("A scenario has as many years as the plan: show the plan itself to change that");

  gtk_widget_set_sensitive (self->add, plan && n < MOST_YEARS);
  gtk_widget_set_sensitive (self->remove, plan && n > 1);
  outlay_tooltip_set (self->add, why != NULL ? why : _("One year more, as the last one is"));
  outlay_tooltip_set (self->remove, why != NULL ? why : _("One year less"));
}

static void
projected_cb (OutlayRampCard *self)
{
  if (self->document == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  show_phases (self);
  show_buttons (self);
}

static void
selected_cb (OutlayRampCard *self)
{
  const guint selected = gtk_drop_down_get_selected (self->initiatives);

  if (self->document == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  outlay_ramp_curve_set_initiative (self->curve, selected);
  projected_cb (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_autofree char *name = name_of (gtk_list_item_get_item (item), data);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), name);
}

/* Names are those of the scenario. */
static void
fill_names (OutlayRampCard *self)
{
  const guint selected = gtk_drop_down_get_selected (self->initiatives);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkExpression) names = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (name_of), self, NULL);

  gtk_drop_down_set_model (self->initiatives, self->document != NULL ? outlay_plan_get_initiatives (outlay_document_get_plan (self->document)) : NULL);
  gtk_drop_down_set_expression (self->initiatives, names);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_drop_down_set_factory (self->initiatives, factory);
  if (self->document != NULL && selected != GTK_INVALID_LIST_POSITION && selected < outlay_plan_get_n_initiatives (outlay_document_get_plan (self->document)))
    gtk_drop_down_set_selected (self->initiatives, selected);
  projected_cb (self);
}

static void
add_cb (OutlayRampCard *self)
{
  outlay_ramp_curve_add_year (self->curve);
}

static void
remove_cb (OutlayRampCard *self)
{
  outlay_ramp_curve_remove_year (self->curve);
}

static void
set_document (OutlayRampCard *self, OutlayDocument *document)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  fill_names (self);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "projected", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::scenario", G_CALLBACK (fill_names), self, G_CONNECT_SWAPPED);
}

static void
outlay_ramp_card_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (outlay_ramp_card_parent_class)->map (widget);
  projected_cb (OUTLAY_RAMP_CARD (widget));
}

static void
outlay_ramp_card_dispose (GObject *object)
{
  OutlayRampCard *self = OUTLAY_RAMP_CARD (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  if (self->initiatives != NULL)
    gtk_drop_down_set_expression (self->initiatives, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_RAMP_CARD);
  G_OBJECT_CLASS (outlay_ramp_card_parent_class)->dispose (object);
}

static void
outlay_ramp_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, OUTLAY_RAMP_CARD (object)->document);
}

static void
outlay_ramp_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_document (OUTLAY_RAMP_CARD (object), g_value_get_object (value));
  g_object_notify_by_pspec (object, pspec);
}

static void
outlay_ramp_card_class_init (OutlayRampCardClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_ramp_card_dispose;
  object_class->get_property = outlay_ramp_card_get_property;
  object_class->set_property = outlay_ramp_card_set_property;
  widget_class->map = outlay_ramp_card_map;
  g_object_class_install_property (object_class, PROP_DOCUMENT, g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT,
                                                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  g_type_ensure (OUTLAY_TYPE_RAMP_CURVE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/ramp-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayRampCard, initiatives);
  gtk_widget_class_bind_template_child (widget_class, OutlayRampCard, add);
  gtk_widget_class_bind_template_child (widget_class, OutlayRampCard, remove);
  gtk_widget_class_bind_template_child (widget_class, OutlayRampCard, curve);
  gtk_widget_class_bind_template_child (widget_class, OutlayRampCard, phases);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
outlay_ramp_card_init (OutlayRampCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a year"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Take the last year away"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->initiatives), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Initiative"), -1);
  outlay_spoken_name_drop_down (self->initiatives);
}
