#include "../blocked/matrix.h"

#include "output_code.h"
#include "simd.h"

enum { ROWS = 2, QUAD = 4 };

// Columns less the zero point, as halves in the order in which they are multiplied: of each four codes the even ones, then the odd ones,
// those of one column before those of the other.
static uint32_t halves[TB_COLUMNS * (TB_LONGEST_COLUMN + QUAD) / 2];

// Up to three codes as the first of a word; zeros behind them.
static uint32_t read_rest(const int8_t *codes, int32_t count)
{
    uint32_t word = 0;
    for (int32_t i = count - 1; i >= 0; i--)
        word = word << 8 | (uint8_t)codes[i];
    return word;
}

void tb_prepare_weights(const tb_weights *weights)
{
    (void)weights;
}

static void widen(const tb_column *columns, int32_t count, int32_t depth, int32_t zero_point)
{
    uint32_t offsets = tb_both_halves(-zero_point);
    for (int32_t column = 0; column < count; column++) {
        const int8_t *codes = columns[column].codes;
        uint32_t *to = halves + 2 * column;
        int32_t i = depth;
        for (; i >= QUAD; i -= QUAD, codes += QUAD, to += 2 * count) {
            uint32_t word = tb_read_word(codes);
            to[0] = tb_add_even_codes(offsets, word);
            to[1] = tb_add_odd_codes(offsets, word);
        }
        if (i > 0) {
            // What lies behind the end meets weights of zero.
            uint32_t word = read_rest(codes, i);
            to[0] = tb_add_even_codes(offsets, word);
            to[1] = tb_add_odd_codes(offsets, word);
        }
    }
}

// Adds the products of two rows of weights to the sums of two columns: the first row's by both, then the second's.
// Not inlined: alone, it has registers enough.
__attribute__((noinline)) static void add_two_by_two(uint32_t *sums, const int8_t *row0, const int8_t *row1, int32_t quads)
{
    const uint32_t *from = halves;
    uint32_t a0 = sums[0], b0 = sums[1], a1 = sums[2], b1 = sums[3];
    for (; quads > 0; quads--) {
        tb_four_words x = tb_load_four(&from);
        uint32_t weights = tb_read_word(row0), even = tb_even_codes(weights), odd = tb_odd_codes(weights);
        row0 += QUAD;
        a0 = tb_add_products(a0, x.words[0], even);
        a0 = tb_add_products(a0, x.words[1], odd);
        b0 = tb_add_products(b0, x.words[2], even);
        b0 = tb_add_products(b0, x.words[3], odd);
        weights = tb_read_word(row1), even = tb_even_codes(weights), odd = tb_odd_codes(weights);
        row1 += QUAD;
        a1 = tb_add_products(a1, x.words[0], even);
        a1 = tb_add_products(a1, x.words[1], odd);
        b1 = tb_add_products(b1, x.words[2], even);
        b1 = tb_add_products(b1, x.words[3], odd);
    }
    sums[0] = a0, sums[1] = b0, sums[2] = a1, sums[3] = b1;
}

__attribute__((noinline)) static void add_two_by_one(uint32_t *sums, const int8_t *row0, const int8_t *row1, int32_t quads)
{
    const uint32_t *from = halves;
    uint32_t a0 = sums[0], a1 = sums[2];
#pragma GCC unroll 2
    for (; quads > 0; quads--) {
        uint32_t x_even = *from++, x_odd = *from++;
        uint32_t weights = tb_read_word(row0), even = tb_even_codes(weights), odd = tb_odd_codes(weights);
        row0 += QUAD;
        a0 = tb_add_products(a0, x_even, even);
        a0 = tb_add_products(a0, x_odd, odd);
        weights = tb_read_word(row1), even = tb_even_codes(weights), odd = tb_odd_codes(weights);
        row1 += QUAD;
        a1 = tb_add_products(a1, x_even, even);
        a1 = tb_add_products(a1, x_odd, odd);
    }
    sums[0] = a0, sums[2] = a1;
}

// The last codes of a row of weights, fewer than four.
static void add_rest(uint32_t *sums, const int8_t *weights, int32_t rest, const uint32_t *from, int32_t count)
{
    uint32_t word = read_rest(weights, rest), even = tb_even_codes(word), odd = tb_odd_codes(word);
    for (int32_t column = 0; column < count; column++) {
        sums[column] = tb_add_products(sums[column], from[0], even);
        sums[column] = tb_add_products(sums[column], from[1], odd);
        from += 2;
    }
}

void tb_multiply_columns(const tb_weights *weights, const tb_column *columns, int32_t count)
{
    // Copies, for a stored output code might be a part of them for all that the compiler knows.
    const tb_weights w = *weights;
    const tb_codes codes = *w.codes;
    int8_t *output[] = {columns[0].output, columns[count - 1].output};
    int32_t quads = w.depth / QUAD, whole = quads * QUAD, rest = w.depth - whole;
    widen(columns, count, w.depth, codes.input_zero_point);

    for (int32_t channel = 0; channel < w.channels; channel += ROWS) {
        // A last channel alone is its own second.
        int32_t rows = w.channels - channel < ROWS ? 1 : ROWS;
        const int8_t *row0 = w.filter + channel * w.depth, *row1 = row0 + (rows - 1) * w.depth;
        uint32_t bias0 = w.bias ? (uint32_t)w.bias[channel] : 0, bias1 = w.bias ? (uint32_t)w.bias[channel + rows - 1] : 0;
        uint32_t sums[ROWS * TB_COLUMNS] = {bias0, bias0, bias1, bias1};
        if (count == TB_COLUMNS)
            add_two_by_two(sums, row0, row1, quads);
        else
            add_two_by_one(sums, row0, row1, quads);
        if (rest > 0) {
            const uint32_t *from = halves + quads * 2 * count;
            add_rest(sums, row0 + whole, rest, from, count);
            add_rest(sums + TB_COLUMNS, row1 + whole, rest, from, count);
        }

        for (int32_t row = 0; row < rows; row++) {
            tb_multiplier scale = w.multipliers[channel + row];
            for (int32_t column = 0; column < count; column++)
                output[column][channel + row] = tb_word_output_code(sums[row * TB_COLUMNS + column], scale, codes);
        }
    }
}
