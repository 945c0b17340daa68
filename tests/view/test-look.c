/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What people see, as they see it: the real window on a screen of a certain size, in one way of showing it, with the
 * shipped casebook and a clock that stands still. From the pixels of each scene: it looks as it did when it was last
 * judged (resources/screenshots), text and controls stand out from their ground, and nothing is cut off; from the
 * widgets: what can be touched is large enough. `./dev shots` writes the pictures anew.
 */
#include "casebook-window.h"
#include "fault-panel.h"
#include "person-card.h"
#include "preferences.h"
#include "reading-bar.h"
#include "screening-page.h"
#include "settings.h"
#include "shortcuts.h"
#include "transport.h"
#include "view-world.h"
#include "watch-page.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <math.h>

#define NOTICED 40         /* of 255, in one colour: a pixel that has changed */
#define MOST_NOTICED 0.004 /* of all pixels */
#define TARGET 44          /* pixels */
#define CONTRAST_DARK 7.0
#define CONTRAST_LIGHT 4.5
#define PAINTS 24 /* until lists have gone to where they rest */

#define ADVISORY                                                                                                               \
  "The film tells how a man was held and how he died. It shows a cell, letters and a funeral, and reads from medical papers. " \
  "Some of what is said is contested; where it is, both sides are told.\\n\\n"

typedef struct
{
  const char *name;
  const char *page; /* "lobby", "film", "watch", "screening"; of a casebook of its own "empty", "advisory", "message" */
  const char *tab;  /* (nullable) */
  const char *time; /* (nullable) */
  gboolean    fullscreen;
  const char *over; /* (nullable): what is open over it, see openers */
  const char *said; /* (nullable): what is said over the picture: "pause", "fault" */
  const char *fact; /* (nullable): that is open */
  const char *clip; /* (nullable): one of which the casebook has no film, in place of the explainer */
} Scene;

typedef struct
{
  const char *name;
  int         width, height;
  gboolean    dark, contrast, rtl;
  double      scale; /* of text */
  Scene       scenes[20];
} Look;

