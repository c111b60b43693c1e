#include "pin.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "options.h"

static int line = -1;

static void fail(void)
{
    fprintf(stderr, "%s: %s\n", tb_host.pin, strerror(errno));
    exit(3);
}

void tb_pin_open(void)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (tb_host.pin == NULL)
        return;
    if (strlen(tb_host.pin) >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        fail();
    }
    strcpy(address.sun_path, tb_host.pin);
    line = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (line < 0 || connect(line, (struct sockaddr *)&address, sizeof address) != 0)
        fail();
}

void tb_pin_pulse(void)
{
    if (line >= 0)
        send(line, "01", 2, MSG_DONTWAIT | MSG_NOSIGNAL);
}
