// Stands in for kernels/dsp/simd.h, whose include guard it takes: what the instructions do, in C.
// Source: Armv7-M Architecture Reference Manual (DDI 0403), section A7.7, the operation of each.
#ifndef TB_SIMD_H
#define TB_SIMD_H

#include <stdint.h>
#include <string.h>

static inline uint32_t tb_read_word(const int8_t *codes)
{
    uint32_t word;
    memcpy(&word, codes, sizeof word);
    return word;
}

static inline int32_t low_half(uint32_t word)
{
    return (int16_t)(uint16_t)word;
}

static inline int32_t high_half(uint32_t word)
{
    return (int16_t)(uint16_t)(word >> 16);
}

static inline uint32_t of_halves(int32_t low, int32_t high)
{
    return (uint32_t)(uint16_t)low | (uint32_t)(uint16_t)high << 16;
}

static inline int32_t byte_of(uint32_t word, int index)
{
    return (int8_t)(uint8_t)(word >> (8 * index));
}

static inline uint32_t tb_both_halves(int32_t value)
{
    return of_halves(value, value);
}

static inline uint32_t tb_add_even_codes(uint32_t offsets, uint32_t codes)
{
    return of_halves(low_half(offsets) + byte_of(codes, 0), high_half(offsets) + byte_of(codes, 2));
}

static inline uint32_t tb_add_odd_codes(uint32_t offsets, uint32_t codes)
{
    return of_halves(low_half(offsets) + byte_of(codes, 1), high_half(offsets) + byte_of(codes, 3));
}

static inline uint32_t tb_even_codes(uint32_t codes)
{
    return tb_add_even_codes(0, codes);
}

static inline uint32_t tb_odd_codes(uint32_t codes)
{
    return tb_add_odd_codes(0, codes);
}

static inline uint32_t tb_add_low_product(uint32_t sum, uint32_t a, uint32_t b)
{
    return sum + (uint32_t)(low_half(a) * low_half(b));
}

static inline uint32_t tb_add_high_product(uint32_t sum, uint32_t a, uint32_t b)
{
    return sum + (uint32_t)(high_half(a) * high_half(b));
}

static inline uint32_t tb_add_products(uint32_t sum, uint32_t a, uint32_t b)
{
    return tb_add_high_product(tb_add_low_product(sum, a, b), a, b);
}

#define TB_OWN_ROUNDED_HIGH_HALF

static inline int32_t tb_rounded_high_half(int32_t a, int32_t b)
{
    return (int32_t)(((int64_t)a * b + (INT64_C(1) << 31)) >> 32);
}

typedef struct {
    uint32_t words[4];
} tb_four_words;

static inline tb_four_words tb_load_four(const uint32_t **from)
{
    tb_four_words words;
    memcpy(&words, *from, sizeof words);
    *from += 4;
    return words;
}

#endif
