#include "dense.h"
#include "output_code.h"
#include "plain.h"

static inline uint32_t common_term(int8_t code, int32_t zero_point, int32_t left_shift, tb_multiplier scale)
{
    return (uint32_t)tb_requantize_word(tb_wrapping_shift_left(code - zero_point, left_shift), scale);
}

// ADD of equal shapes; the portable kernel where a shape repeats.
void tb_kernel_add(const tb_add *p, const int8_t *a, const int8_t *b, int8_t *output)
{
    if (!tb_are_dense(&p->broadcast)) {
        tb_plain_add(p, a, b, output);
        return;
    }

    // A copy, for a stored output code might be a part of *p for all that the compiler knows.
    const tb_add q = *p;
    const tb_codes codes = {.output_zero_point = q.output_zero_point, .activation_min = q.activation_min, .activation_max = q.activation_max};
    const int32_t *extents = q.broadcast.extents;
    int32_t count = extents[0] * extents[1] * extents[2] * extents[3] * extents[4];
    for (int32_t i = 0; i < count; i++) {
        uint32_t first = common_term(a[i], q.a_zero_point, q.left_shift, q.a_multiplier);
        uint32_t second = common_term(b[i], q.b_zero_point, q.left_shift, q.b_multiplier);
        output[i] = tb_word_output_code(first + second, q.output_multiplier, &codes);
    }
}
