#include <stddef.h>

#include "fixed_point.h"
#include "kernels.h"

// exp(-2^k) in Q0.31 for k = -2 to 4.
static const int32_t exp_of_minus_powers[] = {1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242};

// exp(a) for a in [-1/4, 0), Q0.31: Taylor's series around -1/8 to the fourth power.
static int32_t exp_near_zero(int32_t a)
{
    const int32_t one_third = 715827883, exp_of_minus_one_eighth = 1895147668;
    int32_t x = a + (1 << 28);
    int32_t x2 = tb_high_mul(x, x);
    int32_t x3 = tb_high_mul(x2, x);
    int32_t x4 = tb_high_mul(x2, x2);
    int32_t cubic_and_quartic = tb_high_mul(tb_divide_by_power_of_two(x4, 2) + x3, one_third);
    int32_t tail = tb_divide_by_power_of_two(cubic_and_quartic + x2, 1);
    return exp_of_minus_one_eighth + tb_high_mul(exp_of_minus_one_eighth, x + tail);
}

// exp(a) in Q0.31 for a <= 0 in Q5.26; 2^31 - 1 stands for 1. a is a number in [-1/4, 0) less a sum of powers of two from 1/4 on.
// Source: gemmlowp fixedpoint.h, exp_on_negative_values; spec section 8.
static int32_t exp_on_negative(int32_t a)
{
    if (a == 0)
        return INT32_MAX;

    const int32_t one_quarter = 1 << 24;
    int32_t x = (a & (one_quarter - 1)) - one_quarter;
    int32_t result = exp_near_zero(x * 32);
    int32_t remainder = x - a;
    for (int k = 0; k < 7; k++) {
        if (remainder & (one_quarter << k))
            result = tb_high_mul(result, exp_of_minus_powers[k]);
    }

    return result;
}

// 1 / (1 + u) in Q0.31 for u >= 0 in Q0.31: three steps of Newton's method in Q2.29 from the best straight line.
// Source: gemmlowp fixedpoint.h, one_over_one_plus_x_for_x_in_0_1; spec section 8.
static int32_t reciprocal_of_one_plus(int32_t u)
{
    const int32_t one = 1 << 29, forty_eight_seventeenths = 1515870810, minus_thirty_two_seventeenths = -1010580540;
    int32_t half = (int32_t)(((uint32_t)u + (UINT32_C(1) << 31)) >> 1);
    int32_t x = forty_eight_seventeenths + tb_high_mul(half, minus_thirty_two_seventeenths);
    for (int step = 0; step < 3; step++) {
        int32_t error = one - tb_high_mul(half, x);
        x += tb_saturating_shift_left(tb_high_mul(x, error), 2);
    }

    return tb_saturating_shift_left(x, 1);
}

static int32_t exp_of_difference(const tb_softmax *p, int32_t difference)
{
    return exp_on_negative(tb_high_mul(tb_wrapping_shift_left(difference, p->input_left_shift), p->input_multiplier));
}

// SOFTMAX: exp(x_i) / sum of exp(x) along a row; one is 256, and the zero point -128. The same in every dialect.
// At most 4095 columns keep the sum, in Q12.19, below 2^31; the row's maximum adds 2^19, so it is never below that.
// Source: tflite reference/softmax.h, Softmax; spec section 8.
void tb_kernel_softmax(const tb_softmax *p, const int8_t *input, int8_t *output)
{
    for (int32_t row = 0; row < p->rows; row++) {
        const int8_t *logits = input + (ptrdiff_t)row * p->columns;
        int32_t highest = INT8_MIN;
        for (int32_t i = 0; i < p->columns; i++)
            highest = logits[i] > highest ? logits[i] : highest;

        int32_t sum = 0;
        for (int32_t i = 0; i < p->columns; i++) {
            int32_t difference = logits[i] - highest;
            if (difference >= p->diff_min)
                sum += tb_divide_by_power_of_two(exp_of_difference(p, difference), 12);
        }

        // sum = (1 + u) * 2^(12 - headroom). The last shift passes 31 where the sum reaches 512, hence its 64 bits.
        int headroom = __builtin_clz((unsigned)sum);
        int shift = 12 - headroom + 31 - 8;
        int32_t reciprocal = reciprocal_of_one_plus((int32_t)(((uint32_t)sum << headroom) - (UINT32_C(1) << 31)));
        for (int32_t i = 0; i < p->columns; i++) {
            int32_t difference = logits[i] - highest;
            int32_t code = INT8_MIN;
            if (difference >= p->diff_min) {
                int64_t share = tb_high_mul(reciprocal, exp_of_difference(p, difference));
                code += (int32_t)((share + (INT64_C(1) << (shift - 1))) >> shift);
            }

            *output++ = (int8_t)tb_clamp(code, INT8_MIN, INT8_MAX);
        }
    }
}
