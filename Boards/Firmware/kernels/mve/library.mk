BASES := kernels/blocked kernels/portable
