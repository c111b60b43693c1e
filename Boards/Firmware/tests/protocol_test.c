// docs/protocol.md sections 2 to 6. The texts are the reference firmware's, from mlcommons/tiny benchmark/api/internally_implemented.cpp.
#include <stdlib.h>
#include <string.h>

#include "exchange.h"
#include "small_plan.h"

static void boot(uint8_t result_form)
{
    small_plan plan = small_plan_make(result_form);
    boot_with(&plan, sizeof plan);
}

static void boots_with_one_lap_and_drops_what_came_before(void)
{
    small_plan plan = small_plan_make(TB_RESULT_ROUNDED);
    fake_port_clear((const uint8_t *)&plan, sizeof plan);
    tb_protocol_start();
    const char *text = fake_port_sent(NULL);
    EXPECT(strstr(text, "m-timestamp-mode-performance\r\nm-lap-us-") == text);
    EXPECT_TEXT("\r\nm-init-done\r\nm-ready\r\n", strchr(strstr(text, "m-lap-us-"), '\r'));
}

static void answers_the_simple_commands(void)
{
    boot(TB_RESULT_ROUNDED);
    EXCHANGE("name%", "m-name-dut-[Tiny.Bench]\r\n");
    EXCHANGE("profile%", "m-profile-[ULPMark for tinyML Firmware V0.0.1]\r\nm-model-[small01]\r\n");
    EXCHANGE("%", "");
    EXCHANGE("   %", "");
    EXCHANGE("Name%", "e-[Unknown command: Name]\r\n");
    EXCHANGE("nam extra%", "e-[Unknown command: nam]\r\n");
    EXCHANGE(" name  extra words%", "m-name-dut-[Tiny.Bench]\r\n");
    EXPECT(strncmp(answer_to("timestamp%"), "m-lap-us-", 9) == 0);
    EXCHANGE("help%", "ULPMark for tinyML Firmware V0.0.1\r\n"
                      "\r\n"
                      "help         : Print this information\r\n"
                      "name         : Print the name of the device\r\n"
                      "timestsamp   : Generate a timetsamp\r\n"
                      "db SUBCMD    : Manipulate a generic byte buffer\r\n"
                      "  load N     : Allocate N bytes and set load counter\r\n"
                      "  db HH[HH]* : Load 8-bit hex byte(s) until N bytes\r\n"
                      "  print [N=16] [offset=0]\r\n"
                      "             : Print N bytes at offset as hex\r\n"
                      "infer N [W=0]: Load input, execute N inferences after W warmup loops\r\n"
                      "results      : Return the result fp32 vector\r\n");
}

static void ends_commands_at_percent_and_nowhere_else(void)
{
    boot(TB_RESULT_ROUNDED);
    EXCHANGE("name\r\n%", "e-[Unknown command: name\r\n]\r\n");
    EXCHANGE("\r\nname%", "e-[Unknown command: \r\nname]\r\n");
    fake_port_feed("na", 2);
    EXPECT_TEXT("", fake_port_sent(NULL));
    EXCHANGE("me%", "m-name-dut-[Tiny.Bench]\r\n");
    // A NUL ends the text of a command, as it does in the reference's buffer.
    fake_port_feed("name\0rest%", 10);
    EXPECT_TEXT("m-name-dut-[Tiny.Bench]\r\n" READY, fake_port_sent(NULL));
}

static void keeps_eighty_characters_of_a_command(void)
{
    boot(TB_RESULT_ROUNDED);
    char command[200];
    memset(command, 'a', sizeof command);
    strcpy(command + 100, "%");
    char expected[200] = "e-[Unknown command: ";
    strncat(expected, command, 80);
    strcat(expected, "]\r\nm-ready\r\n");
    EXPECT_TEXT(expected, answer_to(command));

    // 39 bytes of hexadecimal make 81 characters with "db ": the last digit is lost, and an odd number stays.
    EXCHANGE("db load 39%", "m-[Expecting 39 bytes]\r\n");
    memset(command, '0', sizeof command);
    memcpy(command, "db ", 3);
    strcpy(command + 81, "%");
    EXPECT_TEXT("e-[Insufficent number of hex digits]\r\n" READY, answer_to(command));
}

