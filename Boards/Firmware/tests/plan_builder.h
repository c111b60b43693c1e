// Writes plans for tests, from docs/plan.md and apart from the compiler. Parts are added, then written as one blob.
#ifndef TB_PLAN_BUILDER_H
#define TB_PLAN_BUILDER_H

#include <stdbool.h>

#include "plan.h"

enum { BUILDER_TENSORS = 24, BUILDER_OPERATORS = 12, BUILDER_BYTES = 4096, BUILDER_IO = 4 };

typedef struct {
    tb_plan_header header;
    tb_plan_tensor tensors[BUILDER_TENSORS];
    tb_plan_operator operators[BUILDER_OPERATORS]; // parameter offsets count from the first parameter until they are written
    uint8_t parameters[BUILDER_BYTES];
    uint8_t constants[BUILDER_BYTES];
    uint32_t parameter_bytes, constant_bytes;
    uint16_t inputs[BUILDER_IO], outputs[BUILDER_IO];
} plan_builder;

plan_builder builder_start(void);

// Each returns the index of the new tensor. Arena tensors lie one behind the other.
uint16_t builder_arena_tensor(plan_builder *builder, uint8_t type, uint32_t bytes, float scale, int32_t zero_point);
uint16_t builder_constant(plan_builder *builder, uint8_t type, const void *content, uint32_t bytes);

// The tensor becomes the next graph input and its upload is counted, as the encoding set before says; or the next output.
void builder_input(plan_builder *builder, uint16_t tensor);
void builder_output(plan_builder *builder, uint16_t tensor);

// Inputs b and c may be TB_NO_TENSOR.
void builder_operator(
    plan_builder *builder, uint16_t code, uint16_t a, uint16_t b, uint16_t c, uint16_t output, const void *parameters, uint32_t bytes);

// A new blob, aligned, of exactly `total_bytes` of its header; the caller frees it.
uint8_t *builder_write(const plan_builder *builder);

// Makes the blob's CRC right again after a change.
void builder_seal(uint8_t *blob);

// Memory aligned as a port's, of the exact size, so that a sanitizer sees the first byte too far; the caller frees it.
uint8_t *builder_allocate(uint32_t bytes);

#endif
