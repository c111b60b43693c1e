#include "image.h"

// From sections.ld; only their addresses mean something.
extern uint32_t tb_code_start[], tb_code_end[];
extern uint32_t tb_data_start[], tb_data_end[], tb_data_load[];
extern uint32_t tb_bss_start[], tb_bss_end[];
extern uint32_t tb_stack_limit[], tb_stack_top[];

static const uint32_t Paint = 0xA5C3F00Fu;

static uint32_t distance(const uint32_t *from, const uint32_t *to)
{
    return (uint32_t)((uintptr_t)to - (uintptr_t)from);
}

void tb_image_start(void)
{
    const uint32_t *from = tb_data_load;
    for (uint32_t *to = tb_data_start; to < tb_data_end; to++)
        *to = *from++;
    for (uint32_t *to = tb_bss_start; to < tb_bss_end; to++)
        *to = 0;

    // Not the frames that are in use: the compiler knows them, the margin is for what it pushes below this one.
    uint32_t *used = (uint32_t *)__builtin_frame_address(0) - 16;
    for (volatile uint32_t *to = tb_stack_limit; to < used; to++)
        *to = Paint;
}

tb_usage tb_image_usage(uint32_t static_bytes)
{
    const volatile uint32_t *deepest = tb_stack_limit;
    while (deepest < tb_stack_top && *deepest == Paint)
        deepest++;

    tb_usage usage = {
        .flash = distance(tb_code_start, tb_code_end) + distance(tb_data_start, tb_data_end),
        .ram = distance(tb_data_start, tb_data_end) + distance(tb_bss_start, tb_bss_end) + static_bytes,
        .stack_used = distance((const uint32_t *)deepest, tb_stack_top),
        .stack_bytes = distance(tb_stack_limit, tb_stack_top),
    };
    return usage;
}
