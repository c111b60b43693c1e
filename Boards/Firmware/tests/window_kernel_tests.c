// Convolutions, rows of weights and pools on numbers small enough to follow by hand.
#include <string.h>

#include "check.h"
#include "core_tests.h"
#include "kernels.h"

enum { MOST_CHANNELS = 4 };

static const tb_multiplier one = {1 << 30, 1};
static const tb_codes plain = {.activation_min = -128, .activation_max = 127};

// A 3x3 window over a 3x3 image, padded so that the output has its size.
static const tb_window same = {
    .batches = 1, .input_height = 3, .input_width = 3, .input_channels = 1, .output_height = 3, .output_width = 3, .output_channels = 1,
    .filter_height = 3, .filter_width = 3, .stride_height = 1, .stride_width = 1, .dilation_height = 1, .dilation_width = 1,
    .pad_top = 1, .pad_left = 1,
};

static const int8_t one_to_nine[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
static const int8_t ones[] = {1, 1, 1, 1, 1, 1, 1, 1, 1};

// One row of pixels under a window of one row.
static tb_window row_window(int32_t pixels, int32_t outputs, int32_t taps)
{
    return (tb_window){
        .batches = 1, .input_height = 1, .input_width = pixels, .input_channels = 1,
        .output_height = 1, .output_width = outputs, .output_channels = 1, .filter_height = 1, .filter_width = taps,
        .stride_height = 1, .stride_width = 1, .dilation_height = 1, .dilation_width = 1,
    };
}

// The records end in an array; these have the room for it.
static union {
    tb_conv_2d conv;
    tb_depthwise_conv_2d depthwise;
    tb_fully_connected connected;
    uint8_t room[sizeof(tb_conv_2d) + MOST_CHANNELS * sizeof(tb_multiplier)];
} record;

static const tb_conv_2d *conv(tb_window window, tb_codes codes, int32_t filter_channels)
{
    record.conv = (tb_conv_2d){.window = window, .codes = codes, .filter_channels = filter_channels, .multiplier_count = window.output_channels};
    for (int i = 0; i < window.output_channels; i++)
        record.conv.multipliers[i] = one;
    return &record.conv;
}

static const tb_depthwise_conv_2d *depthwise(tb_window window, int32_t depth_multiplier)
{
    record.depthwise = (tb_depthwise_conv_2d){
        .window = window, .codes = plain, .depth_multiplier = depth_multiplier, .multiplier_count = window.output_channels};
    for (int i = 0; i < window.output_channels; i++)
        record.depthwise.multipliers[i] = one;
    return &record.depthwise;
}

static void A_convolution_skips_the_taps_outside_the_image(void)
{
    int8_t output[9];
    tb_kernel_conv_2d(conv(same, plain, 1), one_to_nine, ones, NULL, output);
    EXPECT_CODES(output, 12, 21, 16, 27, 45, 33, 24, 39, 28);
}

// Each of the 4, 6 or 9 taps inside counts one less.
static void A_convolution_subtracts_the_zero_point_inside_the_image_only(void)
{
    tb_codes codes = plain;
    codes.input_zero_point = 1;
    int8_t output[9];
    tb_kernel_conv_2d(conv(same, codes, 1), one_to_nine, ones, NULL, output);
    EXPECT_CODES(output, 8, 15, 12, 21, 36, 27, 20, 33, 24);
}

static void A_convolution_subtracts_the_zero_point_of_the_weights(void)
{
    tb_codes codes = plain;
    codes.filter_zero_point = -1;
    int8_t output[9];
    tb_kernel_conv_2d(conv(same, codes, 1), one_to_nine, ones, NULL, output);
    EXPECT_CODES(output, 24, 42, 32, 54, 90, 66, 48, 78, 56);
}

static void A_convolution_steps_by_its_stride(void)
{
    tb_window window = same;
    window.stride_height = window.stride_width = 2;
    window.output_height = window.output_width = 2;
    int8_t output[4];
    tb_kernel_conv_2d(conv(window, plain, 1), one_to_nine, ones, NULL, output);
    EXPECT_CODES(output, 12, 16, 24, 28);
}

static void A_dilated_convolution_leaves_gaps(void)
{
    tb_window window = row_window(5, 2, 2);
    window.dilation_width = 3;
    int8_t output[2];
    tb_kernel_conv_2d(conv(window, plain, 1), one_to_nine, ones, NULL, output);
    EXPECT_CODES(output, 1 + 4, 2 + 5);
}

static void A_dilated_convolution_skips_taps_on_both_sides(void)
{
    tb_window window = row_window(3, 3, 3);
    window.dilation_width = 2;
    window.pad_left = 2;
    int8_t output[3];
    tb_kernel_conv_2d(conv(window, plain, 1), one_to_nine, ones, NULL, output);
    EXPECT_CODES(output, 1 + 3, 2, 1 + 3);
}

static void A_window_beside_the_image_gives_the_bias(void)
{
    tb_window window = row_window(1, 4, 1);
    window.pad_left = 2;
    const int32_t bias[] = {11};
    int8_t output[4];
    tb_kernel_conv_2d(conv(window, plain, 1), one_to_nine, ones, bias, output);
    EXPECT_CODES(output, 11, 11, 12, 11);
}

static void Groups_see_their_own_channels(void)
{
    tb_window window = row_window(2, 2, 1);
    window.input_channels = window.output_channels = 2;
    const int8_t pixels[] = {5, 7, 6, 8}, weights[] = {2, 3};
    int8_t output[4];
    tb_kernel_conv_2d(conv(window, plain, 1), pixels, weights, NULL, output);
    EXPECT_CODES(output, 10, 21, 12, 24);
}

static void Groups_under_two_taps_see_their_own_channels(void)
{
    tb_window window = row_window(2, 1, 2);
    window.input_channels = window.output_channels = 2;
    const int8_t pixels[] = {1, 2, 3, 4}, weights[] = {1, 10, 1, 10};
    int8_t output[2];
    tb_kernel_conv_2d(conv(window, plain, 1), pixels, weights, NULL, output);
    EXPECT_CODES(output, 1 + 30, 2 + 40);
}

static void Filters_lie_one_behind_the_other(void)
{
    tb_window window = row_window(2, 1, 2);
    window.input_channels = window.output_channels = 2;
    const int8_t pixels[] = {1, 2, 3, 4}, weights[] = {1, 0, 0, 1, 1, 1, 1, 1};
    const int32_t bias[] = {100, -100};
    int8_t output[2];
    tb_kernel_conv_2d(conv(window, plain, 2), pixels, weights, bias, output);
    EXPECT_CODES(output, 100 + 1 + 4, -100 + 10);
}

static void Batches_are_independent(void)
{
    tb_window window = row_window(2, 1, 2);
    window.batches = 2;
    int8_t output[2];
    tb_kernel_conv_2d(conv(window, plain, 1), one_to_nine, ones, NULL, output);
    EXPECT_CODES(output, 1 + 2, 3 + 4);
}

// A factor of 1 is a left shift by one of a factor of one half, so 2^31 - 1 shifts to -2 and gives -1; the wrapped 2^31 gives 0.
static void The_sum_wraps_as_int32(void)
{
    const int32_t bias[] = {INT32_MAX};
    const int8_t pixels[] = {1}, zero[] = {0};
    int8_t output[1];
    tb_kernel_conv_2d(conv(row_window(1, 1, 1), plain, 1), pixels, zero, bias, output);
    EXPECT_CODES(output, -1);
    tb_kernel_conv_2d(conv(row_window(1, 1, 1), plain, 1), pixels, ones, bias, output);
    EXPECT_CODES(output, 0);
}

static void Codes_are_moved_to_the_zero_point_and_clamped(void)
{
    const tb_codes codes = {.output_zero_point = -10, .activation_min = -5, .activation_max = 20};
    int8_t output[9];
    tb_kernel_conv_2d(conv(same, codes, 1), one_to_nine, ones, NULL, output);
    EXPECT_CODES(output, 2, 11, 6, 17, 20, 20, 14, 20, 18);
}

static void A_depthwise_convolution_gives_each_channel_its_filters(void)
{
    tb_window window = row_window(1, 1, 1);
    window.input_channels = 2;
    window.output_channels = 4;
    const int8_t pixels[] = {3, 5}, weights[] = {1, 2, 3, 4};
    const int32_t bias[] = {0, 10, 0, 10};
    int8_t output[4];
    tb_kernel_depthwise_conv_2d(depthwise(window, 2), pixels, weights, bias, output);
    EXPECT_CODES(output, 3, 16, 15, 30);
}

static void A_depthwise_convolution_skips_the_taps_outside_the_image(void)
{
    int8_t output[9];
    tb_kernel_depthwise_conv_2d(depthwise(same, 1), one_to_nine, ones, NULL, output);
    EXPECT_CODES(output, 12, 21, 16, 27, 45, 33, 24, 39, 28);
}

static void A_dilated_depthwise_convolution_leaves_gaps(void)
{
    tb_window window = row_window(3, 1, 2);
    window.dilation_width = 2;
    window.input_channels = window.output_channels = 2;
    const int8_t pixels[] = {1, 2, 99, 99, 3, 4}, weights[] = {1, 1, 10, 10};
    int8_t output[2];
    tb_kernel_depthwise_conv_2d(depthwise(window, 1), pixels, weights, NULL, output);
    EXPECT_CODES(output, 1 + 30, 2 + 40);
}

static void A_unit_weighs_every_element_of_a_row(void)
{
    record.connected = (tb_fully_connected){
        .batches = 2, .input_depth = 3, .output_depth = 2, .codes = {.input_zero_point = 1, .activation_min = -128, .activation_max = 127},
        .multiplier_count = 2};
    record.connected.multipliers[0] = one;
    record.connected.multipliers[1] = (tb_multiplier){1 << 30, 0};
    const int8_t rows[] = {2, 3, 4, 1, 1, 2}, weights[] = {1, 2, 3, -1, -1, -1};
    const int32_t bias[] = {0, 3};
    int8_t output[4];
    tb_kernel_fully_connected(&record.connected, rows, weights, bias, output);

    // Without the zero point the rows are 1 2 3 and 0 0 1. The second unit is halved: -3 / 2 goes up to -1, 2 / 2 is 1.
    EXPECT_CODES(output, 1 + 4 + 9, (-6 + 3) / 2, 3, (-1 + 3) / 2);
}

static void A_mean_rounds_ties_away_from_zero(void)
{
    const tb_pool_2d pool = {.window = row_window(2, 1, 2), .activation_min = -128, .activation_max = 127};
    int8_t output[1];
    tb_kernel_average_pool_2d(&pool, (const int8_t[]){1, 2}, output);
    EXPECT_CODES(output, 2);
    tb_kernel_average_pool_2d(&pool, (const int8_t[]){-1, -2}, output);
    EXPECT_CODES(output, -2);
}

// 12 / 4, 21 / 6, 16 / 4, 27 / 6, 45 / 9, 33 / 6, 24 / 4, 39 / 6, 28 / 4: the clamp ends at 6.
static void A_mean_counts_only_what_is_inside_the_image(void)
{
    const tb_pool_2d pool = {.window = same, .activation_min = -128, .activation_max = 6};
    int8_t output[9];
    tb_kernel_average_pool_2d(&pool, one_to_nine, output);
    EXPECT_CODES(output, 3, 4, 4, 5, 5, 6, 6, 6, 6);
}

static void Padding_does_not_compete_for_the_maximum(void)
{
    const tb_pool_2d pool = {.window = same, .activation_min = -7, .activation_max = -3};
    const int8_t pixels[] = {-9, -8, -7, -6, -5, -4, -3, -2, -1};
    int8_t output[9];
    tb_kernel_max_pool_2d(&pool, pixels, output);
    EXPECT_CODES(output, -5, -4, -4, -3, -3, -3, -3, -3, -3);
}

static void Pools_keep_channels_apart(void)
{
    tb_pool_2d pool = {.window = row_window(2, 1, 2), .activation_min = -128, .activation_max = 127};
    pool.window.input_channels = pool.window.output_channels = 2;
    const int8_t pixels[] = {1, 10, 3, 30};
    int8_t output[2];
    tb_kernel_max_pool_2d(&pool, pixels, output);
    EXPECT_CODES(output, 3, 30);
    tb_kernel_average_pool_2d(&pool, pixels, output);
    EXPECT_CODES(output, 2, 20);
}

void window_kernel_tests(void)
{
    RUN(A_convolution_skips_the_taps_outside_the_image);
    RUN(A_convolution_subtracts_the_zero_point_inside_the_image_only);
    RUN(A_convolution_subtracts_the_zero_point_of_the_weights);
    RUN(A_convolution_steps_by_its_stride);
    RUN(A_dilated_convolution_leaves_gaps);
    RUN(A_dilated_convolution_skips_taps_on_both_sides);
    RUN(A_window_beside_the_image_gives_the_bias);
    RUN(Groups_see_their_own_channels);
    RUN(Groups_under_two_taps_see_their_own_channels);
    RUN(Filters_lie_one_behind_the_other);
    RUN(Batches_are_independent);
    RUN(The_sum_wraps_as_int32);
    RUN(Codes_are_moved_to_the_zero_point_and_clamped);
    RUN(A_depthwise_convolution_gives_each_channel_its_filters);
    RUN(A_depthwise_convolution_skips_the_taps_outside_the_image);
    RUN(A_dilated_depthwise_convolution_leaves_gaps);
    RUN(A_unit_weighs_every_element_of_a_row);
    RUN(A_mean_rounds_ties_away_from_zero);
    RUN(A_mean_counts_only_what_is_inside_the_image);
    RUN(Padding_does_not_compete_for_the_maximum);
    RUN(Pools_keep_channels_apart);
}
