// Two shapes stretched over an output of five axes; a stride of 0 repeats. Source: Reference/Tiny.Bench.Reference/Kernels/Broadcast.cs.
#ifndef TB_BROADCAST_H
#define TB_BROADCAST_H

#include "kernels.h"

// Where a row of the last axis begins in both inputs.
typedef struct {
    int32_t a, b;
} tb_broadcast_row;

static inline int32_t tb_broadcast_rows(const tb_broadcast *shapes)
{
    return shapes->extents[0] * shapes->extents[1] * shapes->extents[2] * shapes->extents[3];
}

static inline tb_broadcast_row tb_locate_row(const tb_broadcast *shapes, int32_t row)
{
    tb_broadcast_row at = {0, 0};
    for (int axis = 3; axis >= 0; axis--) {
        int32_t index = row % shapes->extents[axis];
        row /= shapes->extents[axis];
        at.a += index * shapes->strides_a[axis];
        at.b += index * shapes->strides_b[axis];
    }

    return at;
}

#endif
