#include "runner.h"

#include <string.h>

#include "kernels.h"
#include "plan_operator.h"

// x / scale to nearest, ties away from zero, as a code. Source: tflite reference/quantize.h, AffineQuantize.
// A zero point is a code, so every quotient beyond +-512 ends at an end of the range.
static int8_t quantize(float x, const tb_plan_tensor *tensor)
{
    float quotient = x / tensor->scale;
    if (quotient != quotient)
        return (int8_t)tensor->zero_point;
    if (quotient > 512)
        quotient = 512;
    if (quotient < -512)
        quotient = -512;

    int32_t steps = (int32_t)quotient;
    float rest = quotient - (float)steps;
    int32_t code = tensor->zero_point + steps + (rest >= 0.5f) - (rest <= -0.5f);
    if (code < INT8_MIN)
        return INT8_MIN;
    return code > INT8_MAX ? INT8_MAX : (int8_t)code;
}

static void quantize_all(const uint8_t *floats, const tb_plan_tensor *tensor, int8_t *codes)
{
    for (uint32_t i = 0; i < tensor->bytes; i++) {
        float x;
        memcpy(&x, floats + i * sizeof x, sizeof x); // an upload of several inputs need not be aligned
        codes[i] = quantize(x, tensor);
    }
}

// The reference multiplies in binary64 and rounds once. Here too: scale has 24 bits and the steps 9, so binary32 rounds the exact product.
// Source: tflite reference/dequantize.h, Dequantize.
static void dequantize_all(const int8_t *codes, const tb_plan_tensor *tensor, float *values)
{
    for (uint32_t i = 0; i < tensor->bytes; i++)
        values[i] = tensor->scale * (float)(codes[i] - tensor->zero_point);
}

// A pixel from 0 up as a code from -128 up.
static void flip_top_bits(uint8_t *bytes, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        bytes[i] ^= 0x80;
}

static void *place(const tb_runner *runner, const tb_plan_tensor *tensor)
{
    return runner->memory->arena + tensor->offset;
}

const uint8_t *tb_runner_tensor(const tb_runner *runner, uint16_t tensor)
{
    const tb_plan *plan = &runner->plan;
    const tb_plan_tensor *entry = &plan->tensors[tensor];
    return (entry->is_constant ? plan->blob + plan->header->constants_offset : runner->memory->arena) + entry->offset;
}

void tb_runner_load_input(const tb_runner *runner)
{
    const tb_plan *plan = &runner->plan;
    const uint8_t *upload = runner->memory->data;
    for (uint16_t i = 0; i < plan->header->input_count; i++) {
        const tb_plan_tensor *tensor = &plan->tensors[plan->inputs[i]];
        uint8_t *bytes = place(runner, tensor);
        if (plan->header->input_encoding == TB_INPUT_FLOAT32 && tensor->type == TB_INT8) {
            quantize_all(upload, tensor, (int8_t *)bytes);
        } else {
            memcpy(bytes, upload, tensor->bytes);
            if (plan->header->input_encoding == TB_INPUT_UINT8_MINUS_128)
                flip_top_bits(bytes, tensor->bytes);
        }

        upload += tensor->bytes / tb_element_bytes(tensor->type) * tb_uploaded_element_bytes(tensor, plan->header->input_encoding);
    }
}

static void run(const tb_runner *runner, const tb_plan_operator *operator)
{
    const tb_plan *plan = &runner->plan;
    const void *inputs[3];
    for (int i = 0; i < 3; i++)
        inputs[i] = operator->inputs[i] == TB_NO_TENSOR ? NULL : tb_runner_tensor(runner, operator->inputs[i]);
    const tb_plan_tensor *output_tensor = &plan->tensors[operator->output];
    void *output = place(runner, output_tensor);
    const void *parameters = plan->blob + operator->parameters_offset;

    switch (operator->code) {
    case TB_ADD:
        tb_kernel_add(parameters, inputs[0], inputs[1], output);
        break;
    case TB_AVERAGE_POOL_2D:
        tb_kernel_average_pool_2d(parameters, inputs[0], output);
        break;
    case TB_CONV_2D:
        tb_kernel_conv_2d(parameters, inputs[0], inputs[1], inputs[2], output);
        break;
    case TB_DEPTHWISE_CONV_2D:
        tb_kernel_depthwise_conv_2d(parameters, inputs[0], inputs[1], inputs[2], output);
        break;
    case TB_DEQUANTIZE:
        dequantize_all(inputs[0], &plan->tensors[operator->inputs[0]], output);
        break;
    case TB_FULLY_CONNECTED:
        tb_kernel_fully_connected(parameters, inputs[0], inputs[1], inputs[2], output);
        break;
    case TB_MAX_POOL_2D:
        tb_kernel_max_pool_2d(parameters, inputs[0], output);
        break;
    case TB_MUL:
        tb_kernel_mul(parameters, inputs[0], inputs[1], output);
        break;
    case TB_RESHAPE:
        memmove(output, inputs[0], output_tensor->bytes);
        break;
    case TB_SOFTMAX:
        tb_kernel_softmax(parameters, inputs[0], output);
        break;
    case TB_QUANTIZE:
        quantize_all(inputs[0], output_tensor, output);
        break;
    }
}

uint32_t tb_runner_run_operator(const tb_runner *runner, uint16_t index)
{
    uint32_t start = tb_port_ticks();
    run(runner, &runner->plan.operators[index]);
    return tb_port_ticks() - start;
}

// Each reading ends one operator and starts the next, so the sum is as exact as a single pair of readings, however coarse a tick is.
uint64_t tb_runner_run(const tb_runner *runner)
{
    uint64_t ticks = 0;
    uint32_t start = tb_port_ticks();
    for (uint16_t i = 0; i < runner->plan.header->operator_count; i++) {
        run(runner, &runner->plan.operators[i]);
        uint32_t end = tb_port_ticks();
        ticks += end - start;
        start = end;
    }

    return ticks;
}
