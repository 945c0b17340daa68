/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One diagnostic in the one shape that every reader and tool of the project uses. What is found, and
 * what becomes of the item, is the finder's business.
 */
#include "finding.h"

struct _SlFinding
{
  gatomicrefcount refs;
  SlSeverity      severity;
  char           *file;
  guint           line;
  guint           column;
  char           *code;
  char           *place;
  char           *text;
};

G_DEFINE_BOXED_TYPE (SlFinding, sl_finding, sl_finding_ref, sl_finding_unref)

G_DEFINE_ENUM_TYPE (SlSeverity,
                    sl_severity,
                    G_DEFINE_ENUM_VALUE (SL_SEVERITY_ERROR, "error"),
                    G_DEFINE_ENUM_VALUE (SL_SEVERITY_WARNING, "warning"),
                    G_DEFINE_ENUM_VALUE (SL_SEVERITY_HINT, "hint"))

/* The word is part of the machine-readable shape and is not translated. */
static const char *
severity_word (SlSeverity severity)
{
  switch (severity)
    {
    case SL_SEVERITY_ERROR:
      return "error";
    case SL_SEVERITY_WARNING:
      return "warning";
    case SL_SEVERITY_HINT:
      return "hint";
    default:
      g_assert_not_reached ();
    }
}

SlFinding *
sl_finding_new (SlSeverity  severity,
                const char *file,
                guint       line,
                guint       column,
                const char *code,
                const char *place,
                const char *text)
{
  SlFinding *self;

  g_return_val_if_fail (file != NULL && code != NULL && text != NULL, NULL);

  self = g_new0 (SlFinding, 1);
  g_atomic_ref_count_init (&self->refs);
  self->severity = severity;
  self->file = g_strdup (file);
  self->line = line;
  self->column = column;
  self->code = g_strdup (code);
  self->place = place != NULL && *place != '\0' ? g_strdup (place) : NULL;
  self->text = g_strdup (text);
  return self;
}

SlFinding *
sl_finding_ref (SlFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sl_finding_unref (SlFinding *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->file);
  g_free (self->code);
  g_free (self->place);
  g_free (self->text);
  g_free (self);
}

SlSeverity
sl_finding_get_severity (const SlFinding *self)
{
  g_return_val_if_fail (self != NULL, SL_SEVERITY_ERROR);

  return self->severity;
}

const char *
sl_finding_get_file (const SlFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->file;
}

guint
sl_finding_get_line (const SlFinding *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

guint
sl_finding_get_column (const SlFinding *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->column;
}

const char *
sl_finding_get_code (const SlFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->code;
}

const char *
sl_finding_get_place (const SlFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->place;
}

const char *
sl_finding_get_text (const SlFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

char *
sl_finding_to_string (const SlFinding *self)
{
  GString *string;

  g_return_val_if_fail (self != NULL, NULL);

  string = g_string_new (self->file);
  if (self->line > 0)
    g_string_append_printf (string, ":%u", self->line);
  if (self->line > 0 && self->column > 0)
    g_string_append_printf (string, ":%u", self->column);
  g_string_append_printf (string, ": %s[%s]", severity_word (self->severity), self->code);
  if (self->place != NULL)
    g_string_append_printf (string, " %s", self->place);
  g_string_append_printf (string, ": %s", self->text);
  return g_string_free (string, FALSE);
}
