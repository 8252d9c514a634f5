/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumption-value.h"

#include <glib/gi18n.h>

#include "chart/palette.h"
#include "plan/label.h"
#include "plan/member.h"
#include "ui/assumption-field.h"
#include "ui/assumption-line.h"
#include "ui/assumption-ramp.h"
#include "ui/document-parameters.h"
#include "ui/spoken.h"
#include "ui/window.h"

struct _OutlayAssumptionValue
{
  AdwBin parent_instance;

  OutlayAssumptionList *list;
  OutlayAssumptionRow *row; /* NULL: none */
  gboolean updating;
  /* NULL until a row needs it: */
  OutlayAssumptionField *field;
  OutlayAssumptionField *text;
  OutlayAssumptionRamp *ramp;
  GtkDropDown *choice;
  GtkBox *colours;
  GtkColorDialogButton *colour;
  GtkWidget *palette_button;
};

G_DEFINE_FINAL_TYPE (OutlayAssumptionValue, outlay_assumption_value, ADW_TYPE_BIN)

static OutlayDocument *
get_document (OutlayAssumptionValue *self)
{
  return outlay_assumption_list_get_document (self->list);
}

/* Lays a value in that was chosen, and says where it cannot be. */
static void
lay (OutlayAssumptionValue *self, const OutlayValue *value)
{
  g_autoptr (GError) error = NULL;

  if (!outlay_document_set_parameters (get_document (self), &outlay_assumption_row_nth (self->row, 0)->parameter, value, 1, NULL, NULL, &error))
    {
      outlay_window_say (OUTLAY_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), error->message, FALSE);
      outlay_assumption_value_update (self);
    }
}

/* --- choices --- */

static void
chosen_cb (OutlayAssumptionValue *self)
{
  const char *const *words = self->row != NULL && self->row->kind == OUTLAY_ASSUMPTION_KIND_CHOICE ? outlay_assumption_row_nth (self->row, 0)->parameter.member->words : NULL;
  const guint selected = gtk_drop_down_get_selected (self->choice);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  if (self->updating || words == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  outlay_value_set_string (&value, words[selected]);
  lay (self, &value);
}

static void
setup_word_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer shortened)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (GPOINTER_TO_INT (shortened))
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_word_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* A narrow window has less room for a word than its list has. */
static GtkListItemFactory *
create_factory (gboolean shortened)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_word_cb), GINT_TO_POINTER (shortened));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_word_cb), NULL);
  return factory;
}

static GtkWidget *
need_choice (OutlayAssumptionValue *self)
{
  if (self->choice == NULL)
    {
      g_autoptr (GtkListItemFactory) shortened = create_factory (TRUE), whole = create_factory (FALSE);

      self->choice = g_object_ref_sink (GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL)));
      g_object_set (self->choice, "factory", shortened, "list-factory", whole, NULL);
      gtk_widget_add_css_class (GTK_WIDGET (self->choice), "assumption-choice");
      outlay_spoken_name_drop_down (self->choice);
      g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
    }
  return GTK_WIDGET (self->choice);
}

static void
update_choice (OutlayAssumptionValue *self)
{
  const OutlayAssumptionCell *cell = outlay_assumption_row_nth (self->row, 0);
  const char *const *words = cell->parameter.member->words;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    gtk_string_list_append (names, outlay_choice_name (words[i]));
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->choice, (guint) outlay_choice_from_word (words, cell->text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, self->row->title, -1);
}

/* --- colours --- */

static void
coloured_cb (OutlayAssumptionValue *self)
{
  const GdkRGBA *colour = gtk_color_dialog_button_get_rgba (self->colour);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  g_autofree char *text = NULL;

  if (self->updating || self->row == NULL || self->row->kind != OUTLAY_ASSUMPTION_KIND_COLOUR)
    return;
  text = g_strdup_printf ("#%02x%02x%02x", (guint) (colour->red * 255 + 0.5f), (guint) (colour->green * 255 + 0.5f), (guint) (colour->blue * 255 + 0.5f));
  outlay_value_set_string (&value, text);
  lay (self, &value);
}

