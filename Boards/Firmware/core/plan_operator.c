#include "plan_operator.h"

#include <stddef.h>

#include "kernels.h"

// Extents, products of extents, strides, pads and positions stay below this, so that a kernel can compute in int32 without a thought.
#define LIMIT (1 << 28)

// An average pool's sum of codes stays inside int32.
#define POOL_LIMIT (1 << 23)

#define SOFTMAX_COLUMNS 4095

enum { MAXIMUM_INPUTS = 3, ANY_TYPE = 0xFF, HIGHEST_SHIFT = 30 };

// An operator with its indices followed. A missing optional input is NULL.
typedef struct {
    const tb_plan_tensor *inputs[MAXIMUM_INPUTS];
    const tb_plan_tensor *output;
    const void *parameters;
    uint32_t parameter_bytes;
} bound_operator;

typedef struct {
    uint16_t code;
    uint8_t required_inputs, allowed_inputs;
    uint8_t input_types[MAXIMUM_INPUTS];
    uint8_t output_type;
    uint16_t parameter_bytes; // without the multipliers
    bool has_multipliers;     // of as many channels as the parameters say, behind them
    const char *(*check)(const bound_operator *operator);
} operator_form;

static bool is_activation_range(int32_t minimum, int32_t maximum)
{
    return minimum >= INT8_MIN && maximum <= INT8_MAX && minimum <= maximum;
}

static bool is_code(int32_t zero_point)
{
    return zero_point >= INT8_MIN && zero_point <= INT8_MAX;
}

static bool are_codes(const tb_codes *codes)
{
    return is_code(codes->input_zero_point) && is_code(codes->filter_zero_point) && is_code(codes->output_zero_point)
        && is_activation_range(codes->activation_min, codes->activation_max);
}

static bool is_multiplier(tb_multiplier scale, int32_t highest_shift)
{
    return (scale.multiplier == 0 || scale.multiplier >= 1 << 30) && scale.shift >= -31 && scale.shift <= highest_shift;
}

static const char *check_multipliers(const bound_operator *operator, const tb_multiplier *multipliers, int32_t count, int32_t channels)
{
    ptrdiff_t before = (const uint8_t *)multipliers - (const uint8_t *)operator->parameters;
    if (count != channels || operator->parameter_bytes != (uint64_t)before + (uint64_t)count * sizeof(tb_multiplier))
        return "multipliers do not match the output channels";
    for (int32_t i = 0; i < count; i++) {
        if (!is_multiplier(multipliers[i], HIGHEST_SHIFT))
            return "multiplier or shift out of range";
    }

    return NULL;
}

// The product of four extents; 0 when one is below 1 or the product reaches the limit.
static int64_t elements(int32_t a, int32_t b, int32_t c, int32_t d)
{
    const int32_t extents[] = {a, b, c, d};
    int64_t product = 1;
    for (int i = 0; i < 4; i++) {
        product *= extents[i];
        if (extents[i] < 1 || product >= LIMIT)
            return 0;
    }

    return product;
}

// Whether a tensor holds as many elements as `elements` gave. No tensor is right for 0, none at all for any count.
static bool holds(const tb_plan_tensor *tensor, int64_t count)
{
    return tensor == NULL || (count > 0 && tensor->bytes == (uint64_t)count * tb_element_bytes(tensor->type));
}

// One axis of a window. A tap is at most at (output - 1) * stride + (filter - 1) * dilation.
static bool is_axis(int32_t input, int32_t output, int32_t filter, int32_t stride, int32_t dilation, int32_t pad)
{
    if (stride < 1 || dilation < 1 || filter < 1 || pad < 0 || stride >= LIMIT || pad >= LIMIT || dilation > input)
        return false;
    return (output - INT64_C(1)) * stride + (filter - INT64_C(1)) * dilation < LIMIT;
}

static const char *check_window(const bound_operator *operator, const tb_window *w)
{
    if (!holds(operator->inputs[0], elements(w->batches, w->input_height, w->input_width, w->input_channels)))
        return "input tensor does not match the window";
    if (!holds(operator->output, elements(w->batches, w->output_height, w->output_width, w->output_channels)))
        return "output tensor does not match the window";
    if (!is_axis(w->input_height, w->output_height, w->filter_height, w->stride_height, w->dilation_height, w->pad_top)
        || !is_axis(w->input_width, w->output_width, w->filter_width, w->stride_width, w->dilation_width, w->pad_left))
        return "window out of range";
    return NULL;
}

