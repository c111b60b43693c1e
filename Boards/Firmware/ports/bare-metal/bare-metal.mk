# What every port without an operating system shares: the image's layout, and how the result is linked.
CPPFLAGS += -I ports/bare-metal '-DTB_COMPILER_FLAGS="$(filter -O%,$(CFLAGS)) $(CPU)"'
CPPFLAGS += -DTB_BAUD=$(if $(filter 0,$(ENERGY)),115200u,9600u)
SOURCES  += ports/bare-metal/image.c ports/bare-metal/fault.c ports/$(PORT)/port.c
LDFLAGS  += -nostartfiles -T ports/$(PORT)/memory.ld -Wl,--gc-sections -Wl,--fatal-warnings
LINK_INPUTS += ports/$(PORT)/memory.ld $(wildcard ports/bare-metal/*)
