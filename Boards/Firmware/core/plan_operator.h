// The operators of docs/plan.md section 5: what each takes, and whether its parameters keep its kernel inside its tensors.
#ifndef TB_PLAN_OPERATOR_H
#define TB_PLAN_OPERATOR_H

#include <stdbool.h>

#include "plan.h"

enum {
    TB_ADD = 0,
    TB_AVERAGE_POOL_2D = 1,
    TB_CONV_2D = 3,
    TB_DEPTHWISE_CONV_2D = 4,
    TB_DEQUANTIZE = 6,
    TB_FULLY_CONNECTED = 9,
    TB_MAX_POOL_2D = 17,
    TB_MUL = 18,
    TB_RESHAPE = 22,
    TB_SOFTMAX = 25,
    TB_QUANTIZE = 114,
};

// Whether two tensors share memory.
bool tb_tensors_overlap(const tb_plan_tensor *a, const tb_plan_tensor *b);

// NULL when a kernel may run; else the reason, as tb_plan_check gives it. Tables, tensors and the place of the parameters are checked already.
const char *tb_plan_check_operator(const tb_plan *plan, const tb_plan_operator *operator);

#endif
