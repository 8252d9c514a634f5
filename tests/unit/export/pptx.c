/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "export/deck.h"
#include "export/xml.h"
#include "store/reader.h"
#include "support/small-plan.h"

/* The parts of a package by name; each stands in it once and has no time. */
static GHashTable *
unpack (GBytes *bytes)
{
  GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      const gsize size = (gsize) archive_entry_size (entry);
      char *data = g_malloc (size + 1);

      g_assert_cmpint (archive_read_data (archive, data, size), ==, (la_ssize_t) size);
      data[size] = '\0';
      g_assert_true (g_hash_table_insert (parts, g_strdup (archive_entry_pathname (entry)), g_bytes_new_take (data, size)));
    }
  archive_read_free (archive);
  return parts;
}

static const char *
part_text (GHashTable *parts, const char *name)
{
  GBytes *bytes = g_hash_table_lookup (parts, name);

  if (bytes == NULL)
    g_error ("no part “%s”", name);
  return g_bytes_get_data (bytes, NULL);
}

static OutlayPlan *
load_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "plans", "jinchuang.outlay.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return outlay_plan_load (file, NULL, NULL, NULL);
}

static OutlayDeck *
make_deck (OutlayPlan *plan)
{
  OutlayScenario *scenarios[] = { NULL, outlay_plan_find_scenario (plan, "storage-first") };
  g_autoptr (GError) error = NULL;
  OutlayDeck *deck = outlay_deck_new (plan, NULL, &(OutlayDeckOptions) { .scenarios = scenarios, .n_scenarios = scenarios[1] != NULL ? 2 : 0 }, &error);

  g_assert_no_error (error);
  return deck;
}

static GBytes *
write_deck (OutlayDeck *deck, OutlayDeckSize size)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = outlay_deck_to_pptx (deck, size, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* --- what every package must be --- */

typedef struct
{
  GHashTable *ids;      /* of the shapes of a slide */
  GHashTable *parts;
  const char *folder;   /* of the part that relationships belong to */
  GHashTable *reached;  /* the names of parts that something refers to */
} Check;

static char *
resolve_target (const char *folder, const char *target)
{
  g_autofree char *path = *folder != '\0' ? g_strconcat ("/", folder, "/", target, NULL) : g_strconcat ("/", target, NULL);
  g_autofree char *plain = g_canonicalize_filename (path, "/");

  return g_strdup (plain + 1);
}

static const char *
attribute (const char **names, const char **values, const char *wanted)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], wanted))
      return values[i];
  return NULL;
}

static void
start_element (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data, GError **error)
{
  Check *check = data;

  if (g_str_equal (element, "Relationship"))
    {
      g_autofree char *target = resolve_target (check->folder, attribute (names, values, "Target"));

      if (!g_hash_table_contains (check->parts, target))
        g_error ("there is no “%s”", target);
      g_assert_true (g_hash_table_add (check->ids, g_strdup (attribute (names, values, "Id"))));
      g_hash_table_add (check->reached, g_steal_pointer (&target));
    }
  if (g_str_equal (element, "p:cNvPr"))
    g_assert_true (g_hash_table_add (check->ids, g_strdup (attribute (names, values, "id"))));
}

/* The folder of the part that "ppt/slides/_rels/slide1.xml.rels" belongs to. */
static char *
owner_folder (const char *name)
{
  g_autofree char *folder = g_path_get_dirname (name);

  if (g_str_equal (folder, "_rels") || !g_str_has_suffix (folder, "/_rels"))
    return g_strdup ("");
  return g_strndup (folder, strlen (folder) - strlen ("/_rels"));
}

static void
check_part (Check *check, const char *name, GBytes *bytes)
{
  static const GMarkupParser parser = { .start_element = start_element };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, check, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folder = owner_folder (name);
  g_autoptr (GError) error = NULL;

  if (!g_str_has_suffix (name, ".xml") && !g_str_has_suffix (name, ".rels"))
    return;
  check->folder = folder;
  check->ids = ids;
  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, NULL));
  for (const char *c = g_bytes_get_data (bytes, NULL); *c != '\0'; c++)
    g_assert_true ((guchar) *c >= ' ' || *c == '\n' || *c == '\t');
}

/* Every part is XML with ids of its own, has a type, and is referred to; every reference leads somewhere. */
static void
assert_package (GHashTable *parts)
{
  g_autoptr (GHashTable) reached = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *types = part_text (parts, "[Content_Types].xml");
  Check check = { .parts = parts, .reached = reached };
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    check_part (&check, name, bytes);
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *override = g_strdup_printf ("PartName=\"/%s\"", (char *) name);

      if (g_str_has_suffix (name, ".rels") || g_str_equal (name, "[Content_Types].xml"))
        continue;
      if (!g_hash_table_contains (reached, name))
        g_error ("nothing refers to “%s”", (char *) name);
      if (g_str_has_suffix (name, ".xml"))
        g_assert_nonnull (strstr (types, override));
    }
}

static guint
count (const char *text, const char *needle)
{
  guint n = 0;

  for (const char *found = strstr (text, needle); found != NULL; found = strstr (found + 1, needle))
    n++;
  return n;
}

static void
test_package (void)
{
  g_autoptr (OutlayPlan) plan = load_sample ();
  g_autoptr (OutlayDeck) deck = make_deck (plan);

  for (OutlayDeckSize size = OUTLAY_DECK_WIDE; size <= OUTLAY_DECK_STANDARD; size++)
    {
      g_autoptr (GBytes) bytes = write_deck (deck, size);
      g_autoptr (GHashTable) parts = unpack (bytes);

      assert_package (parts);
      g_assert_nonnull (strstr (part_text (parts, "ppt/presentation.xml"), size == OUTLAY_DECK_WIDE ? "cx=\"12192000\" cy=\"6858000\"" : "cx=\"9144000\" cy=\"6858000\""));
    }
}

