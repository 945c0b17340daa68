/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON Lines of what happened. Only this room knows how an event is written. */
#include "config.h"

#include "trace.h"

#include "finding.h"
#include "json-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _SlTrace
{
  GObject parent_instance;

  int          fd;
  GString     *rest; /* of a line that has been begun */
  gboolean     failed;
  SlConductor *conductor;
  int          state;
  SlFault     *fault;
};

G_DEFINE_FINAL_TYPE (SlTrace, sl_trace, G_TYPE_OBJECT)

/* One line under way. */
typedef struct
{
  GString *line;
} Event;

static void
add_text (Event *event, const char *key, const char *text)
{
  g_string_append_printf (event->line, ",\"%s\":", key);
  sl_json_text_append (event->line, text != NULL ? text : "");
}

static void
add_number (Event *event, const char *key, gint64 number)
{
  g_string_append_printf (event->line, ",\"%s\":%" G_GINT64_FORMAT, key, number);
}

static Event
begin (const char *name)
{
  Event event = {g_string_new (NULL)};

  g_string_printf (event.line, "{\"us\":%" G_GINT64_FORMAT ",\"event\":\"%s\"", g_get_monotonic_time (), name);
  return event;
}

/* Writes what is left of earlier lines. Returns: whether all of it went out */
static gboolean
flush (SlTrace *self)
{
  while (self->rest->len > 0)
    {
      const gssize written = write (self->fd, self->rest->str, self->rest->len);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0 && errno != EAGAIN && !self->failed)
        {
          self->failed = TRUE;
          g_printerr (_ ("The trace is not complete: %s"), g_strerror (errno));
          g_printerr ("\n");
        }
      if (written <= 0)
        return FALSE;
      g_string_erase (self->rest, 0, written);
    }
  return TRUE;
}

/* A reader that does not read, or a full disk, costs lines of the trace, and never a moment of the film: what
 * was begun is finished first, and a line for which there is no room is left out whole. */
static void
end (SlTrace *self, Event *event)
{
  g_string_append (event->line, "}\n");
  if (flush (self))
    {
      g_string_append_len (self->rest, event->line->str, (gssize)event->line->len);
      flush (self);
    }
  g_string_free (event->line, TRUE);
}

static void
before_frame_cb (SlTrace *self, SlFrame *frame)
{
  SlClip *clip = sl_session_get_clip (sl_conductor_get_session (self->conductor));
  Event   event = begin ("frame");

  add_text (&event, "clip", clip ? sl_clip_get_id (clip) : NULL);
  add_number (&event, "time", sl_reel_time_of (sl_conductor_get_reel (self->conductor), frame));
  add_number (&event, "serial", sl_frame_get_serial (frame));
  add_number (&event, "number", sl_frame_get_number (frame));
  end (self, &event);
}

static void
write_cue (SlTrace *self, const char *name, SlCue *cue)
{
  SlSession *session = sl_conductor_get_session (self->conductor);
  Event      event = begin (name);

  add_text (&event, "kind", sl_cue_kind_to_word (sl_cue_get_kind (cue)));
  add_text (&event, "id", sl_cue_get_id (cue));
  add_number (&event, "time", sl_session_get_time (session));
  add_number (&event, "number", sl_session_get_number (session));
  end (self, &event);
}

static void
cue_entered_cb (SlTrace *self, SlCue *cue)
{
  write_cue (self, "cue-enter", cue);
}

static void
cue_left_cb (SlTrace *self, SlCue *cue)
{
  write_cue (self, "cue-leave", cue);
}

static void
sought_cb (SlTrace *self, gint64 target, guint mode, guint serial)
{
  Event event = begin ("seek");

  add_number (&event, "target", target);
  add_text (&event, "mode", mode == SL_SEEK_EXACT ? "exact" : "keyframe");
  add_number (&event, "serial", serial);
  end (self, &event);
}

