// How a window slides over an NHWC image. Source: Reference/Tiny.Bench.Reference/Kernels/WindowGeometry.cs; spec section 4.
#ifndef TB_WINDOW_H
#define TB_WINDOW_H

#include "kernels.h"

// What of a window lies inside the image, so that no inner loop has to ask: `rows` by `columns` taps from tap (first_row, first_column) on,
// which sees pixel (y, x). All zero where the window misses the image.
typedef struct {
    int32_t rows, columns;
    int32_t first_row, first_column;
    int32_t y, x;
} tb_view;

// Along one axis: the first tap at or behind the image's edge, for tap 0 at `origin`.
static inline int32_t tb_first_tap(int32_t origin, int32_t dilation)
{
    return origin < 0 ? (dilation - 1 - origin) / dilation : 0;
}

// Along one axis: the number of taps before the image's far edge.
static inline int32_t tb_end_of_taps(int32_t origin, int32_t dilation, int32_t taps, int32_t extent)
{
    int32_t end = (extent - origin + dilation - 1) / dilation;
    return end < taps ? end : taps;
}

// The window of output position (y, x). Nothing overflows: docs/plan.md section 5 keeps extents and positions below 2^28.
static inline tb_view tb_view_at(const tb_window *w, int32_t y, int32_t x)
{
    int32_t top = y * w->stride_height - w->pad_top;
    int32_t left = x * w->stride_width - w->pad_left;
    int32_t first_row = tb_first_tap(top, w->dilation_height);
    int32_t first_column = tb_first_tap(left, w->dilation_width);
    int32_t rows = tb_end_of_taps(top, w->dilation_height, w->filter_height, w->input_height) - first_row;
    int32_t columns = tb_end_of_taps(left, w->dilation_width, w->filter_width, w->input_width) - first_column;
    if (rows <= 0 || columns <= 0)
        return (tb_view){0};
    return (tb_view){rows, columns, first_row, first_column, top + first_row * w->dilation_height, left + first_column * w->dilation_width};
}

#endif
