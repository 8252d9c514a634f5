/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/page-slot.h"

#include "ui/document.h"

struct _OutlayPageSlot
{
  AdwBin parent_instance;

  char *page_type;
  OutlayDocument *document;
};

enum
{
  PROP_PAGE_TYPE = 1,
  PROP_DOCUMENT,
  PROP_PAGE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayPageSlot, outlay_page_slot, ADW_TYPE_BIN)

static void
make_page (OutlayPageSlot *self)
{
  GtkWidget *page = g_object_new (g_type_from_name (self->page_type), "document", self->document, NULL);

  g_object_bind_property (self, "document", page, "document", G_BINDING_DEFAULT);
  adw_bin_set_child (ADW_BIN (self), page);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/* Before it is mapped itself: the first frame is whole, and who came by keyboard finds something to focus. */
static void
outlay_page_slot_map (GtkWidget *widget)
{
  OutlayPageSlot *self = OUTLAY_PAGE_SLOT (widget);

  if (outlay_page_slot_get_page (self) == NULL)
    make_page (self);
  GTK_WIDGET_CLASS (outlay_page_slot_parent_class)->map (widget);
}

static void
outlay_page_slot_dispose (GObject *object)
{
  g_clear_object (&OUTLAY_PAGE_SLOT (object)->document);
  G_OBJECT_CLASS (outlay_page_slot_parent_class)->dispose (object);
}

static void
outlay_page_slot_finalize (GObject *object)
{
  g_free (OUTLAY_PAGE_SLOT (object)->page_type);
  G_OBJECT_CLASS (outlay_page_slot_parent_class)->finalize (object);
}

static void
outlay_page_slot_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayPageSlot *self = OUTLAY_PAGE_SLOT (object);

  if (id == PROP_PAGE_TYPE)
    g_value_set_string (value, self->page_type);
  else if (id == PROP_DOCUMENT)
    g_value_set_object (value, self->document);
  else
    g_value_set_object (value, outlay_page_slot_get_page (self));
}

static void
outlay_page_slot_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayPageSlot *self = OUTLAY_PAGE_SLOT (object);

  if (id == PROP_PAGE_TYPE)
    g_set_str (&self->page_type, g_value_get_string (value));
  else
    g_set_object (&self->document, g_value_get_object (value));
}

static void
outlay_page_slot_class_init (OutlayPageSlotClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = outlay_page_slot_dispose;
  object_class->finalize = outlay_page_slot_finalize;
  object_class->get_property = outlay_page_slot_get_property;
  object_class->set_property = outlay_page_slot_set_property;
  GTK_WIDGET_CLASS (class)->map = outlay_page_slot_map;
  properties[PROP_PAGE_TYPE] = g_param_spec_string ("page-type", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE] = g_param_spec_object ("page", NULL, NULL, OUTLAY_TYPE_PAGE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
outlay_page_slot_init (OutlayPageSlot *self)
{
}

OutlayPage *
outlay_page_slot_get_page (OutlayPageSlot *self)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  return child != NULL ? OUTLAY_PAGE (child) : NULL;
}
