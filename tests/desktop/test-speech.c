/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said to Speech Dispatcher and what comes of it: by a stand-in that does what a test wants, and with the real one
 * where it is installed, which writes down what it would say. */
#include "speech.h"
#include "voice.h"

#include <glib/gstdio.h>
#include <signal.h>

#define LATE 300 /* seconds: far more than the slowest machine needs */

#define HELLO                                          \
  "SET SELF CLIENT_NAME user:sidelight:descriptions\n" \
  "SET SELF PRIORITY MESSAGE\n"                        \
  "SET SELF NOTIFICATION ALL ON\n"                     \
  "GET RATE\n"

typedef struct
{
  Voice    *voice; /* (nullable) */
  SlSpeech *speech;
  guint     ended;
  guint     n_failed;
} World;

static gboolean
late_cb (gpointer data)
{
  g_error ("it took too long: %s", (const char *)data);
  return G_SOURCE_REMOVE;
}

#define wait_until(condition)                                                      \
  G_STMT_START                                                                     \
  {                                                                                \
    const guint late_ = g_timeout_add_seconds (LATE, late_cb, (char *)#condition); \
                                                                                   \
    while (!(condition))                                                           \
      g_main_context_iteration (NULL, TRUE);                                       \
    g_source_remove (late_);                                                       \
  }                                                                                \
  G_STMT_END

static void
ended_cb (World *world, guint number)
{
  world->ended = number;
}

static void
failed_cb (World *world, const char *details)
{
  g_assert_nonnull (details);
  world->n_failed++;
}

static void
set_up (World *world, gconstpointer data)
{
  if (data == NULL)
    world->voice = voice_new ();
  world->speech = sl_speech_new ();
  g_signal_connect_swapped (world->speech, "ended", G_CALLBACK (ended_cb), world);
  g_signal_connect_swapped (world->speech, "failed", G_CALLBACK (failed_cb), world);
}

static void
tear_down (World *world, gconstpointer data)
{
  g_assert_finalize_object (world->speech);
  g_clear_pointer (&world->voice, voice_free);
}

static gboolean
is_saying (World *world, const char *text)
{
  return g_strcmp0 (voice_get_text (world->voice), text) == 0;
}

static void
check_log (World *world, const char *expected)
{
  g_autofree char *log = voice_take_log (world->voice);

  g_assert_cmpstr (log, ==, expected);
}

/* One after the other, each in its language; a pace of its own only where one is asked for. */
static void
test_say (World *world, gconstpointer data)
{
  guint number = sl_speech_say (world->speech, "A man\n comes in", "en", 1.0);

  wait_until (is_saying (world, "A man comes in"));
  check_log (world, HELLO "SET SELF LANGUAGE en\nSPEAK\nA man comes in\n.\n");
  g_assert_cmpuint (world->ended, ==, 0);
  voice_end (world->voice);
  wait_until (world->ended == number);
  number = sl_speech_say (world->speech, "Er geht", "de-AT", 2.0);
  wait_until (is_saying (world, "Er geht"));
  check_log (world, "SET SELF LANGUAGE de-AT\nSET SELF RATE 70\nSPEAK\nEr geht\n.\n");
  voice_end (world->voice);
  wait_until (world->ended == number);
  sl_speech_say (world->speech, "Again", NULL, 1.0);
  wait_until (is_saying (world, "Again"));
  check_log (world, "SET SELF RATE 10\nSPEAK\nAgain\n.\n");
}

/* Nothing that is said can be taken for a command, and no language for more than one. */
static void
test_data (World *world, gconstpointer data)
{
  sl_speech_say (world->speech, ".\r\nCANCEL ALL\r\n.\x07 5 < 6", "en\r\nQUIT", 1.0);
  wait_until (voice_get_text (world->voice));
  g_assert_cmpstr (voice_get_text (world->voice), ==, ". CANCEL ALL . 5 < 6");
  check_log (world, HELLO "SPEAK\n.. CANCEL ALL . 5 < 6\n.\n");
}

/* Only the last is said, and the end of another is not taken for its own. */
static void
test_instead (World *world, gconstpointer data)
{
  guint number;

  sl_speech_say (world->speech, "Never heard", "en", 1.0);
  number = sl_speech_say (world->speech, "First", "en", 1.0);
  wait_until (is_saying (world, "First"));
  check_log (world, HELLO "SET SELF LANGUAGE en\nSPEAK\nFirst\n.\n");
  g_assert_cmpuint (number, ==, 2);
  number = sl_speech_say (world->speech, "Second", "en", 1.0);
  wait_until (is_saying (world, "Second"));
  check_log (world, "CANCEL SELF\nSET SELF LANGUAGE en\nSPEAK\nSecond\n.\n");
  g_assert_cmpuint (world->ended, ==, 0);
  voice_end (world->voice);
  wait_until (world->ended == number);
}

/* Whenever that comes: nothing goes on to be said, and nobody is told of its end. */
static void
test_stop (World *world, gconstpointer data)
{
  guint number;

  for (guint n = 0; n < 40; n++)
    {
      sl_speech_say (world->speech, "Cut off", "en", 1.0);
      for (guint i = 0; i < n; i++)
        g_main_context_iteration (NULL, FALSE);
      sl_speech_stop (world->speech);
      if (n % 2)
        sl_speech_stop (world->speech);
    }
  g_assert_cmpuint (world->ended, ==, 0);
  number = sl_speech_say (world->speech, "Heard", "en", 1.0);
  wait_until (is_saying (world, "Heard"));
  voice_end (world->voice);
  wait_until (world->ended == number);
  g_assert_cmpuint (world->n_failed, ==, 0);
}

static void
test_hurry (World *world, gconstpointer data)
{
  guint number;

  voice_hurry (world->voice);
  number = sl_speech_say (world->speech, "Short", "en", 1.0);
  wait_until (world->ended == number);
}

static void
test_refused (World *world, gconstpointer data)
{
  voice_refuse (world->voice);
  sl_speech_say (world->speech, "No", "en", 1.0);
  wait_until (world->n_failed == 1);
  g_assert_cmpuint (world->ended, ==, 0);
}

/* The service goes away while it speaks: that is told once. Where there is another, it is found again. */
static void
test_lost (World *world, gconstpointer data)
{
  guint number;

  sl_speech_say (world->speech, "Half", "en", 1.0);
  wait_until (voice_get_text (world->voice));
  voice_break (world->voice);
  wait_until (world->n_failed == 1);
  voice_free (world->voice);
  world->voice = voice_new ();
  number = sl_speech_say (world->speech, "Whole", "en", 1.0);
  wait_until (voice_get_text (world->voice));
  voice_end (world->voice);
  wait_until (world->ended == number);
  g_assert_cmpuint (world->n_failed, ==, 1);
  /* Whoever says nothing does not miss it. */
  voice_free (world->voice);
  for (guint i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  world->voice = voice_new ();
  number = sl_speech_say (world->speech, "Once more", "en", 1.0);
  wait_until (voice_get_text (world->voice));
  g_assert_cmpuint (world->n_failed, ==, 1);
}

/* Neither there nor to be started. */
static void
test_absent (World *world, gconstpointer data)
{
  g_autofree char *path = g_strdup (g_getenv ("PATH"));

  g_setenv ("SPEECHD_ADDRESS", "unix_socket:/nowhere/at/all", TRUE);
  g_setenv ("PATH", "/nowhere", TRUE);
  sl_speech_open (world->speech);
  wait_until (world->n_failed == 1);
  g_setenv ("PATH", path, TRUE);
  g_unsetenv ("SPEECHD_ADDRESS");
}

/* The real one, as it is started for whoever needs it. */

static const char settings[] =
  "LogLevel 1\nDefaultRate 10\nDefaultLanguage en\nAudioOutputMethod \"libao\"\n"
  "AddModule \"writer\" \"sd_generic\" \"writer.conf\"\nDefaultModule writer\n";

static const char writer[] =
  "GenericExecuteSynth \"echo '$LANGUAGE' '$RATE' '$DATA' >>%s\"\n"
  "GenericLanguage \"en\" \"en\" \"utf-8\"\nGenericLanguage \"de\" \"de\" \"utf-8\"\n"
  "AddVoice \"en\" \"MALE1\" \"m\"\nAddVoice \"de\" \"MALE1\" \"m\"\nDefaultVoice \"m\"\n";

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
end_service (void)
{
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "speech-dispatcher", "pid", "speech-dispatcher.pid", NULL);
  g_autofree char *text = NULL;
  const gint64     late = g_get_monotonic_time () + LATE * G_USEC_PER_SEC;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpint (kill ((pid_t)g_ascii_strtoll (text, NULL, 10), SIGTERM), ==, 0);
  /* Its last deed; the process itself may stay for long where nobody asks how it ended. */
  while (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, late);
      g_usleep (1000);
    }
}

