/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An X server that shares our memory reads a picture where the converter left it. What it reads must not be written
 * to, so frames are kept until it has answered a question that was asked after them. It goes over GDK's connection,
 * and so in order with what GDK draws. Leaves out what of the window may be put: see SlDirectPicture.
 */
#include "config.h"

#include "x11-put.h"

#ifdef HAVE_XCB_SHM
#include <X11/Xlib-xcb.h>
#include <fcntl.h>
#include <gdk/x11/gdkx.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <xcb/shm.h>
#include <xcb/xcbext.h>

#define N_PIECES 16 /* of memory that the server maps */
#define N_READING 3 /* frames that it may be behind */
#define AGE 90      /* frames after which a piece that was not used is given up */

/* A file that the server has mapped. */
typedef struct
{
  ino_t         inode;
  xcb_shm_seg_t segment; /* 0: none */
  guint         used;
} Piece;

/* A frame that the server may still read. */
typedef struct
{
  SlFrame                     *frame; /* (nullable) */
  xcb_void_cookie_t            put;
  xcb_get_input_focus_cookie_t asked;
} Reading;

struct _SlX11Put
{
  xcb_connection_t *connection;
  xcb_window_t      window;
  xcb_gcontext_t    context;
  guint8            depth;
  guint             count;
  Piece             pieces[N_PIECES];
  Reading           reading[N_READING];
  gboolean          failed;
};

/* Files can only be handed over to a server on this machine. */
static gboolean
is_local (xcb_connection_t *connection)
{
  struct sockaddr_storage address;
  socklen_t               length = sizeof address;

  return getsockname (xcb_get_file_descriptor (connection), (struct sockaddr *)&address, &length) == 0 &&
         address.ss_family == AF_UNIX;
}

static gboolean
has_shared_memory (xcb_connection_t *connection)
{
  const xcb_query_extension_reply_t        *extension = xcb_get_extension_data (connection, &xcb_shm_id);
  g_autofree xcb_shm_query_version_reply_t *version = NULL;

  if (extension == NULL || !extension->present)
    return FALSE;
  version = xcb_shm_query_version_reply (connection, xcb_shm_query_version (connection), NULL);
  return version && (version->major_version > 1 || version->minor_version >= 2);
}

/* Whether the window's pixels are like a frame's. */
static gboolean
is_alike (Display *display, const XWindowAttributes *attributes)
{
  const int order = G_BYTE_ORDER == G_LITTLE_ENDIAN ? LSBFirst : MSBFirst;

  return (attributes->depth == 24 || attributes->depth == 32) && attributes->visual->red_mask == 0xff0000 &&
         attributes->visual->green_mask == 0xff00 && attributes->visual->blue_mask == 0xff &&
         G_BYTE_ORDER == G_LITTLE_ENDIAN && ImageByteOrder (display) == order;
}

static SlX11Put *
make (GdkSurface *surface)
{
  Display          *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
  xcb_connection_t *connection = XGetXCBConnection (display);
  const guint32     no_exposures = 0;
  XWindowAttributes attributes;
  SlX11Put         *self;

  if (!is_local (connection) || !has_shared_memory (connection) ||
      !XGetWindowAttributes (display, gdk_x11_surface_get_xid (surface), &attributes) || !is_alike (display, &attributes))
    return NULL;
  self = g_new0 (SlX11Put, 1);
  self->connection = connection;
  self->window = (xcb_window_t)gdk_x11_surface_get_xid (surface);
  self->depth = (guint8)attributes.depth;
  self->context = xcb_generate_id (connection);
  xcb_create_gc (connection, self->context, self->window, XCB_GC_GRAPHICS_EXPOSURES, &no_exposures);
  return self;
}

/* Returns: whether the server has read it; does not wait unless told to */
static gboolean
finish (SlX11Put *self, Reading *reading, gboolean wait)
{
  g_autofree xcb_get_input_focus_reply_t *reply = NULL;
  g_autofree xcb_generic_error_t         *error = NULL;

  if (reading->frame == NULL)
    return TRUE;
  if (wait)
    reply = xcb_get_input_focus_reply (self->connection, reading->asked, NULL);
  else if (!xcb_poll_for_reply (self->connection, reading->asked.sequence, (void **)&reply, NULL))
    return FALSE;
  error = xcb_request_check (self->connection, reading->put);
  if (error)
    {
      g_debug ("the X server takes no frames: error %u", error->error_code);
      self->failed = TRUE;
    }
  g_clear_pointer (&reading->frame, sl_frame_unref);
  return TRUE;
}