static const char *check_conv_2d(const bound_operator *operator)
{
    const tb_conv_2d *p = operator->parameters;
    const tb_window *w = &p->window;
    const char *reason = check_window(operator, w);
    if (reason)
        return reason;
    if (p->filter_channels < 1 || w->input_channels % p->filter_channels != 0
        || w->output_channels % (w->input_channels / p->filter_channels) != 0)
        return "filter channels do not divide the channels into groups";
    if (!holds(operator->inputs[1], elements(w->output_channels, w->filter_height, w->filter_width, p->filter_channels)))
        return "filter tensor does not match the window";
    if (!holds(operator->inputs[2], w->output_channels))
        return "bias does not match the output channels";
    return are_codes(&p->codes) ? check_multipliers(operator, p->multipliers, p->multiplier_count, w->output_channels)
                                : "zero point or activation out of range";
}

static const char *check_depthwise_conv_2d(const bound_operator *operator)
{
    const tb_depthwise_conv_2d *p = operator->parameters;
    const tb_window *w = &p->window;
    const char *reason = check_window(operator, w);
    if (reason)
        return reason;
    if (w->output_channels != (int64_t)w->input_channels * p->depth_multiplier)
        return "depth multiplier does not match the channels";
    if (!holds(operator->inputs[1], elements(1, w->filter_height, w->filter_width, w->output_channels)))
        return "filter tensor does not match the window";
    if (!holds(operator->inputs[2], w->output_channels))
        return "bias does not match the output channels";
    return are_codes(&p->codes) ? check_multipliers(operator, p->multipliers, p->multiplier_count, w->output_channels)
                                : "zero point or activation out of range";
}

static const char *check_fully_connected(const bound_operator *operator)
{
    const tb_fully_connected *p = operator->parameters;
    if (!holds(operator->inputs[0], elements(1, 1, p->batches, p->input_depth)))
        return "input tensor does not match the depth";
    if (!holds(operator->inputs[1], elements(1, 1, p->output_depth, p->input_depth)))
        return "filter tensor does not match the depths";
    if (!holds(operator->output, elements(1, 1, p->batches, p->output_depth)))
        return "output tensor does not match the depth";
    if (!holds(operator->inputs[2], p->output_depth))
        return "bias does not match the output depth";
    return are_codes(&p->codes) ? check_multipliers(operator, p->multipliers, p->multiplier_count, p->output_depth)
                                : "zero point or activation out of range";
}

// A pool divides by, or starts from, what its window sees: the first and the last window must touch the image.
static bool touches(int32_t input, int32_t output, int32_t filter, int32_t stride, int32_t pad)
{
    return pad < filter && (output - INT64_C(1)) * stride - pad < input;
}

static const char *check_pool_2d(const bound_operator *operator)
{
    const tb_pool_2d *p = operator->parameters;
    const tb_window *w = &p->window;
    const char *reason = check_window(operator, w);
    if (reason)
        return reason;
    if (w->input_channels != w->output_channels || w->dilation_height != 1 || w->dilation_width != 1)
        return "pool changes channels or is dilated";
    if (!touches(w->input_height, w->output_height, w->filter_height, w->stride_height, w->pad_top)
        || !touches(w->input_width, w->output_width, w->filter_width, w->stride_width, w->pad_left))
        return "pool window misses the image";

    int64_t height = w->filter_height < w->input_height ? w->filter_height : w->input_height;
    int64_t width = w->filter_width < w->input_width ? w->filter_width : w->input_width;
    if (height * width >= POOL_LIMIT)
        return "pool window too large";
    return is_activation_range(p->activation_min, p->activation_max) ? NULL : "activation out of range";
}

// Whether the last element that the strides reach is the tensor's last.
static bool strides_fit(const int32_t *extents, const int32_t *strides, const tb_plan_tensor *tensor)
{
    // The extents' product is below 2^28, so their sum is too, and this sum below 2^59.
    int64_t last = 0;
    for (int axis = 0; axis < 5; axis++) {
        if (strides[axis] < 0)
            return false;
        last += (extents[axis] - INT64_C(1)) * strides[axis];
    }

    return holds(tensor, last + 1);
}

