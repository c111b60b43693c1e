// Netduino Plus 2 (STM32F405RG, Cortex-M4), as QEMU's machine netduinoplus2 has it: no clock tree, no pins, timers that count at 1 GHz,
// 192 KiB of RAM in one piece. Registers: ST reference manual RM0090, sections 8.4 (GPIO), 18.4 (timers), 30.6 (USART); QEMU hw/arm/stm32f405_soc.c.
#include "port.h"

#include "cortex_m.h"
#include "image.h"
#include "receive_ring.h"

#ifndef TB_ARENA_BYTES
#define TB_ARENA_BYTES (128u * 1024)
#endif

#define CORE_HZ 168000000u
#define UART_CLOCK_HZ 84000000u
#define TIMER_CLOCK_HZ 1000000000u

#define USART1_STATUS TB_REGISTER(0x40011000u)
#define USART1_DATA TB_REGISTER(0x40011004u)
#define USART1_BAUD_DIVIDER TB_REGISTER(0x40011008u)
#define USART1_CONTROL1 TB_REGISTER(0x4001100Cu)
enum { STATUS_RECEIVED = 1u << 5, STATUS_SEND_EMPTY = 1u << 7 };
enum { CONTROL1_RECEIVE = 1u << 2, CONTROL1_SEND = 1u << 3, CONTROL1_RECEIVE_INTERRUPT = 1u << 5, CONTROL1_ENABLE = 1u << 13 };

// Two timers with 32 bits: one counts every clock, the other microseconds.
#define TIM2_CONTROL1 TB_REGISTER(0x40000000u)
#define TIM2_EVENT TB_REGISTER(0x40000014u)
#define TIM2_COUNT TB_REGISTER(0x40000024u)
#define TIM2_RELOAD TB_REGISTER(0x4000002Cu)
#define TIM5_CONTROL1 TB_REGISTER(0x40000C00u)
#define TIM5_EVENT TB_REGISTER(0x40000C14u)
#define TIM5_COUNT TB_REGISTER(0x40000C24u)
#define TIM5_PRESCALER TB_REGISTER(0x40000C28u)
#define TIM5_RELOAD TB_REGISTER(0x40000C2Cu)

// PA5, held high between the pulses.
#define RCC_AHB1_ENABLE TB_REGISTER(0x40023830u)
#define GPIOA_MODE TB_REGISTER(0x40020000u)
#define GPIOA_SET_RESET TB_REGISTER(0x40020018u)
enum { PIN = 5u };

// The last 768 KiB of flash; a loader fills them, the firmware itself ends below.
#define RESIDENT_PLAN ((const uint8_t *)0x08040000u)
#define RESIDENT_BYTES (768u * 1024)
#define SLOT_BYTES (8u * 1024)
#define DATA_BYTES 27648u // the largest input of the suite: vww01's 96 x 96 x 3

const char tb_port_board[] = "netduinoplus2";
const char tb_port_compiler[] = "gcc " __VERSION__ " " TB_COMPILER_FLAGS;
const uint32_t tb_port_ticks_hz = TIMER_CLOCK_HZ;

static tb_receive_ring ring;
TB_TENSORS static uint8_t arena[TB_ARENA_BYTES];
TB_TENSORS static uint8_t data[DATA_BYTES];
TB_TENSORS static uint8_t slot[SLOT_BYTES];

void tb_uart_interrupt(void)
{
    while (USART1_STATUS & STATUS_RECEIVED) {
        if (tb_ring_is_full(&ring)) {
            ring.stalled = true;
            tb_cortex_m_disable_interrupt(TB_UART_INTERRUPT);
            return;
        }
        tb_ring_put(&ring, (uint8_t)USART1_DATA);
    }
}

static void start_timers(void)
{
    // The update event loads prescaler and reload value now instead of at the first overflow.
    TIM2_RELOAD = 0xFFFFFFFFu;
    TIM2_EVENT = 1;
    TIM2_CONTROL1 = 1;
    TIM5_PRESCALER = TIMER_CLOCK_HZ / 1000000u - 1u;
    TIM5_RELOAD = 0xFFFFFFFFu;
    TIM5_EVENT = 1;
    TIM5_CONTROL1 = 1;
}

void tb_port_start(void)
{
    start_timers();
    RCC_AHB1_ENABLE |= 1u;
    GPIOA_SET_RESET = 1u << PIN;
    GPIOA_MODE |= 1u << (2 * PIN);
    USART1_BAUD_DIVIDER = UART_CLOCK_HZ / TB_BAUD;
    USART1_CONTROL1 = CONTROL1_ENABLE | CONTROL1_SEND | CONTROL1_RECEIVE | CONTROL1_RECEIVE_INTERRUPT;
    tb_cortex_m_enable_interrupt(TB_UART_INTERRUPT);
}

int tb_port_receive(void)
{
    int byte = tb_ring_take(&ring);
    if (byte >= 0 || !ring.stalled)
        return byte;

    // What waits in the UART raises its interrupt at once.
    ring.stalled = false;
    tb_cortex_m_enable_interrupt(TB_UART_INTERRUPT);
    return tb_ring_take(&ring);
}

void tb_port_send(const uint8_t *bytes, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        while (!(USART1_STATUS & STATUS_SEND_EMPTY)) {
        }
        USART1_DATA = bytes[i];
    }
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
    return TIM2_COUNT;
}

uint32_t tb_port_microseconds(void)
{
    return TIM5_COUNT;
}

void tb_port_timestamp_pulse(void)
{
    uint32_t start = tb_port_microseconds();
    GPIOA_SET_RESET = 1u << (PIN + 16);
    while (tb_port_microseconds() - start < 2u) {
    }
    GPIOA_SET_RESET = 1u << PIN;
}

const tb_memory *tb_port_memory(void)
{
    static const tb_memory memory = {
        .data = data,
        .data_bytes = DATA_BYTES,
        .arena = arena,
        .arena_bytes = TB_ARENA_BYTES,
        .resident_plan = RESIDENT_PLAN,
        .resident_bytes = RESIDENT_BYTES,
        .plan_slot = slot,
        .plan_slot_bytes = SLOT_BYTES,
    };
    return &memory;
}

tb_usage tb_port_usage(void)
{
    return tb_image_usage(DATA_BYTES + SLOT_BYTES);
}
