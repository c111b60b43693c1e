// What a fact looks like in the protocol's tests: the first one that does not hold ends the program and says where.
#ifndef TB_PROTOCOL_CHECK_H
#define TB_PROTOCOL_CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(fact)                                                           \
    do {                                                                      \
        if (!(fact)) {                                                        \
            fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #fact); \
            exit(1);                                                          \
        }                                                                     \
    } while (0)

#define CHECK_TEXT(expected, got)                                                                                 \
    do {                                                                                                          \
        const char *expected_ = (expected);                                                                       \
        const char *got_ = (got);                                                                                 \
        if (strcmp(expected_, got_) != 0) {                                                                       \
            fprintf(stderr, "%s:%d: expected\n%s\ngot\n%s\n", __FILE__, __LINE__, expected_, got_);               \
            exit(1);                                                                                              \
        }                                                                                                         \
    } while (0)

#endif
