"""Streets with things in them, and in half of the pictures a person: 96 x 96 pixels as a small camera gives them."""

from dataclasses import dataclass
from multiprocessing import Pool

import numpy

from common.canvas import Canvas, colour, lighter
from vww01.figures import DISTRACTORS, person

SIZE = 96
WORKERS = 3
NO_PERSON, PERSON = 0, 1


@dataclass(frozen=True)
class Difficulty:
    """How small a person may be, as a share of the picture's height, and how much of the figure is to be seen at least."""

    smallest: float
    visible: float


def picture(seed, index, label, difficulty):
    """Picture `index` of those of `seed`, without or with a person."""
    random = numpy.random.default_rng((seed, index))
    while True:
        canvas = Canvas(SIZE, random)
        if _draw(canvas, random, label, difficulty.smallest) >= difficulty.visible:
            return _rgb565(canvas.finish(random.uniform(0.2, 1.2), light=(0.6, 1.15), blur=random.uniform(0, 0.5)))


def _draw(canvas, random, label, smallest):
    """Draws a scene, the far things first; returns how much of the person is left to see, and 1 without a person."""
    horizon = _background(canvas, random)
    things = [random.choice(DISTRACTORS) for _ in range(random.integers(1, 3))]
    if label == PERSON:
        things[random.integers(len(things))] = person
    scales = numpy.sort(random.uniform(smallest, 1, len(things)))
    for thing, scale in zip(things, scales):
        _place(canvas, random, scale, horizon)
        empty = canvas.copy()
        thing(canvas)
        if thing is person:
            drawn = canvas.copy()
            figure = (drawn != empty).any(2)
    for _ in range(random.integers(0, 2)):
        _near(canvas, random)
    if label == NO_PERSON:
        return 1.0
    return (canvas.copy() == drawn).all(2)[figure].mean()


def pictures(seed, count, difficulty):
    """Pictures without and with a person in turn as uint8, and their labels; the same ones for any number of workers."""
    labels = numpy.arange(count) % 2
    with Pool(WORKERS) as pool:
        drawn = pool.starmap(picture, ((seed, index, label, difficulty) for index, label in enumerate(labels)), chunksize=50)
    return numpy.array(drawn), labels


def _rgb565(pixels):
    """Cut to 5, 6 and 5 bits, and widened so that black stays 0 and white stays 255."""
    red_blue, green = pixels >> 3, pixels >> 2
    wide = red_blue << 3 | red_blue >> 2
    wide[:, :, 1] = (green << 2 | green >> 4)[:, :, 1]
    return wide


def _background(canvas, random):
    """Sky or wall over ground, with lines of houses, windows or tiles. Returns the height of the horizon."""
    canvas.place(0, 0, 1)
    horizon = random.uniform(0.3, 0.65)
    far, ground = colour(random, (90, 95, 100), (215, 220, 230)), colour(random, (60, 65, 50), (170, 165, 150))
    canvas.box(0, 0, 1, horizon, far)
    canvas.box(0, horizon, 1, 1, ground)
    for _ in range(random.integers(0, 4)):
        left, width, top = random.uniform(-0.1, 1), random.uniform(0.06, 0.3), random.uniform(0, horizon)
        wall = lighter(colour(random, (80, 75, 70), (190, 180, 175)), random.uniform(0.5, 1.1))
        canvas.box(left, top, left + width, horizon, wall)
        for y in numpy.arange(top + 0.04, horizon - 0.04, 0.09):
            canvas.box(left + width * 0.3, y, left + width * 0.6, y + 0.04, lighter(wall, random.choice([0.6, 1.4])))
    for y in numpy.arange(horizon, 1, random.uniform(0.06, 0.4)):
        canvas.limb([(-0.1, y), (1.1, y + random.uniform(-0.02, 0.02))], 0.008, lighter(ground, 0.85))
    return horizon


def _place(canvas, random, scale, horizon):
    """Goes to a spot on the ground, nearer for what is larger, and darkens it with the shadow of what will stand there."""
    x = random.uniform(0.12, 0.88)
    y = min(horizon + scale * random.uniform(0.3, 0.7), 1.05)
    canvas.shade(x + random.uniform(-0.08, 0.08) * scale, y, 0.28 * scale, 0.06 * scale, random.uniform(0.1, 0.6))
    canvas.place(x, y, scale, random.normal(0, 0.06), random.random() < 0.5)


def _near(canvas, random):
    """Something close to the camera that hides what is behind it: a fence, a bush or an edge."""
    paint = lighter(colour(random, (50, 50, 45), (170, 165, 160)), random.uniform(0.4, 1.1))
    canvas.place(random.uniform(0, 1), random.uniform(0.6, 1.05), 1)
    match random.integers(3):
        case 0:
            canvas.limb([(-0.25, 0), (0.25, random.uniform(-0.1, 0.1))], random.uniform(0.02, 0.07), paint)
        case 1:
            for _ in range(4):
                canvas.ellipse(*random.normal(0, 0.05, 2), random.uniform(0.04, 0.12), random.uniform(0.04, 0.09),
                               lighter(paint, random.uniform(0.8, 1.2)))
        case _:
            width = random.uniform(0.01, 0.05)
            canvas.box(-width, -0.8, width, 0.5, paint)
