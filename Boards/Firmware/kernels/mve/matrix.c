#include "../blocked/matrix.h"

#include "output_codes.h"

enum { ROWS = 4, LANES = 16 };

// For each channel what its sum starts from: the bias less the zero point times the sum of its weights, so that the products take codes as they are.
static int32_t starts[TB_MOST_CHANNELS];

static uint32_t add_weights(const int8_t *weights, int32_t depth)
{
    int32_t sum = 0;
    for (; depth > 0; depth -= LANES, weights += LANES)
        sum = vaddvaq_s8(sum, vldrbq_z_s8(weights, vctp8q((uint32_t)depth)));
    return (uint32_t)sum;
}

void tb_prepare_weights(const tb_weights *weights)
{
    uint32_t zero_point = (uint32_t)weights->codes->input_zero_point;
    for (int32_t channel = 0; channel < weights->channels; channel++) {
        uint32_t bias = weights->bias ? (uint32_t)weights->bias[channel] : 0;
        starts[channel] = (int32_t)(bias - zero_point * add_weights(weights->filter + channel * weights->depth, weights->depth));
    }
}

// Adds the products of the last codes, fewer than a vector.
__attribute__((noinline)) static int32x4_t add_rest(int32x4_t sums, const int8_t *codes, const int8_t *rows, int32_t depth, uint32_t rest)
{
    mve_pred16_t inside = vctp8q(rest);
    int8x16_t x = vldrbq_z_s8(codes, inside);
    sums = vsetq_lane_s32(vmladavaq_s8(vgetq_lane_s32(sums, 0), x, vldrbq_z_s8(rows, inside)), sums, 0);
    sums = vsetq_lane_s32(vmladavaq_s8(vgetq_lane_s32(sums, 1), x, vldrbq_z_s8(rows + depth, inside)), sums, 1);
    sums = vsetq_lane_s32(vmladavaq_s8(vgetq_lane_s32(sums, 2), x, vldrbq_z_s8(rows + 2 * depth, inside)), sums, 2);
    return vsetq_lane_s32(vmladavaq_s8(vgetq_lane_s32(sums, 3), x, vldrbq_z_s8(rows + 3 * depth, inside)), sums, 3);
}

// The sums of four rows of weights, `depth` apart, by one column. A sum of products of codes stays inside int32: 2^14 * TB_LONGEST_COLUMN < 2^31.
static inline int32x4_t multiply_four(const int8_t *codes, const int8_t *rows, int32_t depth)
{
    const int8_t *from = codes, *row0 = rows, *row1 = row0 + depth, *row2 = row1 + depth, *row3 = row2 + depth;
    int32_t sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
    for (uint32_t blocks = (uint32_t)depth / LANES; blocks > 0; blocks--) {
        int8x16_t x = vldrbq_s8(from);
        sum0 = vmladavaq_s8(sum0, x, vldrbq_s8(row0));
        sum1 = vmladavaq_s8(sum1, x, vldrbq_s8(row1));
        sum2 = vmladavaq_s8(sum2, x, vldrbq_s8(row2));
        sum3 = vmladavaq_s8(sum3, x, vldrbq_s8(row3));
        from += LANES, row0 += LANES, row1 += LANES, row2 += LANES, row3 += LANES;
    }

    int32x4_t sums = vdupq_n_s32(sum0);
    sums = vsetq_lane_s32(sum1, sums, 1);
    sums = vsetq_lane_s32(sum2, sums, 2);
    sums = vsetq_lane_s32(sum3, sums, 3);
    uint32_t rest = (uint32_t)depth % LANES;
    return rest == 0 ? sums : add_rest(sums, codes + depth - rest, rows + depth - rest, depth, rest);
}

static int32_t multiply_one(const int8_t *codes, const int8_t *row, int32_t depth)
{
    int32_t sum = 0;
    for (; depth > 0; depth -= LANES, codes += LANES, row += LANES) {
        mve_pred16_t inside = vctp8q((uint32_t)depth);
        sum = vmladavaq_s8(sum, vldrbq_z_s8(codes, inside), vldrbq_z_s8(row, inside));
    }
    return sum;
}

static void multiply_column(const tb_weights *w, const tb_column *column)
{
    int32_t channel = 0;
    for (; w->channels - channel >= ROWS; channel += ROWS) {
        int32x4_t sums = multiply_four(column->codes, w->filter + channel * w->depth, w->depth);
        int32x4x2_t scales = vld2q_s32(&w->multipliers[channel].multiplier);
        sums = vaddq_s32(sums, vldrwq_s32(starts + channel));
        vstrbq_s32(column->output + channel, tb_four_output_codes(sums, scales.val[0], scales.val[1], w->codes));
    }
    for (; channel < w->channels; channel++) {
        uint32_t sum = (uint32_t)starts[channel] + (uint32_t)multiply_one(column->codes, w->filter + channel * w->depth, w->depth);
        column->output[channel] = tb_output_code(sum, w->multipliers[channel], w->codes);
    }
}

void tb_multiply_columns(const tb_weights *weights, const tb_column *columns, int32_t count)
{
    for (int32_t column = 0; column < count; column++)
        multiply_column(weights, &columns[column]);
}
