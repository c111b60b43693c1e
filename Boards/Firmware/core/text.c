#include "text.h"

#include <string.h>

static const char digits[] = "0123456789abcdef";

uint32_t tb_text_unsigned(char *to, uint64_t value)
{
    char reversed[20];
    uint32_t count = 0;
    do {
        reversed[count++] = digits[value % 10];
        value /= 10;
    } while (value != 0);
    for (uint32_t i = 0; i < count; i++)
        to[i] = reversed[count - 1 - i];
    return count;
}

uint32_t tb_text_hex(char *to, uint32_t value, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        to[i] = digits[(value >> (4 * (count - 1 - i))) & 15];
    return count;
}

// mantissa * 2^shift, shift 0 to 104: five words of a long number, divided by ten until nothing is left.
static uint32_t text_integer(char *to, uint32_t mantissa, uint32_t shift)
{
    uint32_t words[5] = {0};
    uint64_t shifted = (uint64_t)mantissa << (shift % 32);
    words[shift / 32] = (uint32_t)shifted;
    words[shift / 32 + 1] = (uint32_t)(shifted >> 32);

    char reversed[40];
    uint32_t count = 0;
    uint32_t any;
    do {
        uint64_t remainder = 0;
        any = 0;
        for (int i = 4; i >= 0; i--) {
            remainder = (remainder << 32) | words[i];
            words[i] = (uint32_t)(remainder / 10);
            any |= words[i];
            remainder %= 10;
        }
        reversed[count++] = digits[remainder];
    } while (any != 0);
    for (uint32_t i = 0; i < count; i++)
        to[i] = reversed[count - 1 - i];
    return count;
}

// A float is mantissa * 2^shift with 24 bits of mantissa, so 1000 times it is an integer of 34 bits times a power of two: exact.
static uint32_t text_thousandths(char *to, float value, bool rounded)
{
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    uint32_t exponent = (bits >> 23) & 0xFF;
    uint32_t mantissa = bits & 0x7FFFFF;
    uint32_t count = 0;

    if (exponent == 0xFF && mantissa != 0) {
        memcpy(to, "nan", 3);
        return 3;
    }
    if ((bits >> 31) != 0)
        to[count++] = '-';
    if (exponent == 0xFF) {
        memcpy(to + count, "inf", 3);
        return count + 3;
    }
    if (exponent == 0)
        exponent = 1;
    else
        mantissa |= 0x800000;

    uint32_t fraction = 0;
    if (exponent >= 150) {
        count += text_integer(to + count, mantissa, exponent - 150);
    } else {
        uint32_t shift = 150 - exponent;
        uint64_t scaled = (uint64_t)mantissa * 1000;
        uint64_t thousandths = shift < 64 ? scaled >> shift : 0;
        if (rounded && shift < 64) {
            uint64_t remainder = scaled - (thousandths << shift);
            uint64_t half = (uint64_t)1 << (shift - 1);
            bool odd = (thousandths & 1) != 0;
            thousandths += remainder > half || (remainder == half && odd) ? 1 : 0;
        }
        count += tb_text_unsigned(to + count, thousandths / 1000);
        fraction = (uint32_t)(thousandths % 1000);
    }
    to[count++] = '.';
    to[count++] = digits[fraction / 100];
    to[count++] = digits[fraction / 10 % 10];
    to[count++] = digits[fraction % 10];
    return count;
}

uint32_t tb_text_rounded(char *to, float value)
{
    return text_thousandths(to, value, true);
}

uint32_t tb_text_cut(char *to, float value)
{
    return text_thousandths(to, value, false);
}

int tb_parse_digit(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    return -1;
}

bool tb_parse_unsigned(const char *word, uint32_t *value)
{
    uint64_t sum = 0;
    for (const char *at = word; *at != '\0'; at++) {
        if (*at < '0' || *at > '9')
            return false;
        sum = sum * 10 + (uint64_t)(*at - '0');
        if (sum > UINT32_MAX)
            return false;
    }
    *value = (uint32_t)sum;
    return *word != '\0';
}

bool tb_parse_hex(const char *word, uint32_t *value)
{
    uint32_t sum = 0;
    const char *at = word;
    for (; *at != '\0'; at++) {
        int digit = tb_parse_digit(*at);
        if (digit < 0)
            return false;
        sum = (sum << 4) | (uint32_t)digit;
    }
    *value = sum;
    return at != word && at - word <= 8;
}

int32_t tb_parse_leading(const char *word)
{
    while (*word == ' ' || (*word >= '\t' && *word <= '\r'))
        word++;
    bool negative = *word == '-';
    if (*word == '-' || *word == '+')
        word++;
    int64_t limit = negative ? (int64_t)INT32_MAX + 1 : INT32_MAX;
    int64_t sum = 0;
    for (; *word >= '0' && *word <= '9'; word++) {
        sum = sum * 10 + (*word - '0');
        if (sum > limit)
            sum = limit;
    }
    return (int32_t)(negative ? -sum : sum);
}

char *tb_next_word(char **rest)
{
    char *word = *rest;
    while (*word == ' ')
        word++;
    char *end = word;
    while (*end != '\0' && *end != ' ')
        end++;
    *rest = *end == '\0' ? end : end + 1;
    if (end == word)
        return NULL;
    *end = '\0';
    return word;
}
