// The image as ports/bare-metal/sections.ld lays it out: what C needs before main, and what of it is used.
#ifndef TB_IMAGE_H
#define TB_IMAGE_H

#include <stdint.h>

#include "port.h"

// Memory outside of .bss that nobody clears: the arena and the input buffer.
#define TB_TENSORS __attribute__((section(".tensors"), aligned(16)))

// Fills .data and .bss, and paints the stack below the caller. The first thing after a reset.
void tb_image_start(void);

// `static_bytes` are those that the port placed in .tensors beside the arena.
tb_usage tb_image_usage(uint32_t static_bytes);

#endif
