// A plan of one FULLY_CONNECTED that can be worked out by hand: four inputs, two outputs, weights (1 1 1 1) and (1 -1 0 0), multiplier 1,
// output scale 0.25. The input 10 3 2 1 gives 16 and 7, which is 4.000 and 1.750.
#ifndef TB_SMALL_PLAN_H
#define TB_SMALL_PLAN_H

#include <stddef.h>
#include <string.h>

#include "crc32.h"
#include "kernels.h"
#include "plan.h"

typedef struct {
    tb_plan_header header;
    tb_plan_operator operators[1];
    tb_plan_tensor tensors[3];
    uint8_t padding[8];
    uint16_t io[8];
    struct {
        int32_t batches, input_depth, output_depth;
        tb_codes codes;
        int32_t multiplier_count;
        tb_multiplier multipliers[2];
        int32_t padding[7]; // room for two multipliers more
    } parameters;
    int8_t weights[16];
} small_plan;

static inline void small_plan_seal(small_plan *plan)
{
    plan->header.crc32 = tb_crc32(0, (const uint8_t *)plan + 16, sizeof *plan - 16);
}

static inline small_plan small_plan_make(uint8_t result_form)
{
    small_plan plan;
    memset(&plan, 0, sizeof plan);
    memcpy(plan.header.magic, "TBPL", 4);
    plan.header.version = 1;
    plan.header.header_bytes = 128;
    plan.header.total_bytes = sizeof plan;
    memset(plan.header.model_sha256, 0xAB, 32);
    strcpy(plan.header.model_id, "small01");
    plan.header.arena_bytes = 32;
    plan.header.operator_count = 1;
    plan.header.tensor_count = 3;
    plan.header.operators_offset = offsetof(small_plan, operators);
    plan.header.tensors_offset = offsetof(small_plan, tensors);
    plan.header.constants_offset = offsetof(small_plan, weights);
    plan.header.constants_bytes = 16;
    plan.header.input_count = 1;
    plan.header.output_count = 1;
    plan.header.io_offset = offsetof(small_plan, io);
    plan.header.input_encoding = TB_INPUT_RAW;
    plan.header.result_form = result_form;
    plan.header.data_bytes = 4;

    plan.tensors[0] = (tb_plan_tensor){.type = TB_INT8, .offset = 0, .bytes = 4, .scale = 1.0f};
    plan.tensors[1] = (tb_plan_tensor){.type = TB_INT8, .is_constant = 1, .offset = 0, .bytes = 8, .scale = 1.0f};
    plan.tensors[2] = (tb_plan_tensor){.type = TB_INT8, .offset = 16, .bytes = 2, .scale = 0.25f};
    plan.operators[0] = (tb_plan_operator){
        .code = 9,
        .parameter_bytes = 13 * 4,
        .inputs = {0, 1, TB_NO_TENSOR},
        .output = 2,
        .parameters_offset = offsetof(small_plan, parameters),
    };
    plan.io[0] = 0;
    plan.io[1] = 2;
    plan.parameters.batches = 1;
    plan.parameters.input_depth = 4;
    plan.parameters.output_depth = 2;
    plan.parameters.codes = (tb_codes){.activation_min = -128, .activation_max = 127};
    plan.parameters.multiplier_count = 2;
    plan.parameters.multipliers[0] = plan.parameters.multipliers[1] = (tb_multiplier){.multiplier = 1 << 30, .shift = 1};
    static const int8_t weights[8] = {1, 1, 1, 1, 1, -1, 0, 0};
    memcpy(plan.weights, weights, sizeof weights);
    small_plan_seal(&plan);
    return plan;
}

#endif
