#include "copy.h"

#include <string.h>

// Word by word: the memcpy of the small C libraries goes by bytes.
void tb_copy_codes(int8_t *to, const int8_t *from, int32_t count)
{
    int32_t i = 0;
#pragma GCC unroll 4
    for (; i + 4 <= count; i += 4) {
        uint32_t word;
        memcpy(&word, from + i, sizeof word);
        memcpy(to + i, &word, sizeof word);
    }
    for (; i < count; i++)
        to[i] = from[i];
}

void tb_fill_codes(int8_t *to, int8_t code, int32_t count)
{
    uint32_t word = (uint8_t)code * UINT32_C(0x01010101);
    int32_t i = 0;
    for (; i + 4 <= count; i += 4)
        memcpy(to + i, &word, sizeof word);
    for (; i < count; i++)
        to[i] = code;
}
