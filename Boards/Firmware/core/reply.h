// Lines to the host, collected so that a port sends whole lines.
#ifndef TB_REPLY_H
#define TB_REPLY_H

#include <stdint.h>

void tb_reply_text(const char *text);
void tb_reply_character(char character);
void tb_reply_unsigned(uint64_t value);
void tb_reply_integer(int32_t value);
void tb_reply_hex(uint32_t value, uint32_t digits);
void tb_reply_hex_bytes(const uint8_t *bytes, uint32_t count);
void tb_reply_rounded(float value);
void tb_reply_cut(float value);

// Ends the line with CR LF and sends it.
void tb_reply_end(void);

// A line that ends in `*` and the CRC-32 of what stands between these two calls, docs/protocol.md section 7.
void tb_reply_begin_checked(void);
void tb_reply_end_checked(void);

// Ends the line with LF only, as two messages of the reference do.
void tb_reply_end_bare(void);

// A whole line.
void tb_reply_line(const char *text);

// Bytes as they are, after what was collected.
void tb_reply_raw(const uint8_t *bytes, uint32_t count);

#endif
