// A port without hardware: what is received is given, what is sent is kept, and time passes only while somebody waits.
#ifndef TB_FAKE_PORT_H
#define TB_FAKE_PORT_H

#include <setjmp.h>
#include <stdint.h>

enum { FAKE_ARENA_BYTES = 1024, FAKE_DATA_BYTES = 64, FAKE_SLOT_BYTES = 1024 };

// Clears everything and loads a resident plan of `bytes` bytes; NULL: none.
void fake_port_clear(const uint8_t *plan, uint32_t bytes);

// Gives the device these bytes and lets it run until it has nothing to do, 300 ms longer than the last byte.
void fake_port_feed(const void *bytes, uint32_t count);

// The same, but the last `late` bytes arrive one by one, each after `milliseconds` of silence.
void fake_port_feed_late(const void *bytes, uint32_t count, uint32_t late, uint32_t milliseconds);

// What was sent since the last call, with a NUL behind it.
const char *fake_port_sent(uint32_t *count);

// How often the timestamp pin was pulled.
extern uint32_t fake_port_pulses;

// Counts down with every reading of the ticks; at 0 it jumps to fake_port_watchdog. 0 from the start: never.
extern uint32_t fake_port_patience;
extern jmp_buf fake_port_watchdog;

#endif
