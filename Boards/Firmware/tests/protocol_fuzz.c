// Random bytes and mutated commands into the receive path, under the sanitizers. Whatever came before, after a `%` and silence the device
// answers `name%` with exactly its name. Prints its seed: protocol_fuzz SEED ROUNDS.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange.h"
#include "small_plan.h"

static uint64_t state;

static uint32_t below(uint32_t bound)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (uint32_t)((state * 0x2545F4914F6CDD1Du) >> 32) % bound;
}

static const char *const seeds[] = {
    "name%",
    "timestamp%",
    "profile%",
    "help%",
    "db load 4%",
    "db 0a030201%",
    "db load 31%",
    "db zz%",
    "db print%",
    "infer 1 0%",
    "infer 3 2%",
    "results%",
    "tb caps%",
    "tb sync 1f%",
    "tb open data 4%",
    "tb open data 64%",
    "tb open plan 320%",
    "tb put 0 4 d755c4bc%\n\3\2\1",
    "tb put 2 2 00000000%ab",
    "tb have%",
    "tb check%",
    "tb run%",
    "tb run 4 d755c4bc%\n\3\2\1",
    "tb trace%",
    "tb trace 0 1%",
    "tb stop 0%",
    "tb dump 2 0 2%",
    "tb dump 1 0 8%",
    "tb mem%",
    "%",
    "infer -1%",
    "infer 999999999 9%",
    "tb%",
};

static uint32_t add_plan(uint8_t *to, small_plan *plan)
{
    if (below(2) == 0) {
        ((uint8_t *)plan)[below(sizeof *plan)] ^= (uint8_t)(1 + below(255));
        if (below(2) == 0)
            small_plan_seal(plan);
    }
    int count = sprintf((char *)to, "tb open plan %zu%%tb put 0 %zu %08x%%", sizeof *plan, sizeof *plan, frame_crc(0, plan, sizeof *plan));
    memcpy(to + count, plan, sizeof *plan);
    return (uint32_t)count + (uint32_t)sizeof *plan + (uint32_t)sprintf((char *)to + count + sizeof *plan, "tb check%%");
}

static uint32_t make_input(uint8_t *to, uint32_t room)
{
    uint32_t count = 0;
    uint32_t pieces = 1 + below(12);
    for (uint32_t piece = 0; piece < pieces && count + 1024 < room; piece++) {
        uint32_t begin = count;
        uint32_t kind = below(10);
        if (kind == 0) {
            uint32_t length = below(200);
            for (uint32_t i = 0; i < length; i++)
                to[count++] = (uint8_t)below(256);
        } else if (kind == 1) {
            small_plan plan = small_plan_make((uint8_t)below(4));
            count += add_plan(to + count, &plan);
        } else {
            const char *seed = seeds[below(sizeof seeds / sizeof seeds[0])];
            count += (uint32_t)strlen(strcpy((char *)to + count, seed));
        }
        uint32_t length = count - begin;
        for (uint32_t changes = below(4); changes > 1 && length > 1; changes--) {
            uint32_t at = begin + below(length);
            if (below(2) == 0) {
                to[at] = (uint8_t)(below(2) == 0 ? '0' + below(10) : below(256));
            } else {
                memmove(to + at, to + at + 1, count - at - 1);
                count--;
                length--;
            }
        }
    }
    return count;
}

int main(int argc, char **argv)
{
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    uint32_t rounds = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 1000;
    printf("protocol fuzz: seed %llu, %u rounds\n", (unsigned long long)seed, rounds);
    fflush(stdout);
    small_plan plan = small_plan_make(TB_RESULT_ROUNDED);
    static uint8_t input[16384];
    static volatile uint32_t resets;
    for (volatile uint32_t round = 0; round < rounds; round++) {
        state = (seed << 32) + round + 0x9E3779B97F4A7C15u;
        boot_with(below(4) == 0 ? NULL : (const void *)&plan, sizeof plan);
        // An `infer` of many digits would take hours: it is reset, and the device must be as new.
        fake_port_patience = 4000;
        if (setjmp(fake_port_watchdog) != 0) {
            resets++;
            boot_with(&plan, sizeof plan);
        } else {
            uint32_t count = make_input(input, sizeof input);
            fake_port_feed_late(input, count, below(count < 8 ? count + 1 : 8), below(400));
            // Ends a command that was cut short: it may be such an `infer`.
            fake_port_feed("%", 1);
        }
        fake_port_patience = 0;
        fake_port_sent(NULL);
        const char *answer = answer_to("name%");
        if (strcmp(answer, "m-name-dut-[Tiny.Bench]\r\n" READY) != 0) {
            fprintf(stderr, "seed %llu, round %u: name%% was answered by\n%s\n", (unsigned long long)seed, round, answer);
            return 1;
        }
    }
    printf("protocol fuzz: ok, %u resets\n", resets);
    return 0;
}
