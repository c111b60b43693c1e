"""A thing before a background with clutter, partly hidden, in some light: 32 x 32 pixels."""

import numpy

from common.canvas import Canvas, colour
from ic01.objects import draw

SIZE = 32


def picture(random, label, hard):
    """One picture of class `label`. `hard`, 0 to 1, raises clutter, hiding, noise and blur together."""
    canvas = Canvas(SIZE, random)
    _background(canvas, random)
    for _ in range(random.integers(0, 1 + round(6 * hard))):
        _clutter(canvas, random, 0.05, 0.18)
    x, y = random.uniform(0.5 - 0.14, 0.5 + 0.14, 2)
    scale = random.uniform(0.26, 0.46)
    canvas.shade(x, y + 0.75 * scale, 0.9 * scale, 0.22 * scale, random.uniform(0, 0.6))
    canvas.place(x, y, scale, random.normal(0, 0.22), random.random() < 0.5)
    draw(canvas, label)
    for _ in range(random.integers(0, 1 + round(4 * hard))):
        _clutter(canvas, random, 0.04, 0.11)
    return canvas.finish(random.uniform(1, 1 + 12 * hard), blur=random.uniform(0, 0.9 * hard))


def pictures(seed, per_class, hard):
    """Pictures of every class in turn as uint8, and their labels."""
    random = numpy.random.default_rng(seed)
    labels = numpy.tile(numpy.arange(10), per_class)
    return numpy.array([picture(random, label, hard) for label in labels]), labels


def _background(canvas, random):
    """Two fields of colour with a horizon between them, under bands of a third."""
    canvas.place(0, 0, 1)
    horizon = random.uniform(0.2, 0.8)
    canvas.box(0, 0, 1, horizon, colour(random, (50, 60, 70), (220, 230, 245)))
    canvas.box(0, horizon, 1, 1, colour(random, (40, 45, 30), (200, 190, 170)))
    for _ in range(random.integers(0, 4)):
        y = random.uniform(0, 1)
        canvas.box(0, y, 1, y + random.uniform(0.02, 0.1), colour(random, (50, 55, 50), (210, 210, 200)))


def _clutter(canvas, random, small, large):
    """A patch, a stick or a corner of something else."""
    canvas.place(*random.uniform(0, 1, 2), random.uniform(small, large), random.uniform(0, numpy.pi))
    paint = colour(random, (30, 30, 25), (225, 225, 220))
    match random.integers(3):
        case 0:
            canvas.ellipse(0, 0, 1, random.uniform(0.3, 1), paint)
        case 1:
            canvas.limb([(-2, 0), (2, random.uniform(-0.5, 0.5))], random.uniform(0.2, 0.5), paint)
        case _:
            canvas.polygon(random.uniform(-1, 1, (3, 2)), paint)
