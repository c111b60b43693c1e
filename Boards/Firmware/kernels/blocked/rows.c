#include "matrix.h"

void tb_multiply_rows(const tb_weights *weights, const int8_t *rows, int32_t count, int8_t *output, int32_t output_step)
{
    for (int32_t first = 0; first < count; first += TB_COLUMNS) {
        tb_column columns[TB_COLUMNS];
        int32_t together = count - first < TB_COLUMNS ? count - first : TB_COLUMNS;
        for (int32_t i = 0; i < together; i++) {
            columns[i] = (tb_column){rows, output};
            rows += weights->depth;
            output += output_step;
        }
        tb_multiply_columns(weights, columns, together);
    }
}
