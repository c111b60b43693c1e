#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

#ifndef TB_ARENA_BYTES
#define TB_ARENA_BYTES (2u << 20)
#endif

tb_host_options tb_host = {.arena_bytes = TB_ARENA_BYTES, .data_bytes = 64u << 10, .slot_bytes = 8u << 20};

static const char usage[] = "usage: tinybench-host.elf [option]...\n"
                            "  (no link option)     a pseudo-terminal of its own; prints `pty /dev/pts/N` on stdout\n"
                            "  --link PATH          also a symbolic link to it, removed at the end\n"
                            "  --unix PATH          listen on a socket; prints `unix PATH`\n"
                            "  --stdio              speak on the standard streams, end with standard input\n"
                            "  --pin PATH           the timestamp pin: connects to a socket there, and sends 0 and 1 as its levels\n"
                            "  --plan FILE          a plan that is there from the start\n"
                            "  --arena N --data N --slot N   bytes for tensors, for the input, for an uploaded plan (0: nowhere)\n"
                            "  --baud N             send and receive no faster than that, 10 bits a byte\n"
                            "  --reset-on-open      a reset each time somebody opens the port\n"
                            "  --boot-delay MS      between a reset and the boot text\n"
                            "  --crash-after N      exit with status 70 after N received bytes\n"
                            "  --with-parent        end when standard input ends\n"
                            "SIGUSR1 is the reset button.\n";

static void fail(const char *option, const char *what)
{
    fprintf(stderr, "%s: %s\n%s", option, what, usage);
    exit(2);
}

static const char *next_value(char ***at, const char *option)
{
    if ((*at)[1] == NULL)
        fail(option, "expected a value");
    (*at)++;
    return **at;
}

static uint32_t next_number(char ***at, const char *option)
{
    uint32_t value;
    if (!tb_parse_unsigned(next_value(at, option), &value) || value > 1u << 30)
        fail(option, "expected a number up to 2^30");
    return value;
}

void tb_host_read_options(int argc, char **argv)
{
    (void)argc;
    for (char **at = argv + 1; *at != NULL; at++) {
        const char *option = *at;
        if (strcmp(option, "--link") == 0)
            tb_host.link = next_value(&at, option);
        else if (strcmp(option, "--unix") == 0)
            tb_host.unix_path = next_value(&at, option);
        else if (strcmp(option, "--pin") == 0)
            tb_host.pin = next_value(&at, option);
        else if (strcmp(option, "--stdio") == 0)
            tb_host.stdio = true;
        else if (strcmp(option, "--plan") == 0)
            tb_host.plan = next_value(&at, option);
        else if (strcmp(option, "--arena") == 0)
            tb_host.arena_bytes = next_number(&at, option);
        else if (strcmp(option, "--data") == 0)
            tb_host.data_bytes = next_number(&at, option);
        else if (strcmp(option, "--slot") == 0)
            tb_host.slot_bytes = next_number(&at, option);
        else if (strcmp(option, "--baud") == 0)
            tb_host.baud = next_number(&at, option);
        else if (strcmp(option, "--reset-on-open") == 0)
            tb_host.reset_on_open = true;
        else if (strcmp(option, "--boot-delay") == 0)
            tb_host.boot_milliseconds = next_number(&at, option);
        else if (strcmp(option, "--crash-after") == 0)
            tb_host.crash_after = next_number(&at, option);
        else if (strcmp(option, "--with-parent") == 0)
            tb_host.with_parent = true;
        else
            fail(option, "unknown option");
    }
    if (tb_host.stdio && (tb_host.unix_path != NULL || tb_host.link != NULL || tb_host.with_parent))
        fail("--stdio", "excludes --unix, --link and --with-parent");
    if (tb_host.unix_path != NULL && tb_host.link != NULL)
        fail("--link", "is for a pseudo-terminal");
}
