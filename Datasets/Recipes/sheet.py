"""Draws `Starter/sheet.png`, a look at the pack: its first test inputs. Run as `python3 -m sheet` in `Datasets/Recipes`."""

import io
import zipfile

import numpy
from PIL import Image

from ad01.frontend import BANDS
from common.pack import PACK

COLUMNS, TILE = 10, 96


def inputs(task, count):
    """The first `count` inputs of a task's samples, in the order of their list."""
    with zipfile.ZipFile(PACK / task / "samples.zip") as archive:
        names = [line.split(",")[0] for line in archive.read("y_labels.csv").decode().splitlines()]
        return [archive.read(name) for name in names[:count]]


def picture(data):
    return Image.open(io.BytesIO(data)).resize((TILE, TILE), Image.NEAREST)


def spectrogram(data):
    """Time to the right, high tones at the top, -50 dB black and 10 dB white."""
    decibels = numpy.frombuffer(data, "<f4").reshape(-1, BANDS).T[::-1]
    grey = numpy.clip((decibels + 50) / 60 * 255, 0, 255).astype(numpy.uint8)
    return Image.fromarray(grey).resize((TILE, TILE)).convert("RGB")


def main():
    tiles = [picture(data) for data in inputs("vww01", 2 * COLUMNS) + inputs("ic01", 2 * COLUMNS)]
    tiles += [spectrogram(data) for data in inputs("ad01", COLUMNS)]
    sheet = Image.new("RGB", (COLUMNS * TILE, len(tiles) // COLUMNS * TILE))
    for index, tile in enumerate(tiles):
        sheet.paste(tile, (index % COLUMNS * TILE, index // COLUMNS * TILE))
    sheet.quantize(128, dither=Image.Dither.NONE).save(PACK / "sheet.png", optimize=True)


if __name__ == "__main__":
    main()
