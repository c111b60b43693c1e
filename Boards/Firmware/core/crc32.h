// CRC-32 with the zip polynomial, as the plan, the protocol and the golden files use it.
#ifndef TB_CRC32_H
#define TB_CRC32_H

#include <stdint.h>

// The checksum of everything behind `crc` and then `bytes`; start with 0.
uint32_t tb_crc32(uint32_t crc, const void *bytes, uint32_t count);

#endif
