# What the MPS2 ports share. A port sets CPU before it includes this.
UART_INTERRUPT := 0
include ports/cortex-m/cortex-m.mk
SOURCES     += ports/mps2/mps2.c ports/cortex-m/cmsdk_uart.c
LINK_INPUTS += ports/mps2/mps2.mk ports/cortex-m/cmsdk_uart.h
