// QEMU's machine `virt` with one RV32IMAC hart in machine mode, without firmware below. Addresses: QEMU hw/riscv/virt.c, virt_memmap.
// Control registers: RISC-V Privileged Architecture, chapter 3; interrupt controller: RISC-V PLIC specification.
#include "port.h"

#include "fault.h"
#include "image.h"
#include "receive_ring.h"

#ifndef TB_ARENA_BYTES
#define TB_ARENA_BYTES (2u * 1024 * 1024)
#endif

#define REGISTER(address) (*(volatile uint32_t *)(address))

#define MTIME_HZ 10000000u
#define MTIME_LOW REGISTER(0x0200BFF8u)
#define MTIME_HIGH REGISTER(0x0200BFFCu)
#define MTIMECMP_LOW REGISTER(0x02004000u)
#define MTIMECMP_HIGH REGISTER(0x02004004u)

#define PLIC_PRIORITY(source) REGISTER(0x0C000000u + 4u * (source))
#define PLIC_ENABLE REGISTER(0x0C002000u)
#define PLIC_THRESHOLD REGISTER(0x0C200000u)
#define PLIC_CLAIM REGISTER(0x0C200004u)
enum { UART_SOURCE = 10 };

// A 16550 that interrupts at 14 bytes, or at fewer when no more come for four characters' time. Register 1 enables interrupts,
// 2 controls the fifo, 3 the format, 5 is the line's status.
#define UART ((volatile uint8_t *)0x10000000u)
enum { UART_DATA = 0, UART_INTERRUPTS = 1, UART_FIFO = 2, UART_FORMAT = 3, UART_STATUS = 5 };
enum { DIVISOR_LATCH = 0x80, EIGHT_BITS = 0x03, FIFO_AFTER_14 = 0xC1, RECEIVE_INTERRUPT = 0x01, STATUS_RECEIVED = 0x01, STATUS_SEND_EMPTY = 0x20 };
#define UART_CLOCK_HZ 3686400u

enum { MSTATUS_MIE = 1u << 3 };
enum { MIE_TIMER = 1u << 7, MIE_EXTERNAL = 1u << 11 };

#define PLAN ((uint8_t *)0x84000000u)
#define PLAN_BYTES (8u * 1024 * 1024)
#define DATA_BYTES (64u * 1024)

const char tb_port_board[] = "riscv32-virt";
const char tb_port_compiler[] = "gcc " __VERSION__ " " TB_COMPILER_FLAGS;

// Retired instructions; QEMU with -icount shift=0 gives each one nanosecond.
const uint32_t tb_port_ticks_hz = 1000000000u;

static tb_receive_ring ring;
TB_TENSORS static uint8_t arena[TB_ARENA_BYTES];
TB_TENSORS static uint8_t data[DATA_BYTES];

// The machine has no pins; a debugger or a trace of memory sees this one.
static volatile uint32_t timestamp_pin = 1;

// Only the UART's interrupt is ever on while interrupts are. mtvec keeps its mode in the address's low two bits.
__attribute__((interrupt("machine"), aligned(4))) static void trap(void);

static uint64_t machine_time(void)
{
    uint32_t high, low;
    do {
        high = MTIME_HIGH;
        low = MTIME_LOW;
    } while (high != MTIME_HIGH);
    return ((uint64_t)high << 32) | low;
}

static void drain(void)
{
    while (UART[UART_STATUS] & STATUS_RECEIVED) {
        if (tb_ring_is_full(&ring)) {
            ring.stalled = true;
            UART[UART_INTERRUPTS] = 0;
            return;
        }
        tb_ring_put(&ring, UART[UART_DATA]);
    }
}

static void trap(void)
{
    uint32_t cause;
    __asm__ volatile("csrr %0, mcause" : "=r"(cause));
    if (!(cause >> 31)) {
        uint32_t address;
        __asm__ volatile("csrr %0, mepc" : "=r"(address));
        tb_report_fault(cause, address);
    }

    uint32_t source = PLIC_CLAIM;
    drain();
    PLIC_CLAIM = source;
}

static void interrupts_off(void)
{
    __asm__ volatile("csrc mstatus, %0" ::"r"(MSTATUS_MIE) : "memory");
}

static void interrupts_on(void)
{
    __asm__ volatile("csrs mstatus, %0" ::"r"(MSTATUS_MIE) : "memory");
}

void tb_port_start(void)
{
    uint16_t divider = UART_CLOCK_HZ / (16u * TB_BAUD);
    UART[UART_FORMAT] = DIVISOR_LATCH | EIGHT_BITS;
    UART[0] = (uint8_t)divider;
    UART[1] = (uint8_t)(divider >> 8);
    UART[UART_FORMAT] = EIGHT_BITS;
    UART[UART_FIFO] = FIFO_AFTER_14;
    UART[UART_INTERRUPTS] = RECEIVE_INTERRUPT;

    PLIC_PRIORITY(UART_SOURCE) = 1;
    PLIC_ENABLE = 1u << UART_SOURCE;
    PLIC_THRESHOLD = 0;
    __asm__ volatile("csrw mtvec, %0" ::"r"(trap));
    __asm__ volatile("csrw mie, %0" ::"r"(MIE_EXTERNAL));
    interrupts_on();
}

int tb_port_receive(void)
{
    int byte = tb_ring_take(&ring);
    if (byte >= 0 || !ring.stalled)
        return byte;

    // What waits in the UART raises its interrupt at once.
    ring.stalled = false;
    UART[UART_INTERRUPTS] = RECEIVE_INTERRUPT;
    return tb_ring_take(&ring);
}

void tb_port_send(const uint8_t *bytes, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        while (!(UART[UART_STATUS] & STATUS_SEND_EMPTY)) {
        }
        UART[UART_DATA] = bytes[i];
    }
}

// With interrupts off, the timer's only ends the sleep: the hart wakes on what is pending and enabled in mie, and takes no trap.
void tb_port_wait(void)
{
    interrupts_off();
    if (tb_ring_is_empty(&ring)) {
        uint64_t wake = machine_time() + MTIME_HZ / 50u;
        MTIMECMP_HIGH = 0xFFFFFFFFu;
        MTIMECMP_LOW = (uint32_t)wake;
        MTIMECMP_HIGH = (uint32_t)(wake >> 32);
        __asm__ volatile("csrs mie, %0\n\twfi\n\tcsrc mie, %0" ::"r"(MIE_TIMER) : "memory");
    }
    interrupts_on();
}

uint32_t tb_port_ticks(void)
{
    uint32_t retired;
    __asm__ volatile("csrr %0, minstret" : "=r"(retired));
    return retired;
}

// All 64 bits are divided: only then does the result wrap at 2^32 and nowhere else.
uint32_t tb_port_microseconds(void)
{
    return (uint32_t)(machine_time() / (MTIME_HZ / 1000000u));
}

void tb_port_timestamp_pulse(void)
{
    uint32_t start = tb_port_microseconds();
    timestamp_pin = 0;
    while (tb_port_microseconds() - start < 2u) {
    }
    timestamp_pin = 1;
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
