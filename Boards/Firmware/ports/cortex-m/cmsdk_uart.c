#include "cmsdk_uart.h"

#include "cortex_m.h"

typedef struct {
    uint32_t data;
    uint32_t state;
    uint32_t control;
    uint32_t interrupt; // reads which are pending; writing 1 clears
    uint32_t baud_divider;
} cmsdk_uart;

enum { STATE_SEND_FULL = 1u << 0, STATE_RECEIVE_FULL = 1u << 1 };
enum { CONTROL_SEND = 1u << 0, CONTROL_RECEIVE = 1u << 1, CONTROL_RECEIVE_INTERRUPT = 1u << 3 };
enum { INTERRUPT_RECEIVE = 1u << 1 };

void tb_cmsdk_uart_start(uintptr_t base, uint32_t clock_hz, uint32_t baud, tb_receive_ring *ring)
{
    volatile cmsdk_uart *uart = (volatile cmsdk_uart *)base;
    uart->baud_divider = clock_hz / baud;
    uart->control = CONTROL_SEND | CONTROL_RECEIVE | CONTROL_RECEIVE_INTERRUPT;

    // A byte that arrived before its interrupt was on raises none, and keeps every later one out.
    tb_cmsdk_uart_drain(base, ring);
}

void tb_cmsdk_uart_drain(uintptr_t base, tb_receive_ring *ring)
{
    volatile cmsdk_uart *uart = (volatile cmsdk_uart *)base;
    // Cleared first: a byte that comes while this runs must raise it again.
    uart->interrupt = INTERRUPT_RECEIVE;
    while (uart->state & STATE_RECEIVE_FULL) {
        // The byte stays, so no other comes and no interrupt either.
        if (tb_ring_is_full(ring)) {
            ring->stalled = true;
            return;
        }
        tb_ring_put(ring, (uint8_t)uart->data);
    }
}

int tb_cmsdk_uart_receive(uintptr_t base, tb_receive_ring *ring)
{
    int byte = tb_ring_take(ring);
    if (byte >= 0 || !ring->stalled)
        return byte;

    tb_interrupts_off();
    ring->stalled = false;
    tb_cmsdk_uart_drain(base, ring);
    tb_interrupts_on();
    return tb_ring_take(ring);
}

void tb_cmsdk_uart_send(uintptr_t base, const uint8_t *bytes, uint32_t count)
{
    volatile cmsdk_uart *uart = (volatile cmsdk_uart *)base;
    for (uint32_t i = 0; i < count; i++) {
        while (uart->state & STATE_SEND_FULL) {
        }
        uart->data = bytes[i];
    }
}
