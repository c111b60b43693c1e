// Energy mode: no lap is printed, two pulses of the pin bound the interval (docs/protocol.md sections 3 to 5).
#include "exchange.h"
#include "small_plan.h"

static void bounds_the_interval_by_pulses(void)
{
    small_plan plan = small_plan_make(TB_RESULT_ROUNDED);
    fake_port_clear((const uint8_t *)&plan, sizeof plan);
    tb_protocol_start();
    EXPECT_TEXT("m-timestamp-mode-energy\r\nm-init-done\r\nm-ready\r\n", fake_port_sent(NULL));
    EXPECT(fake_port_pulses == 1);
    EXCHANGE("timestamp%", "");
    EXPECT(fake_port_pulses == 2);
    answer_to("db load 4%");
    answer_to("db 0a030201%");
    EXCHANGE("infer 5 1%", "m-warmup-start-1\r\nm-warmup-done\r\nm-infer-start-5\r\nm-infer-done\r\nm-results-[4.000,1.750]\r\n");
    EXPECT(fake_port_pulses == 4);
}

int main(void)
{
    RUN(bounds_the_interval_by_pulses);
    return check_finish();
}
