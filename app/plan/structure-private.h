/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/structure.h"
#include "plan/whole-step.h"

/* What is said and spelled of each kind of object. Sentences have a place for a name. */
typedef struct
{
  const char *list;
  const char *stem;      /* of ids */
  const char *number;    /* msgid of the name of a new one, with a place for its number */
  const char *add;       /* msgids of steps */
  const char *duplicate;
  const char *remove;
  const char *up;
  const char *down;
  const char *full;      /* msgid of a sentence, with a place for the limit */
  const char *last;      /* msgid of a sentence */
} OutlayStructureWords;

const OutlayStructureWords *outlay_structure_words (const OutlayMember *list);
/* (transfer full) */
char *outlay_structure_name (OutlayHistory *history, OutlayNode *object);
char *outlay_structure_describe (const char *msgid, const char *name);
/* The path of an object that stands in the plan. (transfer full) */
char *outlay_structure_path (OutlayNode *object);
/* Whether one more fits in; the sentence says what to do. */
gboolean outlay_structure_check_room (OutlayNode *parent, const OutlayMember *list, GError **error);

/* Whether the path is that of the object at `around`, of something in it, or of a cell of the phase that it is. */
gboolean outlay_structure_is_inside (OutlayNode *object, const char *around, const char *path);

/* Takes out what refers to the object, as part of an open step (structure-remove.c). */
gboolean outlay_structure_release (OutlayHistory *history, OutlayNode *object, GError **error);
/* Lays in for the copy what the plan has for the original (structure-copy.c). */
gboolean outlay_structure_follow (OutlayHistory *history, OutlayNode *original, OutlayNode *copy, GError **error);
