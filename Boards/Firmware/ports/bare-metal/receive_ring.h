// Bytes on their way from the UART's interrupt to the main loop: one writer, one reader, one core.
#ifndef TB_RECEIVE_RING_H
#define TB_RECEIVE_RING_H

#include <stdbool.h>
#include <stdint.h>

#define TB_RING_BYTES 1024u // a power of 2: positions run freely and wrap

typedef struct {
    volatile uint8_t bytes[TB_RING_BYTES];
    volatile uint32_t written;
    volatile uint32_t read;
    volatile bool stalled; // the interrupt found the ring full, left the rest in the UART and switched itself off
} tb_receive_ring;

static inline bool tb_ring_is_empty(const tb_receive_ring *ring)
{
    return ring->written == ring->read;
}

static inline bool tb_ring_is_full(const tb_receive_ring *ring)
{
    return ring->written - ring->read == TB_RING_BYTES;
}

// From the interrupt only, when the ring is not full. What a full ring leaves in the UART overruns there, or makes the sender wait as
// QEMU's do: they hand over bytes as fast as the interrupt takes them, and the main loop would never get its turn.
static inline void tb_ring_put(tb_receive_ring *ring, uint8_t byte)
{
    uint32_t written = ring->written;
    ring->bytes[written % TB_RING_BYTES] = byte;
    ring->written = written + 1;
}

// From the main loop only. -1 when nothing is there.
static inline int tb_ring_take(tb_receive_ring *ring)
{
    if (tb_ring_is_empty(ring))
        return -1;
    uint32_t read = ring->read;
    uint8_t byte = ring->bytes[read % TB_RING_BYTES];
    ring->read = read + 1;
    return byte;
}

#endif
