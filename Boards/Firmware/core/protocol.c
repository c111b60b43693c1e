#include "protocol.h"

#include <string.h>

#include "device.h"
#include "reply.h"
#include "text.h"

static char command[TB_COMMAND_CHARACTERS + 1];
static uint32_t length;

static void ready(void)
{
    tb_reply_line("m-ready");
#if TB_QUIRK_DOUBLE_READY
    tb_reply_line("m-ready");
#endif
}

void tb_protocol_start(void)
{
    length = 0;
    tb_device_start();
    tb_reply_line(TB_ENERGY ? "m-timestamp-mode-energy" : "m-timestamp-mode-performance");
    tb_official_timestamp();
#if TB_QUIRK_CHATTY
    tb_reply_line("[boot] clocks up, heap 0 bytes");
#endif
    while (tb_port_receive() >= 0) {
    }
    tb_reply_line("m-init-done");
    ready();
}

static void dispatch(void)
{
    char *rest = command;
    const char *word = tb_next_word(&rest);
#if TB_QUIRK_CHATTY
    tb_reply_line("[vendor] stack 1200 of 8192, heap 0");
#endif
    // An empty command makes the reference follow a null pointer; here it is just closed.
    if (word == NULL || tb_official_command(word, rest)) {
        ready();
        return;
    }
#if TB_EXTENSION
    if (strcmp(word, "tb") == 0) {
        tb_extension_command(rest);
        ready();
        return;
    }
#endif
    tb_reply_text("e-[Unknown command: ");
    tb_reply_text(word);
    tb_reply_line("]");
    ready();
}

void tb_protocol_accept(uint8_t byte)
{
#if TB_QUIRK_ECHO
    tb_port_send(&byte, 1);
#endif
    if (byte == '%') {
        command[length] = '\0';
        length = 0;
        dispatch();
    } else if (length < TB_COMMAND_CHARACTERS) {
        command[length++] = (char)byte;
    }
}

void tb_protocol_serve(void)
{
    for (;;) {
        int byte = tb_port_receive();
        if (byte >= 0)
            tb_protocol_accept((uint8_t)byte);
        else
            tb_port_wait();
    }
}

uint32_t tb_protocol_read_frame(uint8_t *to, uint32_t count)
{
    uint32_t received = 0;
    uint32_t silent_since = 0;
    bool silent = false;
    while (received < count) {
        int byte = tb_port_receive();
        if (byte >= 0) {
            silent = false;
            if (to != NULL)
                to[received] = (uint8_t)byte;
            received++;
        } else if (!silent) {
            silent = true;
            silent_since = tb_port_microseconds();
        } else if (tb_port_microseconds() - silent_since >= TB_SILENCE_MICROSECONDS) {
            break;
        } else {
            tb_port_wait();
        }
    }
    return received;
}
