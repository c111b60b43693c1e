#ifndef TB_DOT_H
#define TB_DOT_H

#include <stdint.h>

// `sum` plus the products of `count` neighbouring elements and weights. Modulo 2^32, for the reference's int32 sum wraps.
static inline uint32_t tb_dot(
    uint32_t sum, const int8_t *input, int32_t input_zero_point, const int8_t *filter, int32_t filter_zero_point, int32_t count)
{
#pragma GCC unroll 4
    for (int32_t i = 0; i < count; i++)
        sum += (uint32_t)((input[i] - input_zero_point) * (filter[i] - filter_zero_point));
    return sum;
}

#endif
