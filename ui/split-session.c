/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-session.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"

/* Of an amount in the description of a step. */
#define MOST_DECIMALS 6

struct _OutlaySplitSession
{
  OutlayDocument *document;
  OutlaySplit *start;
};

static OutlaySplit *
copy_split (OutlaySplit *split)
{
  return outlay_split_new (outlay_split_n_initiatives (split), outlay_split_n_phases (split), outlay_split_cells (split));
}

/* The document's split as it was at the beginning, or NULL where the edit was taken back meanwhile. */
static OutlaySplit *
return_to_start (OutlaySplitSession *session)
{
  OutlaySplit *split;

  if (!outlay_document_is_splitting (session->document))
    return NULL;
  split = outlay_document_get_split (session->document);
  outlay_split_set_cells (split, outlay_split_cells (session->start));
  return split;
}

static void
session_free (OutlaySplitSession *session)
{
  g_object_unref (session->document);
  outlay_split_free (session->start);
  g_free (session);
}

OutlaySplitSession *
outlay_split_session_begin (OutlayDocument *document)
{
  OutlaySplitSession *session = g_new0 (OutlaySplitSession, 1);

  session->document = g_object_ref (document);
  session->start = copy_split (outlay_document_get_split (document));
  outlay_document_begin_split (document);
  return session;
}

void
outlay_split_session_commit (OutlaySplitSession *session, const char *description)
{
  outlay_document_commit_split (session->document, description);
  session_free (session);
}

void
outlay_split_session_rollback (OutlaySplitSession *session)
{
  outlay_document_rollback_split (session->document);
  session_free (session);
}

double
outlay_split_session_set (OutlaySplitSession *session, OutlaySplitPlace place, double amount)
{
  OutlaySplit *split = return_to_start (session);
  double reached;

  if (split == NULL)
    return outlay_split_session_start (session, place);
  reached = outlay_split_set (split, place.initiative, place.phase, amount);
  outlay_document_apply_split (session->document);
  return reached;
}

double
outlay_split_session_move_between_phases (OutlaySplitSession *session, guint phase, double amount)
{
  OutlaySplit *split = return_to_start (session);
  double moved;

  if (split == NULL)
    return 0;
  moved = outlay_split_move_between_phases (split, phase, amount);
  outlay_document_apply_split (session->document);
  return moved;
}

double
outlay_split_session_move_between_initiatives (OutlaySplitSession *session, guint phase, guint a, guint b, double amount)
{
  OutlaySplit *split = return_to_start (session);
  double moved;

  if (split == NULL)
    return 0;
  moved = outlay_split_move_between_initiatives (split, phase, a, b, amount);
  outlay_document_apply_split (session->document);
  return moved;
}

double
outlay_split_session_start (OutlaySplitSession *session, OutlaySplitPlace place)
{
  return outlay_split_sum (session->start, place.initiative, place.phase);
}

double
outlay_split_round_step (double limit)
{
  double power = pow (10, floor (log10 (limit)));

  return power * (limit >= 5 * power ? 5 : limit >= 2 * power ? 2 : 1);
}

double
outlay_split_drag_step (double per_pixel, double size, gboolean fine)
{
  return fine ? outlay_split_round_step (per_pixel * OUTLAY_SPLIT_FINE) : MAX (outlay_split_round_step (per_pixel), size / 100);
}

char *
outlay_split_place_name (OutlayDocument *document, OutlaySplitPlace place)
{
  g_autofree char *initiative = place.initiative >= 0 ? outlay_document_get_initiative_name (document, place.initiative) : NULL;
  g_autofree char *phase = place.phase >= 0 ? outlay_document_get_phase_name (document, place.phase) : NULL;

  if (initiative != NULL && phase != NULL)
    /* Translators: what is set or moved, an initiative’s investment in a phase: “Mining machinery” in “Phase one” */
    return g_strdup_printf (_("“%s” in “%s”"), initiative, phase);
  if (initiative == NULL && phase == NULL)
    return g_strdup (_("the plan"));
  return g_strdup_printf (_("“%s”"), initiative != NULL ? initiative : phase);
}

static gboolean
says (const char *text, double amount)
{
  double said;

  return outlay_amount_parse (text, 1, 0, &said, NULL) && said == amount;
}

/* With three digits, or as many more as it has, so that steps which differ by little do not read the same; one that has no end has three. */
static char *
describe_amount (double amount)
{
  g_autofree char *brief = outlay_amount_format (amount, -1);

  for (int decimals = 1; !says (brief, amount) && decimals <= MOST_DECIMALS; decimals++)
    {
      g_autofree char *longer = outlay_amount_format (amount, decimals);

      if (says (longer, amount))
        return g_steal_pointer (&longer);
    }
  return g_steal_pointer (&brief);
}

char *
outlay_split_describe_set (OutlayDocument *document, OutlaySplitPlace place, double amount)
{
  g_autofree char *name = outlay_split_place_name (document, place);
  g_autofree char *text = describe_amount (amount);

  /* Translators: a step of the history: Set “Mining machinery” in “Phase one” to 1.80 bn */
  return g_strdup_printf (_("Set %s to %s"), name, text);
}

static char *
describe_move (double amount, const char *from, const char *to)
{
  g_autofree char *text = describe_amount (fabs (amount));

  /* Translators: a step of the history: Move 0.30 bn from “Mining machinery” in “Phase one” to “Energy storage” in “Phase one” */
  return g_strdup_printf (_("Move %s from %s to %s"), text, amount < 0 ? to : from, amount < 0 ? from : to);
}

char *
outlay_split_describe_move_between_phases (OutlayDocument *document, guint phase, double amount)
{
  g_autofree char *from = outlay_split_place_name (document, (OutlaySplitPlace) { -1, (int) phase });
  g_autofree char *to = outlay_split_place_name (document, (OutlaySplitPlace) { -1, (int) phase + 1 });

  return describe_move (amount, from, to);
}

char *
outlay_split_describe_move_between_initiatives (OutlayDocument *document, guint phase, guint a, guint b, double amount)
{
  g_autofree char *from = outlay_split_place_name (document, (OutlaySplitPlace) { a, phase });
  g_autofree char *to = outlay_split_place_name (document, (OutlaySplitPlace) { b, phase });

  return describe_move (amount, from, to);
}
