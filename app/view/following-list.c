/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Following, for every list that has a "now". Focus is never moved by it. GTK 4.8 can only bring a row just
 * into sight, so once it is laid out the list is moved on until the row stands where it can be read, with
 * those above it that are on, too.
 */
#include "following-list.h"

#include "cue-finder.h"
#include "near-rows.h"
#include "resting-place.h"

#define SETTLING 8    /* drawn frames until the rows, and then their new heights, are laid out */
#define DRAG_SLACK 12 /* pixels of a finger's way that are not yet scrolling */

struct _SlFollowingList
{
  GtkWidget parent_instance;

  GListModel *model;
  SlNearRows *rows;     /* of the model, that are in the list */
  GListStore *foot;     /* with the row that tells how many come later, or without */
  GType       row_type; /* of widgets with a property "cue" */
  gboolean    activatable;
  SlCue      *target;
  SlCue      *asked;       /* (nullable): for what is to be brought into sight once, in place of the target */
  gboolean    wants_focus; /* and the focus */
  gboolean    goes_on;     /* and is followed from there */
  gboolean    is_kept;     /* where the reader was */
  SlCue      *kept;        /* (nullable): what was on top; NULL for who followed */
  gboolean    following;
  guint       tick_id;
  guint       settling;

  /* Template children. */
  GtkWidget         *overlay;
  GtkScrolledWindow *scroller;
  GtkListView       *list;
  GtkWidget         *back;
  GtkWidget         *later;
  GtkLabel          *later_words;
  GtkWidget         *placeholder; /* (nullable): given by whoever has the list */
};

G_DEFINE_FINAL_TYPE (SlFollowingList, sl_following_list, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_MODEL,
  PROP_ROW_TYPE,
  PROP_ACTIVATABLE,
  PROP_LATER,
  PROP_PLACEHOLDER,
  PROP_TARGET,
  PROP_FOLLOWING,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Of several that began together the first is read first. Returns: (nullable) */
static SlCue *
find_lead (SlFollowingList *self)
{
  SlCue *lead = self->target;
  guint  position;

  if (lead == NULL || self->model == NULL || !sl_cue_finder_find (SL_CUE_FINDER (self->model), lead, &position))
    return lead;
  while (position-- > 0)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (self->model, position);

      if (!sl_cue_get_current (cue) || sl_cue_get_kind (cue) != sl_cue_get_kind (lead) || sl_cue_get_start (cue) != sl_cue_get_start (lead))
        break;
      lead = cue; /* the model keeps it */
    }
  return lead;
}

static SlCue *
get_aim (SlFollowingList *self)
{
  return self->asked ? self->asked : find_lead (self);
}

/* Returns: (nullable): the child of the list that shows what is to be in sight, if it is laid out */
static GtkWidget *
find_row (SlFollowingList *self)
{
  GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; item; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);
      g_autoptr (SlCue) cue = NULL;

      if (row == NULL || !g_type_is_a (G_OBJECT_TYPE (row), self->row_type) || !gtk_widget_get_mapped (item))
        continue;
      g_object_get (row, "cue", &cue, NULL);
      if (cue == get_aim (self))
        return item;
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): what is on top of what is to be seen */
static SlCue *
find_top (SlFollowingList *self)
{
  SlCue *top = NULL;
  float  best = G_MAXFLOAT;

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list)); item; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget      *row = gtk_widget_get_first_child (item);
      graphene_rect_t bounds;

      if (row == NULL || !g_type_is_a (G_OBJECT_TYPE (row), self->row_type) || !gtk_widget_get_mapped (item) ||
          !gtk_widget_compute_bounds (item, GTK_WIDGET (self->list), &bounds))
        continue;
      if (bounds.origin.y + bounds.size.height / 2 < 0 || bounds.origin.y >= best)
        continue;
      best = bounds.origin.y;
      g_clear_object (&top);
      g_object_get (row, "cue", &top, NULL);
    }
  return top;
}

static void
rest_at_row (SlFollowingList *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  const double   way = sl_resting_place_measure (GTK_WIDGET (self->list), row, gtk_adjustment_get_page_size (adjustment), self->row_type,
                                               self->asked ? NULL : get_aim (self));

  if (way != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + way);
}

