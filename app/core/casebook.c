/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The loaded whole, and the way from an id to its record. A changed casebook is a new object: nothing in
 * here is ever written to again, so it may be read from any thread.
 */
#include "casebook.h"

#include "names.h"
#include "record-macros.h"

typedef enum {
  INDEX_FILMS,
  INDEX_CLIPS,
  INDEX_FACTS,
  INDEX_PEOPLE,
  INDEX_PLACES,
  INDEX_EVENTS,
  INDEX_SOURCES,
  N_INDEXES
} Index;

struct _SlCasebook
{
  GObject parent_instance;

  char       *id;
  SlDate     *version;
  char       *title;
  char       *language;
  char       *summary;
  char       *licence;
  char       *credits;
  char       *advisory;
  char      **topics;
  char       *methodology;
  char       *contact;
  GListModel *corrections;
  char       *accent;
  gboolean    sensitive_links;
  GFile      *folder;
  GListModel *films;
  GListModel *clips;
  GListModel *facts;
  GListModel *people;
  GListModel *places;
  GListModel *events;
  GListModel *sources;
  GPtrArray  *findings;

  GHashTable *index[N_INDEXES]; /* (element-type utf8 GObject): id to record; both belong to the lists */
  SlNames    *names;
};

static const SlRecordField sl_casebook_fields[] = {
  {"id", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCasebook, id)},
  {"version", SL_RECORD_BOXED, G_STRUCT_OFFSET (SlCasebook, version), sl_date_get_type},
  {"title", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCasebook, title)},
  {"language", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCasebook, language)},
  {"summary", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCasebook, summary)},
  {"licence", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCasebook, licence)},
  {"credits", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCasebook, credits)},
  {"advisory", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCasebook, advisory)},
  {"topics", SL_RECORD_STRV, G_STRUCT_OFFSET (SlCasebook, topics)},
  {"methodology", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCasebook, methodology)},
  {"contact", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCasebook, contact)},
  {"corrections", SL_RECORD_LIST, G_STRUCT_OFFSET (SlCasebook, corrections)},
  {"accent", SL_RECORD_STRING, G_STRUCT_OFFSET (SlCasebook, accent)},
  {"sensitive-links", SL_RECORD_BOOL, G_STRUCT_OFFSET (SlCasebook, sensitive_links)},
  {"folder", SL_RECORD_OBJECT, G_STRUCT_OFFSET (SlCasebook, folder), g_file_get_type},
  {"films", SL_RECORD_LIST, G_STRUCT_OFFSET (SlCasebook, films)},
  {"clips", SL_RECORD_LIST, G_STRUCT_OFFSET (SlCasebook, clips)},
  {"facts", SL_RECORD_LIST, G_STRUCT_OFFSET (SlCasebook, facts)},
  {"people", SL_RECORD_LIST, G_STRUCT_OFFSET (SlCasebook, people)},
  {"places", SL_RECORD_LIST, G_STRUCT_OFFSET (SlCasebook, places)},
  {"events", SL_RECORD_LIST, G_STRUCT_OFFSET (SlCasebook, events)},
  {"sources", SL_RECORD_LIST, G_STRUCT_OFFSET (SlCasebook, sources)},
  {"findings", SL_RECORD_BOXED, G_STRUCT_OFFSET (SlCasebook, findings), g_ptr_array_get_type},
};

G_DEFINE_FINAL_TYPE (SlCasebook, sl_casebook, G_TYPE_OBJECT)

/* The first of two records with one id is the one that is found. */
static GHashTable *
make_index (GListModel *records)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint       n_records = records != NULL ? g_list_model_get_n_items (records) : 0;

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (GObject) record = g_list_model_get_item (records, i);
      g_autofree char *id = NULL;

      g_object_get (record, "id", &id, NULL);
      if (id != NULL && !g_hash_table_contains (index, id))
        g_hash_table_insert (index, g_steal_pointer (&id), record);
    }
  return index;
}

static gpointer
lookup (SlCasebook *self, Index index, const char *id)
{
  g_return_val_if_fail (SL_IS_CASEBOOK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->index[index], id);
}

static void
sl_casebook_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  sl_record_get (object, &sl_casebook_fields[id - 1], value);
}

static void
sl_casebook_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  sl_record_set (object, &sl_casebook_fields[id - 1], value);
}

static void
sl_casebook_constructed (GObject *object)
{
  SlCasebook *self = SL_CASEBOOK (object);

  G_OBJECT_CLASS (sl_casebook_parent_class)->constructed (object);

  if (self->findings == NULL)
    self->findings = g_ptr_array_new ();
  self->index[INDEX_FILMS] = make_index (self->films);
  self->index[INDEX_CLIPS] = make_index (self->clips);
  self->index[INDEX_FACTS] = make_index (self->facts);
  self->index[INDEX_PEOPLE] = make_index (self->people);
  self->index[INDEX_PLACES] = make_index (self->places);
  self->index[INDEX_EVENTS] = make_index (self->events);
  self->index[INDEX_SOURCES] = make_index (self->sources);
  self->names = sl_names_new (self->people);
}

