// Expected values: spec/arithmetic.md section 1, by hand.
#include "../kernels/portable/fixed_point.h"

#include "../kernels/portable/requantize.h"
#include "check.h"
#include "core_tests.h"

static const tb_multiplier one = {1 << 30, 1};

static void A_high_product_rounds_ties_up(void)
{
    EXPECT_EQUAL(1, tb_high_mul(1 << 15, 1 << 15));
    EXPECT_EQUAL(0, tb_high_mul(-(1 << 15), 1 << 15));
    EXPECT_EQUAL(-1, tb_high_mul(-(1 << 15) - 1, 1 << 15));
}

static void A_high_product_saturates_in_its_one_overflow(void)
{
    EXPECT_EQUAL(INT32_MAX, tb_high_mul(INT32_MIN, INT32_MIN));
    EXPECT_EQUAL(-INT32_MAX, tb_high_mul(INT32_MIN, INT32_MAX));
}

static void A_division_rounds_ties_away_from_zero(void)
{
    EXPECT_EQUAL(3, tb_divide_by_power_of_two(5, 1));
    EXPECT_EQUAL(-3, tb_divide_by_power_of_two(-5, 1));
    EXPECT_EQUAL(1, tb_divide_by_power_of_two(5, 2));
    EXPECT_EQUAL(-1, tb_divide_by_power_of_two(-5, 2));
}

static void A_division_takes_every_exponent(void)
{
    EXPECT_EQUAL(INT32_MIN, tb_divide_by_power_of_two(INT32_MIN, 0));
    EXPECT_EQUAL(-1, tb_divide_by_power_of_two(INT32_MIN, 31));
    EXPECT_EQUAL(1, tb_divide_by_power_of_two(INT32_MAX, 31));
    EXPECT_EQUAL(1, tb_divide_by_power_of_two(1 << 30, 31));
    EXPECT_EQUAL(-1, tb_divide_by_power_of_two(-(1 << 30), 31));
    EXPECT_EQUAL(0, tb_divide_by_power_of_two((1 << 30) - 1, 31));
}

static void A_saturating_shift_stays_inside_int32(void)
{
    EXPECT_EQUAL(INT32_MAX, tb_saturating_shift_left(1 << 29, 2));
    EXPECT_EQUAL(INT32_MIN, tb_saturating_shift_left(-(1 << 29) - 1, 2));
    EXPECT_EQUAL(-4, tb_saturating_shift_left(-1, 2));
}

static void Requantization_by_one_changes_nothing(void)
{
    EXPECT_EQUAL(12345, tb_requantize(12345, one));
    EXPECT_EQUAL(-12345, tb_requantize(-12345, one));
}

// A quarter of 1 is nearest to 0, but half of it is 1 first, and half of that 1 again. A quarter of -3 is nearest to -1, and only
// ties away from zero get there in two steps.
static void Requantization_rounds_twice(void)
{
    const tb_multiplier quarter = {1 << 30, -1};
    EXPECT_EQUAL(1, tb_requantize(1, quarter));
    EXPECT_EQUAL(-1, tb_requantize(-3, quarter));
}

static void The_left_shift_of_a_requantization_wraps(void)
{
    EXPECT_EQUAL(-(1 << 30), tb_requantize(1 << 30, one));
}

// 2^31 - 2 and the zero point of 127 wrap to a negative number, as they do in the reference.
static void The_zero_point_is_added_modulo_two_to_the_32(void)
{
    const tb_codes codes = {.output_zero_point = 127, .activation_min = -128, .activation_max = 127};
    EXPECT_EQUAL(-128, tb_output_code(INT32_MAX, (tb_multiplier){INT32_MAX, 0}, &codes));
}

void fixed_point_tests(void)
{
    RUN(A_high_product_rounds_ties_up);
    RUN(A_high_product_saturates_in_its_one_overflow);
    RUN(A_division_rounds_ties_away_from_zero);
    RUN(A_division_takes_every_exponent);
    RUN(A_saturating_shift_stays_inside_int32);
    RUN(Requantization_by_one_changes_nothing);
    RUN(Requantization_rounds_twice);
    RUN(The_left_shift_of_a_requantization_wraps);
    RUN(The_zero_point_is_added_modulo_two_to_the_32);
}
