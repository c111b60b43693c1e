// One entry for each file of tests.
#ifndef TB_CORE_TESTS_H
#define TB_CORE_TESTS_H

#include <stdint.h>

void crc32_tests(void);
void fixed_point_tests(void);
void window_kernel_tests(void);
void elementwise_kernel_tests(void);
void runner_tests(void);
void plan_tests(void);

// `seed` picks the mutants; 0 is not a seed.
void plan_fuzz_tests(uint64_t seed, uint32_t mutants);

#endif
