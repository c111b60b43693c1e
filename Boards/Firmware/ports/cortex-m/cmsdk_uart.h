// The UART of Arm's Cortex-M System Design Kit (DDI 0479, section 4.3), as on the MPS2 and MPS3 boards.
#ifndef TB_CMSDK_UART_H
#define TB_CMSDK_UART_H

#include <stdint.h>

#include "receive_ring.h"

void tb_cmsdk_uart_start(uintptr_t base, uint32_t clock_hz, uint32_t baud, tb_receive_ring *ring);

// What its receive interrupt has to do: everything that has arrived goes into the ring.
void tb_cmsdk_uart_drain(uintptr_t base, tb_receive_ring *ring);

// The next byte for the main loop, -1 when nothing is there. Goes on with what a full ring left in the UART.
int tb_cmsdk_uart_receive(uintptr_t base, tb_receive_ring *ring);

void tb_cmsdk_uart_send(uintptr_t base, const uint8_t *bytes, uint32_t count);

#endif
