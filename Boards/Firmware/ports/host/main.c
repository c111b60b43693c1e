#include "host.h"

#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <time.h>

#include "options.h"
#include "port.h"
#include "protocol.h"
#include "wire.h"

static jmp_buf power_up;
static volatile sig_atomic_t button;
static uint32_t sessions;

static void press(int number)
{
    (void)number;
    button = 1;
}

void tb_host_reset_if_due(void)
{
    uint32_t now = tb_wire_sessions();
    bool opened = now != sessions;
    sessions = now;
    if (button || (opened && tb_host.reset_on_open)) {
        button = 0;
        longjmp(power_up, 1);
    }
}

static void sleep_milliseconds(uint32_t count)
{
    struct timespec rest = {.tv_sec = count / 1000u, .tv_nsec = (long)(count % 1000u) * 1000000};
    while (nanosleep(&rest, &rest) != 0) {
    }
}

int main(int argc, char **argv)
{
    tb_host_read_options(argc, argv);
    signal(SIGUSR1, press);
    tb_port_start();
    setjmp(power_up);
    tb_host_drop_received();
    sleep_milliseconds(tb_host.boot_milliseconds);
    tb_protocol_start();
    // Whoever reads this finds a board that has booted, unless it boots on being opened.
    tb_wire_announce();
    tb_protocol_serve();
}
