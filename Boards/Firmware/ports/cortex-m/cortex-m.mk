# What the Cortex-M ports share. A port sets CPU and UART_INTERRUPT before it includes this.
CC       := arm-none-eabi-gcc
CFLAGS   += $(CPU)
CPPFLAGS += -I ports/cortex-m -DTB_UART_INTERRUPT=$(UART_INTERRUPT)
SOURCES  += ports/cortex-m/cortex_m.c ports/cortex-m/startup.c
include ports/bare-metal/bare-metal.mk

# Not -ffreestanding: it turns the four-byte memcpy of vendor kernels from one load into a call.
LDFLAGS += --specs=nano.specs
LINK_INPUTS += ports/cortex-m/cortex-m.mk ports/cortex-m/cortex_m.h
