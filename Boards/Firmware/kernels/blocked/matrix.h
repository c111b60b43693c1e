// Convolutions and rows of weights as products of columns by rows of weights. One folder implements this header for one instruction set:
// `blocked` in plain C, `dsp` and `mve` with vector instructions; conv_2d.c and fully_connected.c here bring the columns.
#ifndef TB_MATRIX_H
#define TB_MATRIX_H

#include <stdint.h>

#include "kernels.h"

// Longest column, in codes, for which scratch memory is reserved: ic02's last convolution takes 1440. Longer ones are the plain kernels' work.
#define TB_LONGEST_COLUMN 1536

// Channels of one product; more are split.
#define TB_MOST_CHANNELS 256

// Columns that are multiplied together, so that a weight is loaded once for all of them.
#define TB_COLUMNS 2

// A row of `depth` weights for each output channel. Their zero point is 0; `bias` may be NULL.
typedef struct {
    const int8_t *filter;
    const int32_t *bias;
    const tb_multiplier *multipliers;
    const tb_codes *codes;
    int32_t depth, channels;
} tb_weights;

// One column each, and where its output codes go, one for each channel.
typedef struct {
    const int8_t *codes;
    int8_t *output;
} tb_column;

// The weights of the channels from `first` to before `end`, at most TB_MOST_CHANNELS of them.
static inline tb_weights tb_slice_weights(const tb_weights *all, int32_t first, int32_t end)
{
    tb_weights slice = *all;
    slice.filter += first * all->depth;
    slice.bias = all->bias ? all->bias + first : all->bias;
    slice.multipliers += first;
    slice.channels = end - first < TB_MOST_CHANNELS ? end - first : TB_MOST_CHANNELS;
    return slice;
}

// To be called once before the products by `weights`.
void tb_prepare_weights(const tb_weights *weights);

// The output codes of `count` columns, 1 to TB_COLUMNS.
void tb_multiply_columns(const tb_weights *weights, const tb_column *columns, int32_t count);

// The same for `count` columns that lie one behind the other, and their outputs `output_step` apart. In rows.c, for every library.
void tb_multiply_rows(const tb_weights *weights, const int8_t *rows, int32_t count, int8_t *output, int32_t output_step);

#endif
