// Arm MPS2 with the Cortex-M7 image AN500, as QEMU's machine mps2-an500 has it: the memory; ports/mps2 has the rest.
#include "port.h"

#include "image.h"

#ifndef TB_ARENA_BYTES
#define TB_ARENA_BYTES (2u * 1024 * 1024)
#endif

// The lower half of the 16 MiB of PSRAM is the plan's, memory.ld gives the upper half to tensors.
#define PLAN ((uint8_t *)0x60000000u)
#define PLAN_BYTES (8u * 1024 * 1024)
#define DATA_BYTES (64u * 1024)

const char tb_port_board[] = "mps2-an500";

TB_TENSORS static uint8_t arena[TB_ARENA_BYTES];
TB_TENSORS static uint8_t data[DATA_BYTES];

const tb_memory *tb_port_memory(void)
{
    static const tb_memory memory = {
        .data = data,
        .data_bytes = DATA_BYTES,
        .arena = arena,
        .arena_bytes = TB_ARENA_BYTES,
        .resident_plan = PLAN,
        .resident_bytes = PLAN_BYTES,
        .plan_slot = PLAN,
        .plan_slot_bytes = PLAN_BYTES,
    };
    return &memory;
}

tb_usage tb_port_usage(void)
{
    return tb_image_usage(DATA_BYTES);
}
