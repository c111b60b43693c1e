#include "plan.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "crc32.h"
#include "plan_operator.h"

enum { VERSION = 1, ALIGNMENT = 16, CRC_FROM = 16, MAXIMUM_INPUTS_OR_OUTPUTS = 16 };

uint32_t tb_element_bytes(uint8_t type)
{
    return type == TB_INT8 ? 1 : 4;
}

uint32_t tb_uploaded_element_bytes(const tb_plan_tensor *tensor, uint8_t input_encoding)
{
    return input_encoding == TB_INPUT_FLOAT32 ? 4 : tb_element_bytes(tensor->type);
}

static bool is_zero(const void *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (((const uint8_t *)bytes)[i] != 0)
            return false;
    }

    return true;
}

static bool is_id_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

// `profile` prints the id between brackets, so it must neither close them nor end the line.
static bool is_id(const char *id, size_t size)
{
    size_t length = 0;
    while (length < size && is_id_character(id[length]))
        length++;
    return length > 0 && length < size && is_zero(id + length, size - length);
}

// The header's own fields, before anything that they point at is trusted.
static const char *check_header(const tb_plan_header *header, uint32_t readable_bytes)
{
    if (readable_bytes < sizeof *header || memcmp(header->magic, "TBPL", 4) != 0)
        return "no plan";
    if (header->version != VERSION || header->header_bytes != sizeof *header)
        return "unknown version";
    if (header->total_bytes < sizeof *header || header->total_bytes % ALIGNMENT != 0 || header->total_bytes > INT32_MAX
        || header->arena_bytes > INT32_MAX || header->data_bytes > INT32_MAX)
        return "impossible size";
    if (header->total_bytes > readable_bytes)
        return "plan is cut off";
    if (tb_crc32(0, (const uint8_t *)header + CRC_FROM, header->total_bytes - CRC_FROM) != header->crc32)
        return "CRC does not match";
    if (!is_id(header->model_id, sizeof header->model_id))
        return "model id is not a plain word";
    if (header->input_encoding > TB_INPUT_FLOAT32)
        return "unknown input encoding";
    if (header->result_form > TB_RESULT_MEAN_SQUARE)
        return "unknown result form";
    if (header->dialect > 1)
        return "unknown dialect";
    if (!is_zero(header->reserved, sizeof header->reserved))
        return "reserved bytes are not zero";
    return NULL;
}

// Whether a part of the blob lies behind the header, aligned, and clear of the constants.
static bool is_table(const tb_plan_header *header, uint32_t offset, uint64_t bytes)
{
    uint64_t end = offset + bytes;
    if (offset < sizeof *header || offset % 4 != 0 || end > header->total_bytes)
        return false;
    return end <= header->constants_offset || offset >= (uint64_t)header->constants_offset + header->constants_bytes;
}

static const char *check_tables(const tb_plan_header *header)
{
    if (header->constants_offset < sizeof *header || header->constants_offset % ALIGNMENT != 0
        || (uint64_t)header->constants_offset + header->constants_bytes > header->total_bytes)
        return "constants lie outside the plan";
    if (header->operator_count == 0 || !is_table(header, header->operators_offset, header->operator_count * sizeof(tb_plan_operator)))
        return "operator table is empty or outside the plan";
    if (!is_table(header, header->tensors_offset, header->tensor_count * sizeof(tb_plan_tensor)))
        return "tensor table lies outside the plan";
    if (header->input_count == 0 || header->input_count > MAXIMUM_INPUTS_OR_OUTPUTS || header->output_count == 0
        || header->output_count > MAXIMUM_INPUTS_OR_OUTPUTS)
        return "expected 1 to 16 graph inputs and outputs";
    if (!is_table(header, header->io_offset, (header->input_count + (uint32_t)header->output_count) * sizeof(uint16_t)))
        return "input and output list lies outside the plan";
    return NULL;
}

static void bind(tb_plan *plan, const uint8_t *blob)
{
    const tb_plan_header *header = (const tb_plan_header *)(const void *)blob;
    plan->blob = blob;
    plan->header = header;
    plan->operators = (const tb_plan_operator *)(const void *)(blob + header->operators_offset);
    plan->tensors = (const tb_plan_tensor *)(const void *)(blob + header->tensors_offset);
    plan->inputs = (const uint16_t *)(const void *)(blob + header->io_offset);
    plan->outputs = plan->inputs + header->input_count;
}

