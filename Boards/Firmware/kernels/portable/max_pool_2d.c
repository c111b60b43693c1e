#include "fixed_point.h"
#include "window.h"

// MAX_POOL_2D: the highest code inside the image. Source: tflite reference/integer_ops/pooling.h, MaxPool; spec section 10.
void tb_kernel_max_pool_2d(const tb_pool_2d *p, const int8_t *input, int8_t *output)
{
    const tb_window *w = &p->window;
    int32_t image_row = w->input_width * w->input_channels;
    for (int32_t batch = 0; batch < w->batches; batch++)
    for (int32_t y = 0; y < w->output_height; y++)
    for (int32_t x = 0; x < w->output_width; x++) {
        tb_view view = tb_view_at(w, y, x);
        const int8_t *corner = input + (batch * w->input_height + view.y) * image_row + view.x * w->input_channels;
        for (int32_t channel = 0; channel < w->input_channels; channel++) {
            int32_t highest = INT8_MIN;
            for (int32_t row = 0; row < view.rows; row++)
            for (int32_t column = 0; column < view.columns; column++) {
                int32_t code = corner[row * image_row + column * w->input_channels + channel];
                highest = code > highest ? code : highest;
            }

            *output++ = (int8_t)tb_clamp(highest, p->activation_min, p->activation_max);
        }
    }
}