/* clang-format off */
static const Look looks[] = {
  {"wide", 1280, 800, FALSE, FALSE, FALSE, 1, {
    {"lobby", "lobby"},
    {"film", "film"},
    {"casebook", "lobby", .over = "casebook"},
    {"notes", "watch", "notes", "0:43"},
    {"facts", "watch", "facts", "1:12"},
    {"chapters", "watch", "chapters", "1:12"},
    {"text", "watch", "text", "0:43"},
    {"marks", "watch", "marks", "0:43"},
    {"more", "watch", "notes", "0:43", FALSE, "more"},
    {"speed", "watch", "notes", "0:43", FALSE, "speed"},
    {"reading", "watch", "notes", "0:43", FALSE, "reading"},
    {"pause", "watch", "notes", "0:43", .said = "pause"},
    {"fault", "watch", "notes", "0:43", .said = "fault"},
    {"preferences", "lobby", .over = "preferences"},
    {"opened", "watch", "facts", "0:43", .fact = "birth-and-death"},
    {"person", "watch", "facts", "0:43", FALSE, "person"},
    {"waiting", "screening"},
    {"screening", "screening", "notes", "0:43"},
    {"copy", "watch", "notes", "0:00", .clip = "justice-for-sergei-film"},
   }},
  {"medium", 800, 600, TRUE, FALSE, FALSE, 1, {
    {"lobby", "lobby"},
    {"film", "film"},
    {"notes", "watch", "notes", "0:58"},
   }},
  {"narrow", 400, 760, FALSE, FALSE, FALSE, 1, {
    {"lobby", "lobby"},
    {"film", "film"},
    {"casebook", "lobby", .over = "casebook"},
    {"notes", "watch", "notes", "0:58"},
    {"facts", "watch", "facts", "0:43"},
    {"text", "watch", "text", "0:43"},
    {"marks", "watch", "marks", "0:43"},
    {"more", "watch", "notes", "0:43", FALSE, "more"},
    {"pause", "watch", "notes", "0:58", .said = "pause"},
    {"drawer", "watch", "notes", "0:58", TRUE},
    {"preferences", "lobby", .over = "preferences"},
    {"shortcuts", "lobby", .over = "shortcuts"},
    {"opened", "watch", "facts", "0:43", .fact = "birth-and-death"},
    {"waiting", "screening"},
    {"screening", "screening", "notes", "0:43"},
    {"copy", "watch", "notes", "0:00", .clip = "justice-for-sergei-film"},
   }},
  {"full", 1920, 1080, TRUE, FALSE, FALSE, 1, {
    {"notes", "watch", "notes", "1:00", TRUE},
    {"picture", "watch", NULL, "1:00", TRUE},
   }},
  {"contrast", 1280, 800, FALSE, TRUE, FALSE, 1, {
    {"film", "film"},
    {"notes", "watch", "notes", "0:43"},
    {"text", "watch", "text", "0:43"},
    {"marks", "watch", "marks", "0:43"},
    {"more", "watch", "notes", "0:43", FALSE, "more"},
    {"fault", "watch", "notes", "0:43", .said = "fault"},
    {"preferences", "lobby", .over = "preferences"},
    {"opened", "watch", "facts", "0:43", .fact = "birth-and-death"},
    {"person", "watch", "facts", "0:43", FALSE, "person"},
    {"screening", "screening", "notes", "0:43"},
   }},
  {"large", 1280, 800, TRUE, FALSE, FALSE, 2, {
    {"film", "film"},
    {"text", "watch", "text", "0:43"},
    {"notes", "watch", "notes", "0:43"},
    {"opened", "watch", "facts", "0:43", .fact = "birth-and-death"},
   }},
  {"large-narrow", 400, 760, FALSE, FALSE, FALSE, 2, {
    {"lobby", "lobby"},
    {"notes", "watch", "notes", "0:58"},
    {"text", "watch", "text", "0:58"},
    {"marks", "watch", "marks", "0:43"},
    {"facts", "watch", "facts", "0:58"},
    {"more", "watch", "notes", "0:43", FALSE, "more"},
    {"pause", "watch", "notes", "0:58", .said = "pause"},
    {"fault", "watch", "notes", "0:58", .said = "fault"},
    {"preferences", "lobby", .over = "preferences"},
    {"shortcuts", "lobby", .over = "shortcuts"},
    {"opened", "watch", "facts", "0:43", .fact = "birth-and-death"},
    {"waiting", "screening"},
    {"screening", "screening", "notes", "0:43"},
    {"copy", "watch", "notes", "0:00", .clip = "justice-for-sergei-film"},
   }},
  {"mirrored", 1280, 800, FALSE, FALSE, TRUE, 1, {
    {"film", "film"},
    {"notes", "watch", "notes", "0:43"},
    {"text", "watch", "text", "0:43"},
    {"marks", "watch", "marks", "0:43"},
    {"more", "watch", "notes", "0:43", FALSE, "more"},
    {"preferences", "lobby", .over = "preferences"},
    {"opened", "watch", "facts", "0:43", .fact = "birth-and-death"},
    {"person", "watch", "facts", "0:43", FALSE, "person"},
    {"screening", "screening", "notes", "0:43"},
   }},
  {"rare", 1280, 800, TRUE, FALSE, FALSE, 1, {
    {"volume", "watch", "notes", "0:43", FALSE, "volume"},
    {"captions", "watch", "notes", "0:43", FALSE, "captions"},
    {"style", "watch", "notes", "0:43", FALSE, "style"},
    {"empty-notes", "empty", "notes"},
    {"empty-facts", "empty", "facts"},
    {"empty-text", "empty", "text"},
    {"empty-chapters", "empty", "chapters"},
    {"message", "message"},
    {"advisory", "advisory"},
   }},
  {"rare-narrow", 400, 760, TRUE, FALSE, FALSE, 1, {
    {"volume", "watch", "notes", "0:43", FALSE, "volume"},
    {"captions", "watch", "notes", "0:43", FALSE, "captions"},
    {"empty-notes", "empty", "notes"},
    {"message", "message"},
    {"advisory", "advisory"},
   }},
  {"mirrored-narrow", 400, 760, TRUE, FALSE, TRUE, 1, {
    {"notes", "watch", "notes", "0:58"},
    {"pause", "watch", "notes", "0:58", .said = "pause"},
    {"screening", "screening", "notes", "0:43"},
   }},
};
/* clang-format on */

typedef struct
{
  int     width, height;
  guint8 *pixels; /* RGBA */
} Picture;

