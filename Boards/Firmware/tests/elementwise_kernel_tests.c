// ADD, MUL and SOFTMAX on numbers small enough to follow by hand.
#include "check.h"
#include "core_tests.h"
#include "kernels.h"

static const tb_broadcast three = {.extents = {1, 1, 1, 1, 3}, .strides_a = {3, 3, 3, 3, 1}, .strides_b = {3, 3, 3, 3, 1}};

// A column of two over a row of three.
static const tb_broadcast column_and_row = {.extents = {1, 1, 1, 2, 3}, .strides_a = {0, 0, 0, 1, 0}, .strides_b = {0, 0, 0, 0, 1}};

// Both inputs are halved on the common scale, so `shift` -18 makes the plain sum and -19 half of it.
static tb_add add(int32_t shift, tb_broadcast shapes)
{
    return (tb_add){
        .left_shift = 20, .a_multiplier = {1 << 30, 0}, .b_multiplier = {1 << 30, 0}, .output_multiplier = {1 << 30, shift},
        .activation_min = -128, .activation_max = 127, .broadcast = shapes,
    };
}

static tb_mul mul(int32_t shift, tb_broadcast shapes)
{
    return (tb_mul){.output_multiplier = {1 << 30, shift}, .activation_min = -128, .activation_max = 127, .broadcast = shapes};
}

static void A_sum_saturates(void)
{
    const tb_add sum = add(-18, three);
    int8_t output[3];
    tb_kernel_add(&sum, (const int8_t[]){3, 100, -100}, (const int8_t[]){4, 100, -100}, output);
    EXPECT_CODES(output, 7, 127, -128);
}

static void A_sum_rounds_ties_away_from_zero(void)
{
    const tb_add half = add(-19, three);
    int8_t output[3];
    tb_kernel_add(&half, (const int8_t[]){3, -3, 2}, (const int8_t[]){4, -4, 2}, output);
    EXPECT_CODES(output, 4, -4, 2);
}

static void A_sum_moves_three_zero_points(void)
{
    tb_add sum = add(-18, three);
    sum.a_zero_point = 1;
    sum.b_zero_point = -2;
    sum.output_zero_point = 10;
    int8_t output[3];
    tb_kernel_add(&sum, (const int8_t[]){1, 2, 3}, (const int8_t[]){-2, -2, 0}, output);
    EXPECT_CODES(output, 10, 11, 14);
}

static void A_sum_stretches_its_inputs(void)
{
    const tb_add sum = add(-18, column_and_row);
    int8_t output[6];
    tb_kernel_add(&sum, (const int8_t[]){10, 20}, (const int8_t[]){1, 2, 3}, output);
    EXPECT_CODES(output, 11, 12, 13, 21, 22, 23);
}

static void A_product_moves_three_zero_points(void)
{
    tb_mul product = mul(1, three);
    product.a_zero_point = 1;
    product.b_zero_point = 2;
    product.output_zero_point = -3;
    int8_t output[3];
    tb_kernel_mul(&product, (const int8_t[]){3, 1, -128}, (const int8_t[]){5, 99, 127}, output);
    EXPECT_CODES(output, 6 - 3, -3, -128);
}

// By a quarter: 6 / 4 is 1.5. Rounded twice, as MUL of the reference does: 3, then 1.5 away from zero.
static void A_product_rounds_ties_away_from_zero(void)
{
    const tb_mul quarter = mul(-1, three);
    int8_t output[3];
    tb_kernel_mul(&quarter, (const int8_t[]){2, -2, 4}, (const int8_t[]){3, 3, 3}, output);
    EXPECT_CODES(output, 2, -2, 3);
}

static void A_product_stretches_its_inputs(void)
{
    const tb_mul product = mul(1, column_and_row);
    int8_t output[6];
    tb_kernel_mul(&product, (const int8_t[]){10, 20}, (const int8_t[]){1, 2, 3}, output);
    EXPECT_CODES(output, 10, 20, 30, 20, 40, 60);
}

// An input scale of 1: 2^26 is 2^30 with 27 bits of left shift, and 31 * 2^26 / 2^27 is 15.5.
static tb_softmax softmax(int32_t rows, int32_t columns)
{
    return (tb_softmax){.rows = rows, .columns = columns, .input_multiplier = 1 << 30, .input_left_shift = 27, .diff_min = -15};
}

static void Equal_logits_share_evenly(void)
{
    const tb_softmax four = softmax(1, 4);
    int8_t output[4];
    tb_kernel_softmax(&four, (const int8_t[]){-128, -128, -128, -128}, output);
    EXPECT_CODES(output, -64, -64, -64, -64);
}

// 256 parts of 256 would be the code 128.
static void Certainty_ends_at_the_highest_code(void)
{
    const tb_softmax alone = softmax(1, 1);
    int8_t output[1];
    tb_kernel_softmax(&alone, (const int8_t[]){5}, output);
    EXPECT_CODES(output, 127);
}

// 256 / (1 + 1/e) = 187.15 and 256 / (1 + e) = 68.85.
static void Shares_follow_the_exponential(void)
{
    const tb_softmax pair = softmax(1, 2);
    int8_t output[2];
    tb_kernel_softmax(&pair, (const int8_t[]){1, 0}, output);
    EXPECT_CODES(output, 187 - 128, 69 - 128);
}

static void Rows_are_independent(void)
{
    const tb_softmax rows = softmax(2, 2);
    int8_t output[4];
    tb_kernel_softmax(&rows, (const int8_t[]){1, 0, -100, -99}, output);
    EXPECT_CODES(output, 59, -59, -59, 59);
}

// exp(0) = 1 in 300 columns: 256 / 300 parts is 0.85, so one. 600 columns: 0.43, so none; here the last shift passes 31.
static void A_long_row_shares_out_to_nearest(void)
{
    static int8_t logits[600], output[600];
    const tb_softmax some = softmax(1, 300), many = softmax(1, 600);
    tb_kernel_softmax(&some, logits, output);
    EXPECT_CODES(output, -127);
    tb_kernel_softmax(&many, logits, output);
    EXPECT_CODES(output, -128);
}

// With a least difference of -1 the third logit is out, though e^-2 would have a share; the others keep 187.15 and 68.85.
static void A_difference_below_the_least_counts_nothing(void)
{
    tb_softmax row = softmax(1, 3);
    row.diff_min = -1;
    int8_t output[3];
    tb_kernel_softmax(&row, (const int8_t[]){1, 0, -1}, output);
    EXPECT_CODES(output, 59, -59, -128);
}

void elementwise_kernel_tests(void)
{
    RUN(A_sum_saturates);
    RUN(A_sum_rounds_ties_away_from_zero);
    RUN(A_sum_moves_three_zero_points);
    RUN(A_sum_stretches_its_inputs);
    RUN(A_product_moves_three_zero_points);
    RUN(A_product_rounds_ties_away_from_zero);
    RUN(A_product_stretches_its_inputs);
    RUN(Equal_logits_share_evenly);
    RUN(Certainty_ends_at_the_highest_code);
    RUN(Shares_follow_the_exponential);
    RUN(Rows_are_independent);
    RUN(A_long_row_shares_out_to_nearest);
    RUN(A_difference_below_the_least_counts_nothing);
}
