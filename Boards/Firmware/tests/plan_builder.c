#include "plan_builder.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "crc32.h"

enum { ALIGNMENT = 16 };

static uint32_t align(uint32_t bytes)
{
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

plan_builder builder_start(void)
{
    return (plan_builder){.header = {.magic = {'T', 'B', 'P', 'L'}, .version = 1, .header_bytes = sizeof(tb_plan_header), .model_id = "test"}};
}

static uint16_t add_tensor(plan_builder *builder, tb_plan_tensor tensor)
{
    assert(builder->header.tensor_count < BUILDER_TENSORS);
    builder->tensors[builder->header.tensor_count] = tensor;
    return builder->header.tensor_count++;
}

uint16_t builder_arena_tensor(plan_builder *builder, uint8_t type, uint32_t bytes, float scale, int32_t zero_point)
{
    uint32_t offset = builder->header.arena_bytes;
    builder->header.arena_bytes += align(bytes);
    return add_tensor(builder, (tb_plan_tensor){.type = type, .offset = offset, .bytes = bytes, .scale = scale, .zero_point = zero_point});
}

uint16_t builder_constant(plan_builder *builder, uint8_t type, const void *content, uint32_t bytes)
{
    uint32_t offset = builder->constant_bytes;
    assert(offset + bytes <= BUILDER_BYTES);
    memcpy(builder->constants + offset, content, bytes);
    builder->constant_bytes += align(bytes);
    return add_tensor(builder, (tb_plan_tensor){.type = type, .is_constant = 1, .offset = offset, .bytes = bytes});
}

void builder_input(plan_builder *builder, uint16_t tensor)
{
    const tb_plan_tensor *entry = &builder->tensors[tensor];
    bool is_widened = builder->header.input_encoding == TB_INPUT_FLOAT32 && entry->type == TB_INT8;
    assert(builder->header.input_count < BUILDER_IO);
    builder->header.data_bytes += is_widened ? 4 * entry->bytes : entry->bytes;
    builder->inputs[builder->header.input_count++] = tensor;
}

void builder_output(plan_builder *builder, uint16_t tensor)
{
    assert(builder->header.output_count < BUILDER_IO);
    builder->outputs[builder->header.output_count++] = tensor;
}

void builder_operator(
    plan_builder *builder, uint16_t code, uint16_t a, uint16_t b, uint16_t c, uint16_t output, const void *parameters, uint32_t bytes)
{
    assert(builder->header.operator_count < BUILDER_OPERATORS && builder->parameter_bytes + bytes <= BUILDER_BYTES);
    builder->operators[builder->header.operator_count++] = (tb_plan_operator){
        .code = code, .parameter_bytes = (uint16_t)bytes, .inputs = {a, b, c}, .output = output, .parameters_offset = builder->parameter_bytes};
    memcpy(builder->parameters + builder->parameter_bytes, parameters, bytes);
    builder->parameter_bytes += bytes;
}

uint8_t *builder_allocate(uint32_t bytes)
{
    void *memory = NULL;
    int error = posix_memalign(&memory, ALIGNMENT, bytes);
    assert(error == 0);
    (void)error;
    memset(memory, 0, bytes);
    return memory;
}

uint8_t *builder_write(const plan_builder *builder)
{
    tb_plan_header header = builder->header;
    uint32_t operators = header.operator_count * (uint32_t)sizeof(tb_plan_operator);
    uint32_t tensors = header.tensor_count * (uint32_t)sizeof(tb_plan_tensor);
    uint32_t inputs = header.input_count * (uint32_t)sizeof(uint16_t), outputs = header.output_count * (uint32_t)sizeof(uint16_t);
    header.operators_offset = sizeof header;
    header.tensors_offset = header.operators_offset + align(operators);
    header.io_offset = header.tensors_offset + align(tensors);
    uint32_t parameters_offset = header.io_offset + align(inputs + outputs);
    header.constants_offset = parameters_offset + align(builder->parameter_bytes);
    header.constants_bytes = builder->constant_bytes;
    header.total_bytes = header.constants_offset + builder->constant_bytes;

    uint8_t *blob = builder_allocate(header.total_bytes);
    memcpy(blob, &header, sizeof header);
    for (uint16_t i = 0; i < header.operator_count; i++) {
        tb_plan_operator operator = builder->operators[i];
        operator.parameters_offset += parameters_offset;
        memcpy(blob + header.operators_offset + i * sizeof operator, &operator, sizeof operator);
    }

    memcpy(blob + header.tensors_offset, builder->tensors, tensors);
    memcpy(blob + header.io_offset, builder->inputs, inputs);
    memcpy(blob + header.io_offset + inputs, builder->outputs, outputs);
    memcpy(blob + parameters_offset, builder->parameters, builder->parameter_bytes);
    memcpy(blob + header.constants_offset, builder->constants, builder->constant_bytes);
    builder_seal(blob);
    return blob;
}

void builder_seal(uint8_t *blob)
{
    tb_plan_header *header = (tb_plan_header *)(void *)blob;
    header->crc32 = tb_crc32(0, blob + 16, header->total_bytes - 16);
}
