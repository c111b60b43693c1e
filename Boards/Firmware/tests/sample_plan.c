#include "sample_plan.h"

#include "kernels.h"
#include "plan_operator.h"

enum { CHANNELS = 4, CLASSES = 5 };

static const tb_multiplier small = {1500000000, -6};
static const tb_codes codes = {.input_zero_point = -3, .output_zero_point = 5, .activation_min = -128, .activation_max = 127};

// A record with room for its multipliers.
typedef union {
    tb_conv_2d conv;
    tb_depthwise_conv_2d depthwise;
    tb_fully_connected connected;
    uint8_t room[sizeof(tb_conv_2d) + CLASSES * sizeof(tb_multiplier)];
} weighted;

static void fill(tb_multiplier *multipliers, int count)
{
    for (int i = 0; i < count; i++)
        multipliers[i] = small;
}

static uint16_t constant(plan_builder *builder, uint32_t bytes)
{
    int8_t values[256];
    for (uint32_t i = 0; i < bytes; i++)
        values[i] = (int8_t)(i * 37 % 251 - 125);
    return builder_constant(builder, TB_INT8, values, bytes);
}

static uint16_t bias(plan_builder *builder, uint32_t count)
{
    int32_t values[CLASSES] = {100, -200, 300, -400, 500};
    return builder_constant(builder, TB_INT32, values, count * 4);
}

static uint16_t activation(plan_builder *builder, uint32_t bytes)
{
    return builder_arena_tensor(builder, TB_INT8, bytes, 0.25f, -3);
}

// A 3x3 window that keeps the size of 4 by 4.
static tb_window same(int32_t input_channels)
{
    return (tb_window){
        .batches = 1, .input_height = 4, .input_width = 4, .input_channels = input_channels,
        .output_height = 4, .output_width = 4, .output_channels = CHANNELS, .filter_height = 3, .filter_width = 3,
        .stride_height = 1, .stride_width = 1, .dilation_height = 1, .dilation_width = 1, .pad_top = 1, .pad_left = 1,
    };
}

// A 2x2 window that halves the extent.
static tb_pool_2d pool(int32_t extent)
{
    return (tb_pool_2d){
        .window = {
            .batches = 1, .input_height = extent, .input_width = extent, .input_channels = CHANNELS,
            .output_height = extent / 2, .output_width = extent / 2, .output_channels = CHANNELS, .filter_height = 2, .filter_width = 2,
            .stride_height = 2, .stride_width = 2, .dilation_height = 1, .dilation_width = 1,
        },
        .activation_min = -128,
        .activation_max = 127,
    };
}

plan_builder sample_plan(void)
{
    plan_builder b = builder_start();
    const uint16_t none = TB_NO_TENSOR;
    uint16_t image = builder_arena_tensor(&b, TB_FLOAT32, 32 * 4, 0, 0);
    uint16_t image_codes = activation(&b, 32);
    int32_t count = 32;
    builder_input(&b, image);
    builder_operator(&b, TB_QUANTIZE, image, none, none, image_codes, &count, sizeof count);

    uint16_t features = activation(&b, 64), filter = constant(&b, CHANNELS * 9 * 2);
    weighted record = {.conv = {.window = same(2), .codes = codes, .filter_channels = 2, .multiplier_count = CHANNELS}};
    fill(record.conv.multipliers, CHANNELS);
    builder_operator(
        &b, TB_CONV_2D, image_codes, filter, bias(&b, CHANNELS), features, &record, sizeof(tb_conv_2d) + CHANNELS * sizeof(tb_multiplier));

    uint16_t blurred = activation(&b, 64), filters = constant(&b, 9 * CHANNELS);
    record = (weighted){.depthwise = {.window = same(CHANNELS), .codes = codes, .depth_multiplier = 1, .multiplier_count = CHANNELS}};
    fill(record.depthwise.multipliers, CHANNELS);
    builder_operator(
        &b, TB_DEPTHWISE_CONV_2D, features, filters, none, blurred, &record, sizeof(tb_depthwise_conv_2d) + CHANNELS * sizeof(tb_multiplier));

    uint16_t sum = activation(&b, 64);
    const tb_add add = {
        .left_shift = 20, .a_zero_point = -3, .a_multiplier = {1 << 30, 0}, .b_zero_point = -3, .b_multiplier = {1 << 30, 0},
        .output_multiplier = {1 << 30, -18}, .output_zero_point = -3, .activation_min = -128, .activation_max = 127,
        .broadcast = {.extents = {1, 1, 4, 4, 4}, .strides_a = {64, 64, 16, 4, 1}, .strides_b = {64, 64, 16, 4, 1}}};
    builder_operator(&b, TB_ADD, features, blurred, none, sum, &add, sizeof add);

    uint16_t scaled = activation(&b, 64), factors = constant(&b, CHANNELS);
    const tb_mul mul = {
        .a_zero_point = -3, .output_multiplier = {1 << 30, -6}, .output_zero_point = -3, .activation_min = -3, .activation_max = 127,
        .broadcast = {.extents = {1, 1, 4, 4, 4}, .strides_a = {64, 64, 16, 4, 1}, .strides_b = {0, 0, 0, 0, 1}}};
    builder_operator(&b, TB_MUL, sum, factors, none, scaled, &mul, sizeof mul);

    uint16_t halved = activation(&b, 16), mean = activation(&b, 4);
    const tb_pool_2d max_pool = pool(4), average_pool = pool(2);
    builder_operator(&b, TB_MAX_POOL_2D, scaled, none, none, halved, &max_pool, sizeof max_pool);
    builder_operator(&b, TB_AVERAGE_POOL_2D, halved, none, none, mean, &average_pool, sizeof average_pool);

    uint16_t row = activation(&b, CHANNELS);
    int32_t bytes = CHANNELS;
    builder_operator(&b, TB_RESHAPE, mean, none, none, row, &bytes, sizeof bytes);

    uint16_t logits = activation(&b, CLASSES), weights = constant(&b, CLASSES * CHANNELS);
    record = (weighted){
        .connected = {.batches = 1, .input_depth = CHANNELS, .output_depth = CLASSES, .codes = codes, .multiplier_count = CLASSES}};
    fill(record.connected.multipliers, CLASSES);
    builder_operator(
        &b, TB_FULLY_CONNECTED, row, weights, bias(&b, CLASSES), logits, &record,
        sizeof(tb_fully_connected) + CLASSES * sizeof(tb_multiplier));

    uint16_t shares = builder_arena_tensor(&b, TB_INT8, CLASSES, 1.0f / 256, -128);
    const tb_softmax softmax = {.rows = 1, .columns = CLASSES, .input_multiplier = 1 << 30, .input_left_shift = 25, .diff_min = -62};
    builder_operator(&b, TB_SOFTMAX, logits, none, none, shares, &softmax, sizeof softmax);

    uint16_t output = builder_arena_tensor(&b, TB_FLOAT32, CLASSES * 4, 0, 0);
    count = CLASSES;
    builder_operator(&b, TB_DEQUANTIZE, shares, none, none, output, &count, sizeof count);
    builder_output(&b, output);
    return b;
}
