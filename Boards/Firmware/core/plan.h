// The plan blob of docs/plan.md: checked once, then read in place. Little-endian targets only.
#ifndef TB_PLAN_H
#define TB_PLAN_H

#include <stdint.h>

enum { TB_INPUT_RAW = 0, TB_INPUT_UINT8_MINUS_128 = 1, TB_INPUT_FLOAT32 = 2 };
enum { TB_RESULT_ROUNDED = 0, TB_RESULT_CUT = 1, TB_RESULT_TRAILING_COMMA = 2, TB_RESULT_MEAN_SQUARE = 3 };
enum { TB_FLOAT32 = 0, TB_INT32 = 2, TB_INT8 = 9 };
#define TB_NO_TENSOR 0xFFFFu

typedef struct {
    char magic[4];
    uint16_t version;
    uint16_t header_bytes;
    uint32_t total_bytes;
    uint32_t crc32;
    uint8_t model_sha256[32];
    char model_id[16];
    uint32_t arena_bytes;
    uint16_t operator_count;
    uint16_t tensor_count;
    uint32_t operators_offset;
    uint32_t tensors_offset;
    uint32_t constants_offset;
    uint32_t constants_bytes;
    uint16_t input_count;
    uint16_t output_count;
    uint32_t io_offset;
    uint8_t input_encoding;
    uint8_t result_form;
    uint16_t dialect;
    uint32_t data_bytes;
    uint8_t reserved[24];
} tb_plan_header;

typedef struct {
    uint8_t type;
    uint8_t is_constant;
    uint16_t reserved;
    uint32_t offset;
    uint32_t bytes;
    float scale;
    int32_t zero_point;
    uint32_t reserved2;
} tb_plan_tensor;

typedef struct {
    uint16_t code;
    uint16_t parameter_bytes;
    uint16_t inputs[3];
    uint16_t output;
    uint32_t parameters_offset;
} tb_plan_operator;

_Static_assert(sizeof(tb_plan_header) == 128, "docs/plan.md section 1");
_Static_assert(sizeof(tb_plan_tensor) == 24, "docs/plan.md section 4");
_Static_assert(sizeof(tb_plan_operator) == 16, "docs/plan.md section 5");

typedef struct {
    const uint8_t *blob;
    const tb_plan_header *header;
    const tb_plan_operator *operators;
    const tb_plan_tensor *tensors;
    const uint16_t *inputs;
    const uint16_t *outputs;
} tb_plan;

// Bytes of one element, of a tensor of a known type and of the upload that becomes that tensor.
uint32_t tb_element_bytes(uint8_t type);
uint32_t tb_uploaded_element_bytes(const tb_plan_tensor *tensor, uint8_t input_encoding);

// Checks everything that the runner and the kernels rely on. NULL when the plan is good and bound into `plan`; else the reason, a constant
// text of at most 60 characters.
const char *tb_plan_check(tb_plan *plan, const uint8_t *blob, uint32_t readable_bytes, uint32_t arena_bytes, uint32_t data_bytes);

#endif
