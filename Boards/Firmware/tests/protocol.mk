# The tests of text and protocol: the core with a port that is not there.

PROTOCOL_TESTS   := text_test protocol_test extension_test
PROTOCOL_FLAGS   := -DTB_EXTENSION=1 -DTB_FIRMWARE_ID='"0123456789abcdef"' -D_POSIX_C_SOURCE=200809L
PROTOCOL_HEADERS := $(wildcard core/*.h kernels/*.h kernels/portable/*.h tests/*.h)

# What quirks and the energy mode change is compiled with each program that tests them, the rest once.
PROTOCOL_VARYING := $(patsubst %,core/%.c,protocol reply commands_official)
PROTOCOL_STEADY  := $(filter-out core/main.c $(PROTOCOL_VARYING),$(wildcard core/*.c)) $(wildcard kernels/portable/*.c) tests/check.c tests/fake_port.c
steady_objects   := $(PROTOCOL_STEADY:%.c=$(TEST_OUT)/objects/%.o)
plain_objects    := $(PROTOCOL_VARYING:%.c=$(TEST_OUT)/objects/%.o)

.PHONY: test-protocol fuzz-protocol
test: test-protocol
test-protocol: $(PROTOCOL_TESTS:%=$(TEST_OUT)/%) $(TEST_OUT)/energy_test $(KNOWN_QUIRKS:%=$(TEST_OUT)/quirk_test-%) $(TEST_OUT)/protocol_fuzz
	for test in $(filter-out %/protocol_fuzz,$^); do $$test || exit 1; done
	$(TEST_OUT)/protocol_fuzz 1 5000

# A longer one: make fuzz-protocol FUZZ_SEED=N FUZZ_ROUNDS=N
FUZZ_SEED   ?= 1
FUZZ_ROUNDS ?= 200000
fuzz-protocol: $(TEST_OUT)/protocol_fuzz
	$< $(FUZZ_SEED) $(FUZZ_ROUNDS)

$(TEST_OUT)/objects/%.o: %.c $(PROTOCOL_HEADERS) $(OUT)/options
	@mkdir -p $(@D)
	$(TEST_CC) $(TEST_CFLAGS) $(PROTOCOL_FLAGS) -DTB_ENERGY=0 -c -o $@ $<

protocol_build = $(TEST_CC) $(TEST_CFLAGS) $(PROTOCOL_FLAGS) -o $@ $(filter %.c %.o,$^) -lm

$(PROTOCOL_TESTS:%=$(TEST_OUT)/%) $(TEST_OUT)/protocol_fuzz: $(TEST_OUT)/%: tests/%.c $(steady_objects) $(plain_objects) $(PROTOCOL_HEADERS)
	$(protocol_build) -DTB_ENERGY=0

$(TEST_OUT)/energy_test: tests/energy_test.c $(PROTOCOL_VARYING) $(steady_objects) $(PROTOCOL_HEADERS)
	$(protocol_build) -DTB_ENERGY=1

# One program a quirk, from one source: quirk_test-lf-only has TB_QUIRK_LF_ONLY.
$(TEST_OUT)/quirk_test-%: tests/quirk_test.c $(PROTOCOL_VARYING) $(steady_objects) $(PROTOCOL_HEADERS)
	$(protocol_build) -DTB_ENERGY=0 -DTB_QUIRK_$(shell echo $* | tr a-z- A-Z_)=1
