#include "fake_port.h"

#include <stdlib.h>
#include <string.h>

#include "port.h"
#include "protocol.h"

const char tb_port_board[] = "fake";
const char tb_port_compiler[] = "any";
const uint32_t tb_port_ticks_hz = 1000;

uint32_t fake_port_pulses;
uint32_t fake_port_patience;
jmp_buf fake_port_watchdog;

static tb_memory memory;
static const uint8_t *input;
static uint32_t input_left;
static uint32_t input_late;
static uint32_t late_at;
static uint32_t late_step;
static uint32_t clock_microseconds;
static uint32_t ticks;
static char sent[1 << 20];
static uint32_t sent_count;

// Each block is one of its own, so that the sanitizer sees an access beside it.
static uint8_t *fresh(uint8_t *old, uint32_t bytes)
{
    free(old);
    return calloc(1, bytes);
}

void fake_port_clear(const uint8_t *plan, uint32_t bytes)
{
    static uint8_t *resident;
    memory.data = fresh(memory.data, FAKE_DATA_BYTES);
    memory.data_bytes = FAKE_DATA_BYTES;
    memory.arena = fresh(memory.arena, FAKE_ARENA_BYTES);
    memory.arena_bytes = FAKE_ARENA_BYTES;
    memory.plan_slot = fresh(memory.plan_slot, FAKE_SLOT_BYTES);
    memory.plan_slot_bytes = FAKE_SLOT_BYTES;
    free(resident);
    resident = NULL;
    if (plan != NULL) {
        resident = fresh(NULL, bytes);
        memcpy(resident, plan, bytes);
    }
    memory.resident_plan = resident;
    memory.resident_bytes = plan == NULL ? 0 : bytes;
    input_left = 0;
    input_late = 0;
    sent_count = 0;
    fake_port_pulses = 0;
    fake_port_patience = 0;
}

void fake_port_feed_late(const void *bytes, uint32_t count, uint32_t late, uint32_t milliseconds)
{
    input = bytes;
    input_left = count - late;
    input_late = late;
    late_step = milliseconds * 1000;
    late_at = clock_microseconds + late_step;
    uint32_t idle = 0;
    while (idle < 16) {
        int byte = tb_port_receive();
        if (byte >= 0) {
            idle = 0;
            tb_protocol_accept((uint8_t)byte);
        } else {
            idle += input_late == 0 ? 1 : 0;
            tb_port_wait();
        }
    }
}

void fake_port_feed(const void *bytes, uint32_t count)
{
    fake_port_feed_late(bytes, count, 0, 0);
}

const char *fake_port_sent(uint32_t *count)
{
    if (count != NULL)
        *count = sent_count;
    sent[sent_count] = '\0';
    sent_count = 0;
    return sent;
}

void tb_port_start(void)
{
}

int tb_port_receive(void)
{
    if (input_left == 0 && input_late != 0 && (int32_t)(clock_microseconds - late_at) >= 0) {
        input_left = 1;
        input_late--;
        late_at = clock_microseconds + late_step;
    }
    if (input_left == 0)
        return -1;
    input_left--;
    return *input++;
}

void tb_port_send(const uint8_t *bytes, uint32_t count)
{
    if (count >= sizeof sent - sent_count)
        abort();
    memcpy(sent + sent_count, bytes, count);
    sent_count += count;
}

void tb_port_wait(void)
{
    clock_microseconds += 20000;
}

uint32_t tb_port_ticks(void)
{
    if (fake_port_patience != 0 && --fake_port_patience == 0)
        longjmp(fake_port_watchdog, 1);
    return ticks += 7;
}

uint32_t tb_port_microseconds(void)
{
    return clock_microseconds;
}

void tb_port_timestamp_pulse(void)
{
    fake_port_pulses++;
}

const tb_memory *tb_port_memory(void)
{
    return &memory;
}

tb_usage tb_port_usage(void)
{
    return (tb_usage){.flash = 1000, .ram = TB_UNKNOWN, .stack_used = 200, .stack_bytes = 4096};
}