static void
picture_clear (Picture *picture)
{
  g_clear_pointer (&picture->pixels, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

/* Reading pictures */

static gboolean
read_picture (const char *path, Picture *picture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) read = gdk_pixbuf_new_from_file (path, &error);
  g_autoptr (GdkPixbuf) whole = read ? gdk_pixbuf_add_alpha (read, FALSE, 0, 0, 0) : NULL;

  if (whole == NULL)
    return FALSE;
  picture->width = gdk_pixbuf_get_width (whole);
  picture->height = gdk_pixbuf_get_height (whole);
  picture->pixels = g_malloc ((gsize)picture->width * (gsize)picture->height * 4);
  for (int y = 0; y < picture->height; y++)
    memcpy (picture->pixels + (gsize)y * (gsize)picture->width * 4,
            gdk_pixbuf_read_pixels (whole) + (gsize)y * (gsize)gdk_pixbuf_get_rowstride (whole),
            (gsize)picture->width * 4);
  return TRUE;
}

static void
grab (const char *path)
{
  const char *argv[] = {"import", "-window", "root", "-depth", "8", "-define", "png:color-type=2", "-strip", path, NULL};
  int         status;
  g_autoptr (GError) error = NULL;

  gdk_display_sync (gdk_display_get_default ());
  g_assert_true (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static void
compare (const char *name, const Picture *now, const char *path)
{
  g_auto (Picture) before = {0};
  gsize n_noticed = 0;

  if (!read_picture (path, &before))
    {
      g_test_message ("%s: %s is not there; ./dev shots makes it", name, path);
      g_test_fail ();
      return;
    }
  g_assert_cmpint (before.width, ==, now->width);
  g_assert_cmpint (before.height, ==, now->height);
  for (gsize i = 0; i < (gsize)now->width * (gsize)now->height * 4; i += 4)
    n_noticed += ABS (now->pixels[i] - before.pixels[i]) > NOTICED || ABS (now->pixels[i + 1] - before.pixels[i + 1]) > NOTICED ||
                 ABS (now->pixels[i + 2] - before.pixels[i + 2]) > NOTICED;
  if ((double)n_noticed > MOST_NOTICED * now->width * now->height)
    {
      g_test_message ("%s: %" G_GSIZE_FORMAT " pixels have changed; look at it, then ./dev shots", name, n_noticed);
      g_test_fail ();
    }
}

/* What stands out from what */

static GdkRGBA
color_at (const Picture *picture, int x, int y)
{
  const guint8 *p = picture->pixels + ((gsize)y * (gsize)picture->width + (gsize)x) * 4;

  return (GdkRGBA){p[0] / 255.f, p[1] / 255.f, p[2] / 255.f, 1};
}

static GdkRGBA
find_ground (const Picture *picture, const GdkRectangle *area)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint most = 0, ground = 0;

  for (int y = area->y; y < area->y + area->height; y++)
    for (int x = area->x; x < area->x + area->width; x++)
      {
        const guint8 *p = picture->pixels + ((gsize)y * (gsize)picture->width + (gsize)x) * 4;
        const guint   key = (guint)p[0] << 16 | (guint)p[1] << 8 | p[2];
        const guint   n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (key))) + 1;

        g_hash_table_insert (counts, GUINT_TO_POINTER (key), GUINT_TO_POINTER (n));
        if (n > most)
          {
            most = n;
            ground = key;
          }
      }
  return (GdkRGBA){(float)(ground >> 16) / 255.f, (float)(ground >> 8 & 255) / 255.f, (float)(ground & 255) / 255.f, 1};
}

/* What is drawn reaches its own colour in some pixel at least. */
static double
measure_contrast (const Picture *picture, const GdkRectangle *area)
{
  const GdkRGBA ground = find_ground (picture, area);
  double        most = 1;

  for (int y = area->y; y < area->y + area->height; y++)
    for (int x = area->x; x < area->x + area->width; x++)
      {
        const GdkRGBA color = color_at (picture, x, y);

        most = MAX (most, view_world_get_contrast (&color, &ground));
      }
  return most;
}

/* Walking the widgets */

typedef struct
{
  const Look    *look;
  const Scene   *scene;
  GtkWidget     *window; /* or what is open over it */
  int            x, y;   /* its place on the screen */
  const Picture *picture;
  double         least; /* contrast */
  guint          n_texts, n_targets;
} Inspection;

/* Returns: whether something of it is seen; @area: on the screen; @whole: none of it is scrolled away */
static gboolean
find_area (const Inspection *self, GtkWidget *widget, GdkRectangle *area, gboolean *whole)
{
  GtkWidget      *window = self->window;
  graphene_rect_t place;
  double          x, y;
  GdkRectangle    all, seen;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_compute_bounds (widget, window, &place))
    return FALSE;
  gtk_native_get_surface_transform (GTK_NATIVE (window), &x, &y);
  x += self->x;
  y += self->y;
  all = (GdkRectangle){(int)floor (place.origin.x + x), (int)floor (place.origin.y + y), (int)ceil (place.size.width), (int)ceil (place.size.height)};
  seen = all;
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent && parent != window; parent = gtk_widget_get_parent (parent))
    {
      GdkRectangle clip;

      if (!GTK_IS_SCROLLED_WINDOW (parent) && gtk_widget_get_overflow (parent) != GTK_OVERFLOW_HIDDEN)
        continue;
      if (!gtk_widget_compute_bounds (parent, window, &place))
        return FALSE;
      clip = (GdkRectangle){(int)ceil (place.origin.x + x), (int)ceil (place.origin.y + y), (int)floor (place.size.width), (int)floor (place.size.height)};
      if (!gdk_rectangle_intersect (&seen, &clip, &seen))
        return FALSE;
    }
  *area = seen;
  *whole = gdk_rectangle_equal (&seen, &all);
  return seen.width > 0 && seen.height > 0;
}

