#ifndef TB_WORD_OUTPUT_CODE_H
#define TB_WORD_OUTPUT_CODE_H

#include "../portable/requantize.h"
#include "simd.h"

// As tb_output_code. Double rounding has a short form where twice the sum fits a word and a division follows: the high product is then one
// instruction, and a division by 2^n to nearest, ties away from zero, is the shift of x + 2^(n - 1), less 1 where x is negative.
// The high product is below 2^30, so that nothing of it overflows.
static inline int8_t tb_word_output_code(uint32_t sum, tb_multiplier scale, tb_codes codes)
{
#ifndef TB_DIALECT_HEADER
    int32_t twice = tb_wrapping_shift_left((int32_t)sum, 1);
    if (scale.shift < 0 && (twice ^ (int32_t)sum) >= 0) {
        int32_t high = tb_rounded_high_half(twice, scale.multiplier);
        int32_t rounded = (high + (high >> 31) + (1 << (-scale.shift - 1))) >> -scale.shift;
        return (int8_t)tb_clamp(rounded + codes.output_zero_point, codes.activation_min, codes.activation_max);
    }
#endif
    return tb_output_code(sum, scale, &codes);
}

#endif