/* Brings the row into being, or, once it is there, to its place. */
static void
approach (SlFollowingList *self)
{
  const guint position = sl_near_rows_find (self->rows, get_aim (self));
  GtkWidget  *row = find_row (self);

  if (row)
    rest_at_row (self, row);
  else if (position != G_MAXUINT)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void set_following (SlFollowingList *self, gboolean following);

/* Who asked for it by keys goes on from there. */
static void
focus_asked (SlFollowingList *self)
{
  GtkWidget *row = find_row (self);

  g_clear_object (&self->asked);
  if (row && self->wants_focus)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  if (self->goes_on)
    set_following (self, TRUE);
}

static gboolean settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data);

static void
settle (SlFollowingList *self)
{
  self->settling = SETTLING;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
}

static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SlFollowingList *self = SL_FOLLOWING_LIST (widget);

  /* Rows of a new model have no place before they are laid out. */
  if (self->settling < SETTLING && (self->following || self->asked))
    approach (self);
  if (--self->settling > 0)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  if (self->asked)
    focus_asked (self);
  return G_SOURCE_REMOVE;
}

static void
follow (SlFollowingList *self)
{
  const gboolean wants_aim = self->following || self->asked;
  guint          place;
  const gboolean has_aim = self->model && sl_cue_finder_find (SL_CUE_FINDER (self->model), get_aim (self), &place);

  gtk_widget_set_visible (self->back, !wants_aim && has_aim);
  if (wants_aim && has_aim)
    sl_near_rows_reach (self->rows, get_aim (self));
  if (wants_aim && has_aim && gtk_widget_get_mapped (GTK_WIDGET (self)))
    settle (self);
}

/* Only where there is nothing at all: what is hidden has a row. */
static void
show_placeholder (SlFollowingList *self)
{
  const gboolean is_empty = self->model && g_list_model_get_n_items (self->model) == 0 && g_list_model_get_n_items (G_LIST_MODEL (self->foot)) == 0;

  if (self->placeholder)
    gtk_widget_set_visible (self->placeholder, is_empty);
}

/* @placeholder: (nullable): nothing is there yet */
static void
set_placeholder (SlFollowingList *self, GtkWidget *placeholder)
{
  if (placeholder == NULL)
    return;
  self->placeholder = placeholder;
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), placeholder);
  show_placeholder (self);
}

static void
changed_cb (SlFollowingList *self)
{
  show_placeholder (self);
  sl_near_rows_follow (self->rows);
  follow (self);
}

static void
set_following (SlFollowingList *self, gboolean following)
{
  if (following)
    self->is_kept = FALSE;
  if (self->following == following)
    return;
  self->following = following;
  if (following)
    g_clear_object (&self->asked);
  follow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLLOWING]);
}

static void
back_cb (SlFollowingList *self)
{
  set_following (self, TRUE);
}

static void
follow_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_following (SL_FOLLOWING_LIST (widget), TRUE);
}

/* A row that grows would be pushed away by the one that is on. */
static void
stay_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_following (SL_FOLLOWING_LIST (widget), FALSE);
}

static gboolean
scroll_cb (SlFollowingList *self)
{
  g_clear_object (&self->asked);
  set_following (self, FALSE);
  return GDK_EVENT_PROPAGATE;
}

static void
drag_cb (SlFollowingList *self, double dx, double dy)
{
  if (ABS (dy) > DRAG_SLACK)
    set_following (self, FALSE);
}

static gboolean
key_cb (SlFollowingList *self, guint key)
{
  if (key == GDK_KEY_Up || key == GDK_KEY_Down || key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down)
    set_following (self, FALSE);
  if (key == GDK_KEY_Home || key == GDK_KEY_End)
    sl_near_rows_reach_end (self->rows, key == GDK_KEY_End);
  return GDK_EVENT_PROPAGATE;
}

