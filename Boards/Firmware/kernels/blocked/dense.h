#ifndef TB_DENSE_H
#define TB_DENSE_H

#include <stdbool.h>

#include "kernels.h"

// Whether the elements of an input lie one behind the other in the order of the output, so that axes need not be told apart.
static inline bool tb_is_dense(const int32_t *extents, const int32_t *strides)
{
    int32_t step = 1;
    for (int axis = 4; axis >= 0; axis--) {
        if (extents[axis] != 1 && strides[axis] != step)
            return false;
        step *= extents[axis];
    }
    return true;
}

static inline bool tb_are_dense(const tb_broadcast *shapes)
{
    return tb_is_dense(shapes->extents, shapes->strides_a) && tb_is_dense(shapes->extents, shapes->strides_b);
}

#endif
