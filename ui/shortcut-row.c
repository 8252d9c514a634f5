/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shortcut-row.h"

enum
{
  PROP_ACTION = 1,
  PROP_KEYS,
  N_PROPERTIES,
};

struct _OutlayShortcutRow
{
  AdwPreferencesRow parent_instance;

  AdwWrapBox *keys;
};

G_DEFINE_FINAL_TYPE (OutlayShortcutRow, outlay_shortcut_row, ADW_TYPE_PREFERENCES_ROW)

static void
add_key (OutlayShortcutRow *self, const char *accelerator)
{
  GdkModifierType modifiers;
  guint key;
  g_autofree char *words = NULL;
  GtkWidget *label;

  g_return_if_fail (gtk_accelerator_parse (accelerator, &key, &modifiers));
  words = gtk_accelerator_get_label (key, modifiers);
  label = gtk_label_new (words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "shortcut-key");
  adw_wrap_box_append (self->keys, label);
}

static void
add_keys (OutlayShortcutRow *self, const char *const *accelerators)
{
  for (guint n = 0; accelerators[n] != NULL; n++)
    add_key (self, accelerators[n]);
}

/* A screen reader reads the whole row. */
static void
name_row (OutlayShortcutRow *self)
{
  g_autoptr (GString) name = g_string_new (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));

  for (GtkWidget *key = gtk_widget_get_first_child (GTK_WIDGET (self->keys)); key != NULL; key = gtk_widget_get_next_sibling (key))
    g_string_append_printf (name, "; %s", gtk_label_get_text (GTK_LABEL (key)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
outlay_shortcut_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayShortcutRow *self = OUTLAY_SHORTCUT_ROW (object);
  const char *text = g_value_get_string (value);
  g_auto (GStrv) accelerators = NULL;

  if (text == NULL)
    return;
  accelerators = id == PROP_ACTION ? gtk_application_get_accels_for_action (GTK_APPLICATION (g_application_get_default ()), text) : g_strsplit (text, " ", -1);
  add_keys (self, (const char *const *) accelerators);
  name_row (self);
}

static void
outlay_shortcut_row_class_init (OutlayShortcutRowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = outlay_shortcut_row_set_property;
  g_object_class_install_property (object_class, PROP_ACTION, g_param_spec_string ("action", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_KEYS, g_param_spec_string ("keys", NULL, NULL, NULL, flags));
}

static void
outlay_shortcut_row_init (OutlayShortcutRow *self)
{
  GtkWidget *line = adw_wrap_box_new (), *title = gtk_label_new (NULL);

  self->keys = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->keys, 6);
  adw_wrap_box_set_line_spacing (self->keys, 3);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  g_signal_connect (self, "notify::title", G_CALLBACK (name_row), NULL);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_object_bind_property (self, "title", title, "label", G_BINDING_SYNC_CREATE);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (line), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (line), 3);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (line), ADW_JUSTIFY_SPREAD);
  adw_wrap_box_set_justify_last_line (ADW_WRAP_BOX (line), TRUE);
  adw_wrap_box_append (ADW_WRAP_BOX (line), title);
  adw_wrap_box_append (ADW_WRAP_BOX (line), GTK_WIDGET (self->keys));
  gtk_widget_add_css_class (line, "shortcut-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}
