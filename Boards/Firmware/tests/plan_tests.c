// Every way in which docs/plan.md lets a plan be wrong, one field at a time.
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "core_tests.h"
#include "kernels.h"
#include "plan_operator.h"
#include "sample_plan.h"

typedef enum { HEADER, TENSOR, OPERATOR, PARAMETERS } part;

// `value` goes into `bytes` bytes at `offset` of a part; `index` picks a tensor or an operator.
typedef struct {
    part part;
    uint16_t index;
    size_t offset, bytes;
    int64_t value;
    const char *reason;
} mutation;

#define FIELD(type, field) offsetof(type, field), sizeof(((type *)0)->field)
#define IN_HEADER(field, value, reason) {HEADER, 0, FIELD(tb_plan_header, field), value, reason}
#define IN_TENSOR(index, field, value, reason) {TENSOR, index, FIELD(tb_plan_tensor, field), value, reason}
#define IN_OPERATOR(index, field, value, reason) {OPERATOR, index, FIELD(tb_plan_operator, field), value, reason}
#define IN_CONV(field, value, reason) {PARAMETERS, SAMPLE_CONV_2D, FIELD(tb_conv_2d, field), value, reason}
#define IN_DEPTHWISE(field, value, reason) {PARAMETERS, SAMPLE_DEPTHWISE_CONV_2D, FIELD(tb_depthwise_conv_2d, field), value, reason}
#define IN_CONNECTED(field, value, reason) {PARAMETERS, SAMPLE_FULLY_CONNECTED, FIELD(tb_fully_connected, field), value, reason}
#define IN_POOL(field, value, reason) {PARAMETERS, SAMPLE_MAX_POOL_2D, FIELD(tb_pool_2d, field), value, reason}
#define IN_ADD(field, value, reason) {PARAMETERS, SAMPLE_ADD, FIELD(tb_add, field), value, reason}
#define IN_MUL(field, value, reason) {PARAMETERS, SAMPLE_MUL, FIELD(tb_mul, field), value, reason}
#define IN_SOFTMAX(field, value, reason) {PARAMETERS, SAMPLE_SOFTMAX, FIELD(tb_softmax, field), value, reason}

static const char range[] = "zero point or activation out of range";
static const char scale[] = "multiplier or shift out of range";
static const char window[] = "window out of range";
static const char outside[] = "operator's parameters lie outside the plan";

