// core/text.c against the host's C library.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "text.h"

static char *number(uint32_t (*format)(char *, float), float value)
{
    static char text[TB_NUMBER_CHARACTERS + 1];
    uint32_t count = format(text, value);
    EXPECT(count <= TB_NUMBER_CHARACTERS);
    text[count] = '\0';
    return text;
}

// A float has at most 149 digits behind its point, so that the first text is exact and can be cut.
static void compare(float value)
{
    if (isnan(value)) {
        EXPECT_TEXT("nan", number(tb_text_rounded, value));
        return;
    }
    char expected[256];
    snprintf(expected, sizeof expected, "%0.3f", (double)value);
    EXPECT_TEXT(expected, number(tb_text_rounded, value));
    snprintf(expected, sizeof expected, "%0.150f", (double)value);
    if (isfinite(value))
        expected[strlen(expected) - 147] = '\0';
    EXPECT_TEXT(expected, number(tb_text_cut, value));
}

static void rounds_and_cuts_as_printf_does(void)
{
    static const float scales[] = {1.0f / 256, 0.364498466f, 0.391015232f, 0.00390625f, 0.0625f, 1.0f, 12345.678f};
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++)
        for (int code = -255; code <= 255; code++)
            compare((float)code * scales[i]);
    // Ties: odd multiples of 1/16 have a 5 as their fourth and last digit.
    for (int sixteenths = -1000; sixteenths <= 1000; sixteenths++)
        compare((float)sixteenths / 16);
    EXPECT_TEXT("0.062", number(tb_text_rounded, 0.0625f));
    EXPECT_TEXT("0.188", number(tb_text_rounded, 0.1875f));
    EXPECT_TEXT("0.929", number(tb_text_cut, 238.0f / 256));
    EXPECT_TEXT("0.930", number(tb_text_rounded, 238.0f / 256));
    // Every exponent, random mantissas; every special value.
    uint64_t state = 1;
    for (int i = 0; i < 300000; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        uint32_t bits = (uint32_t)(state >> 32);
        float value;
        memcpy(&value, &bits, sizeof value);
        compare(value);
    }
    static const float special[] = {0.0f,   -0.0f,      INFINITY,   -INFINITY,   NAN,          3.4028235e38f,
                                    1e-45f, 8388607.5f, 8388608.0f, 16777216.0f, 1.8446744e19f};
    for (size_t i = 0; i < sizeof special / sizeof special[0]; i++)
        compare(special[i]);
}

static void writes_integers(void)
{
    char text[TB_NUMBER_CHARACTERS + 1];
    static const uint64_t values[] = {0, 9, 10, 4294967295u, 4294967296u, UINT64_MAX};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        char expected[32];
        snprintf(expected, sizeof expected, "%llu", (unsigned long long)values[i]);
        text[tb_text_unsigned(text, values[i])] = '\0';
        EXPECT_TEXT(expected, text);
    }
    text[tb_text_hex(text, 0x00c0ffeeu, 8)] = '\0';
    EXPECT_TEXT("00c0ffee", text);
}

static void reads_numbers(void)
{
    uint32_t value;
    EXPECT(tb_parse_unsigned("4294967295", &value) && value == UINT32_MAX);
    EXPECT(!tb_parse_unsigned("4294967296", &value));
    EXPECT(!tb_parse_unsigned("99999999999999999999999999", &value));
    EXPECT(!tb_parse_unsigned("", &value) && !tb_parse_unsigned("1x", &value) && !tb_parse_unsigned("-1", &value));
    EXPECT(tb_parse_hex("00C0ffee", &value) && value == 0xc0ffee);
    EXPECT(!tb_parse_hex("", &value) && !tb_parse_hex("0g", &value) && !tb_parse_hex("123456789", &value));
    static const char *const texts[] = {"12", " 12x", "-5", "+7", "x", "", "-", "2147483647", "-2147483648"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        EXPECT(tb_parse_leading(texts[i]) == atoi(texts[i]));
    EXPECT(tb_parse_leading("99999999999999999999") == INT32_MAX);
    EXPECT(tb_parse_leading("-99999999999999999999") == INT32_MIN);
}

static void cuts_words_at_spaces(void)
{
    char text[] = "  db  load 5 ";
    char *rest = text;
    EXPECT_TEXT("db", tb_next_word(&rest));
    EXPECT_TEXT("load", tb_next_word(&rest));
    EXPECT_TEXT("5", tb_next_word(&rest));
    EXPECT(tb_next_word(&rest) == NULL);
    EXPECT(tb_next_word(&rest) == NULL);
}

int main(void)
{
    RUN(rounds_and_cuts_as_printf_does);
    RUN(writes_integers);
    RUN(reads_numbers);
    RUN(cuts_words_at_spaces);
    return check_finish();
}
