// What every Cortex-M has. Registers: Armv7-M Architecture Reference Manual (DDI 0403), sections B3.2 to B3.4.
#ifndef TB_CORTEX_M_H
#define TB_CORTEX_M_H

#include <stdint.h>

#define TB_REGISTER(address) (*(volatile uint32_t *)(address))

// The port's; runs at the vector TB_UART_INTERRUPT that its port.mk names.
void tb_uart_interrupt(void);

void tb_cortex_m_enable_interrupt(uint32_t number);
void tb_cortex_m_disable_interrupt(uint32_t number);

// Sleeps until an interrupt is pending, or `ticks` (below 2^24) of the core's clock have passed. Called with interrupts off, so that none
// slips in between the caller's last look and the sleep; the pending one runs when they are on again.
void tb_cortex_m_sleep(uint32_t ticks);

static inline void tb_interrupts_off(void)
{
    __asm__ volatile("cpsid i" ::: "memory");
}

static inline void tb_interrupts_on(void)
{
    __asm__ volatile("cpsie i" ::: "memory");
}

#endif
