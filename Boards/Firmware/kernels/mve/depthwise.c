#include "../blocked/depthwise.h"

#include "output_codes.h"

enum { CHANNELS = 8 };

// The even channels of eight and the odd ones: as the widening products come, as pairs are loaded, and as they are narrowed again.
typedef struct {
    int32x4_t even, odd;
} eight_sums;

static inline eight_sums add_eight(eight_sums sums, const tb_taps *taps, int32_t channel, int16_t zero_point)
{
    const int8_t *pixel_row = taps->pixels + channel, *weight_row = taps->weights + channel;
    for (int32_t row = taps->rows; row > 0; row--) {
        const int8_t *pixels = pixel_row, *weights = weight_row;
        for (int32_t column = taps->columns; column > 0; column--) {
            int16x8_t pixel = vsubq_n_s16(vldrbq_s16(pixels), zero_point), weight = vldrbq_s16(weights);
            sums.even = vaddq_s32(sums.even, vmullbq_int_s16(pixel, weight));
            sums.odd = vaddq_s32(sums.odd, vmulltq_int_s16(pixel, weight));
            pixels += taps->pixel_step;
            weights += taps->weight_step;
        }
        pixel_row += taps->pixel_row;
        weight_row += taps->weight_row;
    }
    return sums;
}

void tb_weigh_taps(const tb_depthwise_conv_2d *p, const tb_taps *taps, const int32_t *bias, int8_t *output)
{
    int32_t channels = p->multiplier_count, channel = 0;
    for (; channels - channel >= CHANNELS; channel += CHANNELS) {
        eight_sums sums = {vdupq_n_s32(0), vdupq_n_s32(0)};
        if (bias) {
            int32x4x2_t pairs = vld2q_s32(bias + channel);
            sums = (eight_sums){pairs.val[0], pairs.val[1]};
        }
        sums = add_eight(sums, taps, channel, (int16_t)p->codes.input_zero_point);

        int32x4x4_t scales = vld4q_s32(&p->multipliers[channel].multiplier);
        int32x4_t even = tb_four_output_codes(sums.even, scales.val[0], scales.val[1], &p->codes);
        int32x4_t odd = tb_four_output_codes(sums.odd, scales.val[2], scales.val[3], &p->codes);
        vstrbq_s16(output + channel, vmovntq_s32(vreinterpretq_s16_s32(even), odd));
    }
    for (; channel < channels; channel++) {
        uint32_t sum = tb_weigh_channel(bias ? (uint32_t)bias[channel] : 0, taps, channel, p->codes.input_zero_point);
        output[channel] = tb_output_code(sum, p->multipliers[channel], &p->codes);
    }
}
