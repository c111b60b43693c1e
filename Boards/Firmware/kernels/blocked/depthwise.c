#include "depthwise.h"

#include "output_code.h"

enum { CHANNELS = 4 };

#ifndef TB_OWN_TAP
// Adds the products of one tap of four channels.
static inline void add_tap(uint32_t *sums, const int8_t *pixels, const int8_t *weights, int32_t zero_point)
{
    sums[0] += (uint32_t)((pixels[0] - zero_point) * weights[0]);
    sums[1] += (uint32_t)((pixels[1] - zero_point) * weights[1]);
    sums[2] += (uint32_t)((pixels[2] - zero_point) * weights[2]);
    sums[3] += (uint32_t)((pixels[3] - zero_point) * weights[3]);
}
#endif

// Not inlined: alone, it has registers enough.
__attribute__((noinline)) static void add_taps(uint32_t *sums, const tb_taps *taps, int32_t channel, int32_t zero_point)
{
    uint32_t local[CHANNELS] = {sums[0], sums[1], sums[2], sums[3]};
    const int8_t *pixel_row = taps->pixels + channel, *weight_row = taps->weights + channel;
    for (int32_t row = taps->rows; row > 0; row--) {
        const int8_t *pixels = pixel_row, *weights = weight_row;
        for (int32_t column = taps->columns; column > 0; column--) {
            add_tap(local, pixels, weights, zero_point);
            pixels += taps->pixel_step;
            weights += taps->weight_step;
        }
        pixel_row += taps->pixel_row;
        weight_row += taps->weight_row;
    }
    sums[0] = local[0], sums[1] = local[1], sums[2] = local[2], sums[3] = local[3];
}

void tb_weigh_taps(const tb_depthwise_conv_2d *p, const tb_taps *taps, const int32_t *bias, int8_t *output)
{
    // A copy, for a stored output code might be a part of *p for all that the compiler knows.
    const tb_codes codes = p->codes;
    int32_t channels = p->multiplier_count, channel = 0;
    for (; channels - channel >= CHANNELS; channel += CHANNELS) {
        uint32_t sums[CHANNELS];
#pragma GCC unroll 4
        for (int32_t i = 0; i < CHANNELS; i++)
            sums[i] = bias ? (uint32_t)bias[channel + i] : 0;
        add_taps(sums, taps, channel, codes.input_zero_point);
#pragma GCC unroll 4
        for (int32_t i = 0; i < CHANNELS; i++)
            output[channel + i] = tb_word_output_code(sums[i], p->multipliers[channel + i], &codes);
    }
    for (; channel < channels; channel++) {
        uint32_t sum = tb_weigh_channel(bias ? (uint32_t)bias[channel] : 0, taps, channel, codes.input_zero_point);
        output[channel] = tb_word_output_code(sum, p->multipliers[channel], &codes);
    }
}
