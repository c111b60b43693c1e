// What QEMU's MPS2 machines with a Cortex-M image (AN385, AN386, AN500) have in common: UART, timers and pin; everything runs at 25 MHz.
// Addresses and interrupt numbers: Arm application notes AN386 and AN500, memory map; QEMU hw/arm/mps2.c.
#include "port.h"

#include "cmsdk_uart.h"
#include "cortex_m.h"
#include "receive_ring.h"

#define CLOCK_HZ 25000000u
#define UART0 0x40004000u

// Timer 0 counts down and reloads: with 2^32 - 1 it runs through all values. DDI 0479 section 4.1.
#define TIMER0_CONTROL TB_REGISTER(0x40000000u)
#define TIMER0_VALUE TB_REGISTER(0x40000004u)
#define TIMER0_RELOAD TB_REGISTER(0x40000008u)

// FPGA system control: a counter that steps once in PRESCALE + 1 clocks.
#define FPGAIO_COUNTER TB_REGISTER(0x40028018u)
#define FPGAIO_PRESCALE TB_REGISTER(0x4002801Cu)

#define GPIO0_DATA_OUT TB_REGISTER(0x40010004u)
#define GPIO0_OUTPUT_ENABLE TB_REGISTER(0x40010010u)

const char tb_port_compiler[] = "gcc " __VERSION__ " " TB_COMPILER_FLAGS;
const uint32_t tb_port_ticks_hz = CLOCK_HZ;

static tb_receive_ring ring;

void tb_uart_interrupt(void)
{
    tb_cmsdk_uart_drain(UART0, &ring);
}

void tb_port_start(void)
{
    TIMER0_RELOAD = 0xFFFFFFFFu;
    TIMER0_VALUE = 0xFFFFFFFFu;
    TIMER0_CONTROL = 1;
    FPGAIO_PRESCALE = CLOCK_HZ / 1000000u - 1u;
    FPGAIO_COUNTER = 0;
    GPIO0_DATA_OUT = 1;
    GPIO0_OUTPUT_ENABLE = 1;
    tb_cmsdk_uart_start(UART0, CLOCK_HZ, TB_BAUD, &ring);
    tb_cortex_m_enable_interrupt(TB_UART_INTERRUPT);
}

int tb_port_receive(void)
{
    return tb_cmsdk_uart_receive(UART0, &ring);
}

void tb_port_send(const uint8_t *bytes, uint32_t count)
{
    tb_cmsdk_uart_send(UART0, bytes, count);
}

void tb_port_wait(void)
{
    tb_interrupts_off();
    if (tb_ring_is_empty(&ring))
        tb_cortex_m_sleep(CLOCK_HZ / 50u);
    tb_interrupts_on();
}

uint32_t tb_port_ticks(void)
{
    return ~TIMER0_VALUE;
}

uint32_t tb_port_microseconds(void)
{
    return FPGAIO_COUNTER;
}

// Bit 0 of GPIO 0; QEMU has no pins.
void tb_port_timestamp_pulse(void)
{
    uint32_t start = tb_port_microseconds();
    GPIO0_DATA_OUT = 0;
    while (tb_port_microseconds() - start < 2u) {
    }
    GPIO0_DATA_OUT = 1;
}
