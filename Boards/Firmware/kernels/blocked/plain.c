#include "plain.h"

#define tb_kernel_add tb_plain_add
#define tb_kernel_conv_2d tb_plain_conv_2d
#define tb_kernel_depthwise_conv_2d tb_plain_depthwise_conv_2d
#define tb_kernel_fully_connected tb_plain_fully_connected

#include "../portable/add.c"
#include "../portable/conv_2d.c"
#include "../portable/depthwise_conv_2d.c"
#include "../portable/fully_connected.c"
