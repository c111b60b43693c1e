// The instructions of the DSP extension that the kernels use, on words of four codes and of two halves.
// Source: Armv7-M Architecture Reference Manual (DDI 0403), section A7.7: SXTB16, SXTAB16, SMLAD, SMLABB, SMLATT, SMMULR, LDM.
#ifndef TB_SIMD_H
#define TB_SIMD_H

#include <stdint.h>
#include <string.h>

#include <arm_acle.h>

static inline uint32_t tb_read_word(const int8_t *codes)
{
    uint32_t word;
    memcpy(&word, codes, sizeof word);
    return word;
}

static inline uint32_t tb_both_halves(int32_t value)
{
    return (uint16_t)value * UINT32_C(0x00010001);
}

// Codes 0 and 2 of four as halves; codes 1 and 3.
static inline uint32_t tb_even_codes(uint32_t codes)
{
    return (uint32_t)__sxtb16((int32_t)codes);
}

// The rotation is a part of the instruction, which the compiler does not know.
static inline uint32_t tb_odd_codes(uint32_t codes)
{
    uint32_t halves;
    __asm__("sxtb16 %0, %1, ror #8" : "=r"(halves) : "r"(codes));
    return halves;
}

// The same, each added to a half of `offsets`.
static inline uint32_t tb_add_even_codes(uint32_t offsets, uint32_t codes)
{
    return (uint32_t)__sxtab16((int32_t)offsets, (int32_t)codes);
}

static inline uint32_t tb_add_odd_codes(uint32_t offsets, uint32_t codes)
{
    uint32_t halves;
    __asm__("sxtab16 %0, %1, %2, ror #8" : "=r"(halves) : "r"(offsets), "r"(codes));
    return halves;
}

// sum + both products of halves, modulo 2^32.
static inline uint32_t tb_add_products(uint32_t sum, uint32_t a, uint32_t b)
{
    return (uint32_t)__smlad((int32_t)a, (int32_t)b, (int32_t)sum);
}

// sum + the product of the low halves, of the high halves.
static inline uint32_t tb_add_low_product(uint32_t sum, uint32_t a, uint32_t b)
{
    return (uint32_t)__smlabb((int32_t)a, (int32_t)b, (int32_t)sum);
}

static inline uint32_t tb_add_high_product(uint32_t sum, uint32_t a, uint32_t b)
{
    return (uint32_t)__smlatt((int32_t)a, (int32_t)b, (int32_t)sum);
}

#define TB_OWN_ROUNDED_HIGH_HALF

static inline int32_t tb_rounded_high_half(int32_t a, int32_t b)
{
    int32_t high;
    __asm__("smmulr %0, %1, %2" : "=r"(high) : "r"(a), "r"(b));
    return high;
}

typedef struct {
    uint32_t words[4];
} tb_four_words;

// Loads four words by one instruction, which the compiler does not do by itself, and steps over them.
static inline tb_four_words tb_load_four(const uint32_t **from)
{
    register uint32_t first __asm__("r4");
    register uint32_t second __asm__("r5");
    register uint32_t third __asm__("r6");
    register uint32_t fourth __asm__("r7");
    __asm__("ldmia %0!, {%1, %2, %3, %4}"
            : "+r"(*from), "=r"(first), "=r"(second), "=r"(third), "=r"(fourth)
            : "m"(*(const uint32_t(*)[4])*from));
    return (tb_four_words){{first, second, third, fourth}};
}

#endif
