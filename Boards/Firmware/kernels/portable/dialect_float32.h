// The product in binary32, then to the nearest integer, ties away from zero. Without libm, which not every port links.
// Source: spec/arithmetic.md section 15.
#ifndef TB_DIALECT_FLOAT32_H
#define TB_DIALECT_FLOAT32_H

#include <string.h>

#include "kernels.h"

#define TB_DIALECT_NAME "float32"

// 2^exponent, for exponents of normal numbers.
static inline float tb_power_of_two(int32_t exponent)
{
    uint32_t bits = (uint32_t)(127 + exponent) << 23;
    float power;
    memcpy(&power, &bits, sizeof power);
    return power;
}

// As C's roundf; numbers outside of int32 are held inside.
static inline int32_t tb_round_away(float value)
{
    if (value >= 2147483648.0f)
        return INT32_MAX;
    if (value < -2147483648.0f)
        return INT32_MIN;
    int32_t whole = (int32_t)value;
    float rest = value - (float)whole;
    if (rest >= 0.5f)
        return whole + 1;
    return rest <= -0.5f ? whole - 1 : whole;
}

static inline int32_t tb_requantize(int32_t x, tb_multiplier scale)
{
    float factor = (float)scale.multiplier * tb_power_of_two(scale.shift - 31);
    return tb_round_away((float)x * factor);
}

#endif
