#include "../blocked/matrix.h"

#include "simd.h"

#include "../blocked/output_code.h"

enum { ROWS = 2, QUAD = 4 };

// Columns less their zero point, as halves in the order in which they are multiplied: of each four codes the even ones, then the odd ones,
// those of one column before those of the other.
static uint32_t halves[TB_COLUMNS * (TB_LONGEST_COLUMN + QUAD) / 2];

// The last codes of `count`, as many as behind whole words, as the first of a word; zeros behind them.
static uint32_t read_rest(const int8_t *codes, int32_t count)
{
    int32_t rest = count % QUAD;
    if (count > QUAD)
        return tb_read_word(codes + count - QUAD) >> (8 * (QUAD - rest));

    uint32_t word = 0;
    for (int32_t i = rest - 1; i >= 0; i--)
        word = word << 8 | (uint8_t)codes[i];
    return word;
}

void tb_prepare_weights(const tb_weights *weights)
{
    (void)weights;
}

// One column of `count`. What lies behind its end meets weights of zero.
static void widen(const int8_t *codes, uint32_t *to, int32_t count, int32_t depth, uint32_t offsets)
{
    const int8_t *from = codes;
#pragma GCC unroll 4
    for (int32_t quads = depth / QUAD; quads > 0; quads--, from += QUAD, to += 2 * count) {
        uint32_t word = tb_read_word(from);
        to[0] = tb_add_even_codes(offsets, word);
        to[1] = tb_add_odd_codes(offsets, word);
    }
    if (depth % QUAD != 0) {
        uint32_t word = read_rest(codes, depth);
        to[0] = tb_add_even_codes(offsets, word);
        to[1] = tb_add_odd_codes(offsets, word);
    }
}

static inline uint32_t add_four(uint32_t sum, uint32_t x_even, uint32_t x_odd, uint32_t even, uint32_t odd)
{
    return tb_add_products(tb_add_products(sum, x_even, even), x_odd, odd);
}

// Adds the products of two rows of weights, four codes a quad, to the sums of two columns: the first row's by both, then the second's.
// Not inlined: alone, it has registers enough.
__attribute__((noinline)) static void add_two_by_two(uint32_t *sums, const int8_t *row0, const int8_t *row1, int32_t quads)
{
    const uint32_t *from = halves;
    uint32_t a0 = sums[0], b0 = sums[1], a1 = sums[2], b1 = sums[3];
    for (; quads > 0; quads--) {
        tb_four_words x = tb_load_four(&from);
        uint32_t weights = tb_read_word(row0), even = tb_even_codes(weights), odd = tb_odd_codes(weights);
        row0 += QUAD;
        a0 = add_four(a0, x.words[0], x.words[1], even, odd);
        b0 = add_four(b0, x.words[2], x.words[3], even, odd);
        weights = tb_read_word(row1), even = tb_even_codes(weights), odd = tb_odd_codes(weights);
        row1 += QUAD;
        a1 = add_four(a1, x.words[0], x.words[1], even, odd);
        b1 = add_four(b1, x.words[2], x.words[3], even, odd);
    }
    sums[0] = a0, sums[1] = b0, sums[2] = a1, sums[3] = b1;
}

// The same for one column, whose sums are the first of each two.
__attribute__((noinline)) static void add_two_by_one(uint32_t *sums, const int8_t *row0, const int8_t *row1, int32_t quads)
{
    const uint32_t *from = halves;
    uint32_t a0 = sums[0], a1 = sums[2];
#pragma GCC unroll 2
    for (; quads > 0; quads--, row0 += QUAD, row1 += QUAD, from += 2) {
        uint32_t weights = tb_read_word(row0);
        a0 = add_four(a0, from[0], from[1], tb_even_codes(weights), tb_odd_codes(weights));
        weights = tb_read_word(row1);
        a1 = add_four(a1, from[0], from[1], tb_even_codes(weights), tb_odd_codes(weights));
    }
    sums[0] = a0, sums[2] = a1;
}

// The last codes of two rows, fewer than four.
__attribute__((noinline)) static void add_rest(uint32_t *sums, const int8_t *row0, const int8_t *row1, int32_t depth, int32_t count)
{
    const uint32_t *from = halves + depth / QUAD * 2 * count;
    uint32_t weights0 = read_rest(row0, depth), weights1 = read_rest(row1, depth);
    for (int32_t column = 0; column < count; column++, from += 2) {
        sums[column] = add_four(sums[column], from[0], from[1], tb_even_codes(weights0), tb_odd_codes(weights0));
        sums[TB_COLUMNS + column] = add_four(sums[TB_COLUMNS + column], from[0], from[1], tb_even_codes(weights1), tb_odd_codes(weights1));
    }
}

void tb_multiply_columns(const tb_weights *weights, const tb_column *columns, int32_t count)
{
    // Copies, for a stored output code might be a part of them for all that the compiler knows.
    const tb_weights w = *weights;
    const tb_codes codes = *w.codes;
    int8_t *first = columns[0].output, *second = columns[count - 1].output;
    for (int32_t column = 0; column < count; column++)
        widen(columns[column].codes, halves + 2 * column, count, w.depth, tb_both_halves(-codes.input_zero_point));

    for (int32_t channel = 0; channel < w.channels; channel += ROWS) {
        // A last channel alone is its own second, computed and written twice. One column is its own second too.
        int32_t next = channel + 1 < w.channels ? channel + 1 : channel;
        const int8_t *row0 = w.filter + channel * w.depth, *row1 = w.filter + next * w.depth;
        uint32_t bias0 = w.bias ? (uint32_t)w.bias[channel] : 0, bias1 = w.bias ? (uint32_t)w.bias[next] : 0;
        uint32_t sums[ROWS * TB_COLUMNS] = {bias0, bias0, bias1, bias1};
        if (count == TB_COLUMNS)
            add_two_by_two(sums, row0, row1, w.depth / QUAD);
        else
            add_two_by_one(sums, row0, row1, w.depth / QUAD);
        if (w.depth % QUAD != 0)
            add_rest(sums, row0, row1, w.depth, count);

        tb_multiplier scale0 = w.multipliers[channel], scale1 = w.multipliers[next];
        first[channel] = tb_word_output_code(sums[0], scale0, &codes);
        first[next] = tb_word_output_code(sums[2], scale1, &codes);
        if (count == TB_COLUMNS) {
            second[channel] = tb_word_output_code(sums[1], scale0, &codes);
            second[next] = tb_word_output_code(sums[3], scale1, &codes);
        }
    }
}
