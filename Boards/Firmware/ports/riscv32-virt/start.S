# The reset vector jumps to the start of RAM, where memory.ld puts this.
    .section .vectors, "ax"
    .globl tb_reset
tb_reset:
    .option push
    .option norelax
    la gp, __global_pointer$
    .option pop
    la sp, tb_stack_top
    call tb_image_start
    call main
1:  wfi
    j 1b