/* Returns: (transfer none): room for another frame */
static Reading *
make_room (SlX11Put *self)
{
  Reading *free = NULL;

  for (guint i = 0; i < N_READING; i++)
    if (finish (self, &self->reading[i], FALSE))
      free = &self->reading[i];
  if (free == NULL)
    {
      free = &self->reading[self->count % N_READING]; /* the oldest */
      finish (self, free, TRUE);
    }
  return free;
}

static void
give_up (SlX11Put *self, Piece *piece)
{
  if (piece->segment != 0)
    xcb_shm_detach (self->connection, piece->segment);
  piece->segment = 0;
}

/* Returns: whether the server has mapped it */
static gboolean
hand_over (SlX11Put *self, Piece *piece, int file, ino_t inode)
{
  g_autofree xcb_generic_error_t *error = NULL;
  const int                       copy = fcntl (file, F_DUPFD_CLOEXEC, 3);

  give_up (self, piece);
  if (copy < 0)
    return FALSE;
  piece->inode = inode;
  piece->segment = xcb_generate_id (self->connection);
  /* The connection closes the copy. */
  error = xcb_request_check (self->connection, xcb_shm_attach_fd_checked (self->connection, piece->segment, copy, TRUE));
  if (error)
    piece->segment = 0;
  return error == NULL;
}

/* Returns: (transfer none) (nullable): what the server has mapped of @file */
static Piece *
find_piece (SlX11Put *self, int file)
{
  Piece      *oldest = &self->pieces[0];
  struct stat about;

  if (fstat (file, &about) != 0)
    return NULL;
  for (guint i = 0; i < N_PIECES; i++)
    {
      Piece *piece = &self->pieces[i];

      if (piece->segment != 0 && piece->inode == about.st_ino)
        {
          piece->used = self->count;
          return piece;
        }
      if (piece->segment != 0 && self->count - piece->used > AGE)
        give_up (self, piece);
      if (oldest->segment != 0 && (piece->segment == 0 || piece->used < oldest->used))
        oldest = piece;
    }
  oldest->used = self->count;
  return hand_over (self, oldest, file, about.st_ino) ? oldest : NULL;
}

SlX11Put *
sl_x11_put_new (GdkSurface *surface)
{
  g_return_val_if_fail (GDK_IS_SURFACE (surface), NULL);

  return GDK_IS_X11_SURFACE (surface) && !gdk_surface_is_destroyed (surface) ? make (surface) : NULL;
}

void
sl_x11_put_free (SlX11Put *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < N_READING; i++)
    finish (self, &self->reading[i], TRUE);
  for (guint i = 0; i < N_PIECES; i++)
    give_up (self, &self->pieces[i]);
  xcb_free_gc (self->connection, self->context);
  xcb_flush (self->connection);
  g_free (self);
}

gboolean
sl_x11_put_frame (SlX11Put *self, SlFrame *frame, int x, int y, const cairo_region_t *open)
{
  Reading *reading;
  Piece   *piece;
  gsize    offset;
  int      file;

  g_return_val_if_fail (self != NULL && frame != NULL && open != NULL, FALSE);

  reading = make_room (self);
  if (self->failed || !sl_frame_get_shared (frame, &file, &offset) || sl_frame_get_stride (frame) % 4 != 0)
    return FALSE;
  self->count++;
  piece = find_piece (self, file);
  if (piece == NULL)
    return FALSE;
  for (int i = 0; i < cairo_region_num_rectangles (open); i++)
    {
      cairo_rectangle_int_t part;

      cairo_region_get_rectangle (open, i, &part);
      if (i > 0)
        xcb_discard_reply (self->connection, reading->put.sequence);
      reading->put = xcb_shm_put_image_checked (self->connection,
                                                self->window,
                                                self->context,
                                                (guint16)(sl_frame_get_stride (frame) / 4),
                                                (guint16)sl_frame_get_height (frame),
                                                (guint16)part.x,
                                                (guint16)part.y,
                                                (guint16)part.width,
                                                (guint16)part.height,
                                                (gint16)(x + part.x),
                                                (gint16)(y + part.y),
                                                self->depth,
                                                XCB_IMAGE_FORMAT_Z_PIXMAP,
                                                FALSE,
                                                piece->segment,
                                                (guint32)offset);
    }
  if (!cairo_region_is_empty (open))
    {
      reading->frame = sl_frame_ref (frame);
      reading->asked = xcb_get_input_focus (self->connection);
      xcb_flush (self->connection);
    }
  return TRUE;
}

#else

SlX11Put *
sl_x11_put_new (GdkSurface *surface)
{
  return NULL;
}

void
sl_x11_put_free (SlX11Put *self)
{
}

gboolean
sl_x11_put_frame (SlX11Put *self, SlFrame *frame, int x, int y, const cairo_region_t *open)
{
  return FALSE;
}

#endif
