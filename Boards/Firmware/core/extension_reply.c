// What the answers to `tb` commands are made of, and their numbers are read with: docs/protocol.md section 7.
#include <string.h>

#include "extension.h"
#include "reply.h"
#include "text.h"

void tb_extension_begin(const char *key)
{
    tb_reply_begin_checked();
    tb_reply_text("m-tb-");
    tb_reply_text(key);
    tb_reply_text("-[");
}

void tb_extension_end(void)
{
    tb_reply_character(']');
    tb_reply_end_checked();
}

void tb_extension_pair(const char *key, const char *value)
{
    tb_extension_begin(key);
    tb_reply_text(value);
    tb_extension_end();
}

void tb_extension_number(const char *key, uint32_t value)
{
    tb_extension_begin(key);
    tb_reply_unsigned(value);
    tb_extension_end();
}

void tb_extension_refuse(const char *command, const char *reason)
{
    tb_reply_text("e-[tb ");
    tb_reply_text(command);
    tb_reply_text(": ");
    tb_reply_text(reason);
    tb_reply_line("]");
}

void tb_extension_refuse_count(const char *command, uint32_t received, uint32_t expected)
{
    tb_reply_text("e-[tb ");
    tb_reply_text(command);
    tb_reply_text(": ");
    tb_reply_unsigned(received);
    tb_reply_text(" of ");
    tb_reply_unsigned(expected);
    tb_reply_line(" bytes]");
}

bool tb_extension_next_unsigned(char **rest, uint32_t *value)
{
    const char *word = tb_next_word(rest);
    return word != NULL && tb_parse_unsigned(word, value);
}

bool tb_extension_next_crc(char **rest, uint32_t *value)
{
    const char *word = tb_next_word(rest);
    return word != NULL && strlen(word) == 8 && tb_parse_hex(word, value);
}
