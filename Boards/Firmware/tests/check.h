// What a test states. A test is a void function named as a sentence; RUN it from its file's entry in core_tests.h.
#ifndef TB_CHECK_H
#define TB_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#define RUN(test) check_run(#test, test)
#define EXPECT(condition) check_true((condition), #condition, __FILE__, __LINE__)
#define EXPECT_EQUAL(expected, actual) check_equal((int64_t)(expected), (int64_t)(actual), #actual, __FILE__, __LINE__)
#define EXPECT_TEXT(expected, actual) check_text((expected), (actual), #actual, __FILE__, __LINE__)

// Compares int8 codes with the ones listed.
#define EXPECT_CODES(actual, ...) \
    do { \
        const int8_t expected_codes[] = {__VA_ARGS__}; \
        check_codes(expected_codes, (actual), (int)sizeof expected_codes, #actual, __FILE__, __LINE__); \
    } while (0)

void check_run(const char *name, void (*test)(void));
void check_true(bool condition, const char *what, const char *file, int line);
void check_equal(int64_t expected, int64_t actual, const char *what, const char *file, int line);
void check_text(const char *expected, const char *actual, const char *what, const char *file, int line);
void check_codes(const int8_t *expected, const int8_t *actual, int count, const char *what, const char *file, int line);

// Prints how many tests passed; the number of those that did not.
int check_finish(void);

#endif
