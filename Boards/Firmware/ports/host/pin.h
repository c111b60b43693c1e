// The timestamp pin of the host port, which a host has not: a socket that an emulated meter listens on.
#ifndef TB_HOST_PIN_H
#define TB_HOST_PIN_H

// Connects to the socket that the options name, if they do. A failure is told on stderr and ends the process with status 3.
void tb_pin_open(void);

// Low and high again. Nobody is waited for: whoever listens too slowly misses it, as a meter does.
void tb_pin_pulse(void);

#endif
