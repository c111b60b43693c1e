CPU            := -mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16
UART_INTERRUPT := 0
include ports/cortex-m/cortex-m.mk
SOURCES     += ports/cortex-m/cmsdk_uart.c
LINK_INPUTS += ports/cortex-m/cmsdk_uart.h
