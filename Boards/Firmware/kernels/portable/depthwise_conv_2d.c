#include "requantize.h"
#include "window.h"

// DEPTHWISE_CONV_2D: input channel c has filters of its own and gives the output channels c * depth_multiplier and on.
// Source: tflite reference/integer_ops/depthwise_conv.h, DepthwiseConvPerChannel; spec section 6.
void tb_kernel_depthwise_conv_2d(
    const tb_depthwise_conv_2d *p, const int8_t *input, const int8_t *filter, const int32_t *bias, int8_t *output)
{
    // Copies, for a stored output code might be a part of *p for all that the compiler knows.
    const tb_window w = p->window;
    const tb_codes codes = p->codes;
    int32_t image_row = w.input_width * w.input_channels;
    int32_t filter_row = w.filter_width * w.output_channels;
    int32_t row_step = w.dilation_height * image_row, tap_step = w.dilation_width * w.input_channels;

    for (int32_t batch = 0; batch < w.batches; batch++)
    for (int32_t y = 0; y < w.output_height; y++)
    for (int32_t x = 0; x < w.output_width; x++) {
        tb_view view = tb_view_at(&w, y, x);
        const int8_t *corner = input + (batch * w.input_height + view.y) * image_row + view.x * w.input_channels;
        const int8_t *first_weights = filter + view.first_row * filter_row + view.first_column * w.output_channels;

        for (int32_t channel = 0; channel < w.output_channels; channel++) {
            const int8_t *pixels = corner + channel / p->depth_multiplier;
            const int8_t *weights = first_weights + channel;
            uint32_t sum = bias ? (uint32_t)bias[channel] : 0;
            for (int32_t row = 0; row < view.rows; row++) {
                int32_t pixel = row * row_step, weight = row * filter_row;
                for (int32_t column = 0; column < view.columns; column++) {
                    sum += (uint32_t)((pixels[pixel] - codes.input_zero_point) * (weights[weight] - codes.filter_zero_point));
                    pixel += tap_step;
                    weight += w.output_channels;
                }
            }

            *output++ = tb_output_code(sum, p->multipliers[channel], &codes);
        }
    }
}
