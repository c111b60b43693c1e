#include "check.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static int passed, failed;
static const char *current;
static bool is_failing;

void check_run(const char *name, void (*test)(void))
{
    current = name;
    is_failing = false;
    test();
    if (is_failing)
        failed++;
    else
        passed++;
}

static void fail(const char *file, int line)
{
    is_failing = true;
    printf("%s:%d: %s: ", file, line, current);
}

void check_true(bool condition, const char *what, const char *file, int line)
{
    if (condition)
        return;
    fail(file, line);
    printf("expected %s\n", what);
}

void check_equal(int64_t expected, int64_t actual, const char *what, const char *file, int line)
{
    if (expected == actual)
        return;
    fail(file, line);
    printf("%s is %" PRId64 ", expected %" PRId64 "\n", what, actual, expected);
}

void check_text(const char *expected, const char *actual, const char *what, const char *file, int line)
{
    if (expected == actual || (expected && actual && strcmp(expected, actual) == 0))
        return;
    fail(file, line);
    printf("%s is \"%s\", expected \"%s\"\n", what, actual ? actual : "(null)", expected ? expected : "(null)");
}

void check_codes(const int8_t *expected, const int8_t *actual, int count, const char *what, const char *file, int line)
{
    for (int i = 0; i < count; i++) {
        if (expected[i] == actual[i])
            continue;
        fail(file, line);
        printf("%s[%d] is %d, expected %d\n", what, i, actual[i], expected[i]);
        return;
    }
}

int check_finish(void)
{
    printf("%d passed, %d failed\n", passed, failed);
    return failed;
}
