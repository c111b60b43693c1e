// The receive path of docs/protocol.md: bytes to commands, commands to one of the two command sets.
#ifndef TB_PROTOCOL_H
#define TB_PROTOCOL_H

#include <stdbool.h>
#include <stdint.h>

#include "quirks.h"

// Section 2. What a longer command has beyond is dropped, as in the reference, whose last cell takes it.
enum { TB_COMMAND_CHARACTERS = TB_QUIRK_SHORT_BUFFER ? 64 : 80 };

// Section 7.3: most bytes of one `tb put`, `tb run` or `tb dump`; no buffer of that size is needed.
enum { TB_FRAME_BYTES = 32768 };

// Section 7.3: a frame that stops for so long has ended.
enum { TB_SILENCE_MICROSECONDS = 250000 };

// Boots: the text of section 3. What was received before is dropped.
void tb_protocol_start(void);

// Takes one received byte; runs the command that it ends.
void tb_protocol_accept(uint8_t byte);

// Takes what is received, for ever.
_Noreturn void tb_protocol_serve(void);

// Waits for the raw bytes of a frame; `to` NULL drops them. Returns how many came before the line fell silent.
uint32_t tb_protocol_read_frame(uint8_t *to, uint32_t count);

// The command sets. `rest` is what follows the first word. The official one returns false for a word that is none of its own.
bool tb_official_command(const char *word, char *rest);
void tb_extension_command(char *rest);

// A timestamp as the mode has it: a lap or a pulse (sections 3 and 5).
void tb_official_timestamp(void);

#endif