static void
complain (Inspection *self, GtkWidget *widget, const char *what, double much)
{
  g_autofree char   *words = GTK_IS_LABEL (widget) ? g_strndup (gtk_label_get_text (GTK_LABEL (widget)), 40) : NULL;
  const char *const *classes = (const char *const *)gtk_widget_get_css_classes (widget);
  g_autofree char   *style = g_strjoinv (".", (char **)classes);

  g_test_message ("%s-%s: %s of %s.%s “%s” in %s: %.2f", self->look->name, self->scene->name, what, G_OBJECT_TYPE_NAME (widget), style,
                  words ? words : "", G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), much);
  g_strfreev ((char **)classes);
  g_test_fail ();
}

/* One that is not found is drawn as a sheet with a mark. */
static void
inspect_icon (Inspection *self, GtkWidget *widget)
{
  const char *name = gtk_image_get_icon_name (GTK_IMAGE (widget));

  if (name && !gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), name))
    complain (self, widget, name, 0);
}

static void
inspect_text (Inspection *self, GtkWidget *widget, const GdkRectangle *area)
{
  const gboolean dark = self->look->dark || g_str_equal (self->scene->page, "watch") || g_str_equal (self->scene->page, "screening");
  const double   contrast = measure_contrast (self->picture, area);

  self->n_texts++;
  self->least = MIN (self->least, contrast);
  if (contrast < (dark ? CONTRAST_DARK : CONTRAST_LIGHT))
    complain (self, widget, "contrast", contrast);
}

/* In a row that can be touched as a whole. */
static gboolean
is_in_row (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);

  return row && row != widget && (ADW_IS_COMBO_ROW (row) || adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)) != NULL);
}

static gboolean
is_target (GtkWidget *widget)
{
  if (is_in_row (widget))
    return FALSE;
  return GTK_IS_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_SWITCH (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_SCALE (widget) ||
         (GTK_IS_FLOW_BOX_CHILD (widget) && gtk_widget_get_focusable (widget)) ||
         g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton") || g_str_equal (G_OBJECT_TYPE_NAME (widget), "SlSeekStrip") || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget") ||
         (g_str_equal (gtk_widget_get_css_name (widget), "title") && GTK_IS_EXPANDER (gtk_widget_get_parent (gtk_widget_get_parent (widget))));
}

static void
inspect_target (Inspection *self, GtkWidget *widget, const GdkRectangle *area)
{
  self->n_targets++;
  if (MIN (area->width, area->height) < TARGET)
    complain (self, widget, "size", MIN (area->width, area->height));
}

/* Lines around what is touched may be. */
static gboolean
is_cut_off (Inspection *self, GtkWidget *widget, const GdkRectangle *area)
{
  return (GTK_IS_LABEL (widget) || is_target (widget)) &&
         (area->x < 0 || area->y < 0 || area->x + area->width > self->look->width || area->y + area->height > self->look->height);
}

static void
inspect (Inspection *self, GtkWidget *widget)
{
  GdkRectangle area;
  gboolean     whole;

  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_opacity (widget) == 0)
    return;
  if (GTK_IS_NATIVE (widget) && widget != self->window)
    return;
  if (GTK_IS_SWITCH (widget) && is_in_row (widget))
    return;
  if (find_area (self, widget, &area, &whole))
    {
      if (is_cut_off (self, widget, &area))
        complain (self, widget, "place outside the screen", area.x);
      else if (whole && gtk_widget_is_sensitive (widget) && GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) && area.width > 2)
        inspect_text (self, widget, &area);
      else if (whole && gtk_widget_is_sensitive (widget) && GTK_IS_IMAGE (widget) && area.width > 8)
        inspect_text (self, widget, &area);
      if (GTK_IS_IMAGE (widget))
        inspect_icon (self, widget);
      if (is_target (widget) && whole)
        inspect_target (self, widget, &area);
    }
  if (GTK_IS_LABEL (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) &&
      !gtk_widget_get_ancestor (widget, ADW_TYPE_WINDOW_TITLE) && gtk_widget_get_tooltip_text (gtk_widget_get_parent (widget)) == NULL)
    complain (self, widget, "words left out", 0);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    inspect (self, child);
}

/* Going there */

