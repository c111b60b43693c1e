// Energy mode: no lap is printed, two pulses of the pin bound the interval (docs/protocol.md sections 3 to 5).
#include "exchange.h"
#include "small_plan.h"

int main(void) {
    small_plan plan = small_plan_make(TB_RESULT_ROUNDED);
    fake_port_clear((const uint8_t *)&plan, sizeof plan);
    tb_protocol_start();
    CHECK_TEXT("m-timestamp-mode-energy\r\nm-init-done\r\nm-ready\r\n", fake_port_sent(NULL));
    CHECK(fake_port_pulses == 1);
    EXCHANGE("timestamp%", "");
    CHECK(fake_port_pulses == 2);
    answer_to("db load 4%");
    answer_to("db 0a030201%");
    EXCHANGE("infer 5 1%",
             "m-warmup-start-1\r\nm-warmup-done\r\nm-infer-start-5\r\nm-infer-done\r\nm-results-[4.000,1.750]\r\n");
    CHECK(fake_port_pulses == 4);
    puts("energy: ok");
    return 0;
}
