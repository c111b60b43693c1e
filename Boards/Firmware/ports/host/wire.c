#include "wire.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <termios.h>
#include <unistd.h>

#include "options.h"

static int input = -1;  // read from here; the socket's connection, -1 between two
static int output = -1; // and written here
static int listener = -1;
static int openings = -1; // inotify of the terminal
static uint32_t sessions;
static char place[160];  // what to announce
static const char *made; // the link or socket to remove at the end

// Calls only what a signal handler may: an inference may be under way.
void tb_wire_leave(int status)
{
    if (made != NULL)
        unlink(made);
    _exit(status);
}

static void on_signal(int number)
{
    tb_wire_leave(128 + number);
}

// Standard input is held open by whoever started this process; it ends with that process, however that one ended.
static void *watch_parent(void *unused)
{
    char byte;
    ssize_t count;
    do {
        count = read(STDIN_FILENO, &byte, 1);
    } while (count > 0 || (count < 0 && errno == EINTR));
    tb_wire_leave(0);
    return unused;
}

static void fail(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    tb_wire_leave(3);
}

static void set_nonblocking(int descriptor)
{
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

static void open_pty(void)
{
    input = output = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (input < 0 || grantpt(input) != 0 || unlockpt(input) != 0)
        fail("pseudo-terminal");
    const char *name = ptsname(input);
    // Opened once so that it is raw from the start, and so that its state is "closed" until somebody opens it.
    int terminal = open(name, O_RDWR | O_NOCTTY);
    struct termios settings;
    if (terminal < 0 || tcgetattr(terminal, &settings) != 0)
        fail(name);
    cfmakeraw(&settings);
    tcsetattr(terminal, TCSANOW, &settings);
    close(terminal);
    openings = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (openings < 0 || inotify_add_watch(openings, name, IN_OPEN) < 0)
        fail(name);
    if (tb_host.link != NULL) {
        unlink(tb_host.link);
        if (symlink(name, tb_host.link) != 0)
            fail(tb_host.link);
        made = tb_host.link;
    }
    snprintf(place, sizeof place, "pty %s", name);
}

static void open_socket(void)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(tb_host.unix_path) >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        fail(tb_host.unix_path);
    }
    strcpy(address.sun_path, tb_host.unix_path);
    listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, sizeof address) != 0)
        fail(tb_host.unix_path);
    made = tb_host.unix_path;
    if (listen(listener, 1) != 0)
        fail(tb_host.unix_path);
    snprintf(place, sizeof place, "unix %s", tb_host.unix_path);
}

void tb_wire_open(void)
{
    struct sigaction ending = {.sa_handler = on_signal};
    sigaction(SIGTERM, &ending, NULL);
    sigaction(SIGINT, &ending, NULL);
    sigaction(SIGHUP, &ending, NULL);
    signal(SIGPIPE, SIG_IGN);

    if (tb_host.stdio) {
        input = STDIN_FILENO;
        output = STDOUT_FILENO;
    } else if (tb_host.unix_path != NULL) {
        open_socket();
    } else {
        open_pty();
    }
    if (input >= 0) {
        set_nonblocking(input);
        set_nonblocking(output);
    }
    if (tb_host.with_parent) {
        pthread_t thread;
        errno = pthread_create(&thread, NULL, watch_parent, NULL);
        if (errno != 0)
            fail("thread");
    }
}

void tb_wire_announce(void)
{
    if (place[0] != '\0') {
        puts(place);
        fflush(stdout);
        place[0] = '\0';
    }
}

static void hang_up(void)
{
    if (tb_host.stdio)
        tb_wire_leave(0);
    if (listener >= 0 && input >= 0) {
        close(input);
        input = output = -1;
    }
}

bool tb_wire_connected(void)
{
    if (listener >= 0 && input < 0) {
        input = output = accept4(listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
        sessions += input >= 0 ? 1 : 0;
    }
    if (tb_host.stdio || listener >= 0)
        return input >= 0;
    // The master of a pty is hung up while nobody has the terminal open.
    struct pollfd end = {.fd = input};
    return poll(&end, 1, 0) >= 0 && (end.revents & POLLHUP) == 0;
}

uint32_t tb_wire_sessions(void)
{
    tb_wire_connected();
    // Each event of the watch is an opening of the terminal; watching for the hang-up alone would miss who closes and opens at once.
    _Alignas(struct inotify_event) char events[1024];
    ssize_t bytes = openings < 0 ? 0 : read(openings, events, sizeof events);
    for (ssize_t at = 0; at < bytes; at += (ssize_t)(sizeof(struct inotify_event) + ((const struct inotify_event *)(events + at))->len))
        sessions++;
    return sessions;
}

uint32_t tb_wire_read(uint8_t *to, uint32_t count)
{
    if (input < 0)
        return 0;
    ssize_t got = read(input, to, count);
    if (got > 0)
        return (uint32_t)got;
    // A pty without anybody answers EIO, and is read again when somebody is there.
    if (got == 0 || (errno != EAGAIN && errno != EINTR))
        hang_up();
    return 0;
}

void tb_wire_write(const uint8_t *from, uint32_t count)
{
    while (count != 0 && tb_wire_connected()) {
        ssize_t put = write(output, from, count);
        if (put > 0) {
            from += put;
            count -= (uint32_t)put;
        } else if (errno == EAGAIN) {
            struct pollfd room = {.fd = output, .events = POLLOUT};
            poll(&room, 1, 20);
        } else if (errno != EINTR) {
            hang_up();
            return;
        }
    }
}

void tb_wire_wait(int milliseconds)
{
    bool connected = tb_wire_connected();
    struct pollfd bytes = {.fd = connected ? input : listener, .events = POLLIN};
    poll(&bytes, connected || listener >= 0 ? 1 : 0, milliseconds);
}
