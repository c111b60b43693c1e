# The tests of text and protocol: the core with a port that is not there.

PROTOCOL_SOURCES := $(filter-out core/main.c,$(wildcard core/*.c)) $(wildcard kernels/portable/*.c) tests/check.c tests/fake_port.c
PROTOCOL_HEADERS := $(wildcard core/*.h kernels/*.h kernels/portable/*.h tests/*.h)
PROTOCOL_FLAGS   := -DTB_ENERGY=0 -DTB_EXTENSION=1 -DTB_FIRMWARE_ID='"0123456789abcdef"'
PROTOCOL_TESTS   := text_test protocol_test extension_test
PROTOCOL_QUIRKS  := $(filter-out energy,$(KNOWN_QUIRKS))

.PHONY: test-protocol fuzz-protocol
test: test-protocol
test-protocol: $(PROTOCOL_TESTS:%=$(TEST_OUT)/%) $(TEST_OUT)/energy_test $(PROTOCOL_QUIRKS:%=$(TEST_OUT)/quirk_test-%) $(TEST_OUT)/protocol_fuzz
	for test in $(filter-out %/protocol_fuzz,$^); do $$test || exit 1; done
	$(TEST_OUT)/protocol_fuzz 1 5000

# A longer one: make fuzz-protocol FUZZ_SEED=N FUZZ_ROUNDS=N
FUZZ_SEED   ?= 1
FUZZ_ROUNDS ?= 200000
fuzz-protocol: $(TEST_OUT)/protocol_fuzz
	$< $(FUZZ_SEED) $(FUZZ_ROUNDS)

protocol_build = @mkdir -p $(@D) && $(TEST_CC) $(TEST_CFLAGS) -o $@ $(filter %.c,$^) -lm

$(TEST_OUT)/%: tests/%.c $(PROTOCOL_SOURCES) $(PROTOCOL_HEADERS)
	$(protocol_build) $(PROTOCOL_FLAGS)

$(TEST_OUT)/energy_test: tests/energy_test.c $(PROTOCOL_SOURCES) $(PROTOCOL_HEADERS)
	$(protocol_build) $(PROTOCOL_FLAGS) -UTB_ENERGY -DTB_ENERGY=1

# One program a quirk, from one source.
$(TEST_OUT)/quirk_test-%: tests/quirk_test.c $(PROTOCOL_SOURCES) $(PROTOCOL_HEADERS)
	$(protocol_build) $(PROTOCOL_FLAGS) -DTB_QUIRK_$(shell echo $* | tr a-z- A-Z_)=1
