// docs/protocol.md section 7. CRCs are zlib's (Python: zlib.crc32).
#include <stdio.h>
#include <string.h>

#include "exchange.h"
#include "port.h"
#include "small_plan.h"

static void boot(void)
{
    small_plan plan = small_plan_make(TB_RESULT_ROUNDED);
    boot_with(&plan, sizeof plan);
}

static const char *answer_to_frame(const char *command, const void *bytes, uint32_t count)
{
    uint8_t sent[1024];
    uint32_t length = (uint32_t)strlen(command);
    EXPECT(length + count <= sizeof sent);
    memcpy(sent, command, length);
    memcpy(sent + length, bytes, count);
    fake_port_feed(sent, length + count);
    return without_crcs(fake_port_sent(NULL));
}

#define FRAME(command, bytes, answer) EXPECT_TEXT(answer READY, answer_to_frame(command, bytes, sizeof(bytes) - 1))

static void tells_its_capabilities(void)
{
    boot_with(NULL, 0);
    EXCHANGE("tb caps%", "m-tb-protocol-[1]\r\nm-tb-board-[fake]\r\nm-tb-firmware-[0123456789abcdef]\r\nm-tb-compiler-[any]\r\n"
                         "m-tb-kernels-[portable]\r\nm-tb-dialect-[double-rounding]\r\nm-tb-timer-hz-[1000]\r\nm-tb-data-bytes-[64]\r\n"
                         "m-tb-arena-bytes-[1024]\r\nm-tb-plan-bytes-[1024]\r\nm-tb-frame-bytes-[32768]\r\nm-tb-plan-[none]\r\n");

    small_plan plan = small_plan_make(TB_RESULT_ROUNDED);
    boot_with(&plan, sizeof plan);
    const char *answer = strstr(answer_to("tb caps%"), "m-tb-plan-[");
    EXPECT(answer != NULL);
    char expected[512];
    snprintf(
        expected, sizeof expected,
        "m-tb-plan-[ok]\r\nm-tb-model-[abababababababababababababababababababababababababababababababab]\r\nm-tb-model-id-[small01]\r\n"
        "m-tb-plan-crc-[%08x]\r\nm-tb-plan-arena-[32]\r\nm-tb-operators-[1]\r\nm-tb-input-bytes-[4]\r\nm-tb-output-bytes-[2]\r\n" READY,
        plan.header.crc32);
    EXPECT_TEXT(expected, answer);
}

static void names_the_fault_of_a_resident_plan(void)
{
    small_plan plan = small_plan_make(TB_RESULT_ROUNDED);
    plan.header.version = 9;
    boot_with(&plan, sizeof plan);
    EXPECT(strstr(answer_to("tb caps%"), "m-tb-plan-[bad: ") != NULL);
    EXCHANGE("tb run%", "e-[tb run: no plan]\r\n");
    EXCHANGE("tb dump 0 0 1%", "e-[tb dump: no plan]\r\n");
}

static void synchronises(void)
{
    boot();
    EXCHANGE("tb sync 1F%", "m-tb-sync-[1F]\r\n");
    EXCHANGE("tb sync 12345678%", "m-tb-sync-[12345678]\r\n");
    EXCHANGE("tb sync 123456789%", "e-[tb sync: expected 1 to 8 hexadecimal digits]\r\n");
    EXCHANGE("tb sync%", "e-[tb sync: expected 1 to 8 hexadecimal digits]\r\n");
    EXCHANGE("tb%", "e-[tb: expected a command]\r\n");
    EXCHANGE("tb nothing 1%", "e-[tb nothing: unknown command]\r\n");
}

static void takes_checked_frames(void)
{
    boot();
    EXCHANGE("tb have%", "m-tb-have-[none,0,0,00000000]\r\n");
    EXCHANGE("tb open data 10%", "m-tb-open-[data,10]\r\n");
    EXCHANGE("tb have%", "m-tb-have-[data,10,0,00000000]\r\n");
    // A percent sign in a frame ends nothing.
    FRAME("tb put 0 5 0146fd77%", "a%b%c", "m-tb-put-[5]\r\n");
    EXCHANGE("tb have%", "m-tb-have-[data,10,5,828709a7]\r\n");
    FRAME("tb put 5 5 eed5fa42%", "name%", "m-tb-put-[10]\r\n");
    // The reply was lost: the same frame again.
    FRAME("tb put 5 5 eed5fa42%", "name%", "m-tb-put-[10]\r\n");
    EXCHANGE("db print%", "m-buffer-61-25-62-25-63-6e-61-6d\r\nm-buffer-65-25\r\n\r\n");
    // A damaged repetition takes back what it has overwritten.
    FRAME("tb put 5 5 00000000%", "namE%", "e-[tb put: the bytes do not match their CRC]\r\n");
    EXCHANGE("tb have%", "m-tb-have-[data,10,5,828709a7]\r\n");
}

