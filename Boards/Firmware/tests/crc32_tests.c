#include "check.h"
#include "core_tests.h"
#include "crc32.h"

// The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
static void Gives_the_check_value_of_the_zip_polynomial(void)
{
    EXPECT_EQUAL(0xCBF43926, tb_crc32(0, "123456789", 9));
}

static void Goes_on_where_it_stopped(void)
{
    EXPECT_EQUAL(0xCBF43926, tb_crc32(tb_crc32(0, "1234", 4), "56789", 5));
}

static void Is_zero_of_nothing(void)
{
    EXPECT_EQUAL(0, tb_crc32(0, "", 0));
}

void crc32_tests(void)
{
    RUN(Gives_the_check_value_of_the_zip_polynomial);
    RUN(Goes_on_where_it_stopped);
    RUN(Is_zero_of_nothing);
}
