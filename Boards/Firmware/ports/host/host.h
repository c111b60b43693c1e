// Between the host port's main and its port: resets.
#ifndef TB_HOST_H
#define TB_HOST_H

// Abandons whatever runs and boots anew, when the button was pressed or somebody opened a port that resets.
void tb_host_reset_if_due(void);

// Forgets received bytes that nobody has taken yet.
void tb_host_drop_received(void);

#endif
