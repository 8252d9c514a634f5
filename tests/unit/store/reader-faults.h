/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line for each fault that a plan file can have beyond its text as such (see text.c for that). */

  /* What a file is */
  { "none", "\"Whole\"", "\"Whole\"", NULL },
  { "format-missing", "{\n  \"format\": \"outlay-plan\",", "¦{", "format: found nothing, expected “outlay-plan”; “format” must be given" },
  { "format-other", "\"outlay-plan\"", "¦\"outlay-plans\"", "format: found “outlay-plans”, expected “outlay-plan”; did you mean “outlay-plan”?" },
  { "format-type", "\"outlay-plan\"", "¦1", "format: found 1, expected “outlay-plan”" },
  { "version-missing", "{\n  \"format\": \"outlay-plan\",\n  \"version\": 1,", "¦{\"format\": \"outlay-plan\",",
    "version: found nothing, expected 1; “version” must be given" },
  { "version-future", "\"version\": 1,", "\"version\": ¦2, \"unheard-of\": [],",
    "version: found version 2, which a later Outlay wrote, expected 1; a newer Outlay can open this file" },
  { "version-zero", "\"version\": 1,", "\"version\": ¦0,", "version: found 0, expected 1" },
  { "version-text", "\"version\": 1,", "\"version\": ¦\"1\",", "version: found “1”, expected 1" },

  /* Members */
  { "unknown-member", "\"years\": 20", "¦\"yeers\": 20", "yeers: found “yeers”, which is not a member known here; did you mean “years”?" },
  { "unknown-member-deep", "\"price\": 1505000", "\"price\": 1505000, ¦\"pirce-growth\": 0",
    "initiatives.mining.products.machines.pirce-growth: found “pirce-growth”, which is not a member known here; did you mean “price-growth”?" },
  { "unknown-member-far", "\"residual\": 0.05", "\"residual\": 0.05, ¦\"qwertyuiop\": {\"a\": 1, \"a\": 2}",
    "assets.qwertyuiop: found “qwertyuiop”, which is not a member known here; expected one of “building-life”, “equipment-life”, “intangible-life”, “residual”" },
  { "duplicate-member", "\"years\": 20,", "\"years\": 20, ¦\"y\\u0065ars\": 30,", "years: found it a second time, expected it once; the first is at line 8, column 3" },
  { "duplicate-cell", "\"phase-2\": 1200000000.5", "\"phase-2\": 1, ¦\"phase-2\": 2",
    "initiatives.mining.investment.phase-2: found it a second time, expected it once; the first is at line 63, column 9" },
  { "missing-member", "{\n      \"id\": \"phase-1\",\n      \"name\": \"Phase one\",", "¦{\n      \"id\": \"phase-1\",",
    "phases.phase-1.name: found nothing, expected a text; “name” must be given" },
  { "missing-number", "{\n          \"id\": \"household\",\n          \"name\": \"Household\",\n          \"unit\": \"kWh\",\n          \"capacity\": 600000,",
    "¦{\n          \"id\": \"household\",\n          \"name\": \"Household\",\n          \"unit\": \"kWh\",",
    "initiatives.storage.products.household.capacity: found nothing, expected a number of at least 0; “capacity” must be given" },

  /* Types */
  { "type-number", "\"debt-share\": 0.5", "\"debt-share\": ¦\"0.5\"", "finance.debt-share: found “0.5”, expected a number from 0 to 1" },
  { "type-number-true", "\"debt-share\": 0.5", "\"debt-share\": ¦true", "finance.debt-share: found true, expected a number from 0 to 1" },
  { "type-number-object", "\"debt-share\": 0.5", "\"debt-share\": ¦{}", "finance.debt-share: found an object, expected a number from 0 to 1" },
  { "type-text", "\"name\": \"Whole\"", "\"name\": ¦[\"Whole\"]", "name: found an array, expected a text" },
  { "type-boolean", "\"relative\": true,\n      \"low\": 0.8", "\"relative\": ¦1,\n      \"low\": 0.8", "uncertainties.1.relative: found 1, expected true or false" },
  { "type-object", "{\n    \"building-life\": 20,\n    \"equipment-life\": 12.5,\n    \"intangible-life\": 10,\n    \"residual\": 0.05\n  }", "¦[]", "assets: found an array, expected an object" },
  { "type-array", "\"ramp-up\": [0.5, 0.85, 1]", "\"ramp-up\": ¦1", "initiatives.mining.ramp-up: found 1, expected an array" },
  { "type-item", "\"ramp-up\": [0.5, 0.85, 1]", "\"ramp-up\": [0.5, ¦\"0.85\", 1]", "initiatives.mining.ramp-up.2: found “0.85”, expected a number from 0 to 2" },
  { "type-null", "\"wage\": 140000", "\"wage\": ¦null", "initiatives.mining.wage: found null, expected a number of at least 0" },
  { "type-null-reference", "\"from\": \"late\"", "\"from\": ¦null", "scenarios.late-and-dear.from: found null, expected an id" },
  { "type-node", "{\n      \"id\": \"same\"\n    }", "¦7", "scenarios.3: found 7, expected an object" },

  /* Ranges */
  { "range-share", "\"debt-share\": 0.5", "\"debt-share\": ¦1.5", "finance.debt-share: found 1.5, expected a number from 0 to 1" },
  { "range-below", "\"wage\": 140000", "\"wage\": ¦-1", "initiatives.mining.wage: found -1, expected a number of at least 0" },
  { "range-above-zero", "\"design-investment\": 3000000000", "\"design-investment\": ¦0", "initiatives.mining.design-investment: found 0, expected a number above 0" },
  { "range-whole", "\"years\": 20,", "\"years\": ¦20.5,", "years: found 20.5, expected a whole number from 1 to 100" },
  { "range-whole-as-double", "\"years\": 20,", "\"years\": 2.0e1,", NULL },
  { "range-big-integer", "\"capacity\": 600000", "\"capacity\": 5200000000000000000000", NULL },
  { "range-big-integer-too-large", "\"years\": 20,", "\"years\": ¦18446744073709551617,", "years: found 18446744073709551616, expected a whole number from 1 to 100" },
  { "range-cell", "\"phase-1\": 1800000000", "\"phase-1\": ¦-5", "initiatives.mining.investment.phase-1: found -5, expected a number of at least 0" },
  { "range-month", "\"start\": \"2021-08\"", "\"start\": ¦\"2021-13\"", "phases.phase-1.start: found “2021-13”, expected a month from 1900-01 to 2299-12" },
  { "range-choice", "\"mid-year\"", "¦\"mid-yaer\"", "discounting: found “mid-yaer”, expected one of “end-of-year”, “mid-year”; did you mean “mid-year”?" },
  { "range-currency", "\"EUR\"", "¦\"eur\"", "currency: found “eur”, expected a currency’s code of three capital letters, like “CNY”" },
  { "range-colour", "\"#2f6eb5\"", "¦\"blue\"", "initiatives.mining.colour: found “blue”, expected a colour like “#2f6eb5”, or null" },
  { "range-id", "\"id\": \"same\"", "\"id\": ¦\"Same\"", "scenarios.Same.id: found “Same”, expected an id: 1–64 small letters, digits and hyphens, a letter first" },
  { "range-length-least", "\"ramp-up\": [1]", "\"ramp-up\": ¦[]", "initiatives.storage.ramp-up: found an array of length 0, expected a length from 1 to 20" },
  { "range-length-most", "\"ramp-up\": [1]", "\"ramp-up\": ¦[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]",
    "initiatives.storage.ramp-up: found an array of length 21, expected a length from 1 to 20" },
  { "range-length-values", "\"values\": [0.8, 1, 1.2]", "\"values\": ¦[]", "uncertainties.4.values: found an array of length 0, expected a length of at least 1" },
  { "range-pair", "\"between\": [\"finance.interest-rate\", \"phases.phase-2.delay-months\"]", "\"between\": ¦[\"finance.interest-rate\"]",
    "correlations.2.between: found an array, expected an array of two paths" },

  /* Ids */
  { "id-twice", "\"id\": \"same\"", "\"id\": ¦\"late\"",
    "scenarios.late.id: found the id “late” a second time, expected another; the first to have it begins at line 279, column 5" },
  { "id-of-a-phase", "\"phase-2\": 0", "¦\"phase-3\": 0", "initiatives.storage.investment.phase-3: found “phase-3”, which is the id of no phase; did you mean “phase-1”?" },
  { "id-of-a-phase-far", "\"phase-2\": 0", "¦\"zzzzzzzzzzzz\": 0", "initiatives.storage.investment.zzzzzzzzzzzz: found “zzzzzzzzzzzz”, which is the id of no phase; expected one of the ids in “phases”" },

  /* Names */
  { "series", "\"series\": \"quantity\"", "\"series\": ¦\"quantty\"", "targets.machines.series: found “quantty”, expected the name of a yearly series; did you mean “quantity”?" },
  { "series-other-name", "\"series\": \"output-value\",\n      \"measure\": \"design-year\",\n      \"at-least\"", "\"series\": \"output\",\n      \"measure\": \"design-year\",\n      \"at-least\"", NULL },
  { "indicator", "\"indicator\": \"payback\"", "\"indicator\": ¦\"paybck\"", "targets.payback.indicator: found “paybck”, expected the name of an indicator; did you mean “payback”?" },