// The sample's tensors: 0 the float image, 1 its codes, 2 features, 3 the filter, 4 its bias, 5 the result of the depthwise convolution.
static const mutation mutations[] = {
    IN_HEADER(magic[0], 'X', "no plan"),
    IN_HEADER(version, 2, "unknown version"),
    IN_HEADER(header_bytes, 124, "unknown version"),
    IN_HEADER(model_id[0], 0, "model id is not a plain word"),
    IN_HEADER(model_id[1], ']', "model id is not a plain word"),
    IN_HEADER(model_id[9], 'x', "model id is not a plain word"),
    IN_HEADER(input_encoding, 3, "unknown input encoding"),
    IN_HEADER(input_encoding, TB_INPUT_UINT8_MINUS_128, "graph input does not fit the input encoding"),
    IN_HEADER(result_form, 4, "unknown result form"),
    IN_HEADER(result_form, TB_RESULT_MEAN_SQUARE, "mean square needs one float input and as many outputs"),
    IN_HEADER(dialect, 2, "unknown dialect"),
    IN_HEADER(reserved[23], 1, "reserved bytes are not zero"),
    IN_HEADER(constants_offset, 8, "constants lie outside the plan"),
    IN_HEADER(constants_bytes, UINT32_MAX, "constants lie outside the plan"),
    IN_HEADER(operator_count, 0, "operator table is empty or outside the plan"),
    IN_HEADER(operator_count, 65535, "operator table is empty or outside the plan"),
    IN_HEADER(operators_offset, 0, "operator table is empty or outside the plan"),
    IN_HEADER(operators_offset, 0xFFFFFFF0, "operator table is empty or outside the plan"),
    IN_HEADER(tensors_offset, 130, "tensor table lies outside the plan"),
    IN_HEADER(tensor_count, 65535, "tensor table lies outside the plan"),
    IN_HEADER(input_count, 0, "expected 1 to 16 graph inputs and outputs"),
    IN_HEADER(output_count, 17, "expected 1 to 16 graph inputs and outputs"),
    IN_HEADER(io_offset, 0xFFFFFFFC, "input and output list lies outside the plan"),
    IN_HEADER(arena_bytes, 64, "tensor lies outside its region"),
    IN_HEADER(arena_bytes, 1u << 31, "impossible size"),
    IN_HEADER(data_bytes, UINT32_MAX, "impossible size"),
    IN_HEADER(data_bytes, 127, "data bytes do not match the inputs"),
    IN_TENSOR(0, type, 1, "unknown tensor type"),
    IN_TENSOR(0, is_constant, 2, "unknown tensor flags"),
    IN_TENSOR(0, reserved, 1, "unknown tensor flags"),
    IN_TENSOR(0, offset, 0xFFFFFFF0, "tensor lies outside its region"),
    IN_TENSOR(1, offset, 1, "tensor lies outside its region"),
    IN_TENSOR(0, bytes, 0, "tensor has no whole number of elements"),
    IN_TENSOR(0, bytes, 126, "tensor has no whole number of elements"),
    IN_TENSOR(1, bytes, UINT32_MAX, "tensor lies outside its region"),
    IN_TENSOR(1, scale, 0x7FC00000, "tensor's scale is no scale"),
    IN_TENSOR(1, scale, 0xBF800000, "tensor's scale is no scale"),
    IN_TENSOR(0, scale, 0x3F800000, "tensor's scale is no scale"),
    IN_TENSOR(1, zero_point, 128, "tensor's zero point is no code"),
    IN_TENSOR(0, zero_point, 1, "tensor's zero point is no code"),
    IN_TENSOR(1, scale, 0, "output tensor has no scale"),
    IN_TENSOR(0, is_constant, 1, "graph input is a constant"),
    IN_TENSOR(1, offset, 0, "output tensor overlaps an input"),
    IN_TENSOR(2, offset, 0, "output tensor overlaps a graph input"),
    IN_TENSOR(1, bytes, 31, "tensors do not match the count"),
    IN_TENSOR(3, bytes, 71, "filter tensor does not match the window"),
    IN_TENSOR(4, bytes, 12, "bias does not match the output channels"),
    IN_OPERATOR(0, code, 2, "unknown operator"),
    IN_OPERATOR(0, parameter_bytes, 0, "operator has too few or too many parameters"),
    IN_OPERATOR(0, parameter_bytes, 8, "operator has too few or too many parameters"),
    IN_OPERATOR(0, parameter_bytes, 5, outside),
    IN_OPERATOR(0, parameter_bytes, 65532, outside),
    IN_OPERATOR(0, parameters_offset, 0, outside),
    IN_OPERATOR(0, parameters_offset, 0xFFFFFFFC, outside),
    IN_OPERATOR(0, inputs[0], TB_NO_TENSOR, "operator has too few or too many inputs"),
    IN_OPERATOR(0, inputs[1], 0, "operator has too few or too many inputs"),
    IN_OPERATOR(0, inputs[0], 1000, "operator names a tensor that is not there"),
    IN_OPERATOR(0, output, TB_NO_TENSOR, "operator names a tensor that is not there"),
    IN_OPERATOR(0, inputs[0], 1, "operator's input has another type"),
    IN_OPERATOR(0, output, 3, "operator's output is a constant"),
    IN_OPERATOR(0, output, 0, "operator's output has another type"),
    IN_OPERATOR(SAMPLE_CONV_2D, inputs[0], 3, "input tensor does not match the window"),
    IN_OPERATOR(SAMPLE_DEPTHWISE_CONV_2D, output, 2, "output tensor overlaps an input"),
    IN_OPERATOR(SAMPLE_CONV_2D, parameter_bytes, sizeof(tb_conv_2d) + 3 * sizeof(tb_multiplier), "multipliers do not match the output channels"),
    IN_CONV(window.batches, 0, "input tensor does not match the window"),
    IN_CONV(window.input_height, -4, "input tensor does not match the window"),
    IN_CONV(window.input_width, INT32_MAX, "input tensor does not match the window"),
    IN_CONV(window.output_height, 5, "output tensor does not match the window"),
    IN_CONV(window.filter_height, 4, "filter tensor does not match the window"),
    IN_CONV(window.filter_height, 0, window),
    IN_CONV(window.filter_width, INT32_MAX, window),
    IN_CONV(window.stride_height, 0, window),
    IN_CONV(window.stride_width, INT32_MAX, window),
    IN_CONV(window.dilation_height, 0, window),
    IN_CONV(window.dilation_height, 5, window),
    IN_CONV(window.pad_top, -1, window),
    IN_CONV(window.pad_left, INT32_MAX, window),
    IN_CONV(filter_channels, 0, "filter channels do not divide the channels into groups"),
    IN_CONV(filter_channels, 3, "filter channels do not divide the channels into groups"),
    IN_CONV(filter_channels, 1, "filter tensor does not match the window"),
    IN_CONV(multiplier_count, 3, "multipliers do not match the output channels"),
    IN_CONV(multiplier_count, INT32_MIN, "multipliers do not match the output channels"),
    IN_CONV(codes.input_zero_point, 128, range),
    IN_CONV(codes.filter_zero_point, -129, range),
    IN_CONV(codes.output_zero_point, INT32_MIN, range),
    IN_CONV(codes.activation_min, -129, range),
    IN_CONV(codes.activation_max, 128, range),
    IN_CONV(codes.activation_max, -129, range),
    IN_CONV(multipliers[3].multiplier, (1 << 30) - 1, scale),
    IN_CONV(multipliers[3].multiplier, -1, scale),
    IN_CONV(multipliers[0].shift, 31, scale),
    IN_CONV(multipliers[0].shift, -32, scale),
    IN_DEPTHWISE(depth_multiplier, 2, "depth multiplier does not match the channels"),
    IN_DEPTHWISE(window.filter_width, 2, "filter tensor does not match the window"),
    IN_DEPTHWISE(codes.input_zero_point, 1000, range),
    IN_CONNECTED(batches, 2, "input tensor does not match the depth"),
    IN_CONNECTED(output_depth, 4, "filter tensor does not match the depths"),
    IN_CONNECTED(codes.activation_min, 128, range),
    IN_CONNECTED(multiplier_count, 4, "multipliers do not match the output channels"),
    IN_POOL(window.filter_height, INT32_MAX, window),
    IN_POOL(window.dilation_width, 2, "pool changes channels or is dilated"),
    IN_POOL(window.pad_top, 2, "pool window misses the image"),
    IN_POOL(window.stride_width, 4, "pool window misses the image"),
    {PARAMETERS, SAMPLE_AVERAGE_POOL_2D, FIELD(tb_pool_2d, window.stride_height), INT32_MAX, window},
    IN_POOL(activation_max, 1000, "activation out of range"),
    IN_ADD(left_shift, 21, "left shift out of range"),
    IN_ADD(a_zero_point, 128, range),
    IN_ADD(b_multiplier.shift, 1, scale),
    IN_ADD(broadcast.extents[0], 0, "output tensor does not match the extents"),
    IN_ADD(broadcast.extents[4], INT32_MAX, "output tensor does not match the extents"),
    IN_ADD(broadcast.strides_a[4], 2, "input tensor does not match the strides"),
    IN_ADD(broadcast.strides_b[3], -4, "input tensor does not match the strides"),
    IN_ADD(broadcast.strides_b[2], INT32_MAX, "input tensor does not match the strides"),
    IN_MUL(output_multiplier.multiplier, 1, scale),
    IN_MUL(activation_min, 127 + 1, range),
    IN_MUL(broadcast.strides_b[4], 0, "input tensor does not match the strides"),
    IN_SOFTMAX(rows, 2, "softmax tensors do not match rows and columns"),
    IN_SOFTMAX(columns, 4096, "softmax row too long"),
    IN_SOFTMAX(columns, 0, "softmax tensors do not match rows and columns"),
    IN_SOFTMAX(input_multiplier, 0, "softmax multiplier or shift out of range"),
    IN_SOFTMAX(input_left_shift, 0, "softmax multiplier or shift out of range"),
    IN_SOFTMAX(input_left_shift, 32, "softmax multiplier or shift out of range"),
    IN_SOFTMAX(input_left_shift, 31, "softmax least difference out of range"),
    IN_SOFTMAX(diff_min, 1, "softmax least difference out of range"),
};

