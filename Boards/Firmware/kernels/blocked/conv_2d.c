#include <stdbool.h>

#include "../portable/window.h"
#include "copy.h"
#include "matrix.h"
#include "plain.h"

static int8_t scratch[TB_COLUMNS][TB_LONGEST_COLUMN] __attribute__((aligned(16)));

// What the columns of one group of channels have in common.
typedef struct {
    const tb_conv_2d *parameters;
    const int8_t *input; // the group's first channel of the first pixel
    int32_t depth;
    bool row_is_run; // the taps of a row are neighbours in the image as in the filter
} layer;

// The window of one output position as a row of `depth` codes. Taps outside the image become the zero point, whose products are 0.
// A window that lies in the image in one piece is read where it is, any other is copied to `room`.
static const int8_t *lay_out(const layer *l, int32_t batch, int32_t y, int32_t x, int8_t *room)
{
    const tb_window *w = &l->parameters->window;
    int32_t channels = l->parameters->filter_channels;
    int32_t image_row = w->input_width * w->input_channels;
    tb_view view = tb_view_at(w, y, x);
    const int8_t *from = l->input + (batch * w->input_height + view.y) * image_row + view.x * w->input_channels;
    bool is_whole = view.rows == w->filter_height && view.columns == w->filter_width;
    if (is_whole && w->filter_height == 1 && l->row_is_run)
        return from;
    if (!is_whole)
        tb_fill_codes(room, (int8_t)l->parameters->codes.input_zero_point, l->depth);

    int32_t filter_row = w->filter_width * channels;
    int8_t *to = room + view.first_row * filter_row + view.first_column * channels;
    for (int32_t row = 0; row < view.rows; row++) {
        if (l->row_is_run) {
            tb_copy_codes(to, from, view.columns * channels);
        } else {
            for (int32_t column = 0; column < view.columns; column++)
                tb_copy_codes(to + column * channels, from + column * w->dilation_width * w->input_channels, channels);
        }
        from += w->dilation_height * image_row;
        to += filter_row;
    }

    return room;
}

static void multiply_windows(const layer *l, const tb_weights *weights, int8_t *output)
{
    const tb_window *w = &l->parameters->window;
    tb_column columns[TB_COLUMNS];
    int32_t count = 0;
    for (int32_t batch = 0; batch < w->batches; batch++)
    for (int32_t y = 0; y < w->output_height; y++)
    for (int32_t x = 0; x < w->output_width; x++) {
        columns[count] = (tb_column){lay_out(l, batch, y, x, scratch[count]), output};
        output += w->output_channels;
        if (++count == TB_COLUMNS) {
            tb_multiply_columns(weights, columns, count);
            count = 0;
        }
    }
    if (count > 0)
        tb_multiply_columns(weights, columns, count);
}

// A window of one pixel that visits all pixels in order.
static bool is_pointwise(const tb_window *w)
{
    return w->filter_height == 1 && w->filter_width == 1 && w->stride_height == 1 && w->stride_width == 1 && w->pad_top == 0 && w->pad_left == 0
        && w->output_height == w->input_height && w->output_width == w->input_width;
}

// CONV_2D as a product: each output position's window is a column. Equal to the portable kernel: sums are modulo 2^32, so their order is free.
void tb_kernel_conv_2d(const tb_conv_2d *p, const int8_t *input, const int8_t *filter, const int32_t *bias, int8_t *output)
{
    const tb_window *w = &p->window;
    int64_t depth = (int64_t)w->filter_height * w->filter_width * p->filter_channels;
    if (depth > TB_LONGEST_COLUMN || p->codes.filter_zero_point != 0) {
        tb_plain_conv_2d(p, input, filter, bias, output);
        return;
    }

    int32_t groups = w->input_channels / p->filter_channels;
    int32_t group_outputs = w->output_channels / groups;
    const tb_weights all = {filter, bias, p->multipliers, &p->codes, (int32_t)depth, w->output_channels};
    layer l = {p, input, (int32_t)depth, w->dilation_width == 1 && groups == 1};
    for (int32_t group = 0; group < groups; group++, l.input += p->filter_channels) {
        int32_t end = (group + 1) * group_outputs;
        for (int32_t first = group * group_outputs; first < end; first += TB_MOST_CHANNELS) {
            tb_weights weights = tb_slice_weights(&all, first, end);
            tb_prepare_weights(&weights);
            if (groups == 1 && is_pointwise(w))
                tb_multiply_rows(&weights, input, w->batches * w->input_height * w->input_width, output + first, w->output_channels);
            else
                multiply_windows(&l, &weights, output + first);
        }
    }
}
