// Runs plans on the host without a protocol: run_plan PLAN INPUT [PLAN INPUT]...
// INPUT holds one upload after the other. For each it prints a line per operator, `op INDEX CODE TENSOR CRC`,
// then `output CRC HEX` of the first output. The arena starts as garbage, the same in every run.
// Exit code 1 with the reason when the plan is refused, 2 when a file cannot be used.
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "crc32.h"
#include "runner.h"

typedef struct {
    uint8_t *bytes;
    uint32_t count;
} buffer;

// Aligned as a port's memory is, and of the exact size, so that a sanitizer sees the first byte too far.
static uint8_t *allocate(size_t count)
{
    void *bytes = NULL;
    if (posix_memalign(&bytes, 16, count ? count : 1) != 0) {
        fprintf(stderr, "run_plan: out of memory\n");
        exit(2);
    }

    return bytes;
}

static buffer read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    long size = -1;
    if (file && fseek(file, 0, SEEK_END) == 0)
        size = ftell(file);
    if (size < 0 || size > INT32_MAX || fseek(file, 0, SEEK_SET) != 0) {
        fprintf(stderr, "run_plan: cannot read %s\n", path);
        exit(2);
    }

    buffer content = {allocate((size_t)size), (uint32_t)size};
    if (fread(content.bytes, 1, content.count, file) != content.count) {
        fprintf(stderr, "run_plan: cannot read %s\n", path);
        exit(2);
    }

    fclose(file);
    return content;
}

static void run_once(const tb_runner *runner)
{
    const tb_plan *plan = &runner->plan;
    tb_runner_load_input(runner);
    for (uint16_t i = 0; i < plan->header->operator_count; i++) {
        const tb_plan_operator *operator = &plan->operators[i];
        tb_runner_run_operator(runner, i);
        uint32_t crc = tb_crc32(0, tb_runner_tensor(runner, operator->output), plan->tensors[operator->output].bytes);
        printf("op %u %u %u %08" PRIx32 "\n", (unsigned)i, (unsigned)operator->code, (unsigned)operator->output, crc);
    }

    const uint8_t *output = tb_runner_tensor(runner, plan->outputs[0]);
    uint32_t bytes = plan->tensors[plan->outputs[0]].bytes;
    printf("output %08" PRIx32 " ", tb_crc32(0, output, bytes));
    for (uint32_t i = 0; i < bytes; i++)
        printf("%02x", (unsigned)output[i]);
    printf("\n");
}

// 0 when the plan ran, else the exit code.
static int run_all(const char *plan_path, const char *input_path)
{
    buffer blob = read_file(plan_path), input = read_file(input_path);
    tb_plan plan;
    const char *reason = tb_plan_check(&plan, blob.bytes, blob.count, UINT32_MAX, UINT32_MAX);
    if (reason) {
        fprintf(stderr, "run_plan: %s: %s\n", plan_path, reason);
        return 1;
    }

    uint32_t upload = plan.header->data_bytes;
    if (input.count == 0 || input.count % upload != 0) {
        fprintf(stderr, "run_plan: %s has %" PRIu32 " bytes; expected a multiple of %" PRIu32 "\n", input_path, input.count, upload);
        return 2;
    }

    uint32_t arena = plan.header->arena_bytes;
    tb_memory memory = {.data = allocate(upload), .data_bytes = upload, .arena = allocate(arena), .arena_bytes = arena};
    memset(memory.arena, 0xA5, arena);
    const tb_runner runner = {.plan = plan, .memory = &memory};
    for (uint32_t at = 0; at < input.count; at += upload) {
        for (uint32_t i = 0; i < upload; i++)
            memory.data[i] = input.bytes[at + i];
        run_once(&runner);
    }

    free(memory.data);
    free(memory.arena);
    free(blob.bytes);
    free(input.bytes);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc < 3 || argc % 2 == 0) {
        fprintf(stderr, "usage: run_plan PLAN INPUT [PLAN INPUT]...\n");
        return 2;
    }

    for (int i = 1; i < argc; i += 2) {
        int code = run_all(argv[i], argv[i + 1]);
        if (code != 0)
            return code;
    }

    return 0;
}
