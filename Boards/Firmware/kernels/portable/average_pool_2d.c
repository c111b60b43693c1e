#include "fixed_point.h"
#include "window.h"

// AVERAGE_POOL_2D: the mean of the codes inside the image, to nearest, ties away from zero; zero points play no part.
// A window touches the image and covers less than 2^23 of its positions (docs/plan.md section 5), so the sum stays below 2^30.
// Source: tflite reference/integer_ops/pooling.h, AveragePool; spec section 10.
void tb_kernel_average_pool_2d(const tb_pool_2d *p, const int8_t *input, int8_t *output)
{
    const tb_window *w = &p->window;
    int32_t image_row = w->input_width * w->input_channels;
    for (int32_t batch = 0; batch < w->batches; batch++)
    for (int32_t y = 0; y < w->output_height; y++)
    for (int32_t x = 0; x < w->output_width; x++) {
        tb_view view = tb_view_at(w, y, x);
        int32_t count = view.rows * view.columns;
        const int8_t *corner = input + (batch * w->input_height + view.y) * image_row + view.x * w->input_channels;
        for (int32_t channel = 0; channel < w->input_channels; channel++) {
            int32_t sum = 0;
            for (int32_t row = 0; row < view.rows; row++)
            for (int32_t column = 0; column < view.columns; column++)
                sum += corner[row * image_row + column * w->input_channels + channel];
            int32_t mean = (sum > 0 ? sum + count / 2 : sum - count / 2) / count;
            *output++ = (int8_t)tb_clamp(mean, p->activation_min, p->activation_max);
        }
    }
}
