#include "matrix.h"

#include "../portable/dot.h"
#include "output_code.h"

enum { ROWS = 4 };

void tb_prepare_weights(const tb_weights *weights)
{
    (void)weights;
}

// Adds the products of four rows of weights, each `depth` long, to the sums of each column. Not inlined: alone, each has registers enough.
__attribute__((noinline)) static void add_four_by_two(
    uint32_t (*sums)[ROWS], const int8_t *first, const int8_t *second, int32_t zero_point, const int8_t *row0, int32_t depth)
{
    const int8_t *end = first + depth, *row1 = row0 + depth, *row2 = row1 + depth, *row3 = row2 + depth;
    uint32_t a0 = sums[0][0], a1 = sums[0][1], a2 = sums[0][2], a3 = sums[0][3];
    uint32_t b0 = sums[1][0], b1 = sums[1][1], b2 = sums[1][2], b3 = sums[1][3];
#pragma GCC unroll 4
    while (first < end) {
        int32_t a = *first++ - zero_point, b = *second++ - zero_point;
        int32_t w0 = *row0++, w1 = *row1++, w2 = *row2++, w3 = *row3++;
        a0 += (uint32_t)(a * w0), a1 += (uint32_t)(a * w1), a2 += (uint32_t)(a * w2), a3 += (uint32_t)(a * w3);
        b0 += (uint32_t)(b * w0), b1 += (uint32_t)(b * w1), b2 += (uint32_t)(b * w2), b3 += (uint32_t)(b * w3);
    }

    sums[0][0] = a0, sums[0][1] = a1, sums[0][2] = a2, sums[0][3] = a3;
    sums[1][0] = b0, sums[1][1] = b1, sums[1][2] = b2, sums[1][3] = b3;
}

__attribute__((noinline)) static void add_four_by_one(uint32_t *sums, const int8_t *first, int32_t zero_point, const int8_t *row0, int32_t depth)
{
    const int8_t *end = first + depth, *row1 = row0 + depth, *row2 = row1 + depth, *row3 = row2 + depth;
    uint32_t a0 = sums[0], a1 = sums[1], a2 = sums[2], a3 = sums[3];
#pragma GCC unroll 4
    while (first < end) {
        int32_t a = *first++ - zero_point;
        a0 += (uint32_t)(a * *row0++), a1 += (uint32_t)(a * *row1++), a2 += (uint32_t)(a * *row2++), a3 += (uint32_t)(a * *row3++);
    }

    sums[0] = a0, sums[1] = a1, sums[2] = a2, sums[3] = a3;
}

// The sums of up to four channels.
static void add_rows(
    uint32_t (*sums)[ROWS], const tb_weights *weights, const tb_column *columns, int32_t count, const int8_t *filter, int32_t rows)
{
    int32_t zero_point = weights->codes->input_zero_point, depth = weights->depth;
    if (rows == ROWS && count == TB_COLUMNS) {
        add_four_by_two(sums, columns[0].codes, columns[1].codes, zero_point, filter, depth);
        return;
    }

    for (int32_t column = 0; column < count; column++) {
        if (rows == ROWS) {
            add_four_by_one(sums[column], columns[column].codes, zero_point, filter, depth);
            continue;
        }
        for (int32_t row = 0; row < rows; row++)
            sums[column][row] = tb_dot(sums[column][row], columns[column].codes, zero_point, filter + row * depth, 0, depth);
    }
}

void tb_multiply_columns(const tb_weights *weights, const tb_column *columns, int32_t count)
{
    for (int32_t channel = 0; channel < weights->channels; channel += ROWS) {
        int32_t rest = weights->channels - channel, rows = rest < ROWS ? rest : ROWS;
        uint32_t sums[TB_COLUMNS][ROWS];
        for (int32_t row = 0; row < rows; row++)
            sums[0][row] = sums[1][row] = weights->bias ? (uint32_t)weights->bias[channel + row] : 0;

        add_rows(sums, weights, columns, count, weights->filter + channel * weights->depth, rows);
        for (int32_t column = 0; column < count; column++)
        for (int32_t row = 0; row < rows; row++)
            columns[column].output[channel + row] = tb_word_output_code(sums[column][row], weights->multipliers[channel + row], weights->codes);
    }
}
