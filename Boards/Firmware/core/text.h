// Numbers to text and back, without printf: newlib's would bring malloc and 20 KB along.
#ifndef TB_TEXT_H
#define TB_TEXT_H

#include <stdbool.h>
#include <stdint.h>

// The longest number written below: a sign, 39 digits of the largest float, a point and three digits.
enum { TB_NUMBER_CHARACTERS = 44 };

// Each writes to `to`, without a closing NUL, and returns the count of characters.
uint32_t tb_text_unsigned(char *to, uint64_t value);
uint32_t tb_text_hex(char *to, uint32_t value, uint32_t digits);

// As C's "%0.3f": exact, ties to even. NaN is "nan", infinities are "inf" and "-inf".
uint32_t tb_text_rounded(char *to, float value);

// Three digits after the point, the rest cut off.
uint32_t tb_text_cut(char *to, float value);

// 0 to 15, or -1.
int tb_parse_digit(char digit);

// The whole word is decimal digits that fit; hexadecimal: 1 to 8 digits of either case.
bool tb_parse_unsigned(const char *word, uint32_t *value);
bool tb_parse_hex(const char *word, uint32_t *value);

// As C's atoi: what leads is read, the rest ignored, 0 for no number. Too large ends at the limits of int32_t.
int32_t tb_parse_leading(const char *word);

// Cuts the next word out of `*rest`: words are separated by spaces. NULL at the end.
char *tb_next_word(char **rest);

#endif
