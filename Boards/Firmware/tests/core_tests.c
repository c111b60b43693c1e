// core_tests [SEED [MUTANTS]]: all tests of plan, runner and kernels. Exit code 1 when one fails.
#include "core_tests.h"

#include <stdio.h>
#include <stdlib.h>

#include "check.h"

int main(int argc, char **argv)
{
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    unsigned long mutants = argc > 2 ? strtoul(argv[2], NULL, 10) : 20000;
    if (seed == 0 || mutants == 0 || mutants > UINT32_MAX) {
        fprintf(stderr, "usage: core_tests [SEED [MUTANTS]], both at least 1\n");
        return 2;
    }

    crc32_tests();
    fixed_point_tests();
    window_kernel_tests();
    elementwise_kernel_tests();
    runner_tests();
    plan_tests();
    plan_fuzz_tests(seed, (uint32_t)mutants);
    return check_finish() != 0;
}
