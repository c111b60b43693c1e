// What the device tells of itself, docs/protocol.md sections 7.1, 7.7 and 7.8, and of its memory, `tb dump` of 7.6.
#include <stddef.h>

#include "crc32.h"
#include "extension.h"
#include "guard.h"
#include "kernels.h"
#include "protocol.h"
#include "reply.h"

// 7.1

void tb_extension_plan_state(void)
{
    const char *state = tb_this_device.plan_state;
    tb_extension_begin("plan");
    if (state != TB_PLAN_OK && state != TB_PLAN_NONE)
        tb_reply_text("bad: ");
    tb_reply_text(state);
    tb_extension_end();
}

void tb_extension_caps(void)
{
    const tb_memory *memory = tb_this_device.memory;
    tb_extension_number("protocol", 1);
    tb_extension_pair("board", tb_port_board);
    tb_extension_pair("firmware", TB_FIRMWARE_ID);
    tb_extension_pair("compiler", tb_port_compiler);
    tb_extension_pair("kernels", tb_kernels_name);
    tb_extension_pair("dialect", tb_kernels_dialect);
    tb_extension_number("timer-hz", tb_port_ticks_hz);
    tb_extension_number("data-bytes", memory->data_bytes);
    tb_extension_number("arena-bytes", memory->arena_bytes);
    tb_extension_number("plan-bytes", tb_this_device.plan.base == NULL ? 0 : memory->plan_slot_bytes);
    tb_extension_number("frame-bytes", TB_FRAME_BYTES);
    tb_extension_plan_state();
    if (tb_this_device.plan_state != TB_PLAN_OK)
        return;

    const tb_plan_header *header = tb_this_device.runner.plan.header;
    const uint8_t *output;
    tb_extension_begin("model");
    tb_reply_hex_bytes(header->model_sha256, sizeof header->model_sha256);
    tb_extension_end();
    tb_extension_pair("model-id", header->model_id);
    tb_extension_begin("plan-crc");
    tb_reply_hex(header->crc32, 8);
    tb_extension_end();
    tb_extension_number("plan-arena", header->arena_bytes);
    tb_extension_number("operators", header->operator_count);
    tb_extension_number("input-bytes", header->data_bytes);
    tb_extension_number("output-bytes", tb_device_output(&output)->bytes);
}

// 7.6

void tb_extension_dump(char *rest)
{
    if (tb_this_device.plan_state != TB_PLAN_OK) {
        tb_extension_refuse("dump", "no plan");
        return;
    }
    const tb_runner *runner = &tb_this_device.runner;
    uint32_t tensor;
    uint32_t offset;
    uint32_t length;
    if (!tb_extension_next_unsigned(&rest, &tensor) || !tb_extension_next_unsigned(&rest, &offset) || !tb_extension_next_unsigned(&rest, &length)) {
        tb_extension_refuse("dump", "expected tensor, offset and length");
        return;
    }
    if (tensor >= runner->plan.header->tensor_count) {
        tb_extension_refuse("dump", "no such tensor");
        return;
    }
    uint32_t bytes = runner->plan.tensors[tensor].bytes;
    if (offset > bytes || length > bytes - offset || length == 0 || length > TB_FRAME_BYTES) {
        tb_extension_refuse("dump", "no such bytes");
        return;
    }
    const uint8_t *from = tb_runner_tensor(runner, (uint16_t)tensor) + offset;
    tb_extension_begin("dump");
    tb_reply_unsigned(tensor);
    tb_reply_character(',');
    tb_reply_unsigned(offset);
    tb_reply_character(',');
    tb_reply_unsigned(length);
    tb_reply_character(',');
    tb_reply_hex(tb_crc32(0, from, length), 8);
    tb_extension_end();
    tb_reply_raw(from, length);
    tb_reply_end();
}

// 7.7

static void usage(uint32_t bytes)
{
    if (bytes == TB_UNKNOWN)
        tb_reply_character('-');
    else
        tb_reply_unsigned(bytes);
}

void tb_extension_mem(void)
{
    tb_usage used = tb_port_usage();
    bool bound = tb_this_device.plan_state == TB_PLAN_OK;
    tb_extension_begin("mem");
    usage(used.flash);
    tb_reply_character(',');
    usage(used.ram);
    tb_reply_character(',');
    usage(bound ? tb_this_device.runner.plan.header->arena_bytes : 0);
    tb_reply_character(',');
    usage(tb_this_device.memory->arena_bytes);
    tb_reply_character(',');
    usage(used.stack_used);
    tb_reply_character(',');
    usage(used.stack_bytes);
    tb_extension_end();
}

// 7.8

void tb_extension_guard(void)
{
    const tb_device *device = &tb_this_device;
    if (device->plan_state != TB_PLAN_OK) {
        tb_extension_refuse("guard", "no plan");
        return;
    }
    uint32_t used = device->runner.plan.header->arena_bytes;
    tb_extension_begin("guard");
    tb_reply_unsigned(tb_guard_count(device->memory, used));
    tb_reply_character(',');
    tb_reply_unsigned(tb_guard_damaged(device->memory, used));
    tb_extension_end();
}
