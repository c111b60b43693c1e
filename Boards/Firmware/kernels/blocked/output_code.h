#ifndef TB_OUTPUT_CODE_H
#define TB_OUTPUT_CODE_H

#include "../portable/requantize.h"

// The high half of ab, to nearest, ties up. A library whose cores have an instruction for it brings its own.
#ifndef TB_OWN_ROUNDED_HIGH_HALF
static inline int32_t tb_rounded_high_half(int32_t a, int32_t b)
{
    return (int32_t)(((int64_t)a * b + (INT64_C(1) << 31)) >> 32);
}
#endif

// Apart, so that its steps do not take registers from the short form.
__attribute__((noinline, cold, unused)) static int32_t requantize_by_steps(int32_t x, int32_t multiplier, int32_t shift)
{
    return tb_requantize(x, (tb_multiplier){multiplier, shift});
}

// As tb_requantize. Double rounding has a short form where twice the sum fits a word and nothing is shifted left: the high product is then the
// high half of a product, and a division by 2^n to nearest, ties away from zero, is the shift of x + 2^(n - 1), less 1 where x is negative.
// The high product is below 2^30, so that nothing of it overflows.
static inline int32_t tb_requantize_word(int32_t x, tb_multiplier scale)
{
#ifndef TB_DIALECT_HEADER
    int32_t twice = tb_wrapping_shift_left(x, 1), right = -scale.shift;
    if (right >= 0 && (twice ^ x) >= 0) {
        int32_t high = tb_rounded_high_half(twice, scale.multiplier);
        return right == 0 ? high : (high + (high >> 31) + (1 << (right - 1))) >> right;
    }
#endif
    return requantize_by_steps(x, scale.multiplier, scale.shift);
}

// As tb_output_code.
static inline int8_t tb_word_output_code(uint32_t sum, tb_multiplier scale, const tb_codes *codes)
{
    int32_t code = tb_wrapping_add(tb_requantize_word((int32_t)sum, scale), codes->output_zero_point);
    return (int8_t)tb_clamp(code, codes->activation_min, codes->activation_max);
}

#endif
