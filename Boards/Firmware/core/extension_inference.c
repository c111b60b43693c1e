// Inferences, docs/protocol.md sections 7.4 and 7.5, and `tb stop` of 7.6.
#include <stddef.h>

#include "crc32.h"
#include "extension.h"
#include "protocol.h"
#include "reply.h"

// Whether an inference can run; if not, `command` is refused.
static bool ready_to_infer(const char *command)
{
    const char *refusal = tb_device_refusal();
    if (refusal != NULL)
        tb_extension_refuse(command, refusal);
    return refusal == NULL;
}

// 7.4

static void reply_run(uint64_t ticks)
{
    const uint8_t *output;
    uint32_t bytes = tb_device_output(&output)->bytes;
    tb_device_keep_output();
    tb_extension_begin("run");
    tb_reply_unsigned(ticks);
    tb_reply_character(',');
    tb_reply_hex(tb_crc32(0, output, bytes), 8);
    tb_reply_character(',');
    tb_reply_hex_bytes(output, bytes <= 64 ? bytes : 0);
    tb_extension_end();
}

static bool receive_input(char *rest)
{
    tb_device *device = &tb_this_device;
    uint32_t length;
    uint32_t crc;
    if (!tb_extension_next_unsigned(&rest, &length)) {
        tb_extension_refuse_frame("run", UINT32_MAX, "expected length and CRC");
    } else if (!tb_extension_next_crc(&rest, &crc)) {
        tb_extension_refuse_frame("run", length, "expected length and CRC");
    } else if (length > TB_FRAME_BYTES) {
        tb_extension_refuse_frame("run", length, "a frame of that length");
    } else if (!tb_device_open(&device->data, length)) {
        device->open = NULL;
        tb_extension_refuse_frame("run", length, "no memory for so many bytes");
    } else {
        device->open = &device->data;
        return tb_extension_receive_frame("run", &device->data, 0, length, crc);
    }
    return false;
}

void tb_extension_run(char *rest)
{
    if (*rest != '\0' && !receive_input(rest))
        return;
    if (ready_to_infer("run")) {
        tb_runner_load_input(&tb_this_device.runner);
        reply_run(tb_device_infer());
    }
}

// 7.5

static uint32_t tensor_crc(uint16_t tensor)
{
    const tb_runner *runner = &tb_this_device.runner;
    return tb_crc32(0, tb_runner_tensor(runner, tensor), runner->plan.tensors[tensor].bytes);
}

void tb_extension_trace(char *rest)
{
    if (!ready_to_infer("trace"))
        return;
    const tb_runner *runner = &tb_this_device.runner;
    uint32_t operators = runner->plan.header->operator_count;
    uint32_t first = 0;
    uint32_t count = operators;
    if (*rest != '\0' && !(tb_extension_next_unsigned(&rest, &first) && tb_extension_next_unsigned(&rest, &count))) {
        tb_extension_refuse("trace", "expected the first operator and how many");
        return;
    }
    if (first > operators || count > operators - first) {
        tb_extension_refuse("trace", "no such operators");
        return;
    }

    tb_this_device.has_output = false;
    tb_runner_load_input(runner);
    uint64_t ticks = 0;
    for (uint32_t i = 0; i < operators; i++) {
        uint32_t own = tb_runner_run_operator(runner, (uint16_t)i);
        ticks += own;
        if (i >= first && i - first < count) {
            const tb_plan_operator *row = &runner->plan.operators[i];
            tb_extension_begin("op");
            tb_reply_unsigned(i);
            tb_reply_character(',');
            tb_reply_unsigned(row->code);
            tb_reply_character(',');
            tb_reply_unsigned(row->output);
            tb_reply_character(',');
            tb_reply_unsigned(own);
            tb_reply_character(',');
            tb_reply_hex(tensor_crc(row->output), 8);
            tb_extension_end();
        }
    }
    reply_run(ticks);
}

// 7.6

void tb_extension_stop(char *rest)
{
    if (!ready_to_infer("stop"))
        return;
    const tb_runner *runner = &tb_this_device.runner;
    uint32_t index;
    if (!tb_extension_next_unsigned(&rest, &index) || index >= runner->plan.header->operator_count) {
        tb_extension_refuse("stop", "expected the index of an operator");
        return;
    }
    tb_this_device.has_output = false;
    tb_runner_load_input(runner);
    for (uint32_t i = 0; i <= index; i++)
        tb_runner_run_operator(runner, (uint16_t)i);
    uint16_t tensor = runner->plan.operators[index].output;
    tb_extension_begin("stop");
    tb_reply_unsigned(index);
    tb_reply_character(',');
    tb_reply_unsigned(tensor);
    tb_reply_character(',');
    tb_reply_unsigned(runner->plan.tensors[tensor].bytes);
    tb_reply_character(',');
    tb_reply_hex(tensor_crc(tensor), 8);
    tb_extension_end();
}
