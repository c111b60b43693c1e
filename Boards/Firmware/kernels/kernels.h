// The kernels a plan's operators call. One folder implements this header: `make KERNELS=...` chooses; `portable` has the plain ones, which all others equal.
// Arguments were checked by tb_plan_check; pointers do not overlap except RESHAPE's. Arithmetic: the reference's kernels
// (Reference/Tiny.Bench.Reference/Kernels), to the bit, in the dialect that tb_kernels_dialect names.
#ifndef TB_KERNELS_H
#define TB_KERNELS_H

#include <stdint.h>

extern const char tb_kernels_name[];    // "portable", "dsp"
extern const char tb_kernels_dialect[]; // "double-rounding", "single-rounding", "float32" or "half-up"

// The structures below are the parameter records of docs/plan.md section 5, read in place.
typedef struct {
    int32_t batches, input_height, input_width, input_channels;
    int32_t output_height, output_width, output_channels;
    int32_t filter_height, filter_width;
    int32_t stride_height, stride_width;
    int32_t dilation_height, dilation_width;
    int32_t pad_top, pad_left;
} tb_window;

typedef struct {
    int32_t input_zero_point, filter_zero_point, output_zero_point;
    int32_t activation_min, activation_max;
} tb_codes;

typedef struct {
    int32_t multiplier; // Q0.31
    int32_t shift;      // positive is left
} tb_multiplier;

typedef struct {
    tb_window window;
    tb_codes codes;
    int32_t filter_channels;
    int32_t multiplier_count;
    tb_multiplier multipliers[];
} tb_conv_2d;

typedef struct {
    tb_window window;
    tb_codes codes;
    int32_t depth_multiplier;
    int32_t multiplier_count;
    tb_multiplier multipliers[];
} tb_depthwise_conv_2d;

typedef struct {
    int32_t batches, input_depth, output_depth;
    tb_codes codes;
    int32_t multiplier_count;
    tb_multiplier multipliers[];
} tb_fully_connected;

typedef struct {
    tb_window window;
    int32_t activation_min, activation_max;
} tb_pool_2d;

typedef struct {
    int32_t extents[5];
    int32_t strides_a[5];
    int32_t strides_b[5];
} tb_broadcast;

typedef struct {
    int32_t left_shift;
    int32_t a_zero_point;
    tb_multiplier a_multiplier;
    int32_t b_zero_point;
    tb_multiplier b_multiplier;
    tb_multiplier output_multiplier;
    int32_t output_zero_point;
    int32_t activation_min, activation_max;
    tb_broadcast broadcast;
} tb_add;

typedef struct {
    int32_t a_zero_point, b_zero_point;
    tb_multiplier output_multiplier;
    int32_t output_zero_point;
    int32_t activation_min, activation_max;
    tb_broadcast broadcast;
} tb_mul;

typedef struct {
    int32_t rows, columns;
    int32_t input_multiplier;
    int32_t input_left_shift;
    int32_t diff_min;
} tb_softmax;

// `bias` may be NULL.
void tb_kernel_conv_2d(const tb_conv_2d *p, const int8_t *input, const int8_t *filter, const int32_t *bias, int8_t *output);
void tb_kernel_depthwise_conv_2d(const tb_depthwise_conv_2d *p, const int8_t *input, const int8_t *filter, const int32_t *bias, int8_t *output);
void tb_kernel_fully_connected(const tb_fully_connected *p, const int8_t *input, const int8_t *filter, const int32_t *bias, int8_t *output);
void tb_kernel_average_pool_2d(const tb_pool_2d *p, const int8_t *input, int8_t *output);
void tb_kernel_max_pool_2d(const tb_pool_2d *p, const int8_t *input, int8_t *output);
void tb_kernel_add(const tb_add *p, const int8_t *a, const int8_t *b, int8_t *output);
void tb_kernel_mul(const tb_mul *p, const int8_t *a, const int8_t *b, int8_t *output);
void tb_kernel_softmax(const tb_softmax *p, const int8_t *input, int8_t *output);

#endif