static void
activate_cb (SlFollowingList *self, guint position)
{
  g_autoptr (GObject) thing = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);
  SlCue *cue = SL_IS_CUE (thing) ? SL_CUE (thing) : NULL;

  if (thing == G_OBJECT (self->later))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-later", NULL);
  if (cue == NULL)
    return;
  set_following (self, TRUE);
  /* A chapter has its own beginning, and so has what is said; what is told somewhere in one is led up to. */
  gtk_widget_activate_action (GTK_WIDGET (self),
                              sl_cue_get_kind (cue) == SL_CUE_CHAPTER || sl_cue_get_kind (cue) == SL_CUE_CAPTION ? "win.seek" : "win.seek-moment",
                              "x", sl_cue_get_start (cue));
}

/* Rows */

/* What has no cue brings its own widget, such as the one row that tells of what comes later. */
static void
bind_cb (SlFollowingList *self, GtkListItem *item)
{
  GObject   *thing = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);

  gtk_list_item_set_activatable (item, SL_IS_CUE (thing) ? self->activatable : thing == G_OBJECT (self->later));
  if (!SL_IS_CUE (thing))
    {
      gtk_list_item_set_child (item, GTK_WIDGET (thing));
      sl_near_rows_bind (self->rows, thing, TRUE);
      return;
    }
  if (row == NULL)
    gtk_list_item_set_child (item, row = g_object_new (self->row_type, NULL));
  g_object_set (row, "cue", thing, NULL);
}

static void
unbind_cb (SlFollowingList *self, GtkListItem *item)
{
  GObject   *thing = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);

  if (!SL_IS_CUE (thing))
    {
      sl_near_rows_bind (self->rows, thing, FALSE);
      gtk_list_item_set_child (item, NULL);
    }
  else if (row)
    g_object_set (row, "cue", NULL, NULL);
}

/* As of every row its item is what screen readers know. */
static void
name_later_cb (SlFollowingList *self)
{
  GtkWidget *item = gtk_widget_get_parent (self->later);

  if (item)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (self->later_words), -1);
}

/* @words: (nullable): nothing comes later */
static void
tell_later (SlFollowingList *self, const char *words)
{
  const gboolean is_told = g_list_model_get_n_items (G_LIST_MODEL (self->foot)) > 0;

  if (words)
    gtk_label_set_label (self->later_words, words);
  if (words && !is_told)
    g_list_store_append (self->foot, self->later);
  else if (!words && is_told)
    g_list_store_remove_all (self->foot);
  show_placeholder (self);
  name_later_cb (self);
}

static void
set_model (SlFollowingList *self, GListModel *model)
{
  if (self->model)
    g_signal_handlers_disconnect_by_func (self->model, changed_cb, self);
  g_return_if_fail (model == NULL || SL_IS_CUE_FINDER (model));
  if (!g_set_object (&self->model, model))
    return;
  sl_near_rows_set_source (self->rows, model, get_aim (self));
  if (model)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_placeholder (self);
  set_following (self, TRUE);
}

/* In another height the row that is on may have gone out of sight. */
static void
resized_cb (SlFollowingList *self)
{
  follow (self);
}

static void
sl_following_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sl_following_list_parent_class)->map (widget);
  changed_cb (SL_FOLLOWING_LIST (widget));
}

/* Who comes with Tab comes to what is on. */
static gboolean
sl_following_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SlFollowingList *self = SL_FOLLOWING_LIST (widget);
  const gboolean   comes = gtk_widget_get_focus_child (widget) == NULL && (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD);
  GtkWidget       *row = comes && self->following ? find_row (self) : NULL;

  if (row && gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD))
    return TRUE;
  return GTK_WIDGET_CLASS (sl_following_list_parent_class)->focus (widget, direction);
}

