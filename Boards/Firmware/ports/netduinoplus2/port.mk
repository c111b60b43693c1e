CPU            := -mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16
FAST_KERNELS   := dsp
UART_INTERRUPT := 37
include ports/cortex-m/cortex-m.mk
