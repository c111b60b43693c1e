// Runs a checked plan in the port's memory.
#ifndef TB_RUNNER_H
#define TB_RUNNER_H

#include "plan.h"
#include "port.h"

typedef struct {
    tb_plan plan;
    const tb_memory *memory;
} tb_runner;

// Turns the upload in the data buffer into the input tensors.
void tb_runner_load_input(const tb_runner *runner);

// Runs operator `index` and returns its ticks.
uint32_t tb_runner_run_operator(const tb_runner *runner, uint16_t index);

// Runs all operators and returns their ticks together.
uint64_t tb_runner_run(const tb_runner *runner);

// Where a tensor lies.
const uint8_t *tb_runner_tensor(const tb_runner *runner, uint16_t tensor);

#endif
