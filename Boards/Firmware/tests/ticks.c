// The tests' clock: one tick a call, so that nothing depends on time.
#include "port.h"

uint32_t tb_port_ticks(void)
{
    static uint32_t ticks;
    return ticks++;
}
