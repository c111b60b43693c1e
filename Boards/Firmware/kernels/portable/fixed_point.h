// The fixed-point primitives of Reference/Tiny.Bench.Reference/Arithmetic/FixedPoint.cs. Source: gemmlowp fixedpoint.h at 16e8662c.
// Sums and left shifts that the reference lets wrap go through uint32_t, where C defines it; >> of a negative number is arithmetic.
#ifndef TB_FIXED_POINT_H
#define TB_FIXED_POINT_H

#include <stdint.h>

// The high half of 2ab, to nearest, ties towards positive infinity; saturates where both are INT32_MIN.
static inline int32_t tb_high_mul(int32_t a, int32_t b)
{
    if (a == INT32_MIN && b == INT32_MIN)
        return INT32_MAX;
    return (int32_t)(((int64_t)a * b + (INT64_C(1) << 30)) >> 31);
}

// x / 2^exponent to nearest, ties away from zero; exponent 0 to 31.
static inline int32_t tb_divide_by_power_of_two(int32_t x, int32_t exponent)
{
    int32_t mask = (int32_t)((UINT32_C(1) << exponent) - 1);
    int32_t remainder = x & mask;
    int32_t threshold = (mask >> 1) + (x < 0);
    return (x >> exponent) + (remainder > threshold);
}

static inline int32_t tb_wrapping_add(int32_t a, int32_t b)
{
    return (int32_t)((uint32_t)a + (uint32_t)b);
}

// x * 2^exponent modulo 2^32; exponent 0 to 31.
static inline int32_t tb_wrapping_shift_left(int32_t x, int32_t exponent)
{
    return (int32_t)((uint32_t)x << exponent);
}

// x * 2^exponent held inside int32; exponent 0 to 30.
static inline int32_t tb_saturating_shift_left(int32_t x, int32_t exponent)
{
    int64_t wide = (int64_t)x * (INT64_C(1) << exponent);
    if (wide > INT32_MAX)
        return INT32_MAX;
    return wide < INT32_MIN ? INT32_MIN : (int32_t)wide;
}

static inline int32_t tb_clamp(int32_t x, int32_t lowest, int32_t highest)
{
    if (x < lowest)
        return lowest;
    return x > highest ? highest : x;
}

#endif