static void loads_and_prints_data(void)
{
    boot(TB_RESULT_ROUNDED);
    EXCHANGE("db%", "e-[Command 'db' requires a subcommand]\r\n");
    EXCHANGE("db load%", "e-[Command 'db load' requires the # of bytes]\r\n");
    EXCHANGE("db load 0%", "e-[Command 'db load' must be >0 bytes]\r\n");
    EXCHANGE("db load x%", "e-[Command 'db load' must be >0 bytes]\r\n");
    EXCHANGE("db print%", "");
    EXCHANGE("db load 65%", "Supplied buffer size 65 exceeds maximum of 64\n");
    EXCHANGE("db load -1%", "Supplied buffer size -1 exceeds maximum of 64\n");
    EXCHANGE("db 0102%", "");
    EXCHANGE("db load 10%", "m-[Expecting 10 bytes]\r\n");
    EXCHANGE("db 010%", "e-[Insufficent number of hex digits]\r\n");
    EXCHANGE("db 01aBxy03%", "e-[Invalid hex digit 'xy']\r\n");
    EXCHANGE("db 03040506%", "");
    EXCHANGE("db 0708090aFFFF%", "m-load-done\r\n");
    EXCHANGE("db EE%", "");
    EXCHANGE("db print%", "m-buffer-01-ab-03-04-05-06-07-08\r\nm-buffer-09-0a\r\n\r\n");
    EXCHANGE("db load 8%", "m-[Expecting 8 bytes]\r\n");
    EXCHANGE("db 1011121314151617%", "m-load-done\r\n");
    EXCHANGE("db print 2 4%", "m-buffer-10-11-12-13-14-15-16-17\r\n");
}

// The laps are numbers of a fake clock that stands still while the device works.
static void check_inference(const char *command, const char *begin, const char *end)
{
    const char *answer = answer_to(command);
    const char *lap = strstr(answer, "m-lap-us-");
    EXPECT(lap != NULL && (size_t)(lap - answer) == strlen(begin) && strncmp(answer, begin, strlen(begin)) == 0);
    const char *second = strstr(lap + 1, "m-lap-us-");
    EXPECT(second != NULL);
    EXPECT(strtoul(lap + 9, NULL, 10) == strtoul(second + 9, NULL, 10));
    EXPECT_TEXT(end, strchr(second, '\n') + 1);
}

static void infers(void)
{
    boot(TB_RESULT_ROUNDED);
    EXCHANGE("results%", "e-[No results: no inference was run]\r\n");
    EXCHANGE("infer 0%", "e-[Inference iterations must be >0]\r\n");
    EXCHANGE("infer x 1%", "e-[Inference iterations must be >0]\r\n");
    EXCHANGE("infer 1 -1%", "e-[Inference warmup must be >=0]\r\n");
    EXCHANGE("infer 1 0%", "e-[Inference refused: no data]\r\n");
    answer_to("db load 4%");
    answer_to("db 0a%");
    EXCHANGE("infer 1 0%", "e-[Inference refused: the data are incomplete]\r\n");
    EXCHANGE("db 030201%", "m-load-done\r\n");
    check_inference("infer 1 0%", "m-warmup-start-0\r\nm-warmup-done\r\nm-infer-start-1\r\n",
                    "m-infer-done\r\nm-results-[4.000,1.750]\r\nm-ready\r\n");
    check_inference("infer%", "m-warmup-start-10\r\nm-warmup-done\r\nm-infer-start-1\r\n",
                    "m-infer-done\r\nm-results-[4.000,1.750]\r\nm-ready\r\n");
    check_inference("infer 7 3%", "m-warmup-start-3\r\nm-warmup-done\r\nm-infer-start-7\r\n",
                    "m-infer-done\r\nm-results-[4.000,1.750]\r\nm-ready\r\n");
    EXCHANGE("results%", "m-results-[4.000,1.750]\r\n");
    answer_to("db load 5%");
    EXCHANGE("infer 1 0%", "e-[Inference refused: the plan takes another number of data bytes]\r\n");
    EXCHANGE("results%", "m-results-[4.000,1.750]\r\n");
}

