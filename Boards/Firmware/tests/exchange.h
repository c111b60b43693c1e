// One command and its whole answer.
#ifndef TB_EXCHANGE_H
#define TB_EXCHANGE_H

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "crc32.h"
#include "fake_port.h"
#include "protocol.h"

#define READY "m-ready\r\n"

// The CRC of a frame, docs/protocol.md section 7.3.
static inline uint32_t frame_crc(uint32_t offset, const void *bytes, uint32_t count)
{
    const uint32_t place[2] = {offset, count};
    return tb_crc32(tb_crc32(0, place, sizeof place), bytes, count);
}

// An answer whose `m-tb-` lines lost their CRCs; one that is wrong or missing stays, and fails the test.
static inline const char *without_crcs(const char *answer)
{
    static char text[8192];
    char *to = text;
    while (*answer != '\0') {
        const char *end = strchr(answer, '\n');
        uint32_t length = end == NULL ? (uint32_t)strlen(answer) : (uint32_t)(end - answer) + 1;
        char expected[12];
        uint32_t tail = (uint32_t)sizeof "*01234567\r\n" - 1;
        uint32_t kept = length;
        if (strncmp(answer, "m-tb-", 5) == 0 && length > tail) {
            snprintf(expected, sizeof expected, "*%08x\r\n", tb_crc32(0, answer, length - tail));
            if (memcmp(answer + length - tail, expected, tail) == 0)
                kept -= tail;
        }

        EXPECT((uint32_t)(to - text) + length + 1 < sizeof text);
        memcpy(to, answer, kept);
        to += kept;
        if (kept != length) {
            memcpy(to, "\r\n", 2);
            to += 2;
        } else if (strncmp(answer, "m-tb-", 5) == 0) {
            to += sprintf(to, "<no CRC>");
        }
        answer += length;
    }
    *to = '\0';
    return text;
}

static inline const char *answer_to(const char *command)
{
    fake_port_feed(command, (uint32_t)strlen(command));
    return without_crcs(fake_port_sent(NULL));
}

// Boots with a resident plan, or without one, and drops the boot text.
static inline void boot_with(const void *plan, uint32_t bytes)
{
    fake_port_clear(plan, bytes);
    tb_protocol_start();
    fake_port_sent(NULL);
}

#define EXCHANGE(command, answer) EXPECT_TEXT(answer READY, answer_to(command))

#endif
