// Four sums of products as output codes at once.
#ifndef TB_OUTPUT_CODES_H
#define TB_OUTPUT_CODES_H

#include <arm_mve.h>

#include "../portable/requantize.h"

// tb_requantize of four sums. Double rounding: VQRDMULH is the high product, to nearest, ties up, saturating; VRSHL with a negative shift divides to
// nearest, ties up, so that of a negative number 1 is taken first where it is divided at all.
// Source: Armv8-M Architecture Reference Manual (DDI 0553), VQRDMULH and VRSHL; gemmlowp fixedpoint.h, RoundingDivideByPOT.
static inline int32x4_t tb_requantize_four(int32x4_t sums, int32x4_t multipliers, int32x4_t shifts)
{
#ifndef TB_DIALECT_HEADER
    int32x4_t zero = vdupq_n_s32(0);
    int32x4_t left = vmaxq_s32(shifts, zero), right = vminq_s32(shifts, zero);
    int32x4_t high = vqrdmulhq_s32(vshlq_s32(sums, left), multipliers);
    int32x4_t less = vshrq_n_s32(vandq_s32(high, right), 31);
    return vrshlq_s32(vqaddq_s32(high, less), right);
#else
    int32_t sum[4], multiplier[4], shift[4];
    vst1q_s32(sum, sums);
    vst1q_s32(multiplier, multipliers);
    vst1q_s32(shift, shifts);
    for (int lane = 0; lane < 4; lane++)
        sum[lane] = tb_requantize(sum[lane], (tb_multiplier){multiplier[lane], shift[lane]});
    return vld1q_s32(sum);
#endif
}

static inline int32x4_t tb_four_output_codes(int32x4_t sums, int32x4_t multipliers, int32x4_t shifts, const tb_codes *codes)
{
    int32x4_t result = vaddq_n_s32(tb_requantize_four(sums, multipliers, shifts), codes->output_zero_point);
    return vminq_s32(vmaxq_s32(result, vdupq_n_s32(codes->activation_min)), vdupq_n_s32(codes->activation_max));
}

#endif
