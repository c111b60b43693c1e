#include "depthwise.h"

#include "../portable/window.h"
#include "plain.h"

void tb_kernel_depthwise_conv_2d(
    const tb_depthwise_conv_2d *p, const int8_t *input, const int8_t *filter, const int32_t *bias, int8_t *output)
{
    const tb_window w = p->window;
    if (p->depth_multiplier != 1 || p->codes.filter_zero_point != 0) {
        tb_plain_depthwise_conv_2d(p, input, filter, bias, output);
        return;
    }

    int32_t image_row = w.input_width * w.input_channels, filter_row = w.filter_width * w.output_channels;
    tb_taps taps = {
        .pixel_row = w.dilation_height * image_row,
        .pixel_step = w.dilation_width * w.input_channels,
        .weight_row = filter_row,
        .weight_step = w.output_channels,
    };
    for (int32_t batch = 0; batch < w.batches; batch++)
    for (int32_t y = 0; y < w.output_height; y++)
    for (int32_t x = 0; x < w.output_width; x++) {
        tb_view view = tb_view_at(&w, y, x);
        taps.rows = view.rows;
        taps.columns = view.columns;
        taps.pixels = input + (batch * w.input_height + view.y) * image_row + view.x * w.input_channels;
        taps.weights = filter + view.first_row * filter_row + view.first_column * w.output_channels;
        tb_weigh_taps(p, &taps, bias, output);
        output += w.output_channels;
    }
}
