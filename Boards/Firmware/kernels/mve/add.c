#include "../blocked/dense.h"
#include "../blocked/plain.h"
#include "output_codes.h"

// What one input is brought to the common scale with, in every lane.
typedef struct {
    int32x4_t zero_points, left_shifts, multipliers, shifts;
} input_scale;

static input_scale scale_of(int32_t zero_point, int32_t left_shift, tb_multiplier scale)
{
    return (input_scale){vdupq_n_s32(zero_point), vdupq_n_s32(left_shift), vdupq_n_s32(scale.multiplier), vdupq_n_s32(scale.shift)};
}

static inline int32x4_t four_terms(int32x4_t codes, const input_scale *scale)
{
    int32x4_t shifted = vshlq_s32(vsubq_s32(codes, scale->zero_points), scale->left_shifts);
    return tb_requantize_four(shifted, scale->multipliers, scale->shifts);
}

// ADD of equal shapes, four elements at once; the portable kernel where a shape repeats.
void tb_kernel_add(const tb_add *p, const int8_t *a, const int8_t *b, int8_t *output)
{
    if (!tb_are_dense(&p->broadcast)) {
        tb_plain_add(p, a, b, output);
        return;
    }

    const tb_codes codes = {.output_zero_point = p->output_zero_point, .activation_min = p->activation_min, .activation_max = p->activation_max};
    const input_scale scale_a = scale_of(p->a_zero_point, p->left_shift, p->a_multiplier);
    const input_scale scale_b = scale_of(p->b_zero_point, p->left_shift, p->b_multiplier);
    const int32x4_t multipliers = vdupq_n_s32(p->output_multiplier.multiplier), shifts = vdupq_n_s32(p->output_multiplier.shift);
    const int32_t *extents = p->broadcast.extents;
    int32_t count = extents[0] * extents[1] * extents[2] * extents[3] * extents[4];
    for (; count > 0; count -= 4, a += 4, b += 4, output += 4) {
        mve_pred16_t inside = vctp32q((uint32_t)count);
        int32x4_t sums = vaddq_s32(four_terms(vldrbq_z_s32(a, inside), &scale_a), four_terms(vldrbq_z_s32(b, inside), &scale_b));
        vstrbq_p_s32(output, tb_four_output_codes(sums, multipliers, shifts, &codes), inside);
    }
}