static void drops_the_bytes_of_a_refused_frame(void)
{
    boot();
    FRAME("tb put 0 5 00000000%", "name%", "e-[tb put: nothing is open]\r\n");
    answer_to("tb open data 10%");
    FRAME("tb put 1 5 2e6c90d4%", "name%", "e-[tb put: a gap before the offset]\r\n");
    FRAME("tb put 0 11 c3dce98c%", "name%name%n", "e-[tb put: more bytes than were announced]\r\n");
    FRAME("tb put 0 0 00000000%", "", "e-[tb put: a frame of that length]\r\n");
    FRAME("tb put 0 32769 00000000%", "name%", "e-[tb put: a frame of that length]\r\n");
    FRAME("tb put 0 5%", "name%", "e-[tb put: expected offset, length and CRC]\r\n");
    FRAME("tb put 0 5 1234567%", "name%", "e-[tb put: expected offset, length and CRC]\r\n");
    FRAME("tb put x 5 703bbd81%", "name%name%", "e-[tb put: expected offset, length and CRC]\r\n");
    FRAME("tb put 4294967295 4294967295 00000000%", "name%", "e-[tb put: a frame of that length]\r\n");
    EXCHANGE("tb open data 65%", "e-[tb open: more bytes than its memory has]\r\n");
    EXCHANGE("tb open data 0%", "e-[tb open: 0 bytes]\r\n");
    EXCHANGE("tb open flash 5%", "e-[tb open: expected data or plan, and the number of bytes]\r\n");
    EXCHANGE("tb open data%", "e-[tb open: expected data or plan, and the number of bytes]\r\n");
    EXCHANGE("tb have%", "m-tb-have-[none,0,0,00000000]\r\n");
}

static void ends_a_frame_after_250_ms_of_silence(void)
{
    boot();
    answer_to("tb open data 10%");
    static const char frame[] = "tb put 0 5 f3fa4951%name%";
    fake_port_feed_late(frame, sizeof frame - 1, 2, 200);
    EXPECT_TEXT("m-tb-put-[5]\r\n" READY, without_crcs(fake_port_sent(NULL)));
    fake_port_feed_late(frame, sizeof frame - 1, 2, 400);
    // The late bytes are a command's beginning then.
    EXPECT_TEXT("e-[tb put: 3 of 5 bytes]\r\n" READY "e-[Unknown command: e]\r\n" READY, fake_port_sent(NULL));
    EXCHANGE("tb have%", "m-tb-have-[data,10,0,00000000]\r\n");
}

static void runs_one_inference(void)
{
    boot();
    EXCHANGE("tb run%", "e-[tb run: no data]\r\n");
    // Ticks: the fake counter goes on by 7 with each reading, and an operator is read before and after.
    FRAME("tb run 4 d755c4bc%", "\x0a\x03\x02\x01", "m-tb-run-[7,957f950d,1007]\r\n");
    EXCHANGE("tb run%", "m-tb-run-[7,957f950d,1007]\r\n");
    EXCHANGE("results%", "m-results-[4.000,1.750]\r\n");
    FRAME("tb run 5 d755c4bc%", "\x0a\x03\x02\x01\x00", "e-[tb run: the bytes do not match their CRC]\r\n");
    EXCHANGE("tb run%", "e-[tb run: the plan takes another number of data bytes]\r\n");
    FRAME("tb run 65 d755c4bc%", "name%", "e-[tb run: no memory for so many bytes]\r\n");
    FRAME("tb run 4%", "nam%", "e-[tb run: expected length and CRC]\r\n");
    FRAME("tb run x%", "name%name%", "e-[tb run: expected length and CRC]\r\n");
    EXCHANGE("tb run%", "e-[tb run: no data]\r\n");
}

static void shows_operators_and_tensors(void)
{
    boot();
    EXCHANGE("tb trace%", "e-[tb trace: no data]\r\n");
    EXCHANGE("tb stop 0%", "e-[tb stop: no data]\r\n");
    answer_to_frame("tb run 4 d755c4bc%", "\x0a\x03\x02\x01", 4);
    EXCHANGE("tb trace%", "m-tb-op-[0,9,2,7,957f950d]\r\nm-tb-run-[7,957f950d,1007]\r\n");
    EXCHANGE("tb trace 0 1%", "m-tb-op-[0,9,2,7,957f950d]\r\nm-tb-run-[7,957f950d,1007]\r\n");
    EXCHANGE("tb trace 1 0%", "m-tb-run-[7,957f950d,1007]\r\n");
    EXCHANGE("tb trace 0 2%", "e-[tb trace: no such operators]\r\n");
    EXCHANGE("tb trace 4294967295 2%", "e-[tb trace: no such operators]\r\n");
    EXCHANGE("tb trace 0%", "e-[tb trace: expected the first operator and how many]\r\n");
    EXCHANGE("tb stop 0%", "m-tb-stop-[0,2,2,957f950d]\r\n");
    EXCHANGE("tb stop 1%", "e-[tb stop: expected the index of an operator]\r\n");
    EXCHANGE("tb stop%", "e-[tb stop: expected the index of an operator]\r\n");
    // After a stop the outputs are nobody's answer.
    EXCHANGE("results%", "e-[No results: no inference was run]\r\n");
    EXCHANGE("tb dump 2 1 1%", "m-tb-dump-[2,1,1,4c667a2e]\r\n\x07\r\n");
    EXCHANGE("tb dump 1 0 6%", "m-tb-dump-[1,0,6,ca998828]\r\n\x01\x01\x01\x01\x01\xff\r\n");
    EXCHANGE("tb dump 2 1 2%", "e-[tb dump: no such bytes]\r\n");
    EXCHANGE("tb dump 2 0 0%", "e-[tb dump: no such bytes]\r\n");
    EXCHANGE("tb dump 2 4294967295 2%", "e-[tb dump: no such bytes]\r\n");
    EXCHANGE("tb dump 3 0 1%", "e-[tb dump: no such tensor]\r\n");
    EXCHANGE("tb dump 2 0%", "e-[tb dump: expected tensor, offset and length]\r\n");
}

