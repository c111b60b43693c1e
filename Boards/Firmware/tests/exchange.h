// One command and its whole answer.
#ifndef TB_EXCHANGE_H
#define TB_EXCHANGE_H

#include <string.h>

#include "check.h"
#include "fake_port.h"
#include "protocol.h"

#define READY "m-ready\r\n"

static inline const char *answer_to(const char *command)
{
    fake_port_feed(command, (uint32_t)strlen(command));
    return fake_port_sent(NULL);
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
