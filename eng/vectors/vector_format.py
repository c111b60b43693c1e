"""Reading and writing format version 1."""
import gzip
import hashlib
import json
import os
import struct

from tensors import Tensor, count

CODE = {"int8": "b", "uint8": "B", "int16": "h", "int32": "i", "int64": "q"}


def pack_int4(values):
    """Two per byte, element 2k in the low nibble; the unused nibble of an odd count is 0."""
    padded = values + [0] * (len(values) % 2)
    packed = [(low & 15) | (high & 15) << 4 for low, high in zip(padded[::2], padded[1::2])]
    return [b - 256 if b > 127 else b for b in packed]


def to_json(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=True)


def write_category(folder, name, cases):
    """One .jsonl.gz and one .bin.gz; returns the manifest entry.  A case is a dict whose `tensors` are Tensor tuples."""
    lines, blob = [], bytearray()
    for case in cases:
        described = {}
        for key, t in case["tensors"].items():
            assert len(t.data) == count(t.shape), (case["id"], key, len(t.data), t.shape)
            blob += bytes(-len(blob) % 8)
            described[key] = {"dtype": t.dtype, "shape": list(t.shape), "layout": t.layout, "offset": len(blob), "count": len(t.data)}
            blob += struct.pack("<%d%s" % (len(t.data), CODE[t.dtype]), *t.data)
        lines.append(to_json({**case, "tensors": described}) + "\n")
    index = "".join(lines).encode("ascii")
    for suffix, content in ((".jsonl", index), (".bin", bytes(blob))):
        with open(os.path.join(folder, name + suffix + ".gz"), "wb") as f:
            f.write(gzip.compress(content, 9, mtime=0))
    return {"name": name, "cases": len(cases), "index": name + ".jsonl.gz", "blob": name + ".bin.gz", "blob_bytes": len(blob),
            "index_sha256": hashlib.sha256(index).hexdigest(), "blob_sha256": hashlib.sha256(blob).hexdigest()}


def write_manifest(folder, origin, categories):
    manifest = {"format": "kernel-vectors", "version": 1, "origin": origin, "commits": {}, "byte_order": "little",
                "categories": categories, "cases": sum(c["cases"] for c in categories)}
    with open(os.path.join(folder, "manifest.json"), "wb") as f:
        f.write((json.dumps(manifest, indent=1, ensure_ascii=True) + "\n").encode("ascii"))


def read_file(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as f:
        return f.read()


def read_folder(folder):
    """Every case of a folder, with `tensors` as Tensor tuples.  Checks the hashes and sizes of the manifest."""
    with open(os.path.join(folder, "manifest.json"), "rb") as f:
        manifest = json.load(f)
    for entry in manifest["categories"]:
        index, blob = (read_file(os.path.join(folder, entry[key])) for key in ("index", "blob"))
        assert hashlib.sha256(index).hexdigest() == entry["index_sha256"], entry["name"]
        assert hashlib.sha256(blob).hexdigest() == entry["blob_sha256"] and len(blob) == entry["blob_bytes"], entry["name"]
        lines = index.decode("utf-8").splitlines()
        assert len(lines) == entry["cases"]
        for line in lines:
            case = json.loads(line)
            for key, d in case["tensors"].items():
                assert d["offset"] % 8 == 0 and d["count"] == count(d["shape"])
                data = struct.unpack_from("<%d%s" % (d["count"], CODE[d["dtype"]]), blob, d["offset"])
                case["tensors"][key] = Tensor(d["dtype"], d["shape"], d["layout"], list(data))
            yield case
