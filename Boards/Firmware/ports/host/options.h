// What the host port is told on its command line.
#ifndef TB_HOST_OPTIONS_H
#define TB_HOST_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    const char *plan; // file of the resident plan; NULL: none
    uint32_t arena_bytes;
    uint32_t data_bytes;
    uint32_t slot_bytes;        // memory for an uploaded plan; 0: nowhere
    const char *link;           // symbolic link to the pty
    const char *unix_path;      // listen there instead of on a pty
    const char *pin;            // socket that somebody listens on for the timestamp pin
    bool stdio;                 // speak on the standard streams instead
    bool with_parent;           // end when standard input ends
    bool reset_on_open;         // opening the port resets the board, as a USB bridge's DTR does
    uint32_t boot_milliseconds; // between a reset and the boot text
    uint32_t baud;              // 0: as fast as it goes
    uint32_t crash_after;       // exit after so many received bytes; 0: never
} tb_host_options;

extern tb_host_options tb_host;

// Reads the command line; what is wrong is told on stderr and ends the process with status 2.
void tb_host_read_options(int argc, char **argv);

#endif
