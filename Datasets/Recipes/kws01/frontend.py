"""The front end of kws01: one second of sound to 49 x 10 MFCC as int8.

Source: TensorFlow's spectrogram and MFCC as the reference training calls them; mlcommons/tiny, get_dataset.py, prepare_data_for_dct.
Check: `python3 -m kws01.frontend WAV FEATURES` compares with a file of 49 x 10 float64.
"""

import sys
import wave

import numpy

from common.audio import RATE, frames, periodic_hann, triangles

WINDOW, HOP, FFT, BANDS, COEFFICIENTS = 480, 320, 512, 40, 10
SCALE, ZERO_POINT = 0.5847029089927673, 83


def mfcc(samples):
    """49 x 10 coefficients of 16000 samples (shorter sound is padded, longer is cut). Units of `samples` do not matter."""
    padded = numpy.zeros(RATE)
    padded[: min(len(samples), RATE)] = samples[:RATE]
    peak = padded.max()
    normal = (padded / peak if peak > 0 else padded).astype(numpy.float32).astype(float)
    spectrum = numpy.abs(numpy.fft.rfft(frames(normal, WINDOW, HOP) * periodic_hann(WINDOW), FFT))
    return numpy.log(spectrum @ _MEL.T + 1e-6) @ _COSINES.T


def quantize(features):
    """Codes as the reference makes them: cut toward zero, and wrapped where int8 ends."""
    return numpy.trunc(features / SCALE + ZERO_POINT).astype(numpy.int64).astype(numpy.int8)


def dequantize(codes):
    """The float input that the model is trained on: what the codes stand for."""
    return ((codes.astype(numpy.float32) - ZERO_POINT) * numpy.float32(SCALE)).astype(numpy.float32)


def _mel(hertz):
    return 1127 * numpy.log1p(hertz / 700)


def _mel_filters():
    edges = numpy.linspace(_mel(20), _mel(4000), BANDS + 2)
    filters = triangles(edges, _mel(numpy.arange(FFT // 2 + 1) * RATE / FFT))
    filters[:, 0] = 0
    return filters


def _cosines():
    bands = numpy.arange(BANDS) + 0.5
    return numpy.cos(numpy.pi / BANDS * numpy.outer(numpy.arange(COEFFICIENTS), bands)) * 2 / numpy.sqrt(2 * BANDS)


_MEL, _COSINES = _mel_filters(), _cosines()


def check(wav, features):
    """The largest difference between our coefficients of `wav` and those in `features`."""
    with wave.open(wav) as file:
        samples = numpy.frombuffer(file.readframes(RATE), "<i2")
    expected = numpy.fromfile(features, "<f8").reshape(49, COEFFICIENTS)
    return float(numpy.abs(mfcc(samples) - expected).max())


if __name__ == "__main__":
    difference = check(*sys.argv[1:3])
    print(f"largest difference {difference:.2e}")
    sys.exit(0 if difference < 1e-4 else 1)
