#include "fault.h"

#include "port.h"

static void send_hex(uint32_t value)
{
    uint8_t digits[8];
    for (unsigned i = 0; i < sizeof digits; i++)
        digits[i] = (uint8_t)"0123456789abcdef"[(value >> (28 - 4 * i)) & 15u];
    tb_port_send(digits, sizeof digits);
}

void tb_report_fault(uint32_t status, uint32_t address)
{
    tb_port_send((const uint8_t *)"\r\ne-[fault ", 11);
    send_hex(status);
    tb_port_send((const uint8_t *)" at ", 4);
    send_hex(address);
    tb_port_send((const uint8_t *)"]\r\n", 3);
    for (;;)
        __asm__ volatile("wfi");
}
