/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/phase-popover.h"

#include <glib/gi18n.h>

#include "plan/member.h"
#include "plan/typed.h"
#include "ui/phase-dates.h"

typedef struct
{
  GtkWidget *entry;
  GtkWidget *give_back; /* a scenario's own number */
  GtkWidget *fault;
  gboolean given_back;
} Field;

struct _OutlayPhasePopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkBox *fields;
  Field field[OUTLAY_PHASE_N_PARTS];

  OutlayDocument *document; /* while it is open */
  guint phase;
  gboolean cancelled;
};

G_DEFINE_FINAL_TYPE (OutlayPhasePopover, outlay_phase_popover, GTK_TYPE_POPOVER)

/* --- what is typed --- */

static char *
write_exact (OutlayPhasePart part, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return part == OUTLAY_PHASE_START_DATE ? outlay_month_format (number) : g_strdup (outlay_number_format (number, buffer));
}

/* As on the Assumptions page: with units, months by name; its range is checked too. */
static gboolean
read_number (OutlayPhasePopover *self, OutlayPhasePart part, double *number, char **fault)
{
  g_auto (OutlayValue) current = OUTLAY_VALUE_INIT, value = OUTLAY_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  OutlayParameter parameter;

  outlay_phase_get_parameter (self->document, self->phase, part, &parameter);
  outlay_value_set_number (&current, outlay_phase_get (self->document, self->phase, part));
  if (outlay_parameter_read (&parameter, gtk_editable_get_text (GTK_EDITABLE (self->field[part].entry)), outlay_parameter_unit (&parameter), &current, &value, &error))
    {
      *number = outlay_member_to_number (parameter.member, &value);
      return TRUE;
    }
  *fault = g_strdup (error->message);
  return FALSE;
}

