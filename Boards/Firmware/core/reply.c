#include "reply.h"

#include <stdbool.h>

#include "crc32.h"
#include "port.h"
#include "quirks.h"
#include "text.h"

static uint8_t buffer[128];
static uint32_t used;
static bool line_begun;
static uint32_t checksum; // of the characters since tb_reply_begin_checked

static void flush(void)
{
    uint32_t count = used;
    used = 0;
    if (count != 0)
        tb_port_send(buffer, count);
}

static void append(char character)
{
    if (used == sizeof buffer)
        flush();
    buffer[used++] = (uint8_t)character;
}

// Before a line and before its end; nothing without the quirk.
static void colour(const char *sequence)
{
    if (TB_QUIRK_ANSI)
        for (; *sequence != '\0'; sequence++)
            append(*sequence);
}

void tb_reply_character(char character)
{
    if (!line_begun) {
        line_begun = true;
        colour("\x1b[32m");
    }
    checksum = tb_crc32(checksum, &character, 1);
    append(character);
}

void tb_reply_begin_checked(void)
{
    checksum = 0;
}

void tb_reply_end_checked(void)
{
    uint32_t crc = checksum;
    tb_reply_character('*');
    tb_reply_hex(crc, 8);
    tb_reply_end();
}

static void characters(const char *text, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        tb_reply_character(text[i]);
}

void tb_reply_text(const char *text)
{
    for (; *text != '\0'; text++)
        tb_reply_character(*text);
}

void tb_reply_unsigned(uint64_t value)
{
    char number[TB_NUMBER_CHARACTERS];
    characters(number, tb_text_unsigned(number, value));
}

void tb_reply_integer(int32_t value)
{
    if (value < 0)
        tb_reply_character('-');
    tb_reply_unsigned((uint64_t)(value < 0 ? -(int64_t)value : value));
}

void tb_reply_hex(uint32_t value, uint32_t digits)
{
    char number[TB_NUMBER_CHARACTERS];
    characters(number, tb_text_hex(number, value, digits));
}

void tb_reply_hex_bytes(const uint8_t *bytes, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        tb_reply_hex(bytes[i], 2);
}

void tb_reply_rounded(float value)
{
    char number[TB_NUMBER_CHARACTERS];
    characters(number, tb_text_rounded(number, value));
}

void tb_reply_cut(float value)
{
    char number[TB_NUMBER_CHARACTERS];
    characters(number, tb_text_cut(number, value));
}

static void end_line(const char *end)
{
    colour("\x1b[0m");
    line_begun = false;
    for (; *end != '\0'; end++)
        append(*end);
    flush();
}

void tb_reply_end(void)
{
    end_line(TB_QUIRK_LF_ONLY ? "\n" : "\r\n");
}

void tb_reply_end_bare(void)
{
    end_line("\n");
}

void tb_reply_line(const char *text)
{
    tb_reply_text(text);
    tb_reply_end();
}

void tb_reply_raw(const uint8_t *bytes, uint32_t count)
{
    flush();
    tb_port_send(bytes, count);
}
