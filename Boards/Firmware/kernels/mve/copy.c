#include "../blocked/copy.h"

#include <arm_mve.h>

enum { LANES = 16 };

void tb_copy_codes(int8_t *to, const int8_t *from, int32_t count)
{
    for (; count >= LANES; count -= LANES, to += LANES, from += LANES)
        vstrbq_s8(to, vldrbq_s8(from));
    if (count > 0) {
        mve_pred16_t inside = vctp8q((uint32_t)count);
        vstrbq_p_s8(to, vldrbq_z_s8(from, inside), inside);
    }
}

void tb_fill_codes(int8_t *to, int8_t code, int32_t count)
{
    for (; count > 0; count -= LANES, to += LANES)
        vstrbq_p_s8(to, vdupq_n_s8(code), vctp8q((uint32_t)count));
}
