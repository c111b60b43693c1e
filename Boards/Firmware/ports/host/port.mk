# The host port: a Linux process, its UART on a pseudo-terminal, a socket or its standard streams.
CC      := gcc
CFLAGS  += -D_GNU_SOURCE -pthread
MAIN    := ports/host/main.c
SOURCES += ports/host/options.c ports/host/pin.c ports/host/port.c ports/host/wire.c
