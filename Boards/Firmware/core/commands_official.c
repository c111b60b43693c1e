// The commands of MLPerf Tiny, docs/protocol.md sections 4 to 6. Texts and their spelling are the reference's
// (mlcommons/tiny benchmark/api/internally_implemented.cpp): hosts compare them.
#include <string.h>

#include "device.h"
#include "protocol.h"
#include "reply.h"
#include "text.h"

static void reply_number_line(const char *text, int32_t value)
{
    tb_reply_text(text);
    tb_reply_integer(value);
    tb_reply_end();
}

void tb_official_timestamp(void)
{
#if TB_ENERGY
    tb_port_timestamp_pulse();
#else
    uint32_t now = tb_port_microseconds();
    tb_reply_text("m-lap-us-");
    tb_reply_unsigned(now);
    tb_reply_end();
#endif
}

static void profile(void)
{
    tb_reply_line("m-profile-[ULPMark for tinyML Firmware V0.0.1]");
    tb_reply_text("m-model-[");
    tb_reply_text(tb_this_device.plan_state == TB_PLAN_OK ? tb_this_device.runner.plan.header->model_id : "none");
    tb_reply_line("]");
}

static void help(void)
{
    static const char *const lines[] = {
        "ULPMark for tinyML Firmware V0.0.1",
        "",
        "help         : Print this information",
        "name         : Print the name of the device",
        "timestsamp   : Generate a timetsamp",
        "db SUBCMD    : Manipulate a generic byte buffer",
        "  load N     : Allocate N bytes and set load counter",
        "  db HH[HH]* : Load 8-bit hex byte(s) until N bytes",
        "  print [N=16] [offset=0]",
        "             : Print N bytes at offset as hex",
        "infer N [W=0]: Load input, execute N inferences after W warmup loops",
        "results      : Return the result fp32 vector",
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        tb_reply_line(lines[i]);
}

static void db_load(const char *word)
{
    tb_device *device = &tb_this_device;
    if (word == NULL) {
        tb_reply_line("e-[Command 'db load' requires the # of bytes]");
        return;
    }
    int32_t bytes = tb_parse_leading(word);
    if (bytes == 0) {
        tb_reply_line("e-[Command 'db load' must be >0 bytes]");
        return;
    }
    // The reference takes the number for an unsigned one, so that a negative one is too large; it prints it signed.
    if (!tb_device_open(&device->data, (uint32_t)bytes)) {
        tb_reply_text("Supplied buffer size ");
        tb_reply_integer(bytes);
        tb_reply_text(" exceeds maximum of ");
        tb_reply_unsigned(device->data.capacity);
        tb_reply_end_bare();
        return;
    }
    tb_reply_text("m-[Expecting ");
    tb_reply_integer(bytes);
    tb_reply_line(" bytes]");
}

static void db_print(void)
{
    const tb_slot *data = &tb_this_device.data;
    for (uint32_t i = 0; i < data->size; i++) {
        if (i % 8 == 0)
            tb_reply_text("m-buffer-");
        tb_reply_hex(data->base[i], 2);
        if (i % 8 == 7 || i + 1 == data->size)
            tb_reply_end();
        else
            tb_reply_character('-');
    }
    if (data->size % 8 != 0)
        tb_reply_end();
}

static void db_hex(const char *word)
{
    tb_slot *data = &tb_this_device.data;
    if (strlen(word) % 2 != 0) {
        tb_reply_line("e-[Insufficent number of hex digits]");
        return;
    }
    for (; *word != '\0'; word += 2) {
        int high = tb_parse_digit(word[0]);
        int low = tb_parse_digit(word[1]);
        if (high < 0 || low < 0) {
            tb_reply_text("e-[Invalid hex digit '");
            tb_reply_character(word[0]);
            tb_reply_character(word[1]);
            tb_reply_line("']");
            return;
        }
        // The reference would write on past its buffer.
        if (data->received == data->size)
            continue;
        data->base[data->received++] = (uint8_t)(high * 16 + low);
        if (data->received == data->size) {
#if !TB_QUIRK_NO_LOAD_DONE
            tb_reply_line("m-load-done");
#endif
            return;
        }
    }
}

static void db(char *rest)
{
    const char *word = tb_next_word(&rest);
    if (word == NULL)
        tb_reply_line("e-[Command 'db' requires a subcommand]");
    else if (strcmp(word, "load") == 0)
        db_load(tb_next_word(&rest));
    else if (strcmp(word, "print") == 0)
        db_print();
    else
        db_hex(word);
}

static void reply_value(uint32_t index, uint8_t form)
{
#if TB_QUIRK_RAW_RESULTS
    const uint8_t *bytes;
    if (tb_device_output(&bytes)->type == TB_INT8) {
        tb_reply_integer((int8_t)bytes[index]);
        return;
    }
#endif
    if (form == TB_RESULT_CUT)
        tb_reply_cut(tb_device_output_value(index));
    else
        tb_reply_rounded(tb_device_output_value(index));
}

static void results(void)
{
    const tb_device *device = &tb_this_device;
    if (!device->has_output) {
        tb_reply_line("e-[No results: no inference was run]");
        return;
    }
    uint8_t form = device->runner.plan.header->result_form;
    tb_reply_text("m-results-[");
    if (form == TB_RESULT_MEAN_SQUARE) {
        tb_reply_rounded(device->mean_square);
    } else {
        uint32_t count = tb_device_output_count();
        for (uint32_t i = 0; i < count; i++) {
            if (i != 0)
                tb_reply_character(',');
            reply_value(i, form);
        }
    }
    if (form == TB_RESULT_TRAILING_COMMA || TB_QUIRK_TRAILING_COMMA)
        tb_reply_character(',');
    tb_reply_line("]");
}

static void run(int32_t iterations, int32_t warmups)
{
    const char *refusal = tb_device_refusal();
    if (refusal != NULL) {
        tb_reply_text("e-[Inference refused: ");
        tb_reply_text(refusal);
        tb_reply_line("]");
        return;
    }

    tb_runner_load_input(&tb_this_device.runner);
    reply_number_line("m-warmup-start-", warmups);
    for (int32_t i = 0; i < warmups; i++)
        tb_device_infer();
    tb_reply_line("m-warmup-done");
    reply_number_line("m-infer-start-", iterations);
    tb_official_timestamp();
    for (int32_t i = 0; i < iterations; i++)
        tb_device_infer();
    tb_official_timestamp();
    tb_device_keep_output();
    tb_reply_line("m-infer-done");
#if TB_QUIRK_CHATTY
    tb_reply_line("[vendor] back from sleep");
#endif
    results();
}

static void infer(char *rest)
{
    const char *word = tb_next_word(&rest);
    int32_t iterations = 1;
    int32_t warmups = 10;
    if (word != NULL) {
        iterations = tb_parse_leading(word);
        if (iterations <= 0) {
            tb_reply_line("e-[Inference iterations must be >0]");
            return;
        }
        word = tb_next_word(&rest);
    }
    if (word != NULL) {
        warmups = tb_parse_leading(word);
        if (warmups < 0) {
            tb_reply_line("e-[Inference warmup must be >=0]");
            return;
        }
    }
    run(iterations, warmups);
}

bool tb_official_command(const char *word, char *rest)
{
    if (strcmp(word, "name") == 0)
        tb_reply_line("m-name-dut-[Tiny.Bench]");
    else if (strcmp(word, "timestamp") == 0)
        tb_official_timestamp();
    else if (strcmp(word, "profile") == 0)
        profile();
    else if (strcmp(word, "help") == 0)
        help();
    else if (strcmp(word, "db") == 0)
        db(rest);
    else if (strcmp(word, "infer") == 0)
        infer(rest);
    else if (strcmp(word, "results") == 0)
        results();
    else
        return false;
    return true;
}