// A blob, its memory sizes, and what the check said about it.
typedef struct {
    uint8_t *blob;
    uint32_t bytes, arena_bytes, data_bytes;
} candidate;

static candidate good_plan(void)
{
    const plan_builder builder = sample_plan();
    uint8_t *blob = builder_write(&builder);
    return (candidate){blob, ((tb_plan_header *)(void *)blob)->total_bytes, builder.header.arena_bytes, builder.header.data_bytes};
}

static const char *check(candidate c)
{
    tb_plan plan;
    return tb_plan_check(&plan, c.blob, c.bytes, c.arena_bytes, c.data_bytes);
}

static uint8_t *find(uint8_t *blob, const mutation *m)
{
    const tb_plan_header *header = (const tb_plan_header *)(const void *)blob;
    uint8_t *operator = blob + header->operators_offset + m->index * sizeof(tb_plan_operator);
    switch (m->part) {
    case HEADER:
        return blob + m->offset;
    case TENSOR:
        return blob + header->tensors_offset + m->index * sizeof(tb_plan_tensor) + m->offset;
    case OPERATOR:
        return operator + m->offset;
    default:
        return blob + ((const tb_plan_operator *)(const void *)operator)->parameters_offset + m->offset;
    }
}

static void A_good_plan_is_bound(void)
{
    candidate c = good_plan();
    tb_plan plan;
    EXPECT_TEXT(NULL, tb_plan_check(&plan, c.blob, c.bytes, c.arena_bytes, c.data_bytes));
    EXPECT(plan.blob == c.blob);
    EXPECT_EQUAL(0, plan.inputs[0]);
    EXPECT_EQUAL(plan.header->tensor_count - 1, plan.outputs[0]);
    EXPECT_EQUAL(TB_SOFTMAX, plan.operators[SAMPLE_SOFTMAX].code);
    EXPECT_EQUAL(TB_FLOAT32, plan.tensors[0].type);
    free(c.blob);
}

