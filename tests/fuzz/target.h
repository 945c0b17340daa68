/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* What a fuzz target has: feeds one input to the code under test and aborts when that breaks a promise. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
