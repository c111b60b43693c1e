// What both command sets work on: the plan in force, what was uploaded, and whether an output is there to report.
#ifndef TB_DEVICE_H
#define TB_DEVICE_H

#include <stdbool.h>

#include "runner.h"

// Where an upload goes: `size` bytes were announced, the first `received` of them are there.
typedef struct {
    uint8_t *base;
    uint32_t capacity;
    uint32_t size;
    uint32_t received;
} tb_slot;

typedef struct {
    const tb_memory *memory;
    tb_runner runner;       // bound while plan_state is TB_PLAN_OK
    const char *plan_state; // TB_PLAN_OK, TB_PLAN_NONE or the fault that tb_plan_check named
    tb_slot data;
    tb_slot plan;
    tb_slot *open;     // what `tb put` goes to; NULL: none
    bool has_output;   // the output tensors hold the last inference's answer
    float mean_square; // of that answer, where the plan asks for it
} tb_device;

extern const char TB_PLAN_OK[];
extern const char TB_PLAN_NONE[];

extern tb_device tb_this_device;

// As after a reset: nothing uploaded, the resident plan bound if there is a good one.
void tb_device_start(void);

// Announces an upload. False when it does not fit, and then nothing is announced.
bool tb_device_open(tb_slot *slot, uint32_t size);

// The plan in force is none any more.
void tb_device_forget_plan(void);

// Checks the uploaded plan and binds it.
void tb_device_bind(void);

// Why no inference can run, or NULL.
const char *tb_device_refusal(void);

// One whole inference on the input tensors as they are; returns its ticks.
uint64_t tb_device_infer(void);

// Takes the answer of the last inference: to be called after tb_device_infer, outside of what is timed.
void tb_device_keep_output(void);

// The first output.
const tb_plan_tensor *tb_device_output(const uint8_t **bytes);

// Element `index` of the first output as a real number.
float tb_device_output_value(uint32_t index);
uint32_t tb_device_output_count(void);

#endif
