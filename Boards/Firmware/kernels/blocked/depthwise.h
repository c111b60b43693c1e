// DEPTHWISE_CONV_2D with one filter a channel, position by position: neighbouring channels are neighbours in image and filter, so they are weighed
// together. One folder implements tb_weigh_taps for one instruction set; depthwise_conv_2d.c here brings the taps.
#ifndef TB_DEPTHWISE_H
#define TB_DEPTHWISE_H

#include <stdint.h>

#include "kernels.h"

// The taps of a window that lie inside the image.
typedef struct {
    const int8_t *pixels, *weights; // channel 0 of the first tap
    int32_t rows, columns;
    int32_t pixel_row, pixel_step; // from one row of taps to the next, from one tap to the next
    int32_t weight_row, weight_step;
} tb_taps;

// The output codes of all channels of one position. The weights' zero point is 0; `bias` may be NULL.
void tb_weigh_taps(const tb_depthwise_conv_2d *p, const tb_taps *taps, const int32_t *bias, int8_t *output);

// `sum` plus the products of one channel.
static inline uint32_t tb_weigh_channel(uint32_t sum, const tb_taps *taps, int32_t channel, int32_t zero_point)
{
    const int8_t *pixels = taps->pixels + channel, *weights = taps->weights + channel;
    for (int32_t row = 0; row < taps->rows; row++, pixels += taps->pixel_row, weights += taps->weight_row)
    for (int32_t column = 0; column < taps->columns; column++)
        sum += (uint32_t)((pixels[column * taps->pixel_step] - zero_point) * weights[column * taps->weight_step]);
    return sum;
}

#endif
