# rv32imac_zicsr would be the newer name of the same, but matches none of the libraries that come with this compiler.
CPU     := -march=rv32imac -mabi=ilp32 -misa-spec=2.2
FAST_KERNELS := blocked
CC      := riscv64-unknown-elf-gcc
CFLAGS  += $(CPU)
SOURCES += ports/riscv32-virt/start.S
include ports/bare-metal/bare-metal.mk
CFLAGS  += --specs=picolibc.specs
LINK_INPUTS += ports/riscv32-virt/start.S