static GtkWidget *
find_tabs (GtkWidget *widget)
{
  if (GTK_IS_STACK (widget) && gtk_stack_get_child_by_name (GTK_STACK (widget), "notes"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_tabs (child);

      if (found)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_such (GtkWidget *widget, gboolean (*is_it) (GtkWidget *))
{
  GtkWidget *found = is_it (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_such (child, is_it);
  return found;
}

static void
settle (SlWindow *window)
{
  for (guint i = 0; i < PAINTS; i++)
    view_world_wait_for_paint (GTK_WIDGET (window));
}

static gboolean
is_end_of_fact (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.copy-citation") == 0;
}

/* As far down as somebody has read. */
static void
open_fact (SlWindow *window, const char *fact)
{
  GtkWidget *end;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-fact", "s", fact);
  wait_until ((end = find_such (GTK_WIDGET (window), is_end_of_fact)) != NULL);
  settle (window);
  gtk_widget_grab_focus (end);
}

/* As a viewer has: one that is short, one that is long, one without words. */
static void
write_notes (SlSession *session)
{
  static const char *const words[] = {"Who says so?", "Ask about the letter that he dictated to his lawyer in prison", ""};
  const char              *casebook = sl_casebook_get_id (sl_session_get_casebook (session)), *clip = sl_clip_get_id (sl_session_get_clip (session));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const gint64 time = (i * 38 + 5) * G_GINT64_CONSTANT (1000000000);
      g_autoptr (SlMark) mark = sl_mark_new (NULL, casebook, clip, &(SlSpan){time, time}, words[i], i + 1);

      g_list_store_append (sl_session_get_marks (session), mark);
    }
}

static void
watch (SlWindow *window, const Scene *scene)
{
  SlConductor     *conductor = sl_window_get_conductor (window);
  SlSession       *session = sl_conductor_get_session (conductor);
  g_autofree char *text = g_strdup_printf ("sidelight:justice-for-sergei/%s#t=%s", scene->clip ? scene->clip : "explainer", scene->time);
  g_autoptr (SlLink) link = sl_link_parse (text, NULL);
  g_autoptr (GFile) folder = view_world_find_shipped ();
  GtkWidget *tabs;

  sl_window_open (window, folder, link);
  view_world_wait_for_page (window, "watch");
  wait_until (scene->clip || (sl_session_get_number (session) >= 0 && sl_session_get_time (session) >= 10 * G_GINT64_CONSTANT (1000000000)));
  tabs = find_tabs (GTK_WIDGET (window));
  g_assert_nonnull (tabs);
  if (g_strcmp0 (scene->tab, "marks") == 0)
    write_notes (session);
  if (scene->tab)
    gtk_stack_set_visible_child_name (GTK_STACK (tabs), scene->tab);
  if (scene->fact)
    open_fact (window, scene->fact);
  if (scene->fullscreen)
    {
      gtk_window_fullscreen (GTK_WINDOW (window));
      wait_until (gtk_window_is_fullscreen (GTK_WINDOW (window)));
      view_world_wait_for_paint (GTK_WIDGET (window)); /* the window has put the panel away */
      g_object_set (view_world_find (GTK_WIDGET (window), SL_TYPE_WATCH_PAGE), "panel-shown", scene->tab != NULL, NULL);
      wait_until (!gtk_widget_get_mapped (view_world_find (GTK_WIDGET (window), SL_TYPE_TRANSPORT)));
    }
}

static gboolean
is_rare (const Scene *scene)
{
  static const char *const pages[] = {"empty", "advisory", "message", NULL};

  return g_strv_contains (pages, scene->page);
}

/* What the shipped casebook has not: a clip of which nothing is told, one of which much is to be said before, and a folder
 * that is none. Returns: (transfer full): the folder */
static char *
open_rare (SlWindow *window, const Scene *scene)
{
  static const ViewWorldFile none[] = {{"letter.txt", "Not a casebook"}, {NULL, NULL}};
  static const ViewWorldFile files[] = {
    {"casebook.json", "{\"format\":1,\"id\":\"rare\",\"version\":\"2026-11-23\",\"title\":\"Rare\",\"language\":\"en\",\"licence\":\"CC0-1.0\","
                      "\"advisory\":{\"text\":\"" ADVISORY ADVISORY ADVISORY ADVISORY ADVISORY ADVISORY "\"}}"},
    {"films.json", "[{\"id\":\"film\",\"title\":\"A film of its own\",\"year\":2026,\"clips\":[\"empty\",\"advisory\"]}]"},
    {"clips/empty.json", "{\"id\":\"empty\",\"film\":\"film\",\"kind\":\"feature\",\"title\":\"Nothing is told of it\",\"duration\":\"1:30:00\","
                         "\"bring_your_own\":{\"duration\":\"1:30:00\"}}"},
    {"clips/advisory.json", "{\"id\":\"advisory\",\"film\":\"film\",\"kind\":\"feature\",\"title\":\"Much is to be said before\",\"duration\":\"1:30:00\","
                            "\"bring_your_own\":{\"duration\":\"1:30:00\"},\"chapters\":[{\"id\":\"hard\",\"title\":\"Hard\",\"from\":\"0:12:00\",\"advisory\":{\"text\":\"A death is told\"}}]}"},
    {NULL, NULL},
  };
  char            *path = view_world_make_folder (g_str_equal (scene->page, "message") ? none : files);
  g_autofree char *text = g_strdup_printf ("sidelight:rare/%s", scene->page);
  g_autoptr (SlLink) link = sl_link_parse (text, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  g_object_set (sl_session_get_reading (sl_conductor_get_session (sl_window_get_conductor (window))), "ask-first", g_str_equal (scene->page, "advisory"), NULL);
  sl_window_open (window, folder, link);
  view_world_wait_for_page (window, g_str_equal (scene->page, "empty") ? "watch" : scene->page);
  if (scene->tab)
    gtk_stack_set_visible_child_name (GTK_STACK (find_tabs (GTK_WIDGET (window))), scene->tab);
  return path;
}

static void
seek (SlWindow *window, gint64 time)
{
  SlSession *session = sl_conductor_get_session (sl_window_get_conductor (window));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.seek", "x", time);
  wait_until (ABS (sl_session_get_time (session) - time) < 40 * G_GINT64_CONSTANT (1000000));
}

/* Held, so that it stands; waiting where there is no time. */
static void
follow_screening (SlWindow *window, const Scene *scene)
{
  GtkWidget       *page = view_world_find (GTK_WIDGET (window), SL_TYPE_SCREENING_PAGE);
  g_autofree char *text = g_strdup_printf ("sidelight:justice-for-sergei/explainer#t=%s", scene->time);
  g_autoptr (SlLink) link = sl_link_parse (text, NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.follow-screening", "s", "explainer");
  view_world_wait_for_page (window, "screening");
  if (scene->time == NULL)
    return;
  gtk_widget_activate_action (page, "screening.begin", "b", FALSE);
  gtk_widget_activate_action (page, "win.play", NULL);
  gtk_widget_activate_action (page, "win.seek", "x", sl_link_get_start (link));
}

/* The picture that came first may have been made for the size of the stage before the window had its own. */
static void
renew_picture (SlWindow *window)
{
  const gint64 time = sl_session_get_time (sl_conductor_get_session (sl_window_get_conductor (window)));

  settle (window);
  seek (window, time - G_GINT64_CONSTANT (1000000000));
  seek (window, time);
}

static GtkWidget *
find_labelled (GtkWidget *widget, const char *label)
{
  GtkWidget *found = GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_labelled (child, label);
  return found;
}

static void
say (SlWindow *window, const char *said)
{
  g_autoptr (SlFault) fault = sl_fault_new (SL_FAULT_NO_SOUND_DECODER, NULL, "details");
  GtkWidget *bar = view_world_find (GTK_WIDGET (window), SL_TYPE_READING_BAR);

  if (g_str_equal (said, "fault"))
    {
      view_world_show_fault (window, fault);
      return;
    }
  g_assert_cmpstr (said, ==, "pause");
  gtk_label_set_label (GTK_LABEL (view_world_find (bar, GTK_TYPE_LABEL)), "Paused for reading");
  gtk_widget_set_visible (find_labelled (bar, "Read"), FALSE);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (find_labelled (bar, "Read")), FALSE);
  gtk_widget_set_visible (bar, TRUE);
}

/* What opens over a page */

static gboolean
is_primary (GtkWidget *widget)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget));
}

static gboolean
is_reading (GtkWidget *widget)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_has_css_class (widget, "reading");
}

