// Loading of inputs, and the operators that the runner computes itself.
#include "runner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "core_tests.h"
#include "crc32.h"
#include "plan_operator.h"
#include "sample_plan.h"

// A plan with memory of its own.
typedef struct {
    uint8_t *blob;
    tb_memory memory;
    tb_runner runner;
} bench;

static bench prepare(const plan_builder *builder)
{
    bench b = {.blob = builder_write(builder)};
    const tb_plan_header *header = &builder->header;
    b.memory = (tb_memory){
        .data = builder_allocate(header->data_bytes), .data_bytes = header->data_bytes,
        .arena = builder_allocate(header->arena_bytes), .arena_bytes = header->arena_bytes};
    uint32_t total = ((const tb_plan_header *)(const void *)b.blob)->total_bytes;
    EXPECT_TEXT(NULL, tb_plan_check(&b.runner.plan, b.blob, total, header->arena_bytes, header->data_bytes));
    return b;
}

static void release(bench *b)
{
    free(b->blob);
    free(b->memory.data);
    free(b->memory.arena);
}

// One RESHAPE of `bytes` bytes, whose input the plan's encoding loads; `output` is where the bytes arrive.
static void load(uint8_t encoding, uint32_t bytes, float scale, int32_t zero_point, const void *upload, void *output)
{
    plan_builder builder = builder_start();
    builder.header.input_encoding = encoding;
    uint16_t input = builder_arena_tensor(&builder, TB_INT8, bytes, scale, zero_point);
    uint16_t copy = builder_arena_tensor(&builder, TB_INT8, bytes, scale, zero_point);
    builder_input(&builder, input);
    builder_output(&builder, copy);
    builder_operator(&builder, TB_RESHAPE, input, TB_NO_TENSOR, TB_NO_TENSOR, copy, &bytes, sizeof bytes);

    bench b = prepare(&builder);
    b.runner.memory = &b.memory;
    memcpy(b.memory.data, upload, builder.header.data_bytes);
    tb_runner_load_input(&b.runner);
    tb_runner_run(&b.runner);
    memcpy(output, tb_runner_tensor(&b.runner, copy), bytes);
    release(&b);
}

static void Raw_bytes_stay_as_they_are(void)
{
    int8_t output[3];
    load(TB_INPUT_RAW, 3, 0, 0, (const int8_t[]){-128, 0, 127}, output);
    EXPECT_CODES(output, -128, 0, 127);
}

static void Pixels_lose_128(void)
{
    int8_t output[4];
    load(TB_INPUT_UINT8_MINUS_128, 4, 0, 0, (const uint8_t[]){0, 127, 128, 255}, output);
    EXPECT_CODES(output, -128, -1, 0, 127);
}

static void Floats_are_quantized_with_ties_away_from_zero(void)
{
    const float upload[] = {0.25f, -0.25f, 0.75f, 1.0f, 0.2f};
    int8_t output[5];
    load(TB_INPUT_FLOAT32, 5, 0.5f, 10, upload, output);
    EXPECT_CODES(output, 11, 9, 12, 12, 10);
}

// The float below one half is nearest to 0, though adding one half to it in binary32 gives 1.
static void A_float_just_below_a_tie_is_not_a_tie(void)
{
    const float upload[] = {0.49999997f, -0.49999997f, 0.5f};
    int8_t output[3];
    load(TB_INPUT_FLOAT32, 3, 1.0f, 0, upload, output);
    EXPECT_CODES(output, 0, 0, 1);
}

static void Floats_end_at_the_ends_of_the_range(void)
{
    const float upload[] = {1e30f, -1e30f, INFINITY, -INFINITY, NAN, 126.5f};
    int8_t output[6];
    load(TB_INPUT_FLOAT32, 6, 1.0f, 1, upload, output);
    EXPECT_CODES(output, 127, -128, 127, -128, 1, 127);
}

// Two inputs of 3 and 4 bytes: the second lies behind the first in the upload and at a place of its own in the arena.
static void Inputs_are_taken_from_the_upload_in_order(void)
{
    plan_builder builder = builder_start();
    uint16_t first = builder_arena_tensor(&builder, TB_INT8, 3, 0, 0), second = builder_arena_tensor(&builder, TB_FLOAT32, 4, 0, 0);
    uint16_t copy = builder_arena_tensor(&builder, TB_FLOAT32, 4, 0, 0);
    uint32_t bytes = 4;
    builder_input(&builder, first);
    builder_input(&builder, second);
    builder_output(&builder, copy);
    builder_operator(&builder, TB_RESHAPE, second, TB_NO_TENSOR, TB_NO_TENSOR, copy, &bytes, sizeof bytes);

    bench b = prepare(&builder);
    b.runner.memory = &b.memory;
    memcpy(b.memory.data, "abcdefg", 7);
    tb_runner_load_input(&b.runner);
    tb_runner_run(&b.runner);
    EXPECT(memcmp(tb_runner_tensor(&b.runner, first), "abc", 3) == 0);
    EXPECT(memcmp(tb_runner_tensor(&b.runner, copy), "defg", 4) == 0);
    release(&b);
}

