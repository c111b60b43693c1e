// A kernel library with a fault, to prove that the guard behind the arena is looked at: CONV_2D writes one byte behind its output, as a loop over whole
// vectors does. Its outputs are right. All but that is the portable library's.
#include "kernels.h"

#include "../../kernels/portable/add.c"
#include "../../kernels/portable/average_pool_2d.c"
#include "../../kernels/portable/depthwise_conv_2d.c"
#include "../../kernels/portable/fully_connected.c"
#include "../../kernels/portable/max_pool_2d.c"
#include "../../kernels/portable/mul.c"
#include "../../kernels/portable/softmax.c"

#define tb_kernel_conv_2d right_conv_2d
#include "../../kernels/portable/conv_2d.c"
#undef tb_kernel_conv_2d

const char tb_kernels_name[] = "overrun";
const char tb_kernels_dialect[] = "double-rounding";

void tb_kernel_conv_2d(const tb_conv_2d *p, const int8_t *input, const int8_t *filter, const int32_t *bias, int8_t *output)
{
    right_conv_2d(p, input, filter, bias, output);
    output[p->window.batches * p->window.output_height * p->window.output_width * p->window.output_channels] = 0;
}