/* A chart that PowerPoint knows is one of its own, with a bar for each initiative and a dashed line for what is promised; another is a drawing. */
static void
test_charts (void)
{
  g_autoptr (OutlayPlan) plan = load_sample ();
  const char *const charts[] = { "output-value", "split", NULL };
  g_autoptr (OutlayDeck) deck = outlay_deck_new (plan, NULL, &(OutlayDeckOptions) { .charts = charts }, NULL);
  g_autoptr (GBytes) bytes = write_deck (deck, OUTLAY_DECK_WIDE);
  g_autoptr (GHashTable) parts = unpack (bytes);
  const char *chart = part_text (parts, "ppt/charts/chart1.xml"), *bars = strstr (chart, "<c:barChart>"), *lines = strstr (chart, "<c:lineChart>");
  const char *picture = part_text (parts, "ppt/slides/slide3.xml");

  g_assert_false (g_hash_table_contains (parts, "ppt/charts/chart2.xml"));
  g_assert_nonnull (bars);
  g_assert_nonnull (lines);
  /* Three initiatives, what was promised, and the totals' labels. */
  g_assert_cmpuint (count (bars, "<c:ser>"), ==, 5);
  g_assert_cmpuint (count (lines, "<c:ser>"), ==, 2);
  g_assert_cmpuint (count (lines, "prstDash"), ==, 1);
  g_assert_nonnull (strstr (chart, "<c:f>Sheet1!$B$2:$B$21</c:f>"));
  g_assert_nonnull (strstr (chart, "<c:v>2040</c:v>"));
  g_assert_nonnull (strstr (chart, "promised 10"));
  g_assert_nonnull (strstr (part_text (parts, "ppt/charts/_rels/chart1.xml.rels"), "../embeddings/workbook1.xlsx"));
  g_assert_nonnull (strstr (picture, "asvg:svgBlip"));
  g_assert_nonnull (g_hash_table_lookup (parts, "ppt/media/image1.png"));
  g_assert_nonnull (g_hash_table_lookup (parts, "ppt/media/image1.svg"));
  g_assert_nonnull (strstr (picture, "descr=\"Split of the investment"));
}

static void
assert_same (GBytes *one, GBytes *other)
{
  g_assert_nonnull (one);
  g_assert_nonnull (other);
  g_assert_true (g_bytes_equal (one, other));
}

static gpointer
write_elsewhere (gpointer deck)
{
  return write_deck (deck, OUTLAY_DECK_WIDE);
}

/* From the plan read anew, in another time zone, in another thread. */
static void
test_same_bytes (void)
{
  g_autoptr (OutlayPlan) plan = load_sample (), again = load_sample ();
  g_autoptr (OutlayDeck) deck = make_deck (plan), other = make_deck (again);
  g_autoptr (OutlayDeck) report = outlay_deck_new (plan, NULL, &(OutlayDeckOptions) { .form = OUTLAY_DECK_REPORT }, NULL);
  g_autoptr (GBytes) one = write_deck (deck, OUTLAY_DECK_WIDE), two = NULL, pdf = NULL, pdf_again = NULL, a4 = NULL, a4_again = NULL;

  g_clear_object (&plan);
  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  two = g_thread_join (g_thread_new ("deck", write_elsewhere, other));
  assert_same (one, two);
  pdf = outlay_deck_to_pdf (deck, OUTLAY_DECK_WIDE, NULL, NULL);
  pdf_again = outlay_deck_to_pdf (other, OUTLAY_DECK_WIDE, NULL, NULL);
  assert_same (pdf, pdf_again);
  a4 = outlay_deck_to_report (report, NULL, NULL);
  a4_again = outlay_deck_to_report (report, NULL, NULL);
  assert_same (a4, a4_again);
}

/* Names are untrusted: markup, quotes, control characters, lines, nothing at all. */
static void
test_odd_names (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayDeck) deck = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GHashTable) parts = NULL;

  set_text (OUTLAY_NODE (plan), "name", "A & B <\"x\">\001\nsecond & line\t&#x1;");
  set_text (OUTLAY_NODE (outlay_plan_get_initiative (plan, 0)), "name", "R&D \033[1m ]]> %s");
  set_text (OUTLAY_NODE (outlay_plan_get_initiative (plan, 1)), "name", "");
  deck = make_deck (plan);
  bytes = write_deck (deck, OUTLAY_DECK_STANDARD);
  parts = unpack (bytes);
  assert_package (parts);
  g_assert_nonnull (strstr (part_text (parts, "ppt/slides/slide1.xml"), "A &amp; B &lt;&quot;x&quot;&gt;<"));
  g_assert_nonnull (strstr (part_text (parts, "ppt/slides/slide1.xml"), "&amp;#x1;"));
}

static void
test_escaping (void)
{
  g_autoptr (GString) xml = g_string_new (NULL);

  outlay_xml_add (xml, "<a b=\"%s\" c=\"%d\"/>", "\001<&>\037\"é", 7);
  g_assert_cmpstr (xml->str, ==, "<a b=\"&lt;&amp;&gt;&quot;é\" c=\"7\"/>");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/pptx/package", test_package);
  g_test_add_func ("/export/pptx/charts", test_charts);
  g_test_add_func ("/export/pptx/same-bytes", test_same_bytes);
  g_test_add_func ("/export/pptx/odd-names", test_odd_names);
  g_test_add_func ("/export/pptx/escaping", test_escaping);
  return g_test_run ();
}
