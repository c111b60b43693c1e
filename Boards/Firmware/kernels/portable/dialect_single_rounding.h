// One rounding of the exact product, ties towards positive infinity.
// Source: tflite-micro common.cc, MultiplyByQuantizedMultiplier under TFLITE_SINGLE_ROUNDING.
#ifndef TB_DIALECT_SINGLE_ROUNDING_H
#define TB_DIALECT_SINGLE_ROUNDING_H

#include "kernels.h"

#define TB_DIALECT_NAME "single-rounding"

static inline int32_t tb_requantize(int32_t x, tb_multiplier scale)
{
    int32_t total_shift = 31 - scale.shift;
    return (int32_t)(((int64_t)x * scale.multiplier + (INT64_C(1) << (total_shift - 1))) >> total_shift);
}

#endif
