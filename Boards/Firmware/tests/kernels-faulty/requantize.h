// A fault to be found: the last rounding sends ties up instead of away from zero, as a rounding shift instruction does.
// It stands in for kernels/portable/requantize.h, whose include guard it takes.
#ifndef TB_REQUANTIZE_H
#define TB_REQUANTIZE_H

#include "../../kernels/portable/fixed_point.h"

static inline int32_t tb_requantize(int32_t x, tb_multiplier scale)
{
    int32_t left = scale.shift > 0 ? scale.shift : 0;
    int32_t right = scale.shift > 0 ? 0 : -scale.shift;
    int64_t high = tb_high_mul(tb_wrapping_shift_left(x, left), scale.multiplier);
    return (int32_t)((2 * high + (INT64_C(1) << right)) >> (right + 1));
}

static inline int8_t tb_output_code(uint32_t sum, tb_multiplier scale, const tb_codes *codes)
{
    int32_t code = tb_wrapping_add(tb_requantize((int32_t)sum, scale), codes->output_zero_point);
    return (int8_t)tb_clamp(code, codes->activation_min, codes->activation_max);
}

#endif
