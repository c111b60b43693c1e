BASES := kernels/portable
