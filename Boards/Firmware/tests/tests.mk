# The tests of plan, runner and kernels, and run_plan, which runs a plan on this machine without a protocol.
# run_plan of another kernel library, in another dialect or with a seeded fault: make KERNELS=PATH DIALECT=float32 FAULT=NAME run_plan.

CORE_TEST_HEADERS := $(wildcard core/*.h kernels/*.h kernels/*/*.h $(KERNELS)/*.h tests/*.h)
PLAN_SOURCES := $(call with_fault,core/crc32.c core/plan.c core/plan_operator.c core/runner.c) tests/ticks.c

.PHONY: run_plan
run_plan: $(TEST_OUT)/run_plan
	@echo $(abspath $<)

$(TEST_OUT)/run_plan: tests/run_plan.c $(PLAN_SOURCES) $(KERNEL_SOURCES) $(BASE_SOURCES) $(CORE_TEST_HEADERS) $(OUT)/options
	@mkdir -p $(@D)
	$(TEST_CC) $(TEST_CFLAGS) -D_POSIX_C_SOURCE=200809L -o $@ $(filter %.c,$^)

$(TEST_OUT)/run_plan: TEST_CFLAGS += $(call dialect_flags,$(DIALECT)) $(KERNEL_CPPFLAGS)

# One program a dialect, from one source.
.PHONY: dialect_tests
dialect_tests: $(KNOWN_DIALECTS:%=$(TEST_OUT)/dialect_test-%)
	for test in $^; do $$test || exit 1; done
test: dialect_tests

$(TEST_OUT)/dialect_test-%: tests/dialect_test.c tests/check.c kernels/portable/identity.c $(CORE_TEST_HEADERS) $(OUT)/options
	@mkdir -p $(@D)
	$(TEST_CC) $(TEST_CFLAGS) $(call dialect_flags,$*) -DTEST_DIALECT='"$*"' -o $@ $(filter %.c,$^)

.PHONY: core_tests
core_tests: $(TEST_OUT)/core_tests
	$<
test: core_tests

CORE_TEST_SOURCES := tests/core_tests.c tests/check.c tests/plan_builder.c tests/sample_plan.c \
    $(patsubst %,tests/%_tests.c,crc32 fixed_point window_kernel elementwise_kernel runner plan plan_fuzz)

$(TEST_OUT)/core_tests: $(CORE_TEST_SOURCES) $(PLAN_SOURCES) $(wildcard kernels/portable/*.c) $(CORE_TEST_HEADERS) $(OUT)/options
	@mkdir -p $(@D)
	$(TEST_CC) $(TEST_CFLAGS) -D_POSIX_C_SOURCE=200809L -o $@ $(filter %.c,$^) -lm
