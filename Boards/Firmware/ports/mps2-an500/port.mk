CPU := -mcpu=cortex-m7 -mthumb -mfloat-abi=hard -mfpu=fpv5-d16
FAST_KERNELS := dsp
include ports/mps2/mps2.mk
