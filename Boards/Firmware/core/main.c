#include "port.h"
#include "protocol.h"

int main(void)
{
    tb_port_start();
    tb_protocol_start();
    tb_protocol_serve();
}
