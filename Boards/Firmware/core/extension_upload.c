// Uploads, docs/protocol.md section 7.3.
#include <string.h>

#include "crc32.h"
#include "extension.h"
#include "protocol.h"
#include "reply.h"
#include "text.h"

static const char *slot_name(const tb_slot *slot)
{
    return slot == &tb_this_device.data ? "data" : "plan";
}

void tb_extension_open(char *rest)
{
    tb_device *device = &tb_this_device;
    const char *name = tb_next_word(&rest);
    uint32_t size;
    if (name == NULL || (strcmp(name, "data") != 0 && strcmp(name, "plan") != 0) || !tb_extension_next_unsigned(&rest, &size)) {
        tb_extension_refuse("open", "expected data or plan, and the number of bytes");
        return;
    }
    tb_slot *slot = strcmp(name, "data") == 0 ? &device->data : &device->plan;
    device->open = NULL;
    if (!tb_device_open(slot, size)) {
        tb_extension_refuse("open", slot->base == NULL ? "no memory for it" : size == 0 ? "0 bytes" : "more bytes than its memory has");
        return;
    }
    device->open = slot;
    tb_extension_begin("open");
    tb_reply_text(slot_name(slot));
    tb_reply_character(',');
    tb_reply_unsigned(size);
    tb_extension_end();
}

bool tb_extension_receive_frame(const char *command, tb_slot *slot, uint32_t offset, uint32_t length, uint32_t crc)
{
    // The bytes that lay there are overwritten as the new ones come, good or bad.
    slot->received = offset;
    if (slot == &tb_this_device.plan)
        tb_device_forget_plan();
    uint32_t received = tb_protocol_read_frame(slot->base + offset, length);
    if (received < length) {
        tb_extension_refuse_count(command, received, length);
        return false;
    }
    const uint32_t place[2] = {offset, length};
    if (tb_crc32(tb_crc32(0, place, sizeof place), slot->base + offset, length) != crc) {
        tb_extension_refuse(command, "the bytes do not match their CRC");
        return false;
    }
    slot->received = offset + length;
    return true;
}

void tb_extension_refuse_frame(const char *command, uint32_t length, const char *reason)
{
    tb_protocol_read_frame(NULL, length);
    tb_extension_refuse(command, reason);
}

void tb_extension_put(char *rest)
{
    tb_slot *slot = tb_this_device.open;
    uint32_t offset;
    uint32_t length;
    uint32_t crc;
    if (!tb_extension_next_unsigned(&rest, &offset) || !tb_extension_next_unsigned(&rest, &length))
        tb_extension_refuse_frame("put", UINT32_MAX, "expected offset, length and CRC");
    else if (!tb_extension_next_crc(&rest, &crc))
        tb_extension_refuse_frame("put", length, "expected offset, length and CRC");
    else if (slot == NULL)
        tb_extension_refuse_frame("put", length, "nothing is open");
    else if (length == 0 || length > TB_FRAME_BYTES)
        tb_extension_refuse_frame("put", length, "a frame of that length");
    else if (offset > slot->received)
        tb_extension_refuse_frame("put", length, "a gap before the offset");
    else if (length > slot->size - offset)
        tb_extension_refuse_frame("put", length, "more bytes than were announced");
    else if (tb_extension_receive_frame("put", slot, offset, length, crc))
        tb_extension_number("put", slot->received);
}

void tb_extension_have(void)
{
    const tb_slot *slot = tb_this_device.open;
    tb_extension_begin("have");
    if (slot == NULL) {
        tb_reply_text("none,0,0,00000000");
    } else {
        tb_reply_text(slot_name(slot));
        tb_reply_character(',');
        tb_reply_unsigned(slot->size);
        tb_reply_character(',');
        tb_reply_unsigned(slot->received);
        tb_reply_character(',');
        tb_reply_hex(tb_crc32(0, slot->base, slot->received), 8);
    }
    tb_extension_end();
}

void tb_extension_check(void)
{
    const tb_slot *slot = &tb_this_device.plan;
    if (slot->size == 0) {
        tb_extension_refuse("check", "no plan was uploaded");
    } else if (slot->received < slot->size) {
        tb_extension_refuse_count("check", slot->received, slot->size);
    } else {
        tb_device_bind();
        tb_extension_plan_state();
    }
}
