// Each quirk changes what its switch says and nothing else; compiled once for each.
#include <string.h>

#include "exchange.h"
#include "quirks.h"
#include "small_plan.h"

#if TB_QUIRK_DOUBLE_READY
#define CLOSED "m-ready\r\nm-ready\r\n"
#else
#define CLOSED "m-ready\r\n"
#endif
#define NAME "m-name-dut-[Tiny.Bench]"

#if TB_QUIRK_ECHO
#define NAME_ANSWER "name%" NAME "\r\n" CLOSED
#elif TB_QUIRK_LF_ONLY
#define NAME_ANSWER NAME "\nm-ready\n"
#elif TB_QUIRK_ANSI
#define NAME_ANSWER "\x1b[32m" NAME "\x1b[0m\r\n\x1b[32mm-ready\x1b[0m\r\n"
#elif TB_QUIRK_CHATTY
#define NAME_ANSWER "[vendor] stack 1200 of 8192, heap 0\r\n" NAME "\r\n" CLOSED
#else
#define NAME_ANSWER NAME "\r\n" CLOSED
#endif

#if TB_QUIRK_RAW_RESULTS
#define RESULTS "m-results-[16,7]"
#elif TB_QUIRK_TRAILING_COMMA
#define RESULTS "m-results-[4.000,1.750,]"
#else
#define RESULTS "m-results-[4.000,1.750]"
#endif

static void differs_in_its_one_thing(void)
{
    small_plan plan = small_plan_make(TB_RESULT_ROUNDED);
    boot_with(&plan, sizeof plan);
    EXPECT_TEXT(NAME_ANSWER, answer_to("name%"));
    answer_to("db load 4%");
    EXPECT((strstr(answer_to("db 0a030201%"), "m-load-done") == NULL) == TB_QUIRK_NO_LOAD_DONE);
    EXPECT(strstr(answer_to("infer 1 0%"), RESULTS) != NULL);
    // 31 bytes a command, as the official runner sends them, are 65 characters.
    answer_to("db load 31%");
    const char *answer = answer_to("db 00000000000000000000000000000000000000000000000000000000000000%");
    EXPECT((strstr(answer, "e-[Insufficent number of hex digits]") != NULL) == TB_QUIRK_SHORT_BUFFER);
}

int main(void)
{
    RUN(differs_in_its_one_thing);
    return check_finish();
}
