// A kernel library with a fault, to prove that KERNELS=tests/kernels-faulty builds and that conformance by CRC catches it.
// It claims the dialect that it does not keep; all but the rounding is the portable library's.
#include "kernels.h"

#include "requantize.h"

#include "../../kernels/portable/add.c"
#include "../../kernels/portable/average_pool_2d.c"
#include "../../kernels/portable/conv_2d.c"
#include "../../kernels/portable/depthwise_conv_2d.c"
#include "../../kernels/portable/fully_connected.c"
#include "../../kernels/portable/max_pool_2d.c"
#include "../../kernels/portable/mul.c"
#include "../../kernels/portable/softmax.c"

const char tb_kernels_name[] = "faulty";
const char tb_kernels_dialect[] = "double-rounding";
