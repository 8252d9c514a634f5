/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/threshold-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/typed.h"
#include "study/land.h"
#include "study/measure.h"
#include "ui/document-goals.h"
#include "ui/fault-row.h"
#include "ui/page.h"

struct _OutlayThresholdRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *metres;
  GtkLabel *side;
  GtkEntry *entry;
  GtkWidget *state;
  GtkImage *state_image;
  GtkLabel *state_label;
  GtkLabel *fault;

  OutlayDocument *document;
  OutlayIndicator indicator;
  double bound;    /* that the entry shows; NaN for none */
  gboolean typing; /* the entry holds what somebody typed */
};

G_DEFINE_FINAL_TYPE (OutlayThresholdRow, outlay_threshold_row, GTK_TYPE_LIST_BOX_ROW)

/* --- what is shown --- */

static void
show_fault (OutlayThresholdRow *self, const char *message)
{
  gtk_label_set_text (self->fault, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), message != NULL);
  outlay_field_mark (GTK_WIDGET (self->entry), message);
}

static void
show_entry (OutlayThresholdRow *self)
{
  g_autofree char *text = outlay_quantity_write (self->bound, OUTLAY_UNIT_MONEY_PER_MU);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->typing = FALSE;
  show_fault (self, NULL);
}

static void
show_metres (OutlayThresholdRow *self, const OutlayPerLand *land, const char *currency)
{
  g_autofree char *site = outlay_quantity_format (land->site, OUTLAY_UNIT_MONEY, currency);
  g_autofree char *floor_area = outlay_quantity_format (land->floor, OUTLAY_UNIT_MONEY, currency);
  g_autofree char *text = NULL;

  if (!isnan (land->floor))
    /* Translators: money for each square metre of land and for each of floor */
    text = g_strdup_printf (_("%s per m² of site · %s per m² of floor"), site, floor_area);
  else if (!isnan (land->site))
    text = g_strdup_printf (_("%s per m² of site"), site);
  else
    text = g_strdup (_("The plan has no site area."));
  gtk_label_set_text (self->metres, text);
}

static void
show_state (OutlayThresholdRow *self, OutlayTarget *target)
{
  OutlayTargetState state = { .bound = NAN, .at_least = TRUE };

  if (target != NULL)
    outlay_projection_target (outlay_document_get_projection (self->document), outlay_document_get_plan (self->document), target, &state);
  gtk_label_set_text (self->side, state.at_least ? C_ ("threshold", "At least") : C_ ("threshold", "At most"));
  /* Fields stand below each other, whether there is a word behind them or not. */
  gtk_widget_set_opacity (GTK_WIDGET (self->state_image), target != NULL ? 1 : 0);
  gtk_label_set_text (self->state_label, target == NULL ? "" : state.met ? C_ ("target", "met") : C_ ("target", "missed"));
  gtk_image_set_from_icon_name (self->state_image, state.met ? "outlay-met-symbolic" : "outlay-missed-symbolic");
  gtk_widget_remove_css_class (self->state, state.met ? "error" : "success");
  gtk_widget_add_css_class (self->state, state.met ? "success" : "error");
  self->bound = state.bound;
}

static void
update_label (OutlayThresholdRow *self, const char *value)
{
  const char *title = gtk_label_get_text (self->title);
  /* Translators: what a screen reader says of a field: the threshold of an indicator */
  g_autofree char *label = g_strdup_printf (_("Threshold: %s"), title);
  const char *state = gtk_label_get_text (self->state_label);
  g_autofree char *row = g_strdup_printf ("%s: %s%s%s", title, value, state[0] != '\0' ? "; " : "", state);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row, -1);
}

/* --- what is typed --- */

/* FALSE where it is no amount, which is said below. */
static gboolean
apply (OutlayThresholdRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GError) error = NULL;
  double bound = NAN;

  if (!self->typing || self->document == NULL)
    return TRUE;
  if (text[0] != '\0' && !outlay_quantity_read (text, OUTLAY_UNIT_MONEY_PER_MU, self->bound, &bound, &error))
    {
      show_fault (self, error->message);
      return FALSE;
    }
  /* The step settles what is typed, and this is settled. */
  self->typing = FALSE;
  if (!outlay_document_set_threshold (self->document, self->indicator, bound, &error))
    {
      self->typing = TRUE;
      show_fault (self, error != NULL ? error->message : _("This waits for a number that cannot be read elsewhere. Put that right first, then press Enter here."));
      return FALSE;
    }
  outlay_threshold_row_update (self);
  return TRUE;
}

static void
entered_cb (OutlayThresholdRow *self)
{
  if (apply (self))
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
left_cb (OutlayThresholdRow *self)
{
  apply (self);
}

/* What holds up something that was asked for elsewhere is shown. */
static gboolean
settle_cb (OutlayThresholdRow *self)
{
  if (apply (self))
    return FALSE;
  outlay_page_reveal (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return TRUE;
}

static void
typed_cb (OutlayThresholdRow *self)
{
  self->typing = TRUE;
  show_fault (self, NULL);
}

static gboolean
entry_key_cb (OutlayThresholdRow *self, guint key)
{
  if (key != GDK_KEY_Escape || !self->typing)
    return FALSE;
  show_entry (self);
  return TRUE;
}

static void
outlay_threshold_row_dispose (GObject *object)
{
  OutlayThresholdRow *self = OUTLAY_THRESHOLD_ROW (object);

  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_THRESHOLD_ROW);
  G_OBJECT_CLASS (outlay_threshold_row_parent_class)->dispose (object);
}

static void
outlay_threshold_row_class_init (OutlayThresholdRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_threshold_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/threshold-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayThresholdRow, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayThresholdRow, value);
  gtk_widget_class_bind_template_child (widget_class, OutlayThresholdRow, metres);
  gtk_widget_class_bind_template_child (widget_class, OutlayThresholdRow, side);
  gtk_widget_class_bind_template_child (widget_class, OutlayThresholdRow, entry);
  gtk_widget_class_bind_template_child (widget_class, OutlayThresholdRow, state);
  gtk_widget_class_bind_template_child (widget_class, OutlayThresholdRow, state_image);
  gtk_widget_class_bind_template_child (widget_class, OutlayThresholdRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayThresholdRow, fault);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
}

static void
outlay_threshold_row_init (OutlayThresholdRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->bound = NAN;
}

void
outlay_threshold_row_show (OutlayThresholdRow *self, OutlayDocument *document, OutlayIndicator indicator)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  self->typing = FALSE;
  self->indicator = indicator;
  g_set_object (&self->document, document);
  gtk_label_set_text (self->title, _(outlay_indicator_nick (indicator)));
  if (document == NULL)
    return;
  outlay_document_want (document, &(OutlayRequest) { .plan_indicators = 1ull << indicator });
  g_signal_connect_object (document, "settle", G_CALLBACK (settle_cb), self, G_CONNECT_SWAPPED);
}

void
outlay_threshold_row_update (OutlayThresholdRow *self)
{
  OutlayProjection *projection = outlay_document_get_projection (self->document);
  const OutlayPerLand land = outlay_projection_per_land (projection, outlay_document_get_plan (self->document), self->indicator);
  g_autofree char *currency = outlay_document_get_currency (self->document);
  g_autofree char *value = outlay_quantity_format (land.mu, OUTLAY_UNIT_MONEY_PER_MU, currency);

  gtk_label_set_text (self->value, value);
  show_metres (self, &land, currency);
  show_state (self, outlay_document_find_threshold (self->document, self->indicator));
  if (!self->typing)
    show_entry (self);
  update_label (self, value);
}
