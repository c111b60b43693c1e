"""Writes the files of the starter pack so that the same content gives the same bytes."""

import gzip
import io
import zipfile
from pathlib import Path

from PIL import Image

from common import tflite

PACK = Path(__file__).resolve().parents[2] / "Starter"
EPOCH = (1980, 1, 1, 0, 0, 0)


def write(task, network, description, test, calibration, classes, window=()):
    """Writes what a recipe makes of a task: the folded network, and its test and calibration inputs.

    Inputs are (name, bytes, class); `window` is the length and the stride in bytes where an input is cut into windows.
    """
    folder = PACK / task
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / f"{task}_starter_float.tflite"
    tflite.write(network, model, description)
    _compress(model)
    _write_samples(folder / "samples.zip", test, classes, window)
    _write_samples(folder / "calibration.zip", calibration, classes, window)


def _write_samples(path, samples, classes, window):
    """Writes a zip of the inputs and of `y_labels.csv`, which lists them in their order."""
    lines = [",".join(map(str, (name, classes, label, *window))) for name, _, label in samples]
    files = {name: data for name, data, _ in samples}
    files["y_labels.csv"] = ("\n".join(lines) + "\n").encode("ascii")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])


def _compress(path):
    """Replaces a file by its `.gz`, without name or date inside."""
    data = path.read_bytes()
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(data, 9, mtime=0))
    path.unlink()


def pictures(prefix, pixels, labels, names):
    """Pictures (N x height x width x 3 bytes) as PNG, with the names of their classes in their own."""
    return [(f"{prefix}_{index:06d}_{names[label]}.png", _png(picture), int(label))
            for index, (picture, label) in enumerate(zip(pixels, labels))]


def _png(pixels):
    stream = io.BytesIO()
    Image.fromarray(pixels, "RGB").save(stream, "PNG", optimize=True)
    return stream.getvalue()
