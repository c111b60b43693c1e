#include "output_code.h"

// The portable kernel with the short form of rounding.
#define tb_requantize tb_requantize_word
#include "../portable/add.c"
