/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "store/save.h"
#include "ui/save-dialog.h"

typedef struct
{
  const char *id;
  const char *label;
  AdwResponseAppearance appearance;
} Response;

static const Response cancel = { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT };
static const Response leave = { "cancel", N_("_Close"), ADW_RESPONSE_DEFAULT };
static const Response compare = { "compare", N_("Co_mpare"), ADW_RESPONSE_DEFAULT };
static const Response reload = { "reload", N_("_Reload"), ADW_RESPONSE_DEFAULT };
static const Response overwrite = { "overwrite", N_("_Overwrite"), ADW_RESPONSE_DESTRUCTIVE };
static const Response save_here = { "overwrite", N_("Save _Here Again"), ADW_RESPONSE_SUGGESTED };
static const Response try_again = { "try-again", N_("_Try Again"), ADW_RESPONSE_DEFAULT };
static const Response save_as = { "save-as", N_("Save _As…"), ADW_RESPONSE_SUGGESTED };
/* Where it is one of several good ways. */
static const Response or_save_as = { "save-as", N_("Save _As…"), ADW_RESPONSE_DEFAULT };

/* What Return stands for is never what another person's work would be lost by. */
static void
offer (AdwAlertDialog *dialog, const Response *const *responses, const Response *usual)
{
  for (; *responses != NULL; responses++)
    {
      adw_alert_dialog_add_response (dialog, (*responses)->id, _((*responses)->label));
      adw_alert_dialog_set_response_appearance (dialog, (*responses)->id, (*responses)->appearance);
    }
  adw_alert_dialog_set_default_response (dialog, usual->id);
  adw_alert_dialog_set_close_response (dialog, "cancel");
}

static const char *
find_heading (OutlaySaveError code)
{
  switch (code)
    {
    case OUTLAY_SAVE_ERROR_CHANGED:
      return _("Changed by Somebody Else");
    case OUTLAY_SAVE_ERROR_DELETED:
      return _("The Plan’s File Is Gone");
    case OUTLAY_SAVE_ERROR_UNCONFIRMED:
      return _("The Plan Is Not Safe Yet");
    case OUTLAY_SAVE_ERROR_INTERRUPTED:
      return _("The Plan’s File Is Damaged");
    default:
      return _("The Plan Was Not Saved");
    }
}

AdwDialog *
outlay_save_dialog_new (const GError *error)
{
  static const Response *const for_changed[] = { &cancel, &overwrite, &or_save_as, &reload, &compare, NULL };
  static const Response *const for_deleted[] = { &cancel, &or_save_as, &save_here, NULL };
  static const Response *const for_large[] = { &leave, NULL };
  static const Response *const for_name[] = { &cancel, &save_as, NULL };
  static const Response *const for_others[] = { &cancel, &try_again, &save_as, NULL };
  const OutlaySaveError code = error->domain == OUTLAY_SAVE_ERROR ? (OutlaySaveError) error->code : OUTLAY_SAVE_ERROR_FAILED;
  AdwDialog *dialog = adw_alert_dialog_new (find_heading (code), error->message);

  switch (code)
    {
    case OUTLAY_SAVE_ERROR_CHANGED:
      offer (ADW_ALERT_DIALOG (dialog), for_changed, &compare);
      break;
    case OUTLAY_SAVE_ERROR_DELETED:
      offer (ADW_ALERT_DIALOG (dialog), for_deleted, &save_here);
      break;
    case OUTLAY_SAVE_ERROR_TOO_LARGE:
      offer (ADW_ALERT_DIALOG (dialog), for_large, &leave);
      break;
    case OUTLAY_SAVE_ERROR_INVALID_NAME:
    case OUTLAY_SAVE_ERROR_IS_FOLDER:
      offer (ADW_ALERT_DIALOG (dialog), for_name, &save_as);
      break;
    default:
      offer (ADW_ALERT_DIALOG (dialog), for_others, &save_as);
    }
  return dialog;
}
