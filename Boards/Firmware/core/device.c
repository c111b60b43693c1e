#include "device.h"

#include <string.h>

#include "guard.h"

const char TB_PLAN_OK[] = "ok";
const char TB_PLAN_NONE[] = "none";

tb_device tb_this_device;

static void check(const uint8_t *blob, uint32_t bytes)
{
    tb_device *device = &tb_this_device;
    device->has_output = false;
    device->runner.memory = device->memory;
    const char *fault = tb_plan_check(&device->runner.plan, blob, bytes, device->memory->arena_bytes, device->memory->data_bytes);
    device->plan_state = fault == NULL ? TB_PLAN_OK : fault;
    if (fault == NULL)
        tb_guard_write(device->memory, device->runner.plan.header->arena_bytes);
}

void tb_device_start(void)
{
    tb_device *device = &tb_this_device;
    memset(device, 0, sizeof *device);
    device->memory = tb_port_memory();
    device->data.base = device->memory->data;
    device->data.capacity = device->memory->data_bytes;
    device->plan.base = device->memory->plan_slot;
    device->plan.capacity = device->memory->plan_slot_bytes;
    device->plan_state = TB_PLAN_NONE;

    // Memory that nobody loaded holds anything: only what claims to be a plan is judged as one.
    const uint8_t *resident = device->memory->resident_plan;
    if (resident != NULL && device->memory->resident_bytes >= sizeof(tb_plan_header) && memcmp(resident, "TBPL", 4) == 0)
        check(resident, device->memory->resident_bytes);
}

void tb_device_forget_plan(void)
{
    tb_this_device.plan_state = TB_PLAN_NONE;
    tb_this_device.has_output = false;
}

bool tb_device_open(tb_slot *slot, uint32_t size)
{
    if (slot == &tb_this_device.plan)
        tb_device_forget_plan();
    slot->received = 0;
    slot->size = 0;
    if (slot->base == NULL || size == 0 || size > slot->capacity)
        return false;
    slot->size = size;
    return true;
}

void tb_device_bind(void)
{
    check(tb_this_device.plan.base, tb_this_device.plan.size);
}

const char *tb_device_refusal(void)
{
    const tb_device *device = &tb_this_device;
    if (device->plan_state != TB_PLAN_OK)
        return "no plan";
    if (device->data.size == 0)
        return "no data";
    if (device->data.size != device->runner.plan.header->data_bytes)
        return "the plan takes another number of data bytes";
    return device->data.received < device->data.size ? "the data are incomplete" : NULL;
}

uint64_t tb_device_infer(void)
{
    return tb_runner_run(&tb_this_device.runner);
}

const tb_plan_tensor *tb_device_output(const uint8_t **bytes)
{
    const tb_runner *runner = &tb_this_device.runner;
    uint16_t index = runner->plan.outputs[0];
    *bytes = tb_runner_tensor(runner, index);
    return &runner->plan.tensors[index];
}

uint32_t tb_device_output_count(void)
{
    const uint8_t *bytes;
    const tb_plan_tensor *tensor = tb_device_output(&bytes);
    return tensor->type == TB_INT8 ? tensor->bytes : tensor->bytes / 4;
}

float tb_device_output_value(uint32_t index)
{
    const uint8_t *bytes;
    const tb_plan_tensor *tensor = tb_device_output(&bytes);
    float value;
    int32_t code;
    switch (tensor->type) {
    case TB_FLOAT32:
        memcpy(&value, bytes + 4 * index, sizeof value);
        return value;
    case TB_INT32:
        memcpy(&code, bytes + 4 * index, sizeof code);
        break;
    default:
        code = (int8_t)bytes[index];
    }
    // A tensor without quantization is its codes.
    return tensor->scale == 0.0f ? (float)code : (float)(code - tensor->zero_point) * tensor->scale;
}

void tb_device_keep_output(void)
{
    tb_device *device = &tb_this_device;
    device->has_output = true;
    if (device->runner.plan.header->result_form != TB_RESULT_MEAN_SQUARE)
        return;
    // Summed in float32 and in order, as the reference firmware does: its third digit depends on it.
    uint32_t count = tb_device_output_count();
    float sum = 0.0f;
    for (uint32_t i = 0; i < count; i++) {
        float input;
        memcpy(&input, device->data.base + 4 * i, sizeof input);
        float difference = tb_device_output_value(i) - input;
        sum += difference * difference;
    }
    device->mean_square = sum / (float)count;
}
