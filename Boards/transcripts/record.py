#!/usr/bin/env python3
"""Records our firmware's side of the protocol: record.py PLAN, with the plan of kws_ref_model.tflite (`tinybench model compile`).

Builds the host port in a temporary folder, once for each of the recordings below, and writes them beside this file. The inputs are the generator's of
the golden files (xorshift64*, index 0 and up): bytes that belong to nobody. Format: ../docs/protocol.md section 9.
"""
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
INPUT_BYTES = 490


def generated_input(index, count=INPUT_BYTES):
    mask = (1 << 64) - 1
    state = 0x9E3779B97F4A7C15 ^ (index + 1)
    data = bytearray()
    for _ in range(count):
        state ^= state >> 12
        state ^= (state << 25) & mask
        state ^= state >> 27
        data.append(((state * 0x2545F4914F6CDD1D) & mask) >> 56)
    return bytes(data)


def frame_crc(offset, data):
    return f"{zlib.crc32(struct.pack('<II', offset, len(data)) + data):08x}"


def escape(data):
    texts = {0x0D: "\\r", 0x0A: "\\n", 0x5C: "\\\\"}
    return "".join(texts.get(b) or (chr(b) if 0x20 <= b < 0x7F else f"\\x{b:02x}") for b in data)


class Recording:
    def __init__(self, firmware, plan):
        self.lines = []
        self.process = subprocess.Popen([firmware, "--stdio", "--plan", plan], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.read_reply()

    def read_reply(self):
        line = b""
        # With `ansi` and `lf-only` the line is not the plain one.
        while b"m-ready" not in line:
            line = self.process.stdout.readline()
            if not line:
                raise SystemExit("the firmware ended")
            self.lines.append("< " + escape(line))

    def ask(self, command, frame=b""):
        data = command.encode() + b"%"
        self.lines.append("> " + escape(data))
        if frame:
            self.lines.append("> " + escape(frame))
        self.process.stdin.write(data + frame)
        self.process.stdin.flush()
        self.read_reply()

    def load(self, data, step):
        self.ask(f"db load {len(data)}")
        for at in range(0, len(data), step):
            self.ask("db " + data[at : at + step].hex())

    def identify(self):
        self.ask("name")
        self.ask("profile")

    def write(self, name):
        self.process.stdin.close()
        self.process.wait()
        (HERE / name).write_text("\n".join(self.lines) + "\n", encoding="ascii", newline="\n")


def accuracy(recording):
    recording.identify()
    for index in range(20):
        recording.load(generated_input(index), 31)
        recording.ask("infer 1 0")


def performance(recording):
    recording.identify()
    for index in range(2):
        recording.load(generated_input(index), 31)
        recording.ask("infer 70 10")


def energy(recording):
    recording.identify()
    for index in range(2):
        recording.load(generated_input(index), 26)
        recording.ask("infer 70 10")


def one_sample(recording):
    recording.identify()
    recording.load(generated_input(0), 26)
    recording.ask("infer 1 0")
    recording.ask("results")


def extension(recording):
    recording.identify()
    recording.ask("tb sync 1f")
    recording.ask("tb caps")
    recording.ask("tb mem")
    recording.ask("tb run")
    for index in range(4):
        data = generated_input(index)
        recording.ask(f"tb run {len(data)} {frame_crc(0, data)}", data)
    data = generated_input(4)
    recording.ask(f"tb open data {len(data)}")
    for at in range(0, len(data), 200):
        part = data[at : at + 200]
        recording.ask(f"tb put {at} {len(part)} {frame_crc(at, part)}", part)
        recording.ask("tb have")
    recording.ask(f"tb put 0 8 {frame_crc(0, b'damaged!')}", b"Damaged!")
    recording.ask("tb run")
    recording.ask(f"tb run {len(data)} {frame_crc(0, data)}", data)
    recording.ask("tb trace")
    recording.ask("tb trace 2 3")
    recording.ask("tb stop 0")
    recording.ask("tb dump 0 0 16")
    recording.ask("tb open plan 16")
    recording.ask(f"tb put 0 16 {frame_crc(0, data[:16])}", data[:16])
    recording.ask("tb check")
    recording.ask("tb run")
    recording.ask("tb nothing")


RECORDINGS = {
    "kws01_accuracy20": (accuracy, ["EXTENSION=0"]),
    "kws01_performance": (performance, ["EXTENSION=0"]),
    "kws01_energy": (energy, ["EXTENSION=0", "ENERGY=1"]),
    "kws01_extension": (extension, []),
    **{
        f"kws01_{quirk}": (one_sample, ["EXTENSION=0", f"QUIRKS={quirk}"])
        for quirk in ("ansi", "chatty", "echo", "lf-only", "no-load-done", "raw-results", "trailing-comma")
    },
}


def main(plan):
    with tempfile.TemporaryDirectory() as folder:
        for name, (dialogue, variables) in RECORDINGS.items():
            make = ["make", "-s", "-C", str(HERE.parent / "Firmware"), f"OUT={folder}/{name}", *variables]
            firmware = subprocess.run(make, check=True, capture_output=True, text=True).stdout.splitlines()[-1]
            recording = Recording(firmware, plan)
            dialogue(recording)
            recording.write(f"{name}.txt")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(sys.argv[1])
