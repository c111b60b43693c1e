// What other firmware does differently, to try the harness on. `make QUIRKS=echo,lf-only` sets the switches; all are off in a real build.
// Firmware/README.md says what each does and where it was seen.
#ifndef TB_QUIRKS_H
#define TB_QUIRKS_H

#ifndef TB_QUIRK_ANSI
#define TB_QUIRK_ANSI 0
#endif
#ifndef TB_QUIRK_CHATTY
#define TB_QUIRK_CHATTY 0
#endif
#ifndef TB_QUIRK_DOUBLE_READY
#define TB_QUIRK_DOUBLE_READY 0
#endif
#ifndef TB_QUIRK_ECHO
#define TB_QUIRK_ECHO 0
#endif
#ifndef TB_QUIRK_LF_ONLY
#define TB_QUIRK_LF_ONLY 0
#endif
#ifndef TB_QUIRK_NO_LOAD_DONE
#define TB_QUIRK_NO_LOAD_DONE 0
#endif
#ifndef TB_QUIRK_RAW_RESULTS
#define TB_QUIRK_RAW_RESULTS 0
#endif
#ifndef TB_QUIRK_SHORT_BUFFER
#define TB_QUIRK_SHORT_BUFFER 0
#endif
#ifndef TB_QUIRK_TRAILING_COMMA
#define TB_QUIRK_TRAILING_COMMA 0
#endif

#endif