static void
show_fault (OutlayPhasePopover *self, OutlayPhasePart part, const char *fault)
{
  Field *field = &self->field[part];

  gtk_label_set_text (GTK_LABEL (field->fault), fault != NULL ? fault : "");
  gtk_widget_set_visible (field->fault, fault != NULL);
  if (fault != NULL)
    gtk_widget_add_css_class (field->entry, "error");
  else
    gtk_widget_remove_css_class (field->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               fault != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
read_all (OutlayPhasePopover *self, double *numbers)
{
  gboolean good = TRUE;

  for (OutlayPhasePart part = 0; part < OUTLAY_PHASE_N_PARTS; part++)
    {
      g_autofree char *fault = NULL;

      show_fault (self, part, NULL);
      if (!read_number (self, part, &numbers[part], &fault))
        {
          show_fault (self, part, fault);
          good = FALSE;
        }
    }
  return good;
}

/* --- into the plan --- */

static char *
describe (OutlayPhasePopover *self, const double *before)
{
  OutlayPhasePart last = OUTLAY_PHASE_NOTHING;
  g_autofree char *name = NULL;
  guint n = 0;

  for (OutlayPhasePart part = 0; part < OUTLAY_PHASE_N_PARTS; part++)
    if (outlay_phase_get (self->document, self->phase, part) != before[part])
      {
        last = part;
        n++;
      }
  if (n == 1)
    return outlay_phase_describe_step (self->document, self->phase, last);
  name = outlay_document_get_phase_name (self->document, self->phase);
  /* Translators: a step of the history: start, building time or delay of a phase */
  return g_strdup_printf (_("Set the dates of “%s”"), name);
}

static gboolean
gives_back (OutlayPhasePopover *self)
{
  gboolean any = FALSE;

  for (OutlayPhasePart part = 0; part < OUTLAY_PHASE_N_PARTS; part++)
    any |= self->field[part].given_back;
  return any;
}

static gboolean
apply (OutlayPhasePopover *self)
{
  double numbers[OUTLAY_PHASE_N_PARTS], before[OUTLAY_PHASE_N_PARTS];
  g_autofree char *description = NULL;
  gboolean good = TRUE;

  if (!read_all (self, numbers))
    return FALSE;
  for (OutlayPhasePart part = 0; part < OUTLAY_PHASE_N_PARTS; part++)
    before[part] = outlay_phase_get (self->document, self->phase, part);
  outlay_document_take_back (self->document);
  if (memcmp (numbers, before, sizeof numbers) == 0 && !gives_back (self))
    return TRUE;
  g_signal_handlers_block_matched (self->document, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  good = outlay_document_begin_edit (self->document);
  g_signal_handlers_unblock_matched (self->document, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  for (OutlayPhasePart part = 0; good && part < OUTLAY_PHASE_N_PARTS; part++)
    {
      g_autoptr (GError) error = NULL;
      OutlayParameter parameter;

      outlay_phase_get_parameter (self->document, self->phase, part, &parameter);
      if (self->field[part].given_back && numbers[part] == outlay_document_get_number_without (self->document, &parameter))
        good = outlay_document_edit_return (self->document, &parameter, &error);
      else
        good = outlay_document_edit_number (self->document, &parameter, numbers[part], &error);
      if (error != NULL)
        show_fault (self, part, error->message);
    }
  description = describe (self, before);
  if (good)
    outlay_document_commit_edit (self->document, description);
  else
    outlay_document_rollback_edit (self->document);
  return good;
}

static void
leave (OutlayPhasePopover *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
}

/* --- callbacks --- */

static void
apply_cb (OutlayPhasePopover *self)
{
  if (self->document == NULL || !apply (self))
    return;
  self->cancelled = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
cancel_cb (OutlayPhasePopover *self)
{
  self->cancelled = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* By a click beside it: what was typed counts, and where it cannot be read it is still there. */
static void
closed_cb (OutlayPhasePopover *self)
{
  if (self->document == NULL)
    return;
  if (self->cancelled || apply (self))
    leave (self);
  else
    gtk_popover_popup (GTK_POPOVER (self));
}

static gboolean
settle_cb (OutlayPhasePopover *self)
{
  return self->document != NULL && gtk_widget_get_visible (GTK_WIDGET (self)) && !apply (self);
}

/* Another plan's phases, or fewer of them: nothing to type into any more. */
static void
restructured_cb (OutlayPhasePopover *self)
{
  cancel_cb (self);
}

static void
give_back_cb (OutlayPhasePopover *self, GtkWidget *button)
{
  for (OutlayPhasePart part = 0; part < OUTLAY_PHASE_N_PARTS; part++)
    if (self->field[part].give_back == button && self->document != NULL)
      {
        OutlayParameter parameter;
        g_autofree char *text = NULL;

        outlay_phase_get_parameter (self->document, self->phase, part, &parameter);
        text = write_exact (part, outlay_document_get_number_without (self->document, &parameter));
        gtk_editable_set_text (GTK_EDITABLE (self->field[part].entry), text);
        self->field[part].given_back = TRUE;
        gtk_widget_grab_focus (self->field[part].entry);
      }
}

static gboolean
key_pressed_cb (OutlayPhasePopover *self, guint key)
{
  if (key == GDK_KEY_Escape)
    self->cancelled = TRUE;
  return FALSE;
}

/* --- life --- */

static void
add_field (OutlayPhasePopover *self, OutlayPhasePart part)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (outlay_phase_part_name (part));
  Field *field = &self->field[part];

  field->entry = gtk_entry_new ();
  field->give_back = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  field->fault = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field->entry);
  gtk_editable_set_width_chars (GTK_EDITABLE (field->entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (field->entry), 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, outlay_phase_part_name (part), -1);
  gtk_widget_add_css_class (field->give_back, "flat");
  gtk_widget_add_css_class (field->fault, "error");
  gtk_widget_add_css_class (field->fault, "caption");
  gtk_label_set_xalign (GTK_LABEL (field->fault), 0);
  gtk_label_set_wrap (GTK_LABEL (field->fault), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (field->fault), 28);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), field->entry);
  gtk_box_append (GTK_BOX (row), field->give_back);
  gtk_box_append (self->fields, row);
  gtk_box_append (self->fields, field->fault);
  g_signal_connect_object (field->entry, "activate", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field->give_back, "clicked", G_CALLBACK (give_back_cb), self, G_CONNECT_SWAPPED);
}

static void
outlay_phase_popover_dispose (GObject *object)
{
  leave (OUTLAY_PHASE_POPOVER (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_PHASE_POPOVER);
  G_OBJECT_CLASS (outlay_phase_popover_parent_class)->dispose (object);
}

static void
outlay_phase_popover_class_init (OutlayPhasePopoverClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_phase_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/phase-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayPhasePopover, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayPhasePopover, fields);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
outlay_phase_popover_init (OutlayPhasePopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (OutlayPhasePart part = 0; part < OUTLAY_PHASE_N_PARTS; part++)
    add_field (self, part);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

OutlayPhasePopover *
outlay_phase_popover_new (void)
{
  return g_object_new (OUTLAY_TYPE_PHASE_POPOVER, NULL);
}

void
outlay_phase_popover_open (OutlayPhasePopover *self, OutlayDocument *document, guint phase)
{
  g_autofree char *name = outlay_document_get_phase_name (document, phase);

  leave (self);
  self->phase = phase;
  self->cancelled = FALSE;
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "settle", G_CALLBACK (settle_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "restructured", G_CALLBACK (restructured_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_text (self->title, name);
  for (OutlayPhasePart part = 0; part < OUTLAY_PHASE_N_PARTS; part++)
    {
      OutlayParameter parameter;
      g_autofree char *text = write_exact (part, outlay_phase_get (document, phase, part)), *origin = NULL;

      outlay_phase_get_parameter (document, phase, part, &parameter);
      show_fault (self, part, NULL);
      self->field[part].given_back = FALSE;
      gtk_editable_set_text (GTK_EDITABLE (self->field[part].entry), text);
      gtk_widget_set_visible (self->field[part].give_back, outlay_document_is_overridden (document, &parameter));
      if (gtk_widget_get_visible (self->field[part].give_back))
        {
          origin = outlay_phase_describe_origin (document, phase, part);
          gtk_widget_set_tooltip_text (self->field[part].give_back, origin);
        }
    }
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->field[OUTLAY_PHASE_START_DATE].entry);
}