static void
sl_casebook_finalize (GObject *object)
{
  SlCasebook *self = SL_CASEBOOK (object);

  for (guint i = 0; i < N_INDEXES; i++)
    g_clear_pointer (&self->index[i], g_hash_table_unref);
  g_clear_pointer (&self->names, sl_names_free);
  sl_record_clear (object, sl_casebook_fields, G_N_ELEMENTS (sl_casebook_fields));

  G_OBJECT_CLASS (sl_casebook_parent_class)->finalize (object);
}

static void
sl_casebook_class_init (SlCasebookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = sl_casebook_constructed;
  object_class->get_property = sl_casebook_get_property;
  object_class->set_property = sl_casebook_set_property;
  object_class->finalize = sl_casebook_finalize;

  sl_record_install (object_class, sl_casebook_fields, G_N_ELEMENTS (sl_casebook_fields));
}

static void
sl_casebook_init (SlCasebook *self)
{
}

SL_RECORD_GETTER (SlCasebook, sl_casebook, const char *, id)
SL_RECORD_GETTER (SlCasebook, sl_casebook, const SlDate *, version)
SL_RECORD_GETTER (SlCasebook, sl_casebook, const char *, title)
SL_RECORD_GETTER (SlCasebook, sl_casebook, const char *, language)
SL_RECORD_GETTER (SlCasebook, sl_casebook, const char *, summary)
SL_RECORD_GETTER (SlCasebook, sl_casebook, const char *, licence)
SL_RECORD_GETTER (SlCasebook, sl_casebook, const char *, credits)
SL_RECORD_GETTER (SlCasebook, sl_casebook, const char *, advisory)
SL_RECORD_GETTER (SlCasebook, sl_casebook, const char *const *, topics)
SL_RECORD_GETTER (SlCasebook, sl_casebook, const char *, methodology)
SL_RECORD_GETTER (SlCasebook, sl_casebook, const char *, contact)
SL_RECORD_GETTER (SlCasebook, sl_casebook, GListModel *, corrections)
SL_RECORD_GETTER (SlCasebook, sl_casebook, const char *, accent)
SL_RECORD_GETTER (SlCasebook, sl_casebook, gboolean, sensitive_links)
SL_RECORD_GETTER (SlCasebook, sl_casebook, GFile *, folder)
SL_RECORD_GETTER (SlCasebook, sl_casebook, GListModel *, films)
SL_RECORD_GETTER (SlCasebook, sl_casebook, GListModel *, clips)
SL_RECORD_GETTER (SlCasebook, sl_casebook, GListModel *, facts)
SL_RECORD_GETTER (SlCasebook, sl_casebook, GListModel *, people)
SL_RECORD_GETTER (SlCasebook, sl_casebook, GListModel *, places)
SL_RECORD_GETTER (SlCasebook, sl_casebook, GListModel *, events)
SL_RECORD_GETTER (SlCasebook, sl_casebook, GListModel *, sources)
SL_RECORD_GETTER (SlCasebook, sl_casebook, GPtrArray *, findings)

SlFilm *
sl_casebook_lookup_film (SlCasebook *self, const char *id)
{
  return lookup (self, INDEX_FILMS, id);
}

SlClip *
sl_casebook_lookup_clip (SlCasebook *self, const char *id)
{
  return lookup (self, INDEX_CLIPS, id);
}

SlFact *
sl_casebook_lookup_fact (SlCasebook *self, const char *id)
{
  return lookup (self, INDEX_FACTS, id);
}

SlPerson *
sl_casebook_lookup_person (SlCasebook *self, const char *id)
{
  return lookup (self, INDEX_PEOPLE, id);
}

SlPlace *
sl_casebook_lookup_place (SlCasebook *self, const char *id)
{
  return lookup (self, INDEX_PLACES, id);
}

SlEvent *
sl_casebook_lookup_event (SlCasebook *self, const char *id)
{
  return lookup (self, INDEX_EVENTS, id);
}

SlSource *
sl_casebook_lookup_source (SlCasebook *self, const char *id)
{
  return lookup (self, INDEX_SOURCES, id);
}

SlPerson *
sl_casebook_find_person (SlCasebook *self, const char *name)
{
  g_return_val_if_fail (SL_IS_CASEBOOK (self) && name != NULL, NULL);

  return sl_names_find (self->names, name);
}
