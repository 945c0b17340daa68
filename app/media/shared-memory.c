/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory for pictures that another process can be shown: each piece is a file without a name, which a display server
 * maps as we do, so that a picture need not be copied to get there. Leaves out which server, and when it has read.
 */
#define _GNU_SOURCE
#include "shared-memory.h"

#include <sys/mman.h>
#include <unistd.h>

#define KIND "SlSharedMemory"

typedef struct
{
  GstMemory parent;

  int      file;
  gpointer data;
} Piece;

struct _SlSharedMemory
{
  GstAllocator parent_instance;
};

G_DEFINE_FINAL_TYPE (SlSharedMemory, sl_shared_memory, GST_TYPE_ALLOCATOR)

static gpointer
map_cb (GstMemory *memory, gsize size, GstMapFlags flags)
{
  return ((Piece *)memory)->data;
}

static void
unmap_cb (GstMemory *memory)
{
}

/* What cannot be shared is had of the system. */
static GstMemory *
sl_shared_memory_alloc (GstAllocator *allocator, gsize size, GstAllocationParams *params)
{
  const gsize whole = params->prefix + size + params->padding;
  int         file = memfd_create ("picture", MFD_CLOEXEC);
  gpointer    data = MAP_FAILED;
  Piece      *piece;

  if (file >= 0 && ftruncate (file, (off_t)whole) == 0)
    data = mmap (NULL, whole, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (data == MAP_FAILED)
    {
      if (file >= 0)
        close (file);
      return gst_allocator_alloc (NULL, size, params);
    }
  piece = g_new0 (Piece, 1);
  /* A mapping begins with a page, and no alignment asks for more. */
  gst_memory_init (GST_MEMORY_CAST (piece),
                   params->flags | GST_MEMORY_FLAG_NO_SHARE,
                   allocator,
                   NULL,
                   whole,
                   params->align,
                   params->prefix,
                   size);
  piece->file = file;
  piece->data = data;
  return GST_MEMORY_CAST (piece);
}

static void
sl_shared_memory_free (GstAllocator *allocator, GstMemory *memory)
{
  Piece *piece = (Piece *)memory;

  munmap (piece->data, memory->maxsize);
  close (piece->file);
  g_free (piece);
}

static void
sl_shared_memory_class_init (SlSharedMemoryClass *klass)
{
  GST_ALLOCATOR_CLASS (klass)->alloc = sl_shared_memory_alloc;
  GST_ALLOCATOR_CLASS (klass)->free = sl_shared_memory_free;
}

static void
sl_shared_memory_init (SlSharedMemory *self)
{
  GstAllocator *allocator = GST_ALLOCATOR (self);

  allocator->mem_type = KIND;
  allocator->mem_map = map_cb;
  allocator->mem_unmap = unmap_cb;
  GST_OBJECT_FLAG_SET (self, GST_ALLOCATOR_FLAG_CUSTOM_ALLOC);
}

GstAllocator *
sl_shared_memory_new (void)
{
  return g_object_ref_sink (g_object_new (SL_TYPE_SHARED_MEMORY, NULL));
}

gboolean
sl_shared_memory_find (GstBuffer *buffer, const guint8 *pixels, int *file, gsize *offset)
{
  GstMemory    *memory;
  const guint8 *data;

  g_return_val_if_fail (GST_IS_BUFFER (buffer) && file != NULL && offset != NULL, FALSE);

  memory = gst_buffer_n_memory (buffer) == 1 ? gst_buffer_peek_memory (buffer, 0) : NULL;
  if (memory == NULL || !gst_memory_is_type (memory, KIND))
    return FALSE;
  data = ((Piece *)memory)->data;
  if (pixels < data || pixels >= data + memory->maxsize)
    return FALSE;
  *file = ((Piece *)memory)->file;
  *offset = (gsize)(pixels - data);
  return TRUE;
}