static void infer_small(uint8_t result_form, float scale, const char *results)
{
    small_plan plan = small_plan_make(result_form);
    plan.tensors[2].scale = scale;
    small_plan_seal(&plan);
    boot_with(&plan, sizeof plan);
    answer_to("db load 4%");
    answer_to("db 0a030201%");
    answer_to("infer 1 0%");
    EXPECT_TEXT(results, answer_to("results%"));
}

static void prints_results_in_the_plans_form(void)
{
    // 16 / 1024 is 0.015625, 7 / 1024 is 0.0068359375.
    infer_small(TB_RESULT_ROUNDED, 1.0f / 1024, "m-results-[0.016,0.007]\r\n" READY);
    infer_small(TB_RESULT_CUT, 1.0f / 1024, "m-results-[0.015,0.006]\r\n" READY);
    infer_small(TB_RESULT_TRAILING_COMMA, 1.0f / 1024, "m-results-[0.016,0.007,]\r\n" READY);
}

static void prints_the_mean_square_of_output_minus_input(void)
{
    // Inputs 10 3 0.5 1 become 10 3 1 1 (scale 1, ties away from zero); the outputs of weights (1 1 1 1), (1 -1 0 0), (1 1 1 1), (1 -1 0 0)
    // at scale 1 are 15 7 15 7; the differences to the inputs 5, 4, 14.5 and 6.
    small_plan plan = small_plan_make(TB_RESULT_MEAN_SQUARE);
    plan.header.input_encoding = TB_INPUT_FLOAT32;
    plan.header.data_bytes = 16;
    plan.tensors[2].scale = 1.0f;
    plan.tensors[2].bytes = 4;
    plan.tensors[1].bytes = 16;
    memcpy(plan.weights + 8, plan.weights, 8);
    plan.parameters.output_depth = 4;
    plan.parameters.multiplier_count = 4;
    plan.operators[0].parameter_bytes = 17 * 4;
    EXPECT(offsetof(small_plan, weights) - offsetof(small_plan, parameters) >= 17 * 4);
    // Two more multipliers lie behind the first two, in the record's padding.
    tb_multiplier one = {.multiplier = 1 << 30, .shift = 1};
    memcpy((uint8_t *)&plan + offsetof(small_plan, parameters) + 13 * 4, &one, sizeof one);
    memcpy((uint8_t *)&plan + offsetof(small_plan, parameters) + 15 * 4, &one, sizeof one);
    small_plan_seal(&plan);
    boot_with(&plan, sizeof plan);
    EXCHANGE("profile%", "m-profile-[ULPMark for tinyML Firmware V0.0.1]\r\nm-model-[small01]\r\n");
    answer_to("db load 16%");
    EXCHANGE("db 00002041000040400000003f0000803f%", "m-load-done\r\n");
    answer_to("infer 1 0%");
    // (25 + 16 + 210.25 + 36) / 4
    EXCHANGE("results%", "m-results-[71.812]\r\n");
    // The upload of the next sample does not change what was computed.
    answer_to("db load 16%");
    EXCHANGE("results%", "m-results-[71.812]\r\n");
}

static void says_when_there_is_no_plan(void)
{
    boot_with(NULL, 0);
    EXCHANGE("profile%", "m-profile-[ULPMark for tinyML Firmware V0.0.1]\r\nm-model-[none]\r\n");
    answer_to("db load 4%");
    answer_to("db 0a030201%");
    EXCHANGE("infer 1 0%", "e-[Inference refused: no plan]\r\n");
    EXCHANGE("results%", "e-[No results: no inference was run]\r\n");
}

int main(void)
{
    RUN(boots_with_one_lap_and_drops_what_came_before);
    RUN(answers_the_simple_commands);
    RUN(ends_commands_at_percent_and_nowhere_else);
    RUN(keeps_eighty_characters_of_a_command);
    RUN(loads_and_prints_data);
    RUN(infers);
    RUN(prints_results_in_the_plans_form);
    RUN(prints_the_mean_square_of_output_minus_input);
    RUN(says_when_there_is_no_plan);
    return check_finish();
}