static void
test_real (World *world, gconstpointer data)
{
  const char      *home = g_getenv ("HOME");
  g_autofree char *found = g_find_program_in_path ("speech-dispatcher");
  g_autofree char *said = g_build_filename (home, "said", NULL);
  g_autofree char *module = g_strdup_printf (writer, said);
  g_autofree char *text = NULL;
  guint            number;

  if (found == NULL)
    {
      g_test_skip ("speech-dispatcher is not installed");
      return;
    }
  write_file (home, ".libao", "default_driver=null\n");
  write_file (g_get_user_config_dir (), "speech-dispatcher/speechd.conf", settings);
  write_file (g_get_user_config_dir (), "speech-dispatcher/modules/writer.conf", module);
  number = sl_speech_say (world->speech, ".Eine Tür, \"langsam\"; dahinter 'niemand'", "de", 2.0);
  wait_until (world->ended == number || world->n_failed);
  g_assert_cmpuint (world->n_failed, ==, 0);
  number = sl_speech_say (world->speech, "Nobody", "en", 1.0);
  wait_until (world->ended == number);
  g_assert_true (g_file_get_contents (said, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "de 70.00 .Eine Tür, \"langsam\"; dahinter 'niemand'\nen 10.00 Nobody\n");
  end_service ();
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("sidelight-speech-XXXXXX", NULL);
  g_autofree char *config = g_build_filename (home, "config", NULL);
  const char      *remove[] = {"rm", "-rf", home, NULL};
  int              status;

  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", home, TRUE);
  g_unsetenv ("SPEECHD_ADDRESS");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/speech/say", World, NULL, set_up, test_say, tear_down);
  g_test_add ("/speech/data", World, NULL, set_up, test_data, tear_down);
  g_test_add ("/speech/instead", World, NULL, set_up, test_instead, tear_down);
  g_test_add ("/speech/stop", World, NULL, set_up, test_stop, tear_down);
  g_test_add ("/speech/hurry", World, NULL, set_up, test_hurry, tear_down);
  g_test_add ("/speech/refused", World, NULL, set_up, test_refused, tear_down);
  g_test_add ("/speech/lost", World, NULL, set_up, test_lost, tear_down);
  g_test_add ("/speech/absent", World, "alone", set_up, test_absent, tear_down);
  g_test_add ("/speech/real", World, "alone", set_up, test_real, tear_down);

  status = g_test_run ();
  g_assert_true (g_spawn_sync (NULL, (char **)remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
  return status;
}
