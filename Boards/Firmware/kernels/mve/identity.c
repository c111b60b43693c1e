#include "../portable/requantize.h"

const char tb_kernels_name[] = "mve";
const char tb_kernels_dialect[] = TB_DIALECT_NAME;
