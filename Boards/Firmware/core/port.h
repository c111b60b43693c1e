// What a port gives the core: a UART, time, a pin and memory. One folder under ports/ implements this header and nothing else.
#ifndef TB_PORT_H
#define TB_PORT_H

#include <stdint.h>

// Memory the core may use, laid out by the port's linker script. Every pointer is aligned to 16 bytes.
typedef struct {
    uint8_t *data;                // input buffer, as uploaded
    uint32_t data_bytes;
    uint8_t *arena;               // tensors
    uint32_t arena_bytes;
    const uint8_t *resident_plan; // where a plan was linked or loaded before the start; its header is checked first. NULL for nowhere
    uint32_t resident_bytes;      // readable bytes there
    uint8_t *plan_slot;           // where a plan can be uploaded; NULL for nowhere; may be the same memory as resident_plan
    uint32_t plan_slot_bytes;
} tb_memory;

// Bytes in use, for `tb mem`; TB_UNKNOWN where the port cannot know.
#define TB_UNKNOWN 0xFFFFFFFFu
typedef struct {
    uint32_t flash;
    uint32_t ram;
    uint32_t stack_used; // deepest so far
    uint32_t stack_bytes;
} tb_usage;

extern const char tb_port_board[];     // "mps2-an386"
extern const char tb_port_compiler[];  // __VERSION__ and the flags that matter
extern const uint32_t tb_port_ticks_hz;

// Clocks, UART, timers, interrupts. Called once, before anything else.
void tb_port_start(void);

// The next received byte, or -1. Reception is interrupt-driven into a ring of at least 256 bytes.
int tb_port_receive(void);

// Hands over all bytes; may block as long as the wire takes.
void tb_port_send(const uint8_t *bytes, uint32_t count);

// Sleeps until something was received, at most some 20 ms (WFI; it may return early).
void tb_port_wait(void);

// Free-running, 32 bits, at tb_port_ticks_hz. An operator takes less than 2^32 ticks.
uint32_t tb_port_ticks(void);

// Free-running, 32 bits, one a microsecond.
uint32_t tb_port_microseconds(void);

// Energy mode: pulls the timestamp pin low for at least 1 us, then high.
void tb_port_timestamp_pulse(void);

const tb_memory *tb_port_memory(void);
tb_usage tb_port_usage(void);

#endif
