// The portable kernels under names of their own, for the shapes that a library has nothing faster for.
#ifndef TB_PLAIN_H
#define TB_PLAIN_H

#include "kernels.h"

void tb_plain_add(const tb_add *p, const int8_t *a, const int8_t *b, int8_t *output);
void tb_plain_conv_2d(const tb_conv_2d *p, const int8_t *input, const int8_t *filter, const int32_t *bias, int8_t *output);
void tb_plain_depthwise_conv_2d(const tb_depthwise_conv_2d *p, const int8_t *input, const int8_t *filter, const int32_t *bias, int8_t *output);
void tb_plain_fully_connected(const tb_fully_connected *p, const int8_t *input, const int8_t *filter, const int32_t *bias, int8_t *output);

#endif
