# The kernels of kernels/dsp on this machine: the stand-in takes the place of their simd.h.
BASES            := kernels/dsp kernels/blocked kernels/portable
KERNEL_CPPFLAGS  := -include tests/kernels-dsp/simd.h
