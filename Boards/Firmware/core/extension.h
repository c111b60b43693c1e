// The `tb` commands, docs/protocol.md section 7, and what they share. `rest` is what follows the command's own word.
#ifndef TB_EXTENSION_H
#define TB_EXTENSION_H

#include <stdbool.h>
#include <stdint.h>

#include "device.h"

// Section 7.1.
void tb_extension_caps(void);

// Section 7.3.
void tb_extension_open(char *rest);
void tb_extension_put(char *rest);
void tb_extension_have(void);
void tb_extension_check(void);

// Section 7.4.
void tb_extension_run(char *rest);

// Section 7.5.
void tb_extension_trace(char *rest);

// Section 7.6.
void tb_extension_stop(char *rest);
void tb_extension_dump(char *rest);

// Section 7.7.
void tb_extension_mem(void);

// Section 7.8.
void tb_extension_guard(void);

// A line m-tb-KEY-[ ... ]*CRC; what stands between the brackets is said between these two calls.
void tb_extension_begin(const char *key);
void tb_extension_end(void);

// Whole lines of that kind.
void tb_extension_pair(const char *key, const char *value);
void tb_extension_number(const char *key, uint32_t value);

// m-tb-plan-[...], which `caps` and `check` say.
void tb_extension_plan_state(void);

// e-[tb COMMAND: REASON]
void tb_extension_refuse(const char *command, const char *reason);
void tb_extension_refuse_count(const char *command, uint32_t received, uint32_t expected);

// A refused frame is on its way all the same: it must not be read as commands.
void tb_extension_refuse_frame(const char *command, uint32_t length, const char *reason);

// Takes `length` bytes to `offset` of the slot and checks them. What was announced as checked before them stays so.
bool tb_extension_receive_frame(const char *command, tb_slot *slot, uint32_t offset, uint32_t length, uint32_t crc);

// The next word as a number; false when there is none or it is no number.
bool tb_extension_next_unsigned(char **rest, uint32_t *value);
bool tb_extension_next_crc(char **rest, uint32_t *value);

#endif
