#ifndef TB_COPY_H
#define TB_COPY_H

#include <stdint.h>

void tb_copy_codes(int8_t *to, const int8_t *from, int32_t count);
void tb_fill_codes(int8_t *to, int8_t code, int32_t count);

#endif
