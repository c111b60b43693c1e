# The kernels of kernels/mve on this machine: the stand-in takes the place of the compiler's arm_mve.h.
BASES            := kernels/mve kernels/blocked kernels/portable
KERNEL_CPPFLAGS  := -I tests/kernels-mve
