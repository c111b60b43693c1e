// A rounding high multiply, then a rounding right shift; both send ties towards positive infinity. The left shift wraps.
// Source: spec/arithmetic.md section 15.
#ifndef TB_DIALECT_HALF_UP_H
#define TB_DIALECT_HALF_UP_H

#include "fixed_point.h"
#include "kernels.h"

#define TB_DIALECT_NAME "half-up"

static inline int32_t tb_requantize(int32_t x, tb_multiplier scale)
{
    int32_t left = scale.shift > 0 ? scale.shift : 0;
    int32_t right = scale.shift > 0 ? 0 : -scale.shift;
    int64_t high = ((int64_t)tb_wrapping_shift_left(x, left) * scale.multiplier + (INT64_C(1) << 30)) >> 31;
    return (int32_t)(right > 0 ? (high + (INT64_C(1) << (right - 1))) >> right : high);
}

#endif
