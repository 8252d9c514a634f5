/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "probe.h"

#include <gdk/x11/gdkx.h>
#include <json-glib/json-glib.h>

/* Every mapped widget of every window, with what a person or a screen reader would know of it and exactly where it is. */

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_double (JsonBuilder *builder,
            const char  *name,
            double       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
add_boolean (JsonBuilder *builder,
             const char  *name,
             gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/* GTK has no getter for an accessible property, but says what it is when asked whether it is something else. */
static void
add_accessible (JsonBuilder          *builder,
                const char           *name,
                GtkAccessible        *accessible,
                GtkAccessibleProperty property)
{
  g_autofree char *value = NULL;

  if (!gtk_test_accessible_has_property (accessible, property))
    return;
  value = gtk_test_accessible_check_property (accessible, property, "\001");
  add_string (builder, name, value);
}

static void
add_string_property (JsonBuilder *builder,
                     const char  *name,
                     GtkWidget   *widget,
                     const char  *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property);
  g_autofree char *value = NULL;

  if (pspec == NULL || pspec->value_type != G_TYPE_STRING || (pspec->flags & G_PARAM_READABLE) == 0)
    return;
  g_object_get (widget, property, &value, NULL);
  add_string (builder, name, value);
}

static void
add_text (JsonBuilder *builder,
          GtkWidget   *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      add_string (builder, "text", gtk_label_get_text (GTK_LABEL (widget)));
      add_boolean (builder, "cut", pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))));
    }
  else if (GTK_IS_EDITABLE (widget))
    add_string (builder, "text", gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_BUTTON (widget))
    add_string (builder, "text", gtk_button_get_label (GTK_BUTTON (widget)));
  else
    add_string_property (builder, "text", widget, "text");
  add_string_property (builder, "title", widget, "title");
}

static void
add_value (JsonBuilder *builder,
           GtkWidget   *widget)
{
  if (GTK_IS_RANGE (widget))
    add_double (builder, "value", gtk_range_get_value (GTK_RANGE (widget)));
  else if (GTK_IS_SPIN_BUTTON (widget))
    add_double (builder, "value", gtk_spin_button_get_value (GTK_SPIN_BUTTON (widget)));
  else if (GTK_IS_DROP_DOWN (widget))
    add_double (builder, "value", gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)));

  if (GTK_IS_CHECK_BUTTON (widget))
    add_boolean (builder, "active", gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  else if (GTK_IS_TOGGLE_BUTTON (widget))
    add_boolean (builder, "active", gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget)));
  else if (GTK_IS_SWITCH (widget))
    add_boolean (builder, "active", gtk_switch_get_active (GTK_SWITCH (widget)));
  else if (GTK_IS_WINDOW (widget))
    add_boolean (builder, "active", gtk_window_is_active (GTK_WINDOW (widget)));
  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_SELECTED) != 0)
    add_boolean (builder, "selected", TRUE);
}

static void
add_role (JsonBuilder *builder,
          GtkWidget   *widget)
{
  g_autoptr (GEnumClass) roles = g_type_class_ref (GTK_TYPE_ACCESSIBLE_ROLE);
  GEnumValue *role = g_enum_get_value (roles, gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)));

  add_string (builder, "role", role != NULL ? role->value_nick : NULL);
}

/* The rectangle within the surface, in the surface's own units. */
static void
add_place (JsonBuilder *builder,
           GtkWidget   *widget,
           GtkNative   *native)
{
  graphene_rect_t bounds;
  double x, y;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &bounds))
    return;
  gtk_native_get_surface_transform (native, &x, &y);
  add_double (builder, "x", x + bounds.origin.x);
  add_double (builder, "y", y + bounds.origin.y);
  add_double (builder, "width", bounds.size.width);
  add_double (builder, "height", bounds.size.height);
}

static void
add_surface (JsonBuilder *builder,
             GtkNative   *native)
{
  GdkSurface *surface = gtk_native_get_surface (native);

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (GDK_IS_X11_SURFACE (surface))
    add_double (builder, "surface", gdk_x11_surface_get_xid (surface));
  G_GNUC_END_IGNORE_DEPRECATIONS
  add_double (builder, "surface_width", gdk_surface_get_width (surface));
  add_double (builder, "scale", gdk_surface_get_scale (surface));
}

static void
add_widget (JsonBuilder *builder,
            GtkWidget   *widget,
            GtkNative   *native)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_NATIVE (widget))
    native = GTK_NATIVE (widget);

  json_builder_begin_object (builder);
  add_string (builder, "type", G_OBJECT_TYPE_NAME (widget));
  add_string (builder, "name", gtk_widget_get_name (widget));
  add_string (builder, "id", gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)));
  add_role (builder, widget);
  add_accessible (builder, "label", GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  add_accessible (builder, "description", GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  add_string (builder, "tooltip", gtk_widget_get_tooltip_text (widget));
  add_text (builder, widget);
  add_value (builder, widget);
  add_boolean (builder, "sensitive", gtk_widget_is_sensitive (widget));
  add_boolean (builder, "focus", gtk_widget_has_focus (widget));
  add_place (builder, widget, native);
  add_surface (builder, native);

  json_builder_set_member_name (builder, "children");
  json_builder_begin_array (builder);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_widget (builder, child, native);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_type (JsonBuilder *builder,
          GtkWidget   *widget)
{
  json_builder_add_string_value (builder, G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_type (builder, child);
}

static void
add_actions (JsonBuilder  *builder,
             const char   *prefix,
             GActionGroup *group)
{
  g_auto (GStrv) names = g_action_group_list_actions (group);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (prefix, names[i], NULL);
      add_boolean (builder, name, g_action_group_get_action_enabled (group, names[i]));
    }
}

static char *
end (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* Every window with its widgets, as a JSON array. */
char *
probe_tree (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  json_builder_begin_array (builder);
  for (GList *l = windows; l != NULL; l = l->next)
    add_widget (builder, l->data, GTK_NATIVE (l->data));
  json_builder_end_array (builder);
  return end (builder);
}

/* The type of every widget there is, seen or not, as a JSON array. */
char *
probe_types (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  json_builder_begin_array (builder);
  for (GList *l = windows; l != NULL; l = l->next)
    add_type (builder, l->data);
  json_builder_end_array (builder);
  return end (builder);
}

/* Which actions of the application and its active window can be done now, as a JSON object. */
char *
probe_actions (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GApplication *application = g_application_get_default ();
  GtkWindow *window = GTK_IS_APPLICATION (application) ? gtk_application_get_active_window (GTK_APPLICATION (application)) : NULL;

  json_builder_begin_object (builder);
  if (application != NULL)
    add_actions (builder, "app.", G_ACTION_GROUP (application));
  if (G_IS_ACTION_GROUP (window))
    add_actions (builder, "win.", G_ACTION_GROUP (window));
  json_builder_end_object (builder);
  return end (builder);
}

/* What could be pasted now, as a JSON array of media types. They are known a while after another program has copied. */
char *
probe_formats (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  gsize count;
  const char *const *types = gdk_content_formats_get_mime_types (gdk_clipboard_get_formats (clipboard), &count);

  json_builder_begin_array (builder);
  for (gsize i = 0; i < count; i++)
    json_builder_add_string_value (builder, types[i]);
  json_builder_end_array (builder);
  return end (builder);
}
