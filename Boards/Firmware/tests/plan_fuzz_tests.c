// Hostile plans: whatever tb_plan_check lets through must run inside its memory. The sanitizers are the judge.
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "core_tests.h"
#include "runner.h"
#include "sample_plan.h"

static uint64_t state;
static uint32_t mutant_count;

// xorshift64*: the same mutants for the same seed on every machine.
static uint32_t next(uint32_t below)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (uint32_t)((state * UINT64_C(0x2545F4914F6CDD1D)) >> 32) % below;
}

// Values around which bounds are drawn.
static uint32_t hostile_value(uint32_t old)
{
    static const uint32_t edges[] = {
        0, 1, 2, 0x7F, 0x80, 0xFF, 0xFFFF, 1u << 23, 1u << 28, 1u << 30, INT32_MAX, 1u << 31, UINT32_MAX - 1, UINT32_MAX};
    switch (next(4)) {
    case 0:
        return old + next(9) - 4;
    case 1:
        return old ^ 1u << next(32);
    case 2:
        return next(64);
    default:
        return edges[next(sizeof edges / sizeof *edges)];
    }
}

// Changes one byte, one 16-bit or one 32-bit field, most often behind the header; a bigger size would only be cut off.
static void mutate(uint8_t *blob, uint32_t bytes)
{
    uint32_t at = next(8) == 0 ? next(128) : 128 + next(bytes - 128);
    if (next(3) == 0) {
        blob[at] = (uint8_t)hostile_value(blob[at]);
        return;
    }

    uint32_t size = next(3) == 0 ? 2 : 4, value = 0;
    at -= at % size;
    memcpy(&value, blob + at, size);
    value = hostile_value(value);
    memcpy(blob + at, &value, size);
}

// Runs an accepted plan in memory of exactly the sizes that the check was told.
static void run(const tb_plan *plan, const tb_memory *memory)
{
    const tb_runner runner = {.plan = *plan, .memory = memory};
    for (uint32_t i = 0; i < memory->data_bytes; i++)
        memory->data[i] = (uint8_t)next(256);
    tb_runner_load_input(&runner);
    tb_runner_run(&runner);
}

static void No_mutant_leaves_its_memory(void)
{
    const plan_builder builder = sample_plan();
    uint8_t *good = builder_write(&builder);
    uint32_t bytes = ((const tb_plan_header *)(const void *)good)->total_bytes;
    tb_memory memory = {
        .data = builder_allocate(builder.header.data_bytes), .data_bytes = builder.header.data_bytes,
        .arena = builder_allocate(builder.header.arena_bytes), .arena_bytes = builder.header.arena_bytes};

    uint32_t refused = 0, ran = 0;
    uint8_t *blob = builder_allocate(bytes);
    for (uint32_t i = 0; i < mutant_count; i++) {
        memcpy(blob, good, bytes);
        for (uint32_t changes = 1 + next(3); changes > 0; changes--)
            mutate(blob, bytes);
        if (((const tb_plan_header *)(const void *)blob)->total_bytes == bytes)
            builder_seal(blob);

        tb_plan plan;
        const char *reason = tb_plan_check(&plan, blob, bytes, memory.arena_bytes, memory.data_bytes);
        if (reason) {
            EXPECT(strlen(reason) <= 60);
            refused++;
        } else {
            run(&plan, &memory);
            ran++;
        }
    }

    printf("%" PRIu32 " mutants refused, %" PRIu32 " ran\n", refused, ran);
    EXPECT(refused > 0 && ran > 0);
    free(blob);
    free(memory.arena);
    free(memory.data);
    free(good);
}

void plan_fuzz_tests(uint64_t seed, uint32_t mutants)
{
    printf("%" PRIu32 " mutants of seed %" PRIu64 "\n", mutants, seed);
    state = seed;
    mutant_count = mutants;
    RUN(No_mutant_leaves_its_memory);
}
