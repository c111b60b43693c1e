#include "depthwise.h"

#include <string.h>

#include "../portable/requantize.h"

enum { CHANNELS = 4 };

// Not inlined: alone, it has registers enough.
__attribute__((noinline)) static void add_four(uint32_t *sums, const tb_taps *taps, int32_t channel, int32_t zero_point)
{
    uint32_t sum0 = sums[0], sum1 = sums[1], sum2 = sums[2], sum3 = sums[3];
    const int8_t *pixel_row = taps->pixels + channel, *weight_row = taps->weights + channel;
    for (int32_t row = taps->rows; row > 0; row--) {
        const int8_t *pixels = pixel_row, *weights = weight_row;
        for (int32_t column = taps->columns; column > 0; column--) {
            sum0 += (uint32_t)((pixels[0] - zero_point) * weights[0]);
            sum1 += (uint32_t)((pixels[1] - zero_point) * weights[1]);
            sum2 += (uint32_t)((pixels[2] - zero_point) * weights[2]);
            sum3 += (uint32_t)((pixels[3] - zero_point) * weights[3]);
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
    int32_t channels = p->multiplier_count, channel = 0;
    for (; channels - channel >= CHANNELS; channel += CHANNELS) {
        uint32_t sums[CHANNELS] = {0};
        if (bias)
            memcpy(sums, bias + channel, sizeof sums);
        add_four(sums, taps, channel, codes.input_zero_point);
        for (int32_t i = 0; i < CHANNELS; i++)
            output[channel + i] = tb_output_code(sums[i], p->multipliers[channel + i], &codes);
    }
    for (; channel < channels; channel++) {
        uint32_t sum = tb_weigh_channel(bias ? (uint32_t)bias[channel] : 0, taps, channel, codes.input_zero_point);
        output[channel] = tb_output_code(sum, p->multipliers[channel], &codes);
    }
}