static void
palette_cb (OutlayAssumptionValue *self)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  outlay_value_set_null (&value);
  lay (self, &value);
}

static GtkWidget *
need_colours (OutlayAssumptionValue *self)
{
  GtkColorDialog *dialog;

  if (self->colours != NULL)
    return GTK_WIDGET (self->colours);
  dialog = gtk_color_dialog_new ();
  gtk_color_dialog_set_with_alpha (dialog, FALSE);
  self->colours = g_object_ref_sink (GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6)));
  self->colour = GTK_COLOR_DIALOG_BUTTON (gtk_color_dialog_button_new (dialog));
  self->palette_button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_tooltip_text (self->palette_button, _("Take the colour of the palette"));
  gtk_widget_add_css_class (self->palette_button, "flat");
  gtk_widget_set_halign (GTK_WIDGET (self->colours), GTK_ALIGN_START);
  gtk_box_append (self->colours, GTK_WIDGET (self->colour));
  gtk_box_append (self->colours, self->palette_button);
  g_signal_connect_object (self->colour, "notify::rgba", G_CALLBACK (coloured_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->palette_button, "clicked", G_CALLBACK (palette_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->colours);
}

static void
update_colours (OutlayAssumptionValue *self)
{
  OutlayDocument *document = get_document (self);
  const OutlayColour colour = outlay_palette_initiative (outlay_document_get_plan (document), outlay_document_get_scenario (document),
                                                         outlay_node_get_position (self->row->node));
  const GdkRGBA rgba = { (float) colour.red, (float) colour.green, (float) colour.blue, 1 };

  gtk_color_dialog_button_set_rgba (self->colour, &rgba);
  gtk_widget_set_visible (self->palette_button, *outlay_assumption_row_nth (self->row, 0)->text != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->colour), GTK_ACCESSIBLE_PROPERTY_LABEL, self->row->title, -1);
}

/* --- fields --- */

static GtkWidget *
need_field (OutlayAssumptionValue *self)
{
  if (self->field == NULL)
    self->field = OUTLAY_ASSUMPTION_FIELD (g_object_ref_sink (outlay_assumption_field_new (self->list, OUTLAY_ASSUMPTION_FIELD_CHARS)));
  return GTK_WIDGET (self->field);
}

static GtkWidget *
need_text (OutlayAssumptionValue *self)
{
  if (self->text == NULL)
    self->text = OUTLAY_ASSUMPTION_FIELD (g_object_ref_sink (outlay_assumption_field_new (self->list, OUTLAY_ASSUMPTION_FIELD_CHARS)));
  return GTK_WIDGET (self->text);
}

static GtkWidget *
need_ramp (OutlayAssumptionValue *self)
{
  if (self->ramp == NULL)
    self->ramp = OUTLAY_ASSUMPTION_RAMP (g_object_ref_sink (outlay_assumption_ramp_new (self->list)));
  return GTK_WIDGET (self->ramp);
}

static GtkWidget *
need (OutlayAssumptionValue *self)
{
  switch (self->row->kind)
    {
    case OUTLAY_ASSUMPTION_KIND_TEXT: return need_text (self);
    case OUTLAY_ASSUMPTION_KIND_CHOICE: return need_choice (self);
    case OUTLAY_ASSUMPTION_KIND_COLOUR: return need_colours (self);
    case OUTLAY_ASSUMPTION_KIND_RAMP: return need_ramp (self);
    default: return need_field (self);
    }
}

/* --- life --- */

static void
outlay_assumption_value_dispose (GObject *object)
{
  OutlayAssumptionValue *self = OUTLAY_ASSUMPTION_VALUE (object);

  g_clear_object (&self->row);
  g_clear_object (&self->field);
  g_clear_object (&self->text);
  g_clear_object (&self->ramp);
  g_clear_object (&self->choice);
  g_clear_object (&self->colours);
  G_OBJECT_CLASS (outlay_assumption_value_parent_class)->dispose (object);
}