static void takes_a_plan(void)
{
    boot_with(NULL, 0);
    EXCHANGE("tb check%", "e-[tb check: no plan was uploaded]\r\n");
    small_plan plan = small_plan_make(TB_RESULT_ROUNDED);
    char command[80];
    char expected[80];
    snprintf(command, sizeof command, "tb open plan %zu%%", sizeof plan);
    snprintf(expected, sizeof expected, "m-tb-open-[plan,%zu]\r\n" READY, sizeof plan);
    EXPECT_TEXT(expected, answer_to(command));
    snprintf(command, sizeof command, "tb put 0 16 %08x%%", frame_crc(0, &plan, 16));
    EXPECT_TEXT("m-tb-put-[16]\r\n" READY, answer_to_frame(command, &plan, 16));
    snprintf(expected, sizeof expected, "e-[tb check: 16 of %zu bytes]\r\n" READY, sizeof plan);
    EXPECT_TEXT(expected, answer_to("tb check%"));
    snprintf(command, sizeof command, "tb put 16 %zu %08x%%", sizeof plan - 16, frame_crc(16, (uint8_t *)&plan + 16, sizeof plan - 16));
    snprintf(expected, sizeof expected, "m-tb-put-[%zu]\r\n" READY, sizeof plan);
    EXPECT_TEXT(expected, answer_to_frame(command, (uint8_t *)&plan + 16, sizeof plan - 16));
    EXCHANGE("tb check%", "m-tb-plan-[ok]\r\n");
    FRAME("tb run 4 d755c4bc%", "\x0a\x03\x02\x01", "m-tb-run-[7,957f950d,1007]\r\n");
    EXCHANGE("tb mem%", "m-tb-mem-[1000,-,32,1024,200,4096]\r\n");

    // 256 of the 992 bytes behind the plan's arena are guarded; the last guarded byte is seen, the one behind it is not.
    EXCHANGE("tb guard%", "m-tb-guard-[256,0]\r\n");
    tb_port_memory()->arena[32] ^= 1;
    tb_port_memory()->arena[32 + 255] ^= 1;
    tb_port_memory()->arena[32 + 256] ^= 1;
    EXCHANGE("tb guard%", "m-tb-guard-[256,2]\r\n");

    // What is written over a plan in force ends it.
    snprintf(command, sizeof command, "tb open plan %zu%%", sizeof plan);
    answer_to(command);
    EXCHANGE("tb run%", "e-[tb run: no plan]\r\n");
    EXCHANGE("tb mem%", "m-tb-mem-[1000,-,0,1024,200,4096]\r\n");
    EXCHANGE("tb guard%", "e-[tb guard: no plan]\r\n");
    EXCHANGE("results%", "e-[No results: no inference was run]\r\n");
    snprintf(command, sizeof command, "tb put 0 %zu %08x%%", sizeof plan, frame_crc(0, &plan, sizeof plan));
    answer_to_frame(command, &plan, sizeof plan);
    EXCHANGE("tb check%", "m-tb-plan-[ok]\r\n");
    FRAME("tb put 0 4 00000000%", "\1\2\3\4", "e-[tb put: the bytes do not match their CRC]\r\n");
    EXCHANGE("tb run%", "e-[tb run: no plan]\r\n");

    plan.header.version = 2;
    snprintf(command, sizeof command, "tb put 0 %zu %08x%%", sizeof plan, frame_crc(0, &plan, sizeof plan));
    answer_to_frame(command, &plan, sizeof plan);
    EXPECT(strncmp(answer_to("tb check%"), "m-tb-plan-[bad: ", 16) == 0);
    EXCHANGE("tb run%", "e-[tb run: no plan]\r\n");
}

int main(void)
{
    RUN(tells_its_capabilities);
    RUN(names_the_fault_of_a_resident_plan);
    RUN(synchronises);
    RUN(takes_checked_frames);
    RUN(drops_the_bytes_of_a_refused_frame);
    RUN(ends_a_frame_after_250_ms_of_silence);
    RUN(runs_one_inference);
    RUN(shows_operators_and_tensors);
    RUN(takes_a_plan);
    return check_finish();
}