static gboolean
is_speed (GtkWidget *widget)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) != NULL;
}

static GtkWidget *
pop_up (GtkWidget *button)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
}

static GtkWidget *
open_more (SlWindow *window)
{
  return pop_up (view_world_find (view_world_find_named (GTK_WIDGET (window), "SlMoreButton"), GTK_TYPE_MENU_BUTTON));
}

static GtkWidget *
open_speed (SlWindow *window)
{
  return pop_up (find_such (view_world_find (GTK_WIDGET (window), SL_TYPE_TRANSPORT), is_speed));
}

static GtkWidget *
open_volume (SlWindow *window)
{
  return pop_up (view_world_find (view_world_find_named (GTK_WIDGET (window), "SlVolumeButton"), GTK_TYPE_MENU_BUTTON));
}

static GtkWidget *
open_captions (SlWindow *window)
{
  GtkWidget *menu = open_more (window);

  g_object_set (menu, "visible-submenu", "_Captions", NULL);
  return menu;
}

static GtkWidget *
open_style (SlWindow *window)
{
  GtkWidget *menu = open_more (window);

  g_object_set (menu, "visible-submenu", "Caption _Style", NULL);
  return menu;
}

static GtkWidget *
open_menu (SlWindow *window)
{
  return pop_up (find_such (GTK_WIDGET (window), is_primary));
}

