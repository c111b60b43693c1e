#include "requantize.h"

const char tb_kernels_name[] = "portable";
const char tb_kernels_dialect[] = TB_DIALECT_NAME;
