#include "simd.h"

// As that of kernels/blocked, which the rest is.
static inline void add_tap(uint32_t *sums, const int8_t *pixels, const int8_t *weights, int32_t zero_point)
{
    uint32_t offsets = tb_both_halves(-zero_point), pixel = tb_read_word(pixels), weight = tb_read_word(weights);
    uint32_t pixel_even = tb_add_even_codes(offsets, pixel), pixel_odd = tb_add_odd_codes(offsets, pixel);
    uint32_t weight_even = tb_even_codes(weight), weight_odd = tb_odd_codes(weight);
    sums[0] = tb_add_low_product(sums[0], pixel_even, weight_even);
    sums[1] = tb_add_low_product(sums[1], pixel_odd, weight_odd);
    sums[2] = tb_add_high_product(sums[2], pixel_even, weight_even);
    sums[3] = tb_add_high_product(sums[3], pixel_odd, weight_odd);
}

#define TB_OWN_TAP
#include "../blocked/depthwise.c"