static void
sl_following_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlFollowingList *self = SL_FOLLOWING_LIST (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_ROW_TYPE:
      g_value_set_gtype (value, self->row_type);
      break;
    case PROP_ACTIVATABLE:
      g_value_set_boolean (value, self->activatable);
      break;
    case PROP_TARGET:
      g_value_set_object (value, self->target);
      break;
    case PROP_FOLLOWING:
      g_value_set_boolean (value, self->following);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_following_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlFollowingList *self = SL_FOLLOWING_LIST (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      set_model (self, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_ROW_TYPE:
      self->row_type = g_value_get_gtype (value);
      break;
    case PROP_ACTIVATABLE:
      self->activatable = g_value_get_boolean (value);
      break;
    case PROP_LATER:
      tell_later (self, g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      set_placeholder (self, g_value_get_object (value));
      break;
    case PROP_TARGET:
      if (!g_set_object (&self->target, g_value_get_object (value)))
        return;
      follow (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FOLLOWING:
      set_following (self, g_value_get_boolean (value));
      break;
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_following_list_dispose (GObject *object)
{
  SlFollowingList *self = SL_FOLLOWING_LIST (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  if (self->rows) /* while it can be told which rows go */
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->foot);
  g_clear_object (&self->target);
  g_clear_object (&self->asked);
  g_clear_object (&self->kept);

  G_OBJECT_CLASS (sl_following_list_parent_class)->dispose (object);
}

static void
sl_following_list_class_init (SlFollowingListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const int       flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_following_list_dispose;
  object_class->get_property = sl_following_list_get_property;
  object_class->set_property = sl_following_list_set_property;
  widget_class->focus = sl_following_list_focus;
  widget_class->map = sl_following_list_map;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_ROW_TYPE] =
    g_param_spec_gtype ("row-type", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACTIVATABLE] =
    g_param_spec_boolean ("activatable", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LATER] = g_param_spec_string ("later", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] =
    g_param_spec_object ("placeholder", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TARGET] = g_param_spec_object ("target", NULL, NULL, SL_TYPE_CUE, flags);
  properties[PROP_FOLLOWING] = g_param_spec_boolean ("following", NULL, NULL, TRUE, flags);
  /* Spoken name of the list. */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "following.follow", NULL, follow_cb);
  gtk_widget_class_install_action (widget_class, "following.stay", NULL, stay_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/following-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SlFollowingList, overlay);
  gtk_widget_class_bind_template_child (widget_class, SlFollowingList, scroller);
  gtk_widget_class_bind_template_child (widget_class, SlFollowingList, list);
  gtk_widget_class_bind_template_child (widget_class, SlFollowingList, back);
  gtk_widget_class_bind_template_child (widget_class, SlFollowingList, later);
  gtk_widget_class_bind_template_child (widget_class, SlFollowingList, later_words);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_later_cb);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
sl_following_list_init (SlFollowingList *self)
{
  self->following = TRUE;
  self->foot = g_list_store_new (GTK_TYPE_WIDGET);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = sl_near_rows_new (self->list, G_LIST_MODEL (self->foot));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "notify::page-size",
                           G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
}

void
sl_following_list_show (SlFollowingList *self, SlCue *cue)
{
  g_return_if_fail (SL_IS_FOLLOWING_LIST (self) && SL_IS_CUE (cue));

  set_following (self, FALSE);
  g_set_object (&self->asked, cue);
  self->wants_focus = TRUE;
  self->goes_on = FALSE;
  follow (self);
}

void
sl_following_list_reveal (SlFollowingList *self, SlCue *cue)
{
  sl_following_list_show (self, cue);
  self->wants_focus = FALSE;
}

void
sl_following_list_keep_place (SlFollowingList *self)
{
  g_return_if_fail (SL_IS_FOLLOWING_LIST (self));

  if (self->is_kept)
    return;
  g_clear_object (&self->kept);
  self->kept = self->following ? NULL : find_top (self);
  self->is_kept = TRUE;
}

void
sl_following_list_forget_place (SlFollowingList *self)
{
  g_return_if_fail (SL_IS_FOLLOWING_LIST (self));

  self->is_kept = FALSE;
}

void
sl_following_list_go_back (SlFollowingList *self)
{
  g_autoptr (SlCue) place = NULL;

  g_return_if_fail (SL_IS_FOLLOWING_LIST (self));

  sl_following_list_keep_place (self);
  self->is_kept = FALSE;
  place = self->kept ? g_object_ref (self->kept) : self->target ? g_object_ref (self->target)
                                                                : NULL;
  if (place == NULL)
    return;
  sl_following_list_show (self, place);
  self->goes_on = self->kept == NULL;
}
