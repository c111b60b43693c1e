"""What both audio front ends and both sound generators share: frames, mel filters, noise, resampling."""

import numpy

RATE = 16000


def frames(samples, length, hop):
    """Overlapping frames as rows, as many as fit."""
    return numpy.lib.stride_tricks.sliding_window_view(samples, length)[::hop]


def periodic_hann(length):
    """The Hann window whose period is `length`."""
    return 0.5 - 0.5 * numpy.cos(2 * numpy.pi * numpy.arange(length) / length)


def triangles(edges, positions):
    """Filters as rows: filter i rises from edges[i] to edges[i + 1] and falls to edges[i + 2], linear in the unit of both."""
    low, centre, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    rising, falling = (positions - low) / (centre - low), (high - positions) / (high - centre)
    return numpy.maximum(0, numpy.minimum(rising, falling))


def resample(samples, rate_in, rate_out):
    """Changes the rate through the spectrum; what the new rate cannot hold is dropped."""
    count = round(len(samples) * rate_out / rate_in)
    spectrum = numpy.fft.rfft(samples)
    kept = numpy.zeros(count // 2 + 1, complex)
    shared = min(len(kept), len(spectrum))
    kept[:shared] = spectrum[:shared]
    return numpy.fft.irfft(kept, count) * (count / len(samples))


def coloured_noise(random, count, exponent):
    """Noise of unit deviation whose power falls as 1 / f^exponent: 0 is white, 1 is pink, 2 is brown."""
    spectrum = numpy.fft.rfft(random.standard_normal(count))
    bins = numpy.maximum(numpy.arange(len(spectrum)), 2)
    return unit(numpy.fft.irfft(spectrum / bins ** (exponent / 2), count))


def unit(samples):
    """Scaled to a root mean square of 1; silence stays silence."""
    level = numpy.sqrt(numpy.mean(samples**2))
    return samples / level if level > 0 else samples


def decibels(gain_db):
    """The amplitude factor of a gain in dB."""
    return 10 ** (gain_db / 20)
