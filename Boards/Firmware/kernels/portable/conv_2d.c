#include <stdbool.h>

#include "dot.h"
#include "requantize.h"
#include "window.h"

// CONV_2D: NHWC input, OHWI filter, groups. Source: tflite reference/integer_ops/conv.h, ConvPerChannel; spec section 5.
void tb_kernel_conv_2d(const tb_conv_2d *p, const int8_t *input, const int8_t *filter, const int32_t *bias, int8_t *output)
{
    const tb_window *w = &p->window;
    int32_t groups = w->input_channels / p->filter_channels;
    int32_t outputs_per_group = w->output_channels / groups;
    int32_t image_row = w->input_width * w->input_channels;
    int32_t filter_row = w->filter_width * p->filter_channels;
    int32_t filter_size = w->filter_height * filter_row;

    // Without dilation and groups the taps of a row are neighbours in the image as in the filter: one run instead of one a tap.
    bool joined = w->dilation_width == 1 && groups == 1;

    for (int32_t batch = 0; batch < w->batches; batch++)
    for (int32_t y = 0; y < w->output_height; y++)
    for (int32_t x = 0; x < w->output_width; x++) {
        tb_view view = tb_view_at(w, y, x);
        int32_t runs = joined ? 1 : view.columns;
        int32_t run = joined ? view.columns * p->filter_channels : p->filter_channels;
        const int8_t *corner = input + (batch * w->input_height + view.y) * image_row + view.x * w->input_channels;
        const int8_t *first_weights = filter + view.first_row * filter_row + view.first_column * p->filter_channels;

        for (int32_t channel = 0; channel < w->output_channels; channel++) {
            const int8_t *pixels = corner + channel / outputs_per_group * p->filter_channels;
            const int8_t *weights = first_weights + channel * filter_size;
            uint32_t sum = bias ? (uint32_t)bias[channel] : 0;
            for (int32_t row = 0; row < view.rows; row++) {
                for (int32_t i = 0; i < runs; i++) {
                    const int8_t *tap_pixels = pixels + row * w->dilation_height * image_row + i * w->dilation_width * w->input_channels;
                    const int8_t *tap_weights = weights + row * filter_row + i * p->filter_channels;
                    sum = tb_dot(sum, tap_pixels, p->codes.input_zero_point, tap_weights, p->codes.filter_zero_point, run);
                }
            }

            *output++ = tb_output_code(sum, p->multipliers[channel], &p->codes);
        }
    }
}
