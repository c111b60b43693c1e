#include "matrix.h"
#include "plain.h"

// FULLY_CONNECTED as a product: each row of the input is a column.
void tb_kernel_fully_connected(const tb_fully_connected *p, const int8_t *input, const int8_t *filter, const int32_t *bias, int8_t *output)
{
    if (p->input_depth > TB_LONGEST_COLUMN || p->codes.filter_zero_point != 0) {
        tb_plain_fully_connected(p, input, filter, bias, output);
        return;
    }

    const tb_weights all = {filter, bias, p->multipliers, &p->codes, p->input_depth, p->output_depth};
    for (int32_t first = 0; first < p->output_depth; first += TB_MOST_CHANNELS) {
        tb_weights weights = tb_slice_weights(&all, first, p->output_depth);
        tb_prepare_weights(&weights);
        tb_multiply_rows(&weights, input, p->batches, output + first, p->output_depth);
    }
}
