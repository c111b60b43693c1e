// Stands in for the compiler's arm_mve.h: what the vector instructions do, lane by lane, in C. Only those that kernels/mve uses.
// Source: Armv8-M Architecture Reference Manual (DDI 0553), the operation of each; Arm MVE Intrinsics Reference for the names.
#ifndef TB_STAND_IN_ARM_MVE_H
#define TB_STAND_IN_ARM_MVE_H

#include <stdint.h>

typedef struct {
    int8_t lane[16];
} int8x16_t;

typedef struct {
    int16_t lane[8];
} int16x8_t;

typedef struct {
    int32_t lane[4];
} int32x4_t;

typedef struct {
    int32x4_t val[2];
} int32x4x2_t;

typedef struct {
    int32x4_t val[4];
} int32x4x4_t;

// A bit for each byte of a vector.
typedef uint16_t mve_pred16_t;

#define LANES_OF(vector) (int)(sizeof(vector).lane / sizeof(vector).lane[0])

// A function of `arguments` whose result has, in lane i, `value`.
#define EACH_LANE(type, name, arguments, value) \
    static inline type name arguments \
    { \
        type result; \
        for (int i = 0; i < LANES_OF(result); i++) \
            result.lane[i] = (value); \
        return result; \
    }

static inline mve_pred16_t vctp8q(uint32_t count)
{
    return (mve_pred16_t)(count >= 16 ? 0xFFFFu : (1u << count) - 1u);
}

// A lane of four bytes is inside where its first byte is.
static inline mve_pred16_t vctp32q(uint32_t count)
{
    return count >= 4 ? vctp8q(16) : vctp8q(4 * count);
}

EACH_LANE(int8x16_t, vldrbq_s8, (const int8_t *from), from[i])
EACH_LANE(int8x16_t, vldrbq_z_s8, (const int8_t *from, mve_pred16_t p), (p >> i & 1) ? from[i] : (int8_t)0)
EACH_LANE(int16x8_t, vldrbq_s16, (const int8_t *from), from[i])
EACH_LANE(int32x4_t, vldrbq_z_s32, (const int8_t *from, mve_pred16_t p), (p >> (4 * i) & 1) ? from[i] : 0)
EACH_LANE(int32x4_t, vldrwq_s32, (const int32_t *from), from[i])
EACH_LANE(int32x4_t, vld1q_s32, (const int32_t *from), from[i])
EACH_LANE(int8x16_t, vdupq_n_s8, (int8_t code), code)
EACH_LANE(int32x4_t, vdupq_n_s32, (int32_t value), value)

static inline int32x4x2_t vld2q_s32(const int32_t *from)
{
    int32x4x2_t result;
    for (int i = 0; i < 8; i++)
        result.val[i % 2].lane[i / 2] = from[i];
    return result;
}

static inline int32x4x4_t vld4q_s32(const int32_t *from)
{
    int32x4x4_t result;
    for (int i = 0; i < 16; i++)
        result.val[i % 4].lane[i / 4] = from[i];
    return result;
}

static inline void vstrbq_p_s8(int8_t *to, int8x16_t codes, mve_pred16_t p)
{
    for (int i = 0; i < 16; i++) {
        if (p >> i & 1)
            to[i] = codes.lane[i];
    }
}

static inline void vstrbq_s8(int8_t *to, int8x16_t codes)
{
    vstrbq_p_s8(to, codes, 0xFFFF);
}

// The low byte of each lane.
static inline void vstrbq_s16(int8_t *to, int16x8_t values)
{
    for (int i = 0; i < 8; i++)
        to[i] = (int8_t)(uint8_t)values.lane[i];
}

static inline void vstrbq_p_s32(int8_t *to, int32x4_t values, mve_pred16_t p)
{
    for (int i = 0; i < 4; i++) {
        if (p >> (4 * i) & 1)
            to[i] = (int8_t)(uint8_t)values.lane[i];
    }
}

static inline void vstrbq_s32(int8_t *to, int32x4_t values)
{
    vstrbq_p_s32(to, values, 0xFFFF);
}

static inline void vst1q_s32(int32_t *to, int32x4_t values)
{
    for (int i = 0; i < 4; i++)
        to[i] = values.lane[i];
}

