// The commands that begin with `tb`, docs/protocol.md section 7.
#include <string.h>

#include "crc32.h"
#include "device.h"
#include "kernels.h"
#include "protocol.h"
#include "reply.h"
#include "text.h"

// m-tb-KEY-[ ... ]*CRC
static void begin(const char *key)
{
    tb_reply_begin_checked();
    tb_reply_text("m-tb-");
    tb_reply_text(key);
    tb_reply_text("-[");
}

static void end(void)
{
    tb_reply_character(']');
    tb_reply_end_checked();
}

static void pair(const char *key, const char *value)
{
    begin(key);
    tb_reply_text(value);
    end();
}

static void number_pair(const char *key, uint32_t value)
{
    begin(key);
    tb_reply_unsigned(value);
    end();
}

static void refuse(const char *command, const char *reason)
{
    tb_reply_text("e-[tb ");
    tb_reply_text(command);
    tb_reply_text(": ");
    tb_reply_text(reason);
    tb_reply_line("]");
}

static void refuse_count(const char *command, uint32_t received, uint32_t expected)
{
    tb_reply_text("e-[tb ");
    tb_reply_text(command);
    tb_reply_text(": ");
    tb_reply_unsigned(received);
    tb_reply_text(" of ");
    tb_reply_unsigned(expected);
    tb_reply_line(" bytes]");
}

// Whether an inference can run; if not, `command` is refused.
static bool ready_to_infer(const char *command)
{
    const char *refusal = tb_device_refusal();
    if (refusal != NULL)
        refuse(command, refusal);
    return refusal == NULL;
}

static bool next_unsigned(char **rest, uint32_t *value)
{
    const char *word = tb_next_word(rest);
    return word != NULL && tb_parse_unsigned(word, value);
}

static bool next_crc(char **rest, uint32_t *value)
{
    const char *word = tb_next_word(rest);
    return word != NULL && strlen(word) == 8 && tb_parse_hex(word, value);
}

// 7.1

static void reply_plan_state(const char *key)
{
    const char *state = tb_this_device.plan_state;
    begin(key);
    if (state != TB_PLAN_OK && state != TB_PLAN_NONE)
        tb_reply_text("bad: ");
    tb_reply_text(state);
    end();
}

static void caps(void)
{
    const tb_memory *memory = tb_this_device.memory;
    number_pair("protocol", 1);
    pair("board", tb_port_board);
    pair("firmware", TB_FIRMWARE_ID);
    pair("compiler", tb_port_compiler);
    pair("kernels", tb_kernels_name);
    pair("dialect", tb_kernels_dialect);
    number_pair("timer-hz", tb_port_ticks_hz);
    number_pair("data-bytes", memory->data_bytes);
    number_pair("arena-bytes", memory->arena_bytes);
    number_pair("plan-bytes", tb_this_device.plan.base == NULL ? 0 : memory->plan_slot_bytes);
    number_pair("frame-bytes", TB_FRAME_BYTES);
    reply_plan_state("plan");
    if (tb_this_device.plan_state != TB_PLAN_OK)
        return;

    const tb_plan_header *header = tb_this_device.runner.plan.header;
    const uint8_t *output;
    begin("model");
    tb_reply_hex_bytes(header->model_sha256, sizeof header->model_sha256);
    end();
    pair("model-id", header->model_id);
    begin("plan-crc");
    tb_reply_hex(header->crc32, 8);
    end();
    number_pair("plan-arena", header->arena_bytes);
    number_pair("operators", header->operator_count);
    number_pair("input-bytes", header->data_bytes);
    number_pair("output-bytes", tb_device_output(&output)->bytes);
}

// 7.2

static void sync(char *rest)
{
    const char *word = tb_next_word(&rest);
    uint32_t number;
    if (word == NULL || !tb_parse_hex(word, &number)) {
        refuse("sync", "expected 1 to 8 hexadecimal digits");
        return;
    }
    pair("sync", word);
}

// 7.3

static const char *slot_name(const tb_slot *slot)
{
    return slot == &tb_this_device.data ? "data" : "plan";
}

static void open_slot(char *rest)
{
    tb_device *device = &tb_this_device;
    const char *name = tb_next_word(&rest);
    uint32_t size;
    if (name == NULL || (strcmp(name, "data") != 0 && strcmp(name, "plan") != 0) || !next_unsigned(&rest, &size)) {
        refuse("open", "expected data or plan, and the number of bytes");
        return;
    }
    tb_slot *slot = strcmp(name, "data") == 0 ? &device->data : &device->plan;
    device->open = NULL;
    if (!tb_device_open(slot, size)) {
        refuse("open", slot->base == NULL ? "no memory for it" : size == 0 ? "0 bytes" : "more bytes than its memory has");
        return;
    }
    device->open = slot;
    begin("open");
    tb_reply_text(slot_name(slot));
    tb_reply_character(',');
    tb_reply_unsigned(size);
    end();
}