static void Each_wrong_field_has_its_reason(void)
{
    for (size_t i = 0; i < sizeof mutations / sizeof *mutations; i++) {
        candidate c = good_plan();
        memcpy(find(c.blob, &mutations[i]), &mutations[i].value, mutations[i].bytes);
        builder_seal(c.blob);
        EXPECT_TEXT(mutations[i].reason, check(c));
        free(c.blob);
    }
}

// What only several wrong fields together can do.
static void expect_refusal(const char *reason, const mutation *together, int count)
{
    candidate c = good_plan();
    for (int i = 0; i < count; i++)
        memcpy(find(c.blob, &together[i]), &together[i].value, together[i].bytes);
    builder_seal(c.blob);
    EXPECT_TEXT(reason, check(c));
    free(c.blob);
}

// -1 * -4 elements are 4 again.
static void Two_negative_extents_are_no_positive_product(void)
{
    const mutation together[] = {IN_CONV(window.batches, -1, NULL), IN_CONV(window.input_height, -4, NULL)};
    expect_refusal("input tensor does not match the window", together, 2);
}

// 2^124 has no 64 bits: the product must stop before.
static void A_product_of_extents_does_not_overflow(void)
{
    const mutation together[] = {
        IN_CONV(window.batches, INT32_MAX, NULL), IN_CONV(window.input_height, INT32_MAX, NULL), IN_CONV(window.input_width, INT32_MAX, NULL),
        IN_CONV(window.input_channels, INT32_MAX, NULL)};
    expect_refusal("input tensor does not match the window", together, 4);
}

