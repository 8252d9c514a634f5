/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/deck.h"
#include "statement/statement.h"

/* What the tables of a deck are made from. */
typedef struct
{
  OutlayPlan *plan;
  OutlayScenario *scenario;
  OutlayProjection *projection; /* asked for what outlay_deck_request() says */
  OutlayDeckForm form;
  char *currency;
} OutlayDeckSource;

/* Adds what the tables below read, but for statements. */
void outlay_deck_request (const OutlayDeckSource *source, OutlayRequest *request);

/* (transfer full); NULL where the plan has nothing to show there. Each says its unit in *subtitle, (transfer full). */
OutlayDeckTable *outlay_deck_split_table (const OutlayDeckSource *source, char **subtitle);
OutlayDeckTable *outlay_deck_targets_table (const OutlayDeckSource *source, char **subtitle);
OutlayDeckTable *outlay_deck_indicators_table (const OutlayDeckSource *source, char **subtitle);
OutlayDeckTable *outlay_deck_years_table (const OutlayDeckSource *source, char **subtitle);
/* Of the plan; reads what outlay_request_add_statement() adds. */
OutlayDeckTable *outlay_deck_statement_table (const OutlayDeckSource *source, OutlayStatementKind kind, char **subtitle);
OutlayDeckTable *outlay_deck_assumptions_table (const OutlayDeckSource *source, char **subtitle);