static const char *check_broadcast(const bound_operator *operator, const tb_broadcast *shapes)
{
    const int32_t *e = shapes->extents;
    int64_t rows = elements(e[0], e[1], e[2], e[3]);
    if (!holds(operator->output, elements((int32_t)rows, e[4], 1, 1)))
        return "output tensor does not match the extents";
    if (!strides_fit(e, shapes->strides_a, operator->inputs[0]) || !strides_fit(e, shapes->strides_b, operator->inputs[1]))
        return "input tensor does not match the strides";
    return NULL;
}

static const char *check_add(const bound_operator *operator)
{
    const tb_add *p = operator->parameters;
    if (p->left_shift < 0 || p->left_shift > 20)
        return "left shift out of range";
    if (!is_code(p->a_zero_point) || !is_code(p->b_zero_point) || !is_code(p->output_zero_point)
        || !is_activation_range(p->activation_min, p->activation_max))
        return "zero point or activation out of range";
    if (!is_multiplier(p->a_multiplier, 0) || !is_multiplier(p->b_multiplier, 0) || !is_multiplier(p->output_multiplier, 0))
        return "multiplier or shift out of range";
    return check_broadcast(operator, &p->broadcast);
}

static const char *check_mul(const bound_operator *operator)
{
    const tb_mul *p = operator->parameters;
    if (!is_code(p->a_zero_point) || !is_code(p->b_zero_point) || !is_code(p->output_zero_point)
        || !is_activation_range(p->activation_min, p->activation_max))
        return "zero point or activation out of range";
    if (!is_multiplier(p->output_multiplier, HIGHEST_SHIFT))
        return "multiplier or shift out of range";
    return check_broadcast(operator, &p->broadcast);
}

static const char *check_softmax(const bound_operator *operator)
{
    const tb_softmax *p = operator->parameters;
    if (p->columns > SOFTMAX_COLUMNS)
        return "softmax row too long";
    int64_t count = elements(1, 1, p->rows, p->columns);
    if (!holds(operator->inputs[0], count) || !holds(operator->output, count))
        return "softmax tensors do not match rows and columns";
    if (p->input_multiplier < 1 << 30 || p->input_left_shift < 1 || p->input_left_shift > 31)
        return "softmax multiplier or shift out of range";

    // A difference that counts keeps its sign when it is shifted.
    if (p->diff_min > 0 || (int64_t)p->diff_min * (INT64_C(1) << p->input_left_shift) < INT32_MIN)
        return "softmax least difference out of range";
    return NULL;
}

static const char *check_count(const bound_operator *operator)
{
    int64_t count = elements(1, 1, 1, *(const int32_t *)operator->parameters);
    return holds(operator->inputs[0], count) && holds(operator->output, count) ? NULL : "tensors do not match the count";
}

static const char *check_quantize(const bound_operator *operator)
{
    return operator->output->scale > 0 ? check_count(operator) : "output tensor has no scale";
}

static const char *check_dequantize(const bound_operator *operator)
{
    return operator->inputs[0]->scale > 0 ? check_count(operator) : "input tensor has no scale";
}

static const char *check_reshape(const bound_operator *operator)
{
    uint32_t bytes = *(const uint32_t *)operator->parameters;
    if (operator->inputs[0]->type != operator->output->type)
        return "reshape changes the type";
    return operator->inputs[0]->bytes == bytes && operator->output->bytes == bytes ? NULL : "tensors do not match the count";
}