static const char *check_tensor(const tb_plan_header *header, const tb_plan_tensor *tensor)
{
    if (tensor->type != TB_FLOAT32 && tensor->type != TB_INT32 && tensor->type != TB_INT8)
        return "unknown tensor type";
    if (tensor->is_constant > 1 || tensor->reserved != 0 || tensor->reserved2 != 0)
        return "unknown tensor flags";
    uint32_t region = tensor->is_constant ? header->constants_bytes : header->arena_bytes;
    if (tensor->offset % ALIGNMENT != 0 || (uint64_t)tensor->offset + tensor->bytes > region)
        return "tensor lies outside its region";
    if (tensor->bytes == 0 || tensor->bytes % tb_element_bytes(tensor->type) != 0)
        return "tensor has no whole number of elements";
    if (!isfinite(tensor->scale) || (tensor->type == TB_INT8 ? tensor->scale < 0 : tensor->scale != 0))
        return "tensor's scale is no scale";
    if (tensor->type == TB_INT8 ? tensor->zero_point < INT8_MIN || tensor->zero_point > INT8_MAX : tensor->zero_point != 0)
        return "tensor's zero point is no code";
    return NULL;
}

static bool fits_encoding(const tb_plan_tensor *tensor, uint8_t input_encoding)
{
    switch (input_encoding) {
    case TB_INPUT_UINT8_MINUS_128:
        return tensor->type == TB_INT8;
    case TB_INPUT_FLOAT32:
        return tensor->type == TB_FLOAT32 || (tensor->type == TB_INT8 && tensor->scale > 0);
    default:
        return true;
    }
}

static const char *check_inputs(const tb_plan *plan)
{
    const tb_plan_header *header = plan->header;
    uint64_t upload = 0;
    for (uint16_t i = 0; i < header->input_count; i++) {
        if (plan->inputs[i] >= header->tensor_count)
            return "graph input is not there";
        const tb_plan_tensor *input = &plan->tensors[plan->inputs[i]];
        if (input->is_constant)
            return "graph input is a constant";
        if (!fits_encoding(input, header->input_encoding))
            return "graph input does not fit the input encoding";
        for (uint16_t other = 0; other < i; other++) {
            if (tb_tensors_overlap(input, &plan->tensors[plan->inputs[other]]))
                return "graph inputs overlap";
        }

        upload += (uint64_t)input->bytes / tb_element_bytes(input->type) * tb_uploaded_element_bytes(input, header->input_encoding);
    }

    return upload == header->data_bytes ? NULL : "data bytes do not match the inputs";
}

static const char *check_outputs(const tb_plan *plan)
{
    const tb_plan_header *header = plan->header;
    for (uint16_t i = 0; i < header->output_count; i++) {
        if (plan->outputs[i] >= header->tensor_count)
            return "graph output is not there";
    }

    if (header->result_form != TB_RESULT_MEAN_SQUARE)
        return NULL;
    const tb_plan_tensor *input = &plan->tensors[plan->inputs[0]];
    const tb_plan_tensor *output = &plan->tensors[plan->outputs[0]];
    if (header->input_encoding != TB_INPUT_FLOAT32 || header->input_count != 1
        || input->bytes / tb_element_bytes(input->type) != output->bytes / tb_element_bytes(output->type))
        return "mean square needs one float input and as many outputs";
    return NULL;
}

static const char *check_bound(const tb_plan *plan)
{
    for (uint16_t i = 0; i < plan->header->tensor_count; i++) {
        const char *reason = check_tensor(plan->header, &plan->tensors[i]);
        if (reason)
            return reason;
    }

    const char *reason = check_inputs(plan);
    if (!reason)
        reason = check_outputs(plan);
    for (uint16_t i = 0; i < plan->header->operator_count && !reason; i++) {
        const tb_plan_operator *operator = &plan->operators[i];
        if (operator->parameter_bytes % 4 != 0 || !is_table(plan->header, operator->parameters_offset, operator->parameter_bytes))
            return "operator's parameters lie outside the plan";
        reason = tb_plan_check_operator(plan, operator);
    }

    return reason;
}

const char *tb_plan_check(tb_plan *plan, const uint8_t *blob, uint32_t readable_bytes, uint32_t arena_bytes, uint32_t data_bytes)
{
    if ((uintptr_t)blob % ALIGNMENT != 0)
        return "plan is not aligned to 16 bytes";
    const tb_plan_header *header = (const tb_plan_header *)(const void *)blob;
    const char *reason = check_header(header, readable_bytes);
    if (!reason)
        reason = check_tables(header);
    if (reason)
        return reason;
    if (header->arena_bytes > arena_bytes)
        return "arena too small";
    if (header->data_bytes > data_bytes)
        return "data buffer too small";

    tb_plan bound;
    bind(&bound, blob);
    reason = check_bound(&bound);
    if (!reason)
        *plan = bound;
    return reason;
}