static void
state_cb (SlTrace *self)
{
  static const char *const words[] = {"idle", "loading", "paused", "playing", "ended", "fault"};
  const int                state = (int)sl_conductor_get_state (self->conductor);
  SlFault                 *fault = sl_conductor_get_fault (self->conductor);

  if (state != self->state)
    {
      Event event = begin ("state");

      add_text (&event, "state", words[state]);
      end (self, &event);
    }
  if (fault && (self->fault == NULL || sl_fault_get_code (fault) != sl_fault_get_code (self->fault)))
    {
      Event event = begin ("fault");

      add_text (&event, "code", sl_fault_code_to_word (sl_fault_get_code (fault)));
      end (self, &event);
    }
  self->state = state;
  g_clear_pointer (&self->fault, sl_fault_unref);
  self->fault = fault ? sl_fault_ref (fault) : NULL;
}

static void
sl_trace_dispose (GObject *object)
{
  SlTrace *self = SL_TRACE (object);

  g_clear_object (&self->conductor);
  g_clear_pointer (&self->fault, sl_fault_unref);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  if (self->rest)
    g_string_free (g_steal_pointer (&self->rest), TRUE);

  G_OBJECT_CLASS (sl_trace_parent_class)->dispose (object);
}

static void
sl_trace_class_init (SlTraceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_trace_dispose;
}

static void
sl_trace_init (SlTrace *self)
{
  self->fd = -1;
  self->rest = g_string_new (NULL);
}

SlTrace *
sl_trace_new (const char *path, GError **error)
{
  g_autoptr (SlTrace) self = g_object_new (SL_TYPE_TRACE, NULL);
  Event event;

  g_return_val_if_fail (path != NULL, NULL);

  self->fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NONBLOCK, 0666);
  if (self->fd < 0)
    {
      const int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
                   /* Translators: the first %s is a file’s path, the second the system’s reason. */
                   _ ("The trace cannot be written to “%s”: %s"), path, g_strerror (code));
      return NULL;
    }
  event = begin ("start");
  add_text (&event, "version", SL_VERSION);
  end (self, &event);
  return g_steal_pointer (&self);
}

/* The first one only. */
static void
painted_cb (SlTrace *self, GdkFrameClock *clock)
{
  Event event = begin ("window");

  end (self, &event);
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
}

static void
realized_cb (SlTrace *self, GtkWidget *window)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
}

void
sl_trace_follow (SlTrace *self, SlConductor *conductor, GtkWidget *window)
{
  SlSession *session;

  g_return_if_fail (SL_IS_TRACE (self) && self->conductor == NULL);
  g_return_if_fail (SL_IS_CONDUCTOR (conductor) && GTK_IS_WIDGET (window));

  g_signal_connect_object (window, "realize", G_CALLBACK (realized_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->conductor = g_object_ref (conductor);
  session = sl_conductor_get_session (conductor);
  g_signal_connect_object (conductor, "before-frame", G_CALLBACK (before_frame_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "sought", G_CALLBACK (sought_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "cue-entered", G_CALLBACK (cue_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "cue-left", G_CALLBACK (cue_left_cb), self, G_CONNECT_SWAPPED);
}

void
sl_trace_page (SlTrace *self, const char *page)
{
  Event event = begin ("page");

  g_return_if_fail (SL_IS_TRACE (self));

  add_text (&event, "page", page);
  end (self, &event);
}

void
sl_trace_findings (SlTrace *self, GPtrArray *findings)
{
  static const char *const severities[] = {"error", "warning", "hint"};

  g_return_if_fail (SL_IS_TRACE (self) && findings != NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      SlFinding *finding = g_ptr_array_index (findings, i);
      Event      event = begin ("finding");

      add_text (&event, "severity", severities[sl_finding_get_severity (finding)]);
      add_text (&event, "code", sl_finding_get_code (finding));
      add_text (&event, "file", sl_finding_get_file (finding));
      add_number (&event, "line", sl_finding_get_line (finding));
      add_number (&event, "column", sl_finding_get_column (finding));
      add_text (&event, "place", sl_finding_get_place (finding));
      add_text (&event, "text", sl_finding_get_text (finding));
      end (self, &event);
    }
}