// Sums into one register wrap.
static inline int32_t vmladavaq_s8(int32_t sum, int8x16_t a, int8x16_t b)
{
    uint32_t total = (uint32_t)sum;
    for (int i = 0; i < 16; i++)
        total += (uint32_t)(a.lane[i] * b.lane[i]);
    return (int32_t)total;
}

static inline int32_t vaddvaq_s8(int32_t sum, int8x16_t a)
{
    const int8x16_t ones = vdupq_n_s8(1);
    return vmladavaq_s8(sum, a, ones);
}

static inline int32_t vgetq_lane_s32(int32x4_t values, int lane)
{
    return values.lane[lane];
}

static inline int32x4_t vsetq_lane_s32(int32_t value, int32x4_t values, int lane)
{
    values.lane[lane] = value;
    return values;
}

EACH_LANE(int16x8_t, vsubq_n_s16, (int16x8_t a, int16_t b), (int16_t)(a.lane[i] - b))
EACH_LANE(int32x4_t, vmullbq_int_s16, (int16x8_t a, int16x8_t b), a.lane[2 * i] * b.lane[2 * i])
EACH_LANE(int32x4_t, vmulltq_int_s16, (int16x8_t a, int16x8_t b), a.lane[2 * i + 1] * b.lane[2 * i + 1])
EACH_LANE(int32x4_t, vaddq_s32, (int32x4_t a, int32x4_t b), (int32_t)((uint32_t)a.lane[i] + (uint32_t)b.lane[i]))
EACH_LANE(int32x4_t, vsubq_s32, (int32x4_t a, int32x4_t b), (int32_t)((uint32_t)a.lane[i] - (uint32_t)b.lane[i]))
EACH_LANE(int32x4_t, vaddq_n_s32, (int32x4_t a, int32_t b), (int32_t)((uint32_t)a.lane[i] + (uint32_t)b))
EACH_LANE(int32x4_t, vmaxq_s32, (int32x4_t a, int32x4_t b), a.lane[i] > b.lane[i] ? a.lane[i] : b.lane[i])
EACH_LANE(int32x4_t, vminq_s32, (int32x4_t a, int32x4_t b), a.lane[i] < b.lane[i] ? a.lane[i] : b.lane[i])
EACH_LANE(int32x4_t, vandq_s32, (int32x4_t a, int32x4_t b), a.lane[i] & b.lane[i])
EACH_LANE(int32x4_t, vshrq_n_s32, (int32x4_t a, int count), a.lane[i] >> count)

static inline int32_t saturate(int64_t value)
{
    if (value > INT32_MAX)
        return INT32_MAX;
    return value < INT32_MIN ? INT32_MIN : (int32_t)value;
}

EACH_LANE(int32x4_t, vqaddq_s32, (int32x4_t a, int32x4_t b), saturate((int64_t)a.lane[i] + b.lane[i]))

// (2ab + 2^31) / 2^32. Halved on both sides, so that the sum stays inside 64 bits.
EACH_LANE(int32x4_t, vqrdmulhq_s32, (int32x4_t a, int32x4_t b), saturate(((int64_t)a.lane[i] * b.lane[i] + (INT64_C(1) << 30)) >> 31))

// To the left; the kernels shift by -31 to 31. A left shift wraps.
EACH_LANE(int32x4_t, vshlq_s32, (int32x4_t a, int32x4_t count),
    count.lane[i] < 0 ? a.lane[i] >> -count.lane[i] : (int32_t)((uint32_t)a.lane[i] << count.lane[i]))
EACH_LANE(int32x4_t, vrshlq_s32, (int32x4_t a, int32x4_t count),
    count.lane[i] < 0 ? (int32_t)(((int64_t)a.lane[i] + (INT64_C(1) << (-count.lane[i] - 1))) >> -count.lane[i])
                      : (int32_t)((uint32_t)a.lane[i] << count.lane[i]))

// The low halves of b go into the odd lanes of a.
EACH_LANE(int16x8_t, vmovntq_s32, (int16x8_t a, int32x4_t b), i % 2 == 0 ? a.lane[i] : (int16_t)(uint16_t)b.lane[i / 2])

// Little-endian.
EACH_LANE(int16x8_t, vreinterpretq_s16_s32, (int32x4_t a), (int16_t)(uint16_t)((uint32_t)a.lane[i / 2] >> (i % 2 * 16)))

#undef EACH_LANE
#undef LANES_OF

#endif
