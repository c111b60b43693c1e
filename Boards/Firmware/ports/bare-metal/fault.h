// What a port says when the program itself is wrong.
#ifndef TB_FAULT_H
#define TB_FAULT_H

#include <stdint.h>

// Sends `e-[fault STATUS at ADDRESS]`, both in hexadecimal, and stays: only a reset helps. The port's UART works without interrupts.
__attribute__((noreturn)) void tb_report_fault(uint32_t status, uint32_t address);

#endif
