"""The sound of a small machine in a room: a motor with a gear, and three things that can be wrong with it."""

from dataclasses import dataclass

import numpy

from common.audio import RATE, coloured_noise, decibels

FAULTS = ("wear", "knocks", "detuning")
CLIP = 23 * 512  # 24 frames


@dataclass(frozen=True)
class Machine:
    """What stays the same from clip to clip: speed in Hz, teeth of the gear, and the levels of its partials."""

    speed: float
    teeth: int
    partials: numpy.ndarray
    resonance: float


def machines():
    """The four machines of the task; each is heard in training and in the test."""
    random = numpy.random.default_rng(7)
    return [Machine(speed, int(random.integers(11, 19)), random.uniform(0.2, 1, 24) / numpy.arange(1, 25) ** 0.7,
                    random.uniform(1500, 3500)) for speed in (38.0, 45.0, 52.0, 61.0)]


def clip(random, machine, fault=None, severity=0.0):
    """One clip in -1..1. `severity` 0 sounds normal, 1 is plainly broken."""
    time = numpy.arange(CLIP) / RATE
    load = random.uniform(-1, 1)
    slip = severity * random.choice([-0.09, 0.09]) if fault == "detuning" else 0.0
    speed = machine.speed * (1 + 0.02 * load + slip)
    phase = 2 * numpy.pi * speed * time + random.uniform(0, 6) + 0.3 * numpy.sin(2 * numpy.pi * random.uniform(2, 5) * time)
    sound = _motor(random, machine, phase) + _gear(random, machine, phase, load)
    sound += 0.25 * decibels(2 * load) * coloured_noise(random, CLIP, 1)
    if fault == "wear":
        sound += severity * _wear(random, machine, phase)
    elif fault == "knocks":
        sound += severity * _knocks(random, machine, time)
    room = coloured_noise(random, CLIP, random.uniform(0.6, 1.6)) * decibels(random.uniform(-22, -8))
    return 0.04 * decibels(random.uniform(-2, 2)) * (sound + room)


def _motor(random, machine, phase):
    levels = machine.partials * decibels(random.normal(0, 1, len(machine.partials)))
    return sum(level * numpy.sin(order * phase + random.uniform(0, 6)) for order, level in enumerate(levels, 1))


def _gear(random, machine, phase, load):
    """The mesh of the teeth and its octave, swelling once a turn."""
    swell = 1 + 0.3 * numpy.sin(phase + random.uniform(0, 6))
    mesh = sum(numpy.sin(machine.teeth * octave * phase) / octave for octave in (1, 2, 3))
    return 0.35 * decibels(3 * load) * swell * mesh


def _wear(random, machine, phase):
    """Side bands round the mesh and a hiss where the bearing rings."""
    uneven = numpy.sin(2.37 * phase) * numpy.sin((machine.teeth * 1.5 + 0.43) * phase)
    hiss = coloured_noise(random, CLIP, 0) * (1 + numpy.sin(4.6 * phase))
    return 0.5 * uneven + 0.25 * _ring(hiss, machine.resonance * 1.6, 0.2)


def _knocks(random, machine, time):
    """A blow every few turns that makes the housing ring."""
    period = 1 / (machine.speed / random.uniform(3, 6))
    since = (time + random.uniform(0, period)) % period
    return 2.5 * numpy.exp(-since / 0.012) * numpy.sin(2 * numpy.pi * machine.resonance * since)


def _ring(noise, centre, width):
    """Noise through a resonance `width` octaves wide, at unit level."""
    spectrum = numpy.fft.rfft(noise)
    hertz = numpy.maximum(numpy.fft.rfftfreq(len(noise), 1 / RATE), 1)
    passed = numpy.fft.irfft(spectrum * numpy.exp(-((numpy.log2(hertz / centre) / width) ** 2)), len(noise))
    return passed / numpy.sqrt(numpy.mean(passed**2))
