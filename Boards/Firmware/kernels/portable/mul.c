#include "broadcast.h"
#include "requantize.h"

// MUL: the product of both inputs, rescaled. Source: tflite reference/integer_ops/mul.h, MulElementwise; spec section 10.
void tb_kernel_mul(const tb_mul *p, const int8_t *a, const int8_t *b, int8_t *output)
{
    const tb_broadcast *shapes = &p->broadcast;
    int32_t step_a = shapes->strides_a[4], step_b = shapes->strides_b[4];
    int32_t rows = tb_broadcast_rows(shapes);
    for (int32_t row = 0; row < rows; row++) {
        tb_broadcast_row at = tb_locate_row(shapes, row);
        for (int32_t i = 0; i < shapes->extents[4]; i++) {
            int32_t product = (a[at.a + i * step_a] - p->a_zero_point) * (b[at.b + i * step_b] - p->b_zero_point);
            int32_t code = tb_wrapping_add(tb_requantize(product, p->output_multiplier), p->output_zero_point);
            *output++ = (int8_t)tb_clamp(code, p->activation_min, p->activation_max);
        }
    }
}