// The reference multiplies in binary64. Scales from 2^-20 up, every code.
static void A_code_becomes_the_float_nearest_to_the_exact_product(void)
{
    int32_t different = 0, count = 256;
    for (int i = 0; i < 200; i++) {
        float scale = ldexpf(1.0f + (float)(i * 40503 % 8388608) / 8388608.0f, i % 24 - 20);
        plan_builder builder = builder_start();
        uint16_t input = builder_arena_tensor(&builder, TB_INT8, 256, scale, i % 256 - 128);
        uint16_t output = builder_arena_tensor(&builder, TB_FLOAT32, 1024, 0, 0);
        builder_input(&builder, input);
        builder_output(&builder, output);
        builder_operator(&builder, TB_DEQUANTIZE, input, TB_NO_TENSOR, TB_NO_TENSOR, output, &count, sizeof count);

        bench b = prepare(&builder);
        b.runner.memory = &b.memory;
        for (int code = -128; code < 128; code++)
            b.memory.data[code + 128] = (uint8_t)code;
        tb_runner_load_input(&b.runner);
        tb_runner_run(&b.runner);
        const float *values = (const float *)(const void *)tb_runner_tensor(&b.runner, output);
        for (int code = -128; code < 128; code++)
            different += values[code + 128] != (float)((double)scale * (code - (i % 256 - 128)));
        release(&b);
    }

    EXPECT_EQUAL(0, different);
}

static void A_reshape_in_place_keeps_the_bytes(void)
{
    plan_builder builder = builder_start();
    uint16_t input = builder_arena_tensor(&builder, TB_INT8, 4, 0, 0), copy = builder_arena_tensor(&builder, TB_INT8, 4, 0, 0);
    uint16_t shared = builder_arena_tensor(&builder, TB_INT8, 4, 0, 0);
    builder.tensors[shared].offset = builder.tensors[copy].offset;
    uint32_t bytes = 4;
    builder_input(&builder, input);
    builder_output(&builder, shared);
    builder_operator(&builder, TB_RESHAPE, input, TB_NO_TENSOR, TB_NO_TENSOR, copy, &bytes, sizeof bytes);
    builder_operator(&builder, TB_RESHAPE, copy, TB_NO_TENSOR, TB_NO_TENSOR, shared, &bytes, sizeof bytes);

    bench b = prepare(&builder);
    b.runner.memory = &b.memory;
    memcpy(b.memory.data, (const int8_t[]){1, -2, 3, -4}, 4);
    tb_runner_load_input(&b.runner);
    tb_runner_run(&b.runner);
    EXPECT_CODES((const int8_t *)tb_runner_tensor(&b.runner, shared), 1, -2, 3, -4);
    release(&b);
}

// One upload, three inferences: the input keeps its memory. Each operator takes one tick of the tests' clock.
static void Inferences_repeat_and_their_ticks_add_up(void)
{
    const plan_builder builder = sample_plan();
    bench b = prepare(&builder);
    b.runner.memory = &b.memory;
    for (uint32_t i = 0; i < b.memory.data_bytes / 4; i++)
        memcpy(b.memory.data + 4 * i, &(float){(float)i / 2 - 8}, 4);
    tb_runner_load_input(&b.runner);

    uint16_t output = b.runner.plan.outputs[0];
    uint32_t crcs[3];
    for (int i = 0; i < 3; i++) {
        EXPECT_EQUAL(builder.header.operator_count, tb_runner_run(&b.runner));
        crcs[i] = tb_crc32(0, tb_runner_tensor(&b.runner, output), b.runner.plan.tensors[output].bytes);
    }

    EXPECT_EQUAL(crcs[0], crcs[1]);
    EXPECT_EQUAL(crcs[0], crcs[2]);
    release(&b);
}

void runner_tests(void)
{
    RUN(Raw_bytes_stay_as_they_are);
    RUN(Pixels_lose_128);
    RUN(Floats_are_quantized_with_ties_away_from_zero);
    RUN(A_float_just_below_a_tie_is_not_a_tie);
    RUN(Floats_end_at_the_ends_of_the_range);
    RUN(Inputs_are_taken_from_the_upload_in_order);
    RUN(A_code_becomes_the_float_nearest_to_the_exact_product);
    RUN(A_reshape_in_place_keeps_the_bytes);
    RUN(Inferences_repeat_and_their_ticks_add_up);
}
