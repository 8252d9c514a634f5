/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Brings settings that an older version left up to date, each once. Needs a display. */
void outlay_settings_migrate (void);
