#ifndef TB_SAMPLE_PLAN_H
#define TB_SAMPLE_PLAN_H

#include "plan_builder.h"

// Index of each operator of the sample.
enum {
    SAMPLE_QUANTIZE,
    SAMPLE_CONV_2D,
    SAMPLE_DEPTHWISE_CONV_2D,
    SAMPLE_ADD,
    SAMPLE_MUL,
    SAMPLE_MAX_POOL_2D,
    SAMPLE_AVERAGE_POOL_2D,
    SAMPLE_RESHAPE,
    SAMPLE_FULLY_CONNECTED,
    SAMPLE_SOFTMAX,
    SAMPLE_DEQUANTIZE,
};

// A good plan with one of every operator: a float image of 4 by 4 by 2 in, five float shares out.
plan_builder sample_plan(void);

#endif
