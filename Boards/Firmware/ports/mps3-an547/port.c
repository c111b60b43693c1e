// Arm MPS3 with the Corstone-300 image AN547 (Cortex-M55 with Helium), as QEMU's machine mps3-an547 has it.
// Addresses and interrupt numbers: Arm application note AN547, memory map and interrupt map; QEMU hw/arm/mps2-tz.c.
#include "port.h"

#include "cmsdk_uart.h"
#include "cortex_m.h"
#include "image.h"
#include "receive_ring.h"

#ifndef TB_ARENA_BYTES
#define TB_ARENA_BYTES (2u * 1024 * 1024)
#endif

#define CORE_HZ 32000000u
#define UART_CLOCK_HZ 25000000u
#define UART0 0x59303000u // the secure alias: the core starts in the secure state and stays there

// The system counter of the SSE-300 runs at the core's clock and has 64 bits.
#define COUNTER_CONTROL TB_REGISTER(0x58100000u)
#define COUNTER_LOW TB_REGISTER(0x58101000u)
#define COUNTER_HIGH TB_REGISTER(0x58101004u)

#define GPIO0_DATA_OUT TB_REGISTER(0x41100004u)
#define GPIO0_OUTPUT_ENABLE TB_REGISTER(0x41100010u)

// DDR; nothing else is there.
#define PLAN ((uint8_t *)0x60000000u)
#define PLAN_BYTES (8u * 1024 * 1024)
#define DATA_BYTES (64u * 1024)

const char tb_port_board[] = "mps3-an547";
const char tb_port_compiler[] = "gcc " __VERSION__ " " TB_COMPILER_FLAGS;
const uint32_t tb_port_ticks_hz = CORE_HZ;

static tb_receive_ring ring;
TB_TENSORS static uint8_t arena[TB_ARENA_BYTES];
TB_TENSORS static uint8_t data[DATA_BYTES];

void tb_uart_interrupt(void)
{
    tb_cmsdk_uart_drain(UART0, &ring);
}

void tb_port_start(void)
{
    COUNTER_CONTROL = 1;
    GPIO0_DATA_OUT = 1;
    GPIO0_OUTPUT_ENABLE = 1;
    tb_cmsdk_uart_start(UART0, UART_CLOCK_HZ, TB_BAUD, &ring);
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
        tb_cortex_m_sleep(CORE_HZ / 50u);
    tb_interrupts_on();
}

uint32_t tb_port_ticks(void)
{
    return COUNTER_LOW;
}

// All 64 bits are divided: only then does the result wrap at 2^32 and nowhere else.
uint32_t tb_port_microseconds(void)
{
    uint32_t high, low;
    do {
        high = COUNTER_HIGH;
        low = COUNTER_LOW;
    } while (high != COUNTER_HIGH);
    return (uint32_t)((((uint64_t)high << 32) | low) / (CORE_HZ / 1000000u));
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

const tb_memory *tb_port_memory(void)
{
    static const tb_memory memory = {
        .data = data,
        .data_bytes = DATA_BYTES,
        .arena = arena,
        .arena_bytes = TB_ARENA_BYTES,
        .resident_plan = PLAN,
        .resident_bytes = PLAN_BYTES,
        .plan_slot = PLAN,
        .plan_slot_bytes = PLAN_BYTES,
    };
    return &memory;
}

tb_usage tb_port_usage(void)
{
    return tb_image_usage(DATA_BYTES);
}
