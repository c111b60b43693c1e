// From an accumulator to a code: the one place where a dialect rounds. `make DIALECT=...` names the header of another than ours.
#ifndef TB_REQUANTIZE_H
#define TB_REQUANTIZE_H

#include "fixed_point.h"
#include "kernels.h"

#ifdef TB_DIALECT_HEADER
#include TB_DIALECT_HEADER
#else

#define TB_DIALECT_NAME "double-rounding"

// Double rounding: high product, ties up; then a division by 2^n, ties away from zero. The left shift wraps.
// Source: tflite-micro common.cc, MultiplyByQuantizedMultiplier (default build, not TFLITE_SINGLE_ROUNDING).
static inline int32_t tb_requantize(int32_t x, tb_multiplier scale)
{
    int32_t left = scale.shift > 0 ? scale.shift : 0;
    int32_t right = scale.shift > 0 ? 0 : -scale.shift;
    return tb_divide_by_power_of_two(tb_high_mul(tb_wrapping_shift_left(x, left), scale.multiplier), right);
}

#endif

// A sum of products as an output code. The zero point is added modulo 2^32, as the reference adds it.
static inline int8_t tb_output_code(uint32_t sum, tb_multiplier scale, const tb_codes *codes)
{
    int32_t code = tb_wrapping_add(tb_requantize((int32_t)sum, scale), codes->output_zero_point);
    return (int8_t)tb_clamp(code, codes->activation_min, codes->activation_max);
}

#endif
