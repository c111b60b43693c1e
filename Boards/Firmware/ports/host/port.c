// The host port: core/port.h on Linux.
#include "port.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "host.h"
#include "options.h"
#include "pin.h"
#include "wire.h"

const char tb_port_board[] = "host";
const char tb_port_compiler[] = "gcc " __VERSION__ " -O2";

// The machine's clock: a host has no counter that repeats, so ticks here are time, and differ from run to run.
const uint32_t tb_port_ticks_hz = 1000000000u;

enum { RING_BYTES = 4096 };

static tb_memory memory;
static uint8_t ring[RING_BYTES];
static uint32_t ring_used;
static uint32_t ring_at;
static uint32_t received_bytes;
static uint64_t next_receive; // when the next byte of the ring has arrived
static uint64_t next_send;    // when the wire to the host is free again

static uint64_t nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static uint64_t wire_time(uint32_t bytes)
{
    return tb_host.baud == 0 ? 0 : (uint64_t)bytes * 10u * 1000000000u / tb_host.baud;
}

static void sleep_until(uint64_t when)
{
    struct timespec until = {.tv_sec = (time_t)(when / 1000000000u), .tv_nsec = (long)(when % 1000000000u)};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL) == EINTR) {
    }
}

static uint8_t *reserve(uint32_t bytes)
{
    uint32_t rounded = (bytes + 15u) / 16u * 16u;
    uint8_t *base = aligned_alloc(16, rounded == 0 ? 16 : rounded);
    if (base == NULL) {
        fprintf(stderr, "no memory for %u bytes\n", bytes);
        exit(3);
    }
    memset(base, 0, rounded);
    return base;
}

static void load_plan(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        exit(3);
    }
    long bytes = ftell(file);
    rewind(file);
    if (bytes < 0 || bytes > 1l << 30) {
        fprintf(stderr, "%s: no plan of that size\n", path);
        exit(3);
    }
    uint8_t *base = reserve((uint32_t)bytes);
    if (fread(base, 1, (size_t)bytes, file) != (size_t)bytes) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        exit(3);
    }
    fclose(file);
    memory.resident_plan = base;
    memory.resident_bytes = (uint32_t)bytes;
}

void tb_port_start(void)
{
    memory.data_bytes = tb_host.data_bytes;
    memory.data = reserve(memory.data_bytes);
    memory.arena_bytes = tb_host.arena_bytes;
    memory.arena = reserve(memory.arena_bytes);
    memory.plan_slot_bytes = tb_host.slot_bytes;
    memory.plan_slot = tb_host.slot_bytes == 0 ? NULL : reserve(tb_host.slot_bytes);
    if (tb_host.plan != NULL)
        load_plan(tb_host.plan);
    tb_pin_open();
    tb_wire_open();
}

void tb_host_drop_received(void)
{
    ring_used = ring_at = 0;
}

int tb_port_receive(void)
{
    if (ring_at == ring_used) {
        tb_host_reset_if_due();
        ring_at = 0;
        ring_used = tb_wire_read(ring, sizeof ring);
        if (ring_used == 0)
            return -1;
        next_receive = nanoseconds() + wire_time(1);
    }
    if (tb_host.baud != 0) {
        if (nanoseconds() < next_receive)
            return -1;
        next_receive += wire_time(1);
    }
    received_bytes++;
    if (tb_host.crash_after != 0 && received_bytes >= tb_host.crash_after)
        tb_wire_leave(70);
    return ring[ring_at++];
}

void tb_port_send(const uint8_t *bytes, uint32_t count)
{
    tb_host_reset_if_due();
    tb_wire_write(bytes, count);
    if (tb_host.baud != 0) {
        uint64_t now = nanoseconds();
        next_send = (next_send > now ? next_send : now) + wire_time(count);
        sleep_until(next_send);
    }
}

void tb_port_wait(void)
{
    if (ring_at < ring_used)
        sleep_until(next_receive);
    else
        tb_wire_wait(20);
}

uint32_t tb_port_ticks(void)
{
    return (uint32_t)nanoseconds();
}

uint32_t tb_port_microseconds(void)
{
    return (uint32_t)(nanoseconds() / 1000u);
}

void tb_port_timestamp_pulse(void)
{
    tb_pin_pulse();
}

const tb_memory *tb_port_memory(void)
{
    return &memory;
}

tb_usage tb_port_usage(void)
{
    return (tb_usage){.flash = TB_UNKNOWN, .ram = TB_UNKNOWN, .stack_used = TB_UNKNOWN, .stack_bytes = TB_UNKNOWN};
}
