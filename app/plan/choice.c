/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/choice.h"

#define ENUM_VALUE(ENUMERATOR, word) { ENUMERATOR, #ENUMERATOR, word },
#define WORD(ENUMERATOR, word) word,

#define DEFINE_CHOICE(NAME, Type, type)                                                                                    \
  const char *const outlay_words_##NAME[] = { OUTLAY_##NAME##_WORDS (WORD) NULL };                                         \
  GType outlay_##type##_get_type (void)                                                                                    \
  {                                                                                                                        \
    static const GEnumValue values[] = { OUTLAY_##NAME##_WORDS (ENUM_VALUE) { 0, NULL, NULL } };                           \
    static GType registered;                                                                                               \
    if (g_once_init_enter_pointer (&registered))                                                                           \
      g_once_init_leave_pointer (&registered, g_enum_register_static ("Outlay" #Type, values));                            \
    return registered;                                                                                                     \
  }

DEFINE_CHOICE (FILE_FORMAT, FileFormat, file_format)
DEFINE_CHOICE (DISCOUNTING, Discounting, discounting)
DEFINE_CHOICE (REPAYMENT, Repayment, repayment)
DEFINE_CHOICE (RECEIVABLES_BASIS, ReceivablesBasis, receivables_basis)
DEFINE_CHOICE (MEASURE, Measure, measure)
DEFINE_CHOICE (DISTRIBUTION, Distribution, distribution)
DEFINE_CHOICE (STATUS, Status, status)

/**
 * outlay_choice_get_type:
 * @words: the words of one of the choices above
 *
 * Returns: the enumeration type whose nicks the words are
 */
GType
outlay_choice_get_type (const char *const *words)
{
  static const struct
  {
    const char *const *words;
    GType (*get_type) (void);
  } types[] = {
    { outlay_words_FILE_FORMAT, outlay_file_format_get_type },
    { outlay_words_DISCOUNTING, outlay_discounting_get_type },
    { outlay_words_REPAYMENT, outlay_repayment_get_type },
    { outlay_words_RECEIVABLES_BASIS, outlay_receivables_basis_get_type },
    { outlay_words_MEASURE, outlay_measure_get_type },
    { outlay_words_DISTRIBUTION, outlay_distribution_get_type },
    { outlay_words_STATUS, outlay_status_get_type },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].words == words)
      return types[i].get_type ();
  g_return_val_if_reached (G_TYPE_INVALID);
}

/**
 * outlay_choice_from_word:
 * @words: (array zero-terminated=1): the words of a choice
 * @word: any text
 *
 * Returns: the enumerator that @word stands for, −1 where it stands for none
 */
int
outlay_choice_from_word (const char *const *words, const char *word)
{
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;
  return -1;
}
