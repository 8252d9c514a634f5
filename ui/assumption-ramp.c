/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumption-ramp.h"

#include <glib/gi18n.h>

#include "ui/assumption-field.h"
#include "ui/document-parameters.h"
#include "ui/window.h"

#define FIELD_CHARS 4

struct _OutlayAssumptionRamp
{
  AdwBin parent_instance;

  OutlayAssumptionList *list;
  OutlayAssumptionRow *row; /* NULL: none */
  AdwWrapBox *box;
  GPtrArray *fields; /* OutlayAssumptionField, those of hidden years too */
  GtkWidget *less;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (OutlayAssumptionRamp, outlay_assumption_ramp, ADW_TYPE_BIN)

static OutlayAssumptionField *
nth_field (OutlayAssumptionRamp *self, guint n)
{
  while (self->fields->len <= n)
    {
      GtkWidget *field = outlay_assumption_field_new (self->list, FIELD_CHARS);

      adw_wrap_box_insert_child_after (self->box, field, self->fields->len > 0 ? g_ptr_array_index (self->fields, self->fields->len - 1) : NULL);
      g_ptr_array_add (self->fields, field);
    }
  return g_ptr_array_index (self->fields, n);
}

/* --- more years and fewer --- */

static void
set_years (OutlayAssumptionRamp *self, guint n)
{
  OutlayInitiative *initiative = OUTLAY_INITIATIVE (self->row->node);
  const guint before = outlay_initiative_get_ramp_up_years (initiative);
  g_autofree double *shares = g_new (double, n);
  g_autoptr (GError) error = NULL;

  for (guint year = 0; year < n; year++)
    shares[year] = outlay_initiative_get_ramp_up (initiative, MIN (year, before - 1));
  if (!outlay_document_set_years (outlay_assumption_list_get_document (self->list), initiative, shares, n, &error) && error != NULL)
    outlay_window_say (OUTLAY_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), error->message, FALSE);
}

static void
less_cb (OutlayAssumptionRamp *self)
{
  if (self->row != NULL)
    set_years (self, self->row->cells->len - 1);
}

/* A new year goes on as the last one. */
static void
more_cb (OutlayAssumptionRamp *self)
{
  if (self->row != NULL)
    set_years (self, self->row->cells->len + 1);
}

static GtkWidget *
add_button (OutlayAssumptionRamp *self, const char *icon, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_css_classes (button, (const char *[]) { "flat", "ramp-button", NULL });
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, button);
  return button;
}

static void
outlay_assumption_ramp_dispose (GObject *object)
{
  g_clear_object (&OUTLAY_ASSUMPTION_RAMP (object)->row);
  G_OBJECT_CLASS (outlay_assumption_ramp_parent_class)->dispose (object);
}

static void
outlay_assumption_ramp_finalize (GObject *object)
{
  g_ptr_array_unref (OUTLAY_ASSUMPTION_RAMP (object)->fields);
  G_OBJECT_CLASS (outlay_assumption_ramp_parent_class)->finalize (object);
}

static void
outlay_assumption_ramp_class_init (OutlayAssumptionRampClass *class)
{
  G_OBJECT_CLASS (class)->dispose = outlay_assumption_ramp_dispose;
  G_OBJECT_CLASS (class)->finalize = outlay_assumption_ramp_finalize;
}

static void
outlay_assumption_ramp_init (OutlayAssumptionRamp *self)
{
  self->fields = g_ptr_array_new ();
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 2);
  self->less = add_button (self, "list-remove-symbolic", _("Take the last year away"), G_CALLBACK (less_cb));
  self->more = add_button (self, "list-add-symbolic", _("Add a year"), G_CALLBACK (more_cb));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
outlay_assumption_ramp_new (OutlayAssumptionList *list)
{
  OutlayAssumptionRamp *self = g_object_new (OUTLAY_TYPE_ASSUMPTION_RAMP, NULL);

  self->list = list;
  return GTK_WIDGET (self);
}

void
outlay_assumption_ramp_set_row (OutlayAssumptionRamp *self, OutlayAssumptionRow *row)
{
  g_set_object (&self->row, row);
  if (row != NULL)
    outlay_assumption_ramp_update (self);
  else
    for (guint n = 0; n < self->fields->len; n++)
      outlay_assumption_field_set_cell (nth_field (self, n), NULL, 0);
}

void
outlay_assumption_ramp_update (OutlayAssumptionRamp *self)
{
  const OutlayMember *member = outlay_assumption_row_nth (self->row, 0)->parameter.member;
  const guint n_years = self->row->cells->len;

  gtk_widget_set_sensitive (self->less, n_years > member->least);
  gtk_widget_set_sensitive (self->more, n_years < member->most);

  for (guint n = 0; n < MAX (n_years, self->fields->len); n++)
    {
      OutlayAssumptionField *field = nth_field (self, n);

      gtk_widget_set_visible (GTK_WIDGET (field), n < n_years);
      outlay_assumption_field_set_cell (field, n < n_years ? self->row : NULL, n);
    }
}

gboolean
outlay_assumption_ramp_focus (OutlayAssumptionRamp *self, guint cell)
{
  return self->row != NULL && outlay_assumption_field_focus (nth_field (self, MIN (cell, self->row->cells->len - 1)));
}

gboolean
outlay_assumption_ramp_settle (OutlayAssumptionRamp *self)
{
  for (guint n = 0; self->row != NULL && n < self->row->cells->len; n++)
    if (outlay_assumption_field_has_focus (nth_field (self, n)))
      return outlay_assumption_field_commit (nth_field (self, n));
  return TRUE;
}
