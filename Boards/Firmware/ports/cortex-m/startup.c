// From reset to main, and what a fault says.
#include "cortex_m.h"
#include "fault.h"
#include "image.h"

#define COPROCESSOR_ACCESS TB_REGISTER(0xE000ED88u)
#define FAULT_STATUS TB_REGISTER(0xE000ED28u)

extern uint32_t tb_stack_top[];
int main(void);

// `frame` is what the core pushed: r0 to r3, r12, lr, pc, xpsr.
__attribute__((noreturn, used)) static void report(const uint32_t *frame)
{
    tb_report_fault(FAULT_STATUS, frame[6]);
}

__attribute__((naked)) static void fault(void)
{
    __asm__ volatile("mrs r0, msp\n\tb report");
}

__attribute__((noreturn)) static void reset(void)
{
    // Full access to coprocessors 10 and 11: the FPU, and with it Helium. DDI 0403 section B3.2.20.
    COPROCESSOR_ACCESS |= 0xFu << 20;
    __asm__ volatile("dsb\n\tisb" ::: "memory");
    tb_image_start();
    (void)main();
    for (;;)
        __asm__ volatile("wfi");
}

typedef union {
    void (*handler)(void);
    const void *stack;
} vector;

// Interrupts that nobody enables have no entry. The fault handlers of their own are off, so all faults come as number 3.
__attribute__((section(".vectors"), used)) static const vector Vectors[16 + TB_UART_INTERRUPT + 1] = {
    [0] = {.stack = tb_stack_top},
    [1] = {.handler = reset},
    [2] = {.handler = fault},
    [3] = {.handler = fault},
    [16 + TB_UART_INTERRUPT] = {.handler = tb_uart_interrupt},
};
