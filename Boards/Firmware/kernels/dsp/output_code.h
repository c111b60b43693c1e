#ifndef TB_WORD_OUTPUT_CODE_H
#define TB_WORD_OUTPUT_CODE_H

#include "../portable/requantize.h"
#include "simd.h"

// Apart, so that its steps do not take registers from the short form.
__attribute__((noinline, cold, unused)) static int32_t requantize_by_steps(int32_t x, int32_t multiplier, int32_t shift)
{
    return tb_requantize(x, (tb_multiplier){multiplier, shift});
}

// As tb_requantize. Double rounding has a short form where twice the sum fits a word and a division follows: the high product is then one
// instruction, and a division by 2^n to nearest, ties away from zero, is the shift of x + 2^(n - 1), less 1 where x is negative.
// The high product is below 2^30, so that nothing of it overflows.
static inline int32_t tb_requantize_word(int32_t x, tb_multiplier scale)
{
#ifndef TB_DIALECT_HEADER
    int32_t twice = tb_wrapping_shift_left(x, 1), right = -scale.shift;
    if (right > 0 && (twice ^ x) >= 0) {
        int32_t high = tb_rounded_high_half(twice, scale.multiplier);
        return (high + (high >> 31) + (1 << (right - 1))) >> right;
    }
#endif
    return requantize_by_steps(x, scale.multiplier, scale.shift);
}

// As tb_output_code.
static inline int8_t tb_word_output_code(uint32_t sum, tb_multiplier scale, tb_codes codes)
{
    int32_t code = tb_wrapping_add(tb_requantize_word((int32_t)sum, scale), codes.output_zero_point);
    return (int8_t)tb_clamp(code, codes.activation_min, codes.activation_max);
}

#endif