static GtkWidget *
open_reading (SlWindow *window)
{
  return pop_up (find_such (GTK_WIDGET (window), is_reading));
}

static GtkWidget *
open_preferences (SlWindow *window)
{
  g_autoptr (GSettings) settings = sl_settings_new ();

  return GTK_WIDGET (sl_preferences_new (GTK_WINDOW (window), settings));
}

static GtkWidget *
open_shortcuts (SlWindow *window)
{
  return GTK_WIDGET (sl_shortcuts_new (GTK_WINDOW (window)));
}

static GtkWidget *
open_casebook (SlWindow *window)
{
  SlSession *session = sl_conductor_get_session (sl_window_get_conductor (window));

  return GTK_WIDGET (sl_casebook_window_new (GTK_WINDOW (window), sl_session_get_casebook (session)));
}

static GtkWidget *
open_person (SlWindow *window)
{
  SlSession *session = sl_conductor_get_session (sl_window_get_conductor (window));
  SlPerson  *person = sl_casebook_lookup_person (sl_session_get_casebook (session), "sergei-magnitsky");

  return GTK_WIDGET (sl_person_card_new (GTK_WINDOW (window), session, person));
}

static const struct
{
  const char *name;
  GtkWidget *(*open) (SlWindow *window);
} openers[] = {
  {"more", open_more},
  {"speed", open_speed},
  {"volume", open_volume},
  {"captions", open_captions},
  {"style", open_style},
  {"menu", open_menu},
  {"reading", open_reading},
  {"casebook", open_casebook},
  {"person", open_person},
  {"preferences", open_preferences},
  {"shortcuts", open_shortcuts},
};

/* Runs xdotool for the window that is active. Returns: (transfer full): what it says */
static char *
ask_window (const char *arguments)
{
  g_autofree char *command = g_strconcat ("xdotool getactivewindow ", arguments, NULL);
  g_autoptr (GError) error = NULL;
  char *words = NULL;

  g_assert_true (g_spawn_command_line_sync (command, &words, NULL, NULL, &error));
  g_assert_no_error (error);
  return words;
}

static gboolean
find_place (int *x, int *y)
{
  g_autofree char *words = ask_window ("getwindowgeometry --shell");
  const char      *left = strstr (words, "\nX="), *top = strstr (words, "\nY=");

  *x = left ? (int)g_ascii_strtoll (left + strlen ("\nX="), NULL, 10) : -1;
  *y = top ? (int)g_ascii_strtoll (top + strlen ("\nY="), NULL, 10) : -1;
  return left && top;
}

/* A window manager puts windows where it likes. */
static void
move_window (const Look *look, int *x, int *y)
{
  const int        left = MAX (look->width - 640, 0) / 2;
  g_autofree char *command = g_strdup_printf ("windowmove %d 40", left);
  g_autofree char *words = ask_window (command);

  wait_until (find_place (x, y) && ABS (*x - left) < 8 && ABS (*y - 40) < 8);
}

static void
open_over (Inspection *self, SlWindow *window)
{
  GtkWidget *over = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    if (g_str_equal (openers[i].name, self->scene->over))
      over = openers[i].open (window);
  g_assert_nonnull (over);
  self->window = over;
  if (GTK_IS_WINDOW (over))
    {
      gtk_window_present (GTK_WINDOW (over));
      wait_until (gtk_window_is_active (GTK_WINDOW (over)));
      move_window (self->look, &self->x, &self->y);
    }
  for (guint i = 0; i < PAINTS; i++)
    view_world_wait_for_paint (over);
  if (GTK_IS_POPOVER (over))
    {
      GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (GTK_NATIVE (over)));

      self->x = gdk_popup_get_position_x (popup);
      self->y = gdk_popup_get_position_y (popup);
    }
}

static void
close_over (Inspection *self)
{
  if (GTK_IS_WINDOW (self->window))
    gtk_window_destroy (GTK_WINDOW (self->window));
  else
    gtk_popover_popdown (GTK_POPOVER (self->window));
}

