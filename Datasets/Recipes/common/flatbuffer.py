"""Writes FlatBuffers: tables, vectors and strings, each laid out before what it points to, so that every offset is positive.

Source: FlatBuffers documentation, "FlatBuffer Internals" (offsets, vtables, alignment).
"""

import struct
from dataclasses import dataclass, field


@dataclass
class Scalar:
    """A number stored inside its table; `code` is its struct format (b, B, i, I or f)."""

    code: str
    value: float


@dataclass
class Vector:
    """A vector of `count` numbers, already encoded little-endian; `alignment` is that of its first element."""

    count: int
    data: bytes
    alignment: int = 4


@dataclass
class Tables:
    """A vector of tables."""

    items: list


@dataclass
class Text:
    """A UTF-8 string."""

    value: str


@dataclass
class Table:
    """A table: field number of the schema to value. Fields left out read as their defaults."""

    fields: dict = field(default_factory=dict)


def integers(values):
    """A vector of int32."""
    return Vector(len(values), struct.pack(f"<{len(values)}i", *values))


def octets(data, alignment):
    """A vector of bytes whose first byte lies at a multiple of `alignment`."""
    return Vector(len(data), bytes(data), alignment)


def serialize(root, identifier):
    """The bytes of a file with the given root table and four-letter identifier."""
    out = bytearray(4) + identifier.encode("ascii")
    _patch(out, 0, _write(out, root))
    _align(out, 16)
    return bytes(out)


def _write(out, value):
    match value:
        case Table():
            return _write_table(out, value)
        case Tables():
            return _write_tables(out, value)
        case Text():
            data = value.value.encode("utf-8")
            return _write_vector(out, Vector(len(data), data + b"\0"))
        case Vector():
            return _write_vector(out, value)
    raise TypeError(f"no FlatBuffers form for {type(value).__name__}")


def _write_table(out, table):
    offsets, size = _place(table.fields)
    slots = max(table.fields, default=-1) + 1
    _align(out, 2)
    vtable = len(out)
    out += struct.pack("<HH", 4 + 2 * slots, size)
    out += struct.pack(f"<{slots}H", *(offsets.get(slot, 0) for slot in range(slots)))
    _align(out, 4)
    start = len(out)
    out += bytes(size)
    struct.pack_into("<i", out, start, start - vtable)
    for slot, value in table.fields.items():
        if isinstance(value, Scalar):
            struct.pack_into("<" + value.code, out, start + offsets[slot], value.value)
    for slot, value in table.fields.items():
        if not isinstance(value, Scalar):
            _patch(out, start + offsets[slot], _write(out, value))
    return start


def _place(fields):
    """Offsets of the fields from the table's start, the widest first so that none needs padding, and the table's size."""
    offsets, size = {}, 4
    for width in (4, 1):
        for slot, value in fields.items():
            if _width(value) == width:
                offsets[slot] = size
                size += width
    return offsets, size


def _width(value):
    return struct.calcsize("<" + value.code) if isinstance(value, Scalar) else 4


def _write_tables(out, tables):
    _align(out, 4)
    start = len(out)
    out += struct.pack("<I", len(tables.items)) + bytes(4 * len(tables.items))
    for index, item in enumerate(tables.items):
        _patch(out, start + 4 + 4 * index, _write(out, item))
    return start


def _write_vector(out, vector):
    while (len(out) + 4) % max(4, vector.alignment):
        out.append(0)
    start = len(out)
    out += struct.pack("<I", vector.count) + vector.data
    return start


def _align(out, alignment):
    out += bytes(-len(out) % alignment)


def _patch(out, at, target):
    struct.pack_into("<I", out, at, target - at)
