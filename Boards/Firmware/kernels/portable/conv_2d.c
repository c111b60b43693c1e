#include <stdbool.h>

#include "dot.h"
#include "requantize.h"
#include "window.h"

// `count` runs of `length` neighbouring products each, and the steps from one run to the next.
typedef struct {
    int32_t count, length;
    int32_t image_step, filter_step;
} tb_runs;

// Not inlined: on its own it has registers enough, beside the loops of the kernel its steps would be spilled.
__attribute__((noinline)) static uint32_t add_runs(
    uint32_t sum, const tb_runs *runs, const tb_codes *codes, const int8_t *pixels, const int8_t *weights)
{
    for (int32_t i = 0; i < runs->count; i++) {
        const int8_t *first_pixel = pixels + i * runs->image_step, *first_weight = weights + i * runs->filter_step;
        sum = tb_dot(sum, first_pixel, codes->input_zero_point, first_weight, codes->filter_zero_point, runs->length);
    }

    return sum;
}

// CONV_2D: NHWC input, OHWI filter, groups. Source: tflite reference/integer_ops/conv.h, ConvPerChannel; spec section 5.
void tb_kernel_conv_2d(const tb_conv_2d *p, const int8_t *input, const int8_t *filter, const int32_t *bias, int8_t *output)
{
    const tb_window *w = &p->window;
    int32_t groups = w->input_channels / p->filter_channels;
    int32_t outputs_per_group = w->output_channels / groups;
    int32_t image_row = w->input_width * w->input_channels;
    int32_t filter_row = w->filter_width * p->filter_channels;
    int32_t filter_size = w->filter_height * filter_row;
    int32_t row_step = w->dilation_height * image_row, tap_step = w->dilation_width * w->input_channels;

    // Without dilation and groups the taps of a row are neighbours in the image as in the filter: a row is one run. Else a tap is.
    bool row_is_run = w->dilation_width == 1 && groups == 1;

    for (int32_t batch = 0; batch < w->batches; batch++)
    for (int32_t y = 0; y < w->output_height; y++)
    for (int32_t x = 0; x < w->output_width; x++) {
        tb_view view = tb_view_at(w, y, x);
        tb_runs runs = row_is_run ? (tb_runs){view.rows, view.columns * p->filter_channels, row_step, filter_row}
                                  : (tb_runs){view.columns, p->filter_channels, tap_step, p->filter_channels};
        int32_t lines = row_is_run ? 1 : view.rows;
        const int8_t *corner = input + (batch * w->input_height + view.y) * image_row + view.x * w->input_channels;
        const int8_t *first_weights = filter + view.first_row * filter_row + view.first_column * p->filter_channels;

        for (int32_t channel = 0; channel < w->output_channels; channel++) {
            const int8_t *pixels = corner + channel / outputs_per_group * p->filter_channels;
            const int8_t *weights = first_weights + channel * filter_size;
            uint32_t sum = bias ? (uint32_t)bias[channel] : 0;
            for (int32_t line = 0; line < lines; line++)
                sum = add_runs(sum, &runs, &p->codes, pixels + line * row_step, weights + line * filter_row);
            *output++ = tb_output_code(sum, p->multipliers[channel], &p->codes);
        }
    }
}
