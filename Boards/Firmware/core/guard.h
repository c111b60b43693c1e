// Bytes behind the arena of the plan in force that no tensor owns: a kernel that writes behind its output changes them. docs/protocol.md section 7.8.
#ifndef TB_GUARD_H
#define TB_GUARD_H

#include "port.h"

#define TB_GUARD_BYTES 256u

// How many there are behind the first `used` bytes of the arena; 0 where the plan fills it.
uint32_t tb_guard_count(const tb_memory *memory, uint32_t used);

void tb_guard_write(const tb_memory *memory, uint32_t used);

// How many of them are not as they were written.
uint32_t tb_guard_damaged(const tb_memory *memory, uint32_t used);

#endif
