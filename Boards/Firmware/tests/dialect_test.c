// The rounding of one dialect: make builds this once for each. Expected values: spec/arithmetic.md section 15, by hand.
#include <string.h>

#include "../kernels/portable/requantize.h"
#include "check.h"

typedef struct {
    int32_t x;
    tb_multiplier scale;
    int32_t double_rounding, single_rounding, float32, half_up;
} requantization;

#define HALF (1 << 30)

static const requantization cases[] = {
    // A quarter: 1.25, -1.5 and 0.25 tell the four apart.
    {5, {HALF, -1}, 2, 1, 1, 2},
    {-6, {HALF, -1}, -2, -1, -2, -1},
    {1, {HALF, -1}, 1, 0, 0, 1},
    {-3, {HALF, -1}, -1, -1, -1, 0},
    // A half: one rounding in all of them.
    {3, {HALF, 0}, 2, 2, 2, 2},
    {-3, {HALF, 0}, -1, -1, -2, -1},
    {-1, {HALF, 0}, 0, 0, -1, 0},
    // No factor at all, and the ends of the shift.
    {INT32_MIN, {0, 0}, 0, 0, 0, 0},
    {INT32_MIN, {HALF, -31}, -1, 0, -1, 0},
    {INT32_MAX, {HALF, -31}, 1, 0, 1, 1},
    {1, {HALF, 30}, 1 << 29, 1 << 29, 1 << 29, 1 << 29},
    {3, {HALF, 30}, -(1 << 29), 3 << 29, 3 << 29, -(1 << 29)}, // 3 * 2^30 wraps
    // 2^24 + 1 times a half is 2^23 + 1/2; binary32 drops the 1.
    {(1 << 24) + 1, {HALF, 0}, (1 << 23) + 1, (1 << 23) + 1, 1 << 23, (1 << 23) + 1},
    // (2^30 + 1) * 2 wraps where the product is shifted first; in 64 bits its low half is kept; binary32 saturates.
    {HALF + 1, {HALF, 2}, 2, INT32_MIN + 2, INT32_MAX, 2},
    {-HALF - 1, {HALF, 2}, -2, INT32_MAX - 1, INT32_MIN, -2},
};

static int32_t expected(const requantization *one)
{
    if (strcmp(TEST_DIALECT, "single-rounding") == 0)
        return one->single_rounding;
    if (strcmp(TEST_DIALECT, "float32") == 0)
        return one->float32;
    return strcmp(TEST_DIALECT, "half-up") == 0 ? one->half_up : one->double_rounding;
}

static void The_kernels_name_their_dialect(void)
{
    EXPECT_TEXT(TEST_DIALECT, tb_kernels_dialect);
}

static void Each_case_is_rounded_as_the_dialect_says(void)
{
    for (size_t index = 0; index < sizeof cases / sizeof *cases; index++)
        EXPECT_EQUAL(expected(&cases[index]), tb_requantize(cases[index].x, cases[index].scale));
}

int main(void)
{
    RUN(The_kernels_name_their_dialect);
    RUN(Each_case_is_rounded_as_the_dialect_says);
    return check_finish() != 0;
}