// Takes `length` bytes to `offset` of the slot and checks them. What was announced as checked before them stays so.
static bool receive_frame(const char *command, tb_slot *slot, uint32_t offset, uint32_t length, uint32_t crc)
{
    // The bytes that lay there are overwritten as the new ones come, good or bad.
    slot->received = offset;
    if (slot == &tb_this_device.plan)
        tb_device_forget_plan();
    uint32_t received = tb_protocol_read_frame(slot->base + offset, length);
    if (received < length) {
        refuse_count(command, received, length);
        return false;
    }
    const uint32_t place[2] = {offset, length};
    if (tb_crc32(tb_crc32(0, place, sizeof place), slot->base + offset, length) != crc) {
        refuse(command, "the bytes do not match their CRC");
        return false;
    }
    slot->received = offset + length;
    return true;
}

// A refused frame is on its way all the same: it must not be read as commands.
static void refuse_frame(const char *command, uint32_t length, const char *reason)
{
    tb_protocol_read_frame(NULL, length);
    refuse(command, reason);
}

static void put(char *rest)
{
    tb_slot *slot = tb_this_device.open;
    uint32_t offset;
    uint32_t length;
    uint32_t crc;
    if (!next_unsigned(&rest, &offset) || !next_unsigned(&rest, &length))
        refuse_frame("put", UINT32_MAX, "expected offset, length and CRC");
    else if (!next_crc(&rest, &crc))
        refuse_frame("put", length, "expected offset, length and CRC");
    else if (slot == NULL)
        refuse_frame("put", length, "nothing is open");
    else if (length == 0 || length > TB_FRAME_BYTES)
        refuse_frame("put", length, "a frame of that length");
    else if (offset > slot->received)
        refuse_frame("put", length, "a gap before the offset");
    else if (length > slot->size - offset)
        refuse_frame("put", length, "more bytes than were announced");
    else if (receive_frame("put", slot, offset, length, crc))
        number_pair("put", slot->received);
}

static void have(void)
{
    const tb_slot *slot = tb_this_device.open;
    begin("have");
    if (slot == NULL) {
        tb_reply_text("none,0,0,00000000");
    } else {
        tb_reply_text(slot_name(slot));
        tb_reply_character(',');
        tb_reply_unsigned(slot->size);
        tb_reply_character(',');
        tb_reply_unsigned(slot->received);
        tb_reply_character(',');
        tb_reply_hex(tb_crc32(0, slot->base, slot->received), 8);
    }
    end();
}

static void check(void)
{
    const tb_slot *slot = &tb_this_device.plan;
    if (slot->size == 0) {
        refuse("check", "no plan was uploaded");
    } else if (slot->received < slot->size) {
        refuse_count("check", slot->received, slot->size);
    } else {
        tb_device_bind();
        reply_plan_state("plan");
    }
}

// 7.4

static void reply_run(uint64_t ticks)
{
    const uint8_t *output;
    uint32_t bytes = tb_device_output(&output)->bytes;
    tb_device_keep_output();
    begin("run");
    tb_reply_unsigned(ticks);
    tb_reply_character(',');
    tb_reply_hex(tb_crc32(0, output, bytes), 8);
    tb_reply_character(',');
    tb_reply_hex_bytes(output, bytes <= 64 ? bytes : 0);
    end();
}

static bool receive_input(char *rest)
{
    tb_device *device = &tb_this_device;
    uint32_t length;
    uint32_t crc;
    if (!next_unsigned(&rest, &length)) {
        refuse_frame("run", UINT32_MAX, "expected length and CRC");
    } else if (!next_crc(&rest, &crc)) {
        refuse_frame("run", length, "expected length and CRC");
    } else if (length > TB_FRAME_BYTES) {
        refuse_frame("run", length, "a frame of that length");
    } else if (!tb_device_open(&device->data, length)) {
        device->open = NULL;
        refuse_frame("run", length, "no memory for so many bytes");
    } else {
        device->open = &device->data;
        return receive_frame("run", &device->data, 0, length, crc);
    }
    return false;
}

static void run(char *rest)
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

