"""The front end of ad01: log-mel frames in dB.

Source: librosa's melspectrogram and mel filters (Slaney scale and norm) as mlcommons/tiny, anomaly_detection/common.py calls them.
Check: `python3 -m ad01.frontend WAV FEATURES` compares with a file of frames x 128 float64.
"""

import sys
import wave

import numpy

from common.audio import RATE, frames, periodic_hann, triangles

WINDOW, HOP, BANDS = 1024, 512, 128
_LINEAR_HERTZ, _KNEE_HERTZ, _LOG_STEP = 200 / 3, 1000, numpy.log(6.4) / 27


def log_mel(samples):
    """Frames x 128 dB of samples in -1..1, padded by half a window on both sides."""
    padded = numpy.pad(samples, WINDOW // 2, "reflect")
    power = numpy.abs(numpy.fft.rfft(frames(padded, WINDOW, HOP) * periodic_hann(WINDOW))) ** 2
    return 10 * numpy.log10(power @ _MEL.T + numpy.finfo(float).eps)


def _hertz(mel):
    """The Slaney scale: linear up to 1000 Hz, logarithmic above."""
    knee = _KNEE_HERTZ / _LINEAR_HERTZ
    return numpy.where(mel < knee, mel * _LINEAR_HERTZ, _KNEE_HERTZ * numpy.exp(_LOG_STEP * (mel - knee)))


def _mel_filters():
    top = _KNEE_HERTZ / _LINEAR_HERTZ + numpy.log(RATE / 2 / _KNEE_HERTZ) / _LOG_STEP
    edges = _hertz(numpy.linspace(0, top, BANDS + 2))
    filters = triangles(edges, numpy.arange(WINDOW // 2 + 1) * RATE / WINDOW)
    return filters * (2 / (edges[2:] - edges[:-2]))[:, None]


_MEL = _mel_filters()


def check(wav, features):
    """The largest difference in dB between our frames of `wav` and those in `features`."""
    with wave.open(wav) as file:
        data = numpy.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, file.getnchannels())
    expected = numpy.fromfile(features, "<f8").reshape(-1, BANDS)
    return float(numpy.abs(log_mel(data[:, 0] / 32768) - expected).max())


if __name__ == "__main__":
    difference = check(*sys.argv[1:3])
    print(f"largest difference {difference:.2e} dB")
    sys.exit(0 if difference < 1e-5 else 1)
