#include "broadcast.h"
#include "requantize.h"

static int32_t term(int8_t code, int32_t zero_point, int32_t left_shift, tb_multiplier scale)
{
    return tb_requantize(tb_wrapping_shift_left(code - zero_point, left_shift), scale);
}

// ADD: both inputs are brought to a common scale, twice the larger one, and their sum to the output's.
// Source: tflite reference/integer_ops/add.h, AddElementwise; spec section 10.
void tb_kernel_add(const tb_add *p, const int8_t *a, const int8_t *b, int8_t *output)
{
    const tb_broadcast *shapes = &p->broadcast;
    int32_t step_a = shapes->strides_a[4], step_b = shapes->strides_b[4];
    int32_t rows = tb_broadcast_rows(shapes);
    for (int32_t row = 0; row < rows; row++) {
        tb_broadcast_row at = tb_locate_row(shapes, row);
        for (int32_t i = 0; i < shapes->extents[4]; i++) {
            int32_t first = term(a[at.a + i * step_a], p->a_zero_point, p->left_shift, p->a_multiplier);
            int32_t second = term(b[at.b + i * step_b], p->b_zero_point, p->left_shift, p->b_multiplier);
            int32_t code = tb_wrapping_add(tb_requantize(tb_wrapping_add(first, second), p->output_multiplier), p->output_zero_point);
            *output++ = (int8_t)tb_clamp(code, p->activation_min, p->activation_max);
        }
    }
}
