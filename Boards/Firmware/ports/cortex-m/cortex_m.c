#include "cortex_m.h"

#define SYSTICK_CONTROL TB_REGISTER(0xE000E010u)
#define SYSTICK_RELOAD TB_REGISTER(0xE000E014u)
#define SYSTICK_VALUE TB_REGISTER(0xE000E018u)
#define INTERRUPT_CONTROL_STATE TB_REGISTER(0xE000ED04u)
#define NVIC_ENABLE(word) TB_REGISTER(0xE000E100u + 4u * (word))
#define NVIC_DISABLE(word) TB_REGISTER(0xE000E180u + 4u * (word))

enum { SYSTICK_ENABLE = 1u << 0, SYSTICK_INTERRUPT = 1u << 1, SYSTICK_CORE_CLOCK = 1u << 2 };
enum { CLEAR_PENDING_SYSTICK = 1u << 25 };

void tb_cortex_m_enable_interrupt(uint32_t number)
{
    NVIC_ENABLE(number / 32u) = 1u << (number % 32u);
}

void tb_cortex_m_disable_interrupt(uint32_t number)
{
    NVIC_DISABLE(number / 32u) = 1u << (number % 32u);
}

// The timer's interrupt only ends the sleep: it is cleared before interrupts are on again, so no handler ever runs inside a measurement.
void tb_cortex_m_sleep(uint32_t ticks)
{
    SYSTICK_RELOAD = ticks;
    SYSTICK_VALUE = 0;
    SYSTICK_CONTROL = SYSTICK_ENABLE | SYSTICK_INTERRUPT | SYSTICK_CORE_CLOCK;
    __asm__ volatile("dsb\n\twfi" ::: "memory");
    SYSTICK_CONTROL = 0;
    INTERRUPT_CONTROL_STATE = CLEAR_PENDING_SYSTICK;
}