static const operator_form forms[] = {
    {TB_ADD, 2, 2, {TB_INT8, TB_INT8}, TB_INT8, sizeof(tb_add), false, check_add},
    {TB_AVERAGE_POOL_2D, 1, 1, {TB_INT8}, TB_INT8, sizeof(tb_pool_2d), false, check_pool_2d},
    {TB_CONV_2D, 2, 3, {TB_INT8, TB_INT8, TB_INT32}, TB_INT8, sizeof(tb_conv_2d), true, check_conv_2d},
    {TB_DEPTHWISE_CONV_2D, 2, 3, {TB_INT8, TB_INT8, TB_INT32}, TB_INT8, sizeof(tb_depthwise_conv_2d), true, check_depthwise_conv_2d},
    {TB_DEQUANTIZE, 1, 1, {TB_INT8}, TB_FLOAT32, sizeof(int32_t), false, check_dequantize},
    {TB_FULLY_CONNECTED, 2, 3, {TB_INT8, TB_INT8, TB_INT32}, TB_INT8, sizeof(tb_fully_connected), true, check_fully_connected},
    {TB_MAX_POOL_2D, 1, 1, {TB_INT8}, TB_INT8, sizeof(tb_pool_2d), false, check_pool_2d},
    {TB_MUL, 2, 2, {TB_INT8, TB_INT8}, TB_INT8, sizeof(tb_mul), false, check_mul},
    {TB_RESHAPE, 1, 1, {ANY_TYPE}, ANY_TYPE, sizeof(int32_t), false, check_reshape},
    {TB_SOFTMAX, 1, 1, {TB_INT8}, TB_INT8, sizeof(tb_softmax), false, check_softmax},
    {TB_QUANTIZE, 1, 1, {TB_FLOAT32}, TB_INT8, sizeof(int32_t), false, check_quantize},
};

static const operator_form *find_form(uint16_t code)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (forms[i].code == code)
            return &forms[i];
    }

    return NULL;
}

static bool is_type(const tb_plan_tensor *tensor, uint8_t type)
{
    return type == ANY_TYPE || tensor->type == type;
}

bool tb_tensors_overlap(const tb_plan_tensor *a, const tb_plan_tensor *b)
{
    return a->is_constant == b->is_constant && a->offset < (uint64_t)b->offset + b->bytes && b->offset < (uint64_t)a->offset + a->bytes;
}

// The output is written while the inputs are read, and a graph input is read by every inference: neither may be written over.
// RESHAPE moves bytes, so its output may lie exactly on its input.
static const char *check_output_place(const tb_plan *plan, const tb_plan_operator *operator, const bound_operator *bound)
{
    bool stays = operator->code == TB_RESHAPE && bound->inputs[0]->offset == bound->output->offset && !bound->inputs[0]->is_constant;
    for (int i = 0; i < MAXIMUM_INPUTS; i++) {
        if (bound->inputs[i] && !stays && tb_tensors_overlap(bound->inputs[i], bound->output))
            return "output tensor overlaps an input";
    }

    for (uint16_t i = 0; i < plan->header->input_count; i++) {
        if (tb_tensors_overlap(&plan->tensors[plan->inputs[i]], bound->output))
            return "output tensor overlaps a graph input";
    }

    return NULL;
}

const char *tb_plan_check_operator(const tb_plan *plan, const tb_plan_operator *operator)
{
    const operator_form *form = find_form(operator->code);
    if (!form)
        return "unknown operator";
    if (form->has_multipliers ? operator->parameter_bytes < form->parameter_bytes : operator->parameter_bytes != form->parameter_bytes)
        return "operator has too few or too many parameters";

    bound_operator bound = {.parameters = plan->blob + operator->parameters_offset, .parameter_bytes = operator->parameter_bytes};
    for (int i = 0; i < MAXIMUM_INPUTS; i++) {
        uint16_t index = operator->inputs[i];
        if (index == TB_NO_TENSOR ? i < form->required_inputs : i >= form->allowed_inputs)
            return "operator has too few or too many inputs";
        if (index == TB_NO_TENSOR)
            continue;
        if (index >= plan->header->tensor_count)
            return "operator names a tensor that is not there";
        bound.inputs[i] = &plan->tensors[index];
        if (!is_type(bound.inputs[i], form->input_types[i]))
            return "operator's input has another type";
    }

    if (operator->output >= plan->header->tensor_count)
        return "operator names a tensor that is not there";
    bound.output = &plan->tensors[operator->output];
    if (bound.output->is_constant)
        return "operator's output is a constant";
    if (!is_type(bound.output, form->output_type))
        return "operator's output has another type";

    const char *reason = check_output_place(plan, operator, &bound);
    return reason ? reason : form->check(&bound);
}
