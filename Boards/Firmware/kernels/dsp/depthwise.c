#include "../blocked/depthwise.h"

#include "output_code.h"
#include "simd.h"

enum { CHANNELS = 4 };

// Not inlined: alone, it has registers enough.
__attribute__((noinline)) static void add_four(uint32_t *sums, const tb_taps *taps, int32_t channel, uint32_t offsets)
{
    uint32_t sum0 = sums[0], sum1 = sums[1], sum2 = sums[2], sum3 = sums[3];
    const int8_t *pixel_row = taps->pixels + channel, *weight_row = taps->weights + channel;
    for (int32_t row = taps->rows; row > 0; row--) {
        const int8_t *pixels = pixel_row, *weights = weight_row;
        for (int32_t column = taps->columns; column > 0; column--) {
            uint32_t pixel = tb_read_word(pixels), weight = tb_read_word(weights);
            uint32_t pixel_even = tb_add_even_codes(offsets, pixel), pixel_odd = tb_add_odd_codes(offsets, pixel);
            uint32_t weight_even = tb_even_codes(weight), weight_odd = tb_odd_codes(weight);
            sum0 = tb_add_low_product(sum0, pixel_even, weight_even);
            sum1 = tb_add_low_product(sum1, pixel_odd, weight_odd);
            sum2 = tb_add_high_product(sum2, pixel_even, weight_even);
            sum3 = tb_add_high_product(sum3, pixel_odd, weight_odd);
            pixels += taps->pixel_step;
            weights += taps->weight_step;
        }
        pixel_row += taps->pixel_row;
        weight_row += taps->weight_row;
    }
    sums[0] = sum0, sums[1] = sum1, sums[2] = sum2, sums[3] = sum3;
}

void tb_weigh_taps(const tb_depthwise_conv_2d *p, const tb_taps *taps, const int32_t *bias, int8_t *output)
{
    // A copy, for a stored output code might be a part of *p for all that the compiler knows.
    const tb_codes codes = p->codes;
    uint32_t offsets = tb_both_halves(-codes.input_zero_point);
    int32_t channels = p->multiplier_count, channel = 0;
    for (; channels - channel >= CHANNELS; channel += CHANNELS) {
        uint32_t sums[CHANNELS] = {0};
        if (bias)
            memcpy(sums, bias + channel, sizeof sums);
        add_four(sums, taps, channel, offsets);
#pragma GCC unroll 4
        for (int32_t i = 0; i < CHANNELS; i++)
            output[channel + i] = tb_word_output_code(sums[i], p->multipliers[channel + i], codes);
    }
    for (; channel < channels; channel++) {
        uint32_t sum = tb_weigh_channel(bias ? (uint32_t)bias[channel] : 0, taps, channel, codes.input_zero_point);
        output[channel] = tb_word_output_code(sum, p->multipliers[channel], codes);
    }
}