static void trace(char *rest)
{
    if (!ready_to_infer("trace"))
        return;
    const tb_runner *runner = &tb_this_device.runner;
    uint32_t operators = runner->plan.header->operator_count;
    uint32_t first = 0;
    uint32_t count = operators;
    if (*rest != '\0' && !(next_unsigned(&rest, &first) && next_unsigned(&rest, &count))) {
        refuse("trace", "expected the first operator and how many");
        return;
    }
    if (first > operators || count > operators - first) {
        refuse("trace", "no such operators");
        return;
    }

    tb_this_device.has_output = false;
    tb_runner_load_input(runner);
    uint64_t ticks = 0;
    for (uint32_t i = 0; i < operators; i++) {
        uint32_t own = tb_runner_run_operator(runner, (uint16_t)i);
        ticks += own;
        if (i >= first && i - first < count) {
            const tb_plan_operator *operator= & runner->plan.operators[i];
            begin("op");
            tb_reply_unsigned(i);
            tb_reply_character(',');
            tb_reply_unsigned(operator->code);
            tb_reply_character(',');
            tb_reply_unsigned(operator->output);
            tb_reply_character(',');
            tb_reply_unsigned(own);
            tb_reply_character(',');
            tb_reply_hex(tensor_crc(operator->output), 8);
            end();
        }
    }
    reply_run(ticks);
}

// 7.6

static void stop(char *rest)
{
    if (!ready_to_infer("stop"))
        return;
    const tb_runner *runner = &tb_this_device.runner;
    uint32_t index;
    if (!next_unsigned(&rest, &index) || index >= runner->plan.header->operator_count) {
        refuse("stop", "expected the index of an operator");
        return;
    }
    tb_this_device.has_output = false;
    tb_runner_load_input(runner);
    for (uint32_t i = 0; i <= index; i++)
        tb_runner_run_operator(runner, (uint16_t)i);
    uint16_t tensor = runner->plan.operators[index].output;
    begin("stop");
    tb_reply_unsigned(index);
    tb_reply_character(',');
    tb_reply_unsigned(tensor);
    tb_reply_character(',');
    tb_reply_unsigned(runner->plan.tensors[tensor].bytes);
    tb_reply_character(',');
    tb_reply_hex(tensor_crc(tensor), 8);
    end();
}

static void dump(char *rest)
{
    if (tb_this_device.plan_state != TB_PLAN_OK) {
        refuse("dump", "no plan");
        return;
    }
    const tb_runner *runner = &tb_this_device.runner;
    uint32_t tensor;
    uint32_t offset;
    uint32_t length;
    if (!next_unsigned(&rest, &tensor) || !next_unsigned(&rest, &offset) || !next_unsigned(&rest, &length)) {
        refuse("dump", "expected tensor, offset and length");
        return;
    }
    if (tensor >= runner->plan.header->tensor_count) {
        refuse("dump", "no such tensor");
        return;
    }
    uint32_t bytes = runner->plan.tensors[tensor].bytes;
    if (offset > bytes || length > bytes - offset || length == 0 || length > TB_FRAME_BYTES) {
        refuse("dump", "no such bytes");
        return;
    }
    const uint8_t *from = tb_runner_tensor(runner, (uint16_t)tensor) + offset;
    begin("dump");
    tb_reply_unsigned(tensor);
    tb_reply_character(',');
    tb_reply_unsigned(offset);
    tb_reply_character(',');
    tb_reply_unsigned(length);
    tb_reply_character(',');
    tb_reply_hex(tb_crc32(0, from, length), 8);
    end();
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

static void mem(void)
{
    tb_usage used = tb_port_usage();
    bool bound = tb_this_device.plan_state == TB_PLAN_OK;
    begin("mem");
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
    end();
}

void tb_extension_command(char *rest)
{
    const char *word = tb_next_word(&rest);
    if (word == NULL)
        tb_reply_line("e-[tb: expected a command]");
    else if (strcmp(word, "caps") == 0)
        caps();
    else if (strcmp(word, "sync") == 0)
        sync(rest);
    else if (strcmp(word, "open") == 0)
        open_slot(rest);
    else if (strcmp(word, "put") == 0)
        put(rest);
    else if (strcmp(word, "have") == 0)
        have();
    else if (strcmp(word, "check") == 0)
        check();
    else if (strcmp(word, "run") == 0)
        run(rest);
    else if (strcmp(word, "trace") == 0)
        trace(rest);
    else if (strcmp(word, "stop") == 0)
        stop(rest);
    else if (strcmp(word, "dump") == 0)
        dump(rest);
    else if (strcmp(word, "mem") == 0)
        mem();
    else
        refuse(word, "unknown command");
}
