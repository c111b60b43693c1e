#include "kernels.h"

const char tb_kernels_name[] = "portable";
const char tb_kernels_dialect[] = "double-rounding";
