#include "../portable/requantize.h"

const char tb_kernels_name[] = "dsp";
const char tb_kernels_dialect[] = TB_DIALECT_NAME;