static void
outlay_assumption_value_class_init (OutlayAssumptionValueClass *class)
{
  G_OBJECT_CLASS (class)->dispose = outlay_assumption_value_dispose;
}

static void
outlay_assumption_value_init (OutlayAssumptionValue *self)
{
}

GtkWidget *
outlay_assumption_value_new (OutlayAssumptionList *list)
{
  OutlayAssumptionValue *self = g_object_new (OUTLAY_TYPE_ASSUMPTION_VALUE, NULL);

  self->list = list;
  return GTK_WIDGET (self);
}

void
outlay_assumption_value_set_row (OutlayAssumptionValue *self, OutlayAssumptionRow *row)
{
  if (row == NULL || outlay_assumption_row_is_heading (row))
    {
      if (self->field != NULL)
        outlay_assumption_field_set_cell (self->field, NULL, 0);
      if (self->text != NULL)
        outlay_assumption_field_set_cell (self->text, NULL, 0);
      if (self->ramp != NULL)
        outlay_assumption_ramp_set_row (self->ramp, NULL);
      g_clear_object (&self->row);
      return;
    }
  g_set_object (&self->row, row);
  adw_bin_set_child (ADW_BIN (self), need (self));
  if (row->kind == OUTLAY_ASSUMPTION_KIND_FIELD)
    outlay_assumption_field_set_cell (self->field, row, 0);
  else if (row->kind == OUTLAY_ASSUMPTION_KIND_TEXT)
    outlay_assumption_field_set_cell (self->text, row, 0);
  else if (row->kind == OUTLAY_ASSUMPTION_KIND_RAMP)
    outlay_assumption_ramp_set_row (self->ramp, row);
  outlay_assumption_value_update (self);
}

void
outlay_assumption_value_update (OutlayAssumptionValue *self)
{
  if (self->row == NULL)
    return;
  self->updating = TRUE;
  switch (self->row->kind)
    {
    case OUTLAY_ASSUMPTION_KIND_FIELD: outlay_assumption_field_update (self->field); break;
    case OUTLAY_ASSUMPTION_KIND_TEXT: outlay_assumption_field_update (self->text); break;
    case OUTLAY_ASSUMPTION_KIND_RAMP: outlay_assumption_ramp_update (self->ramp); break;
    case OUTLAY_ASSUMPTION_KIND_CHOICE: update_choice (self); break;
    case OUTLAY_ASSUMPTION_KIND_COLOUR: update_colours (self); break;
    default: break;
    }
  self->updating = FALSE;
}

gboolean
outlay_assumption_value_focus (OutlayAssumptionValue *self, guint cell)
{
  if (self->row == NULL)
    return FALSE;
  switch (self->row->kind)
    {
    case OUTLAY_ASSUMPTION_KIND_FIELD: return outlay_assumption_field_focus (self->field);
    case OUTLAY_ASSUMPTION_KIND_TEXT: return outlay_assumption_field_focus (self->text);
    case OUTLAY_ASSUMPTION_KIND_RAMP: return outlay_assumption_ramp_focus (self->ramp, cell);
    default: return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (self)), GTK_DIR_TAB_FORWARD);
    }
}

gboolean
outlay_assumption_value_settle (OutlayAssumptionValue *self)
{
  if (self->row == NULL)
    return TRUE;
  switch (self->row->kind)
    {
    case OUTLAY_ASSUMPTION_KIND_FIELD: return !outlay_assumption_field_has_focus (self->field) || outlay_assumption_field_commit (self->field);
    case OUTLAY_ASSUMPTION_KIND_TEXT: return !outlay_assumption_field_has_focus (self->text) || outlay_assumption_field_commit (self->text);
    case OUTLAY_ASSUMPTION_KIND_RAMP: return outlay_assumption_ramp_settle (self->ramp);
    default: return TRUE;
    }
}
