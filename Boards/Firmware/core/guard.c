#include "guard.h"

// No two neighbours are alike, and none is a code that kernels often write: 0, -128, 127.
static uint8_t guard_byte(uint32_t index)
{
    return (uint8_t)(index % 2 == 0 ? 0xA5u : 0x5Au);
}

uint32_t tb_guard_count(const tb_memory *memory, uint32_t used)
{
    uint32_t rest = memory->arena_bytes - used;
    return rest < TB_GUARD_BYTES ? rest : TB_GUARD_BYTES;
}

void tb_guard_write(const tb_memory *memory, uint32_t used)
{
    uint32_t count = tb_guard_count(memory, used);
    for (uint32_t i = 0; i < count; i++)
        memory->arena[used + i] = guard_byte(i);
}

uint32_t tb_guard_damaged(const tb_memory *memory, uint32_t used)
{
    uint32_t count = tb_guard_count(memory, used);
    uint32_t damaged = 0;
    for (uint32_t i = 0; i < count; i++)
        damaged += memory->arena[used + i] != guard_byte(i);
    return damaged;
}