// 16 * 3 + 4 * 3 is -4 * 3 + 24 * 3: the last element is the same, but others lie before the first.
static void A_stride_that_runs_backwards_is_refused(void)
{
    const mutation together[] = {IN_ADD(broadcast.strides_a[2], -4, NULL), IN_ADD(broadcast.strides_a[3], 24, NULL)};
    expect_refusal("input tensor does not match the strides", together, 2);
}

static void Parameters_of_too_few_channels_are_refused_though_their_count_says_so(void)
{
    const mutation together[] = {
        IN_CONV(multiplier_count, 3, NULL),
        IN_OPERATOR(SAMPLE_CONV_2D, parameter_bytes, sizeof(tb_conv_2d) + 3 * sizeof(tb_multiplier), NULL)};
    expect_refusal("multipliers do not match the output channels", together, 2);
}

static void A_changed_byte_breaks_the_CRC(void)
{
    candidate c = good_plan();
    c.blob[c.bytes - 1] ^= 1;
    EXPECT_TEXT("CRC does not match", check(c));
    free(c.blob);
}

static void A_size_that_is_none_is_refused_before_the_CRC(void)
{
    candidate c = good_plan();
    tb_plan_header *header = (tb_plan_header *)(void *)c.blob;
    header->total_bytes = 16;
    EXPECT_TEXT("impossible size", check(c));
    header->total_bytes = c.bytes + 8;
    EXPECT_TEXT("impossible size", check(c));
    header->total_bytes = c.bytes + 16;
    EXPECT_TEXT("plan is cut off", check(c));
    header->total_bytes = 0x7FFFFFF0;
    EXPECT_TEXT("plan is cut off", check(c));
    header->total_bytes = 0xFFFFFFF0;
    EXPECT_TEXT("impossible size", check(c));
    free(c.blob);
}

static void A_plan_that_is_cut_off_anywhere_is_refused(void)
{
    candidate whole = good_plan();
    for (uint32_t bytes = 0; bytes < whole.bytes; bytes += 16) {
        candidate c = whole;
        c.blob = builder_allocate(bytes);
        c.bytes = bytes;
        memcpy(c.blob, whole.blob, bytes);
        EXPECT_TEXT(bytes < sizeof(tb_plan_header) ? "no plan" : "plan is cut off", check(c));
        free(c.blob);
    }

    free(whole.blob);
}

static void Erased_flash_holds_no_plan(void)
{
    candidate c = good_plan();
    memset(c.blob, 0xFF, c.bytes);
    EXPECT_TEXT("no plan", check(c));
    free(c.blob);
}

static void A_plan_needs_its_arena_and_its_data_buffer(void)
{
    candidate c = good_plan();
    c.arena_bytes--;
    EXPECT_TEXT("arena too small", check(c));
    c.arena_bytes++;
    c.data_bytes--;
    EXPECT_TEXT("data buffer too small", check(c));
    free(c.blob);
}

static void A_plan_is_read_in_place_so_it_must_be_aligned(void)
{
    candidate c = good_plan();
    uint8_t *room = builder_allocate(c.bytes + 16);
    memcpy(room + 4, c.blob, c.bytes);
    free(c.blob);
    c.blob = room + 4;
    EXPECT_TEXT("plan is not aligned to 16 bytes", check(c));
    free(room);
}

