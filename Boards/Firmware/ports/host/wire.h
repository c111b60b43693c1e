// The wire of the host port: a pseudo-terminal, a listening socket or the standard streams, all as non-blocking bytes.
#ifndef TB_HOST_WIRE_H
#define TB_HOST_WIRE_H

#include <stdbool.h>
#include <stdint.h>

// Opens what the options name. A failure is told on stderr and ends the process with status 3.
void tb_wire_open(void);

// Says on stdout where it is; once.
void tb_wire_announce(void);

// Whether somebody is at the other end; also takes a new connection.
bool tb_wire_connected(void);

// How often somebody came.
uint32_t tb_wire_sessions(void);

// Ends the process, leaving no link or socket behind.
_Noreturn void tb_wire_leave(int status);

// Up to `count` bytes; 0 when there are none now.
uint32_t tb_wire_read(uint8_t *to, uint32_t count);

// All bytes, waiting as long as the other end takes; what nobody is there to receive is lost, as on a UART.
void tb_wire_write(const uint8_t *from, uint32_t count);

// Sleeps until bytes may be read, at most `milliseconds`.
void tb_wire_wait(int milliseconds);

#endif
