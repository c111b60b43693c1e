CPU := -mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16
FAST_KERNELS := dsp
include ports/mps2/mps2.mk
