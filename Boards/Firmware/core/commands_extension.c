// The commands that begin with `tb`, docs/protocol.md section 7.
#include <string.h>

#include "extension.h"
#include "protocol.h"
#include "reply.h"
#include "text.h"

// 7.2
static void sync(char *rest)
{
    const char *word = tb_next_word(&rest);
    uint32_t number;
    if (word == NULL || !tb_parse_hex(word, &number)) {
        tb_extension_refuse("sync", "expected 1 to 8 hexadecimal digits");
        return;
    }
    tb_extension_pair("sync", word);
}

void tb_extension_command(char *rest)
{
    const char *word = tb_next_word(&rest);
    if (word == NULL)
        tb_reply_line("e-[tb: expected a command]");
    else if (strcmp(word, "caps") == 0)
        tb_extension_caps();
    else if (strcmp(word, "sync") == 0)
        sync(rest);
    else if (strcmp(word, "open") == 0)
        tb_extension_open(rest);
    else if (strcmp(word, "put") == 0)
        tb_extension_put(rest);
    else if (strcmp(word, "have") == 0)
        tb_extension_have();
    else if (strcmp(word, "check") == 0)
        tb_extension_check();
    else if (strcmp(word, "run") == 0)
        tb_extension_run(rest);
    else if (strcmp(word, "trace") == 0)
        tb_extension_trace(rest);
    else if (strcmp(word, "stop") == 0)
        tb_extension_stop(rest);
    else if (strcmp(word, "dump") == 0)
        tb_extension_dump(rest);
    else if (strcmp(word, "mem") == 0)
        tb_extension_mem();
    else if (strcmp(word, "guard") == 0)
        tb_extension_guard();
    else
        tb_extension_refuse(word, "unknown command");
}
