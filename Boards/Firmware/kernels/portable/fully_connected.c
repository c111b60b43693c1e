#include <stddef.h>

#include "dot.h"
#include "requantize.h"

// FULLY_CONNECTED: every unit weighs every element of a row.
// Source: tflite reference/integer_ops/fully_connected.h, FullyConnected; spec section 7.
void tb_kernel_fully_connected(const tb_fully_connected *p, const int8_t *input, const int8_t *filter, const int32_t *bias, int8_t *output)
{
    for (int32_t batch = 0; batch < p->batches; batch++)
    for (int32_t unit = 0; unit < p->output_depth; unit++) {
        const int8_t *row = input + (ptrdiff_t)batch * p->input_depth;
        const int8_t *weights = filter + (ptrdiff_t)unit * p->input_depth;
        uint32_t sum = bias ? (uint32_t)bias[unit] : 0;
        sum = tb_dot(sum, row, p->codes.input_zero_point, weights, p->codes.filter_zero_point, p->input_depth);
        *output++ = tb_output_code(sum, p->multipliers[unit], &p->codes);
    }
}