// The image as the average pool would see it: 4096 by 2048 pixels are 2^23, whose sum might not fit.
static void A_pool_over_too_many_pixels_is_refused(void)
{
    plan_builder b = builder_start();
    tb_pool_2d pool = {
        .window = {
            .batches = 1, .input_height = 4096, .input_width = 2048, .input_channels = 1,
            .output_height = 1, .output_width = 1, .output_channels = 1,
            .filter_height = 4096, .filter_width = 4096, .stride_height = 1, .stride_width = 1, .dilation_height = 1, .dilation_width = 1},
        .activation_min = -128,
        .activation_max = 127,
    };
    uint16_t image = builder_arena_tensor(&b, TB_INT8, 1 << 23, 0, 0), mean = builder_arena_tensor(&b, TB_INT8, 1, 0, 0);
    builder_input(&b, image);
    builder_output(&b, mean);
    builder_operator(&b, TB_AVERAGE_POOL_2D, image, TB_NO_TENSOR, TB_NO_TENSOR, mean, &pool, sizeof pool);
    candidate c = {.blob = builder_write(&b), .bytes = UINT32_MAX, .arena_bytes = UINT32_MAX, .data_bytes = UINT32_MAX};
    EXPECT_TEXT("pool window too large", check(c));
    free(c.blob);
}

// Every rule holds but the limit that lets a kernel compute in int32.
static void A_tensor_of_two_to_the_28_elements_is_refused(void)
{
    plan_builder b = builder_start();
    uint32_t count = 1u << 28;
    uint16_t codes = builder_arena_tensor(&b, TB_INT8, count, 1, 0), values = builder_arena_tensor(&b, TB_FLOAT32, 4 * count, 0, 0);
    builder_input(&b, codes);
    builder_output(&b, values);
    builder_operator(&b, TB_DEQUANTIZE, codes, TB_NO_TENSOR, TB_NO_TENSOR, values, &count, sizeof count);
    candidate c = {.blob = builder_write(&b), .bytes = UINT32_MAX, .arena_bytes = UINT32_MAX, .data_bytes = UINT32_MAX};
    EXPECT_TEXT("tensors do not match the count", check(c));
    free(c.blob);
}

static void Graph_inputs_must_not_overlap(void)
{
    plan_builder b = sample_plan();
    uint16_t second = builder_arena_tensor(&b, TB_INT8, 16, 0, 0);
    b.tensors[second].offset = 112;
    builder_input(&b, second);
    candidate c = {.blob = builder_write(&b), .bytes = UINT32_MAX, .arena_bytes = UINT32_MAX, .data_bytes = UINT32_MAX};
    EXPECT_TEXT("graph inputs overlap", check(c));
    free(c.blob);
}

static void An_output_that_is_not_there_is_refused(void)
{
    plan_builder b = sample_plan();
    builder_output(&b, b.header.tensor_count);
    candidate c = {.blob = builder_write(&b), .bytes = UINT32_MAX, .arena_bytes = UINT32_MAX, .data_bytes = UINT32_MAX};
    EXPECT_TEXT("graph output is not there", check(c));
    free(c.blob);
}

void plan_tests(void)
{
    RUN(A_good_plan_is_bound);
    RUN(Each_wrong_field_has_its_reason);
    RUN(Two_negative_extents_are_no_positive_product);
    RUN(A_product_of_extents_does_not_overflow);
    RUN(A_stride_that_runs_backwards_is_refused);
    RUN(Parameters_of_too_few_channels_are_refused_though_their_count_says_so);
    RUN(A_changed_byte_breaks_the_CRC);
    RUN(A_size_that_is_none_is_refused_before_the_CRC);
    RUN(A_plan_that_is_cut_off_anywhere_is_refused);
    RUN(Erased_flash_holds_no_plan);
    RUN(A_plan_needs_its_arena_and_its_data_buffer);
    RUN(A_plan_is_read_in_place_so_it_must_be_aligned);
    RUN(A_pool_over_too_many_pixels_is_refused);
    RUN(A_tensor_of_two_to_the_28_elements_is_refused);
    RUN(Graph_inputs_must_not_overlap);
    RUN(An_output_that_is_not_there_is_refused);
}
