CPU            := -mcpu=cortex-m55 -mthumb -mfloat-abi=hard
FAST_KERNELS   := mve
UART_INTERRUPT := 33
include ports/cortex-m/cortex-m.mk
SOURCES     += ports/cortex-m/cmsdk_uart.c
LINK_INPUTS += ports/cortex-m/cmsdk_uart.h