/* @rare: (out): a folder to be removed, or NULL */
static SlWindow *
go_to_scene (const Look *look, const Scene *scene, VirtualTime *time, char **rare)
{
  const SlPlayerWorld world = {.clock = virtual_time_get_clock (time), .audio_sink = virtual_time_make_audio_sink (time)};
  g_autoptr (SlPlayer) player = sl_player_new (&world);
  g_autoptr (GFile) folder = view_world_find_shipped ();
  SlWindow *window = sl_window_new (NULL, player, NULL);

  sl_player_set_patience (player, 120000);
  gtk_window_maximize (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_width (GTK_WIDGET (window)) == look->width);
  *rare = NULL;
  if (g_str_equal (scene->page, "watch"))
    {
      watch (window, scene);
    }
  else if (is_rare (scene))
    {
      *rare = open_rare (window, scene);
    }
  else
    {
      sl_window_open (window, folder, NULL);
      view_world_wait_for_page (window, "lobby");
      if (g_str_equal (scene->page, "film"))
        gtk_widget_activate_action (GTK_WIDGET (window), "win.show-film", "s", "justice-for-sergei");
      else if (g_str_equal (scene->page, "screening"))
        follow_screening (window, scene);
    }
  if (g_str_equal (scene->page, "watch") && scene->clip == NULL)
    renew_picture (window);
  /* What the player tells meanwhile would put a fault away. */
  for (guint i = 0; scene->said && i < PAINTS; i++)
    {
      say (window, scene->said);
      view_world_wait_for_paint (GTK_WIDGET (window));
    }
  if (scene->said == NULL)
    settle (window);
  return window;
}

static void
test_scene (const Look *look, const Scene *scene, const char *folder, gboolean written)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", look->name, scene->name);
  g_autofree char *file = g_strdup_printf ("%s.png", name);
  g_autofree char *reference = g_build_filename (folder, file, NULL);
  g_autofree char *shot = g_build_filename (written ? folder : g_get_user_runtime_dir (), file, NULL);
  g_auto (Picture) picture = {0};
  g_autoptr (VirtualTime) time = virtual_time_new ();
  char      *rare;
  SlWindow  *window = go_to_scene (look, scene, time, &rare);
  Inspection inspection = {look, scene, GTK_WIDGET (window), 0, 0, &picture, 21, 0, 0};

  if (scene->over)
    open_over (&inspection, window);
  grab (shot);
  g_assert_true (read_picture (shot, &picture));
  g_assert_cmpint (picture.width, ==, look->width);
  inspect (&inspection, inspection.window);
  g_test_message ("%s: %u texts and signs, least contrast %.2f; %u targets", name, inspection.n_texts, inspection.least, inspection.n_targets);
  g_assert_true (inspection.n_texts > 0 || scene->tab == NULL);
  g_assert_true (inspection.n_targets > 1 || scene->fullscreen || (inspection.n_targets == 1 && scene->over)); /* words have their Close alone */
  /* Another release of the toolkit draws other shadows and rounds other corners. */
  if (!written && gtk_get_minor_version () == 8)
    compare (name, &picture, reference);
  if (scene->over)
    close_over (&inspection);
  view_world_close (window);
  if (rare)
    view_world_remove_folder (rare);
}

static const Look *chosen;
static const char *folder;
static gboolean    writing;

static void
test_look (gconstpointer data)
{
  test_scene (chosen, data, folder, writing);
}

/* They come and go by a clock of their own. */
static void
hide_scrollbars (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider, "scrollbar { opacity: 0; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_USER);
}

static void
prepare (const Look *look)
{
  g_unsetenv ("GTK_THEME"); /* libadwaita's own, with its dark and its high contrast */
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  g_setenv ("ADW_DEBUG_COLOR_SCHEME", look->dark ? "prefer-dark" : "default", TRUE);
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", look->contrast ? "1" : "0", TRUE);
}

static const Look *
find_look (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].name, name))
      return &looks[i];
  g_error ("there is no look “%s”", name);
}

/* test-look --screen LOOK: what screen it wants. test-look LOOK FOLDER: with the pictures in FOLDER, which are written
 * anew where SL_SHOTS is set */
int
main (int argc, char *argv[])
{
  g_assert_cmpint (argc, >=, 3);
  if (g_str_equal (argv[1], "--screen"))
    {
      g_print ("%dx%dx24\n", find_look (argv[2])->width, find_look (argv[2])->height);
      return 0;
    }
  chosen = find_look (argv[1]);
  folder = argv[2];
  writing = g_getenv ("SL_SHOTS") != NULL;
  argc = 2;
  argv[1] = (char *)"-k"; /* each scene is judged */
  argv[2] = NULL;
  prepare (chosen);
  view_world_start (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", "gtk-xft-dpi", (int)(96 * 1024 * chosen->scale),
                "gtk-decoration-layout", ":close", "gtk-xft-antialias", 1, "gtk-xft-hinting", 0, "gtk-xft-rgba", "none", NULL);
  gtk_widget_set_default_direction (chosen->rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  view_world_use_style ();
  hide_scrollbars ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), "/sidelight/icons");
  for (guint i = 0; i < G_N_ELEMENTS (chosen->scenes) && chosen->scenes[i].name; i++)
    {
      g_autofree char *path = g_strdup_printf ("/look/%s/%s", chosen->name, chosen->scenes[i].name);

      g_test_add_data_func (path, &chosen->scenes[i], test_look);
    }
  return g_test_run ();
}
