"""A person from limbs, and things that stand where a person might. Units: the height from the feet (0, 0) to the crown (0, -1)."""

import numpy

from common.canvas import colour, lighter


def person(canvas):
    """A figure in some pose and clothes, seen from the front, the side or the back."""
    random = canvas.random
    skin = lighter(colour(random, (150, 100, 75), (225, 180, 155)), random.uniform(0.45, 1.1))
    shirt, trousers = _cloth(random), _cloth(random)
    wide = random.uniform(0.10, 0.15)
    hip, neck = numpy.array([0, -0.50]), numpy.array([random.normal(0, 0.04), -0.83])
    _legs(canvas, hip, wide, trousers)
    _arm(canvas, neck + (-wide, 0.04), -1, shirt, skin)
    canvas.limb([neck, neck + (0, -0.06)], 0.06, skin)
    shoulders, waist = wide * 0.95, wide * random.uniform(0.6, 0.9)
    canvas.polygon([neck + (-shoulders, 0.02), neck + (shoulders, 0.02), hip + (waist, 0.04), hip + (-waist, 0.04)], shirt)
    canvas.limb([neck + (-shoulders * 0.7, 0.03), neck + (shoulders * 0.7, 0.03)], 0.06, shirt)
    if random.random() < 0.25:
        hem = random.uniform(-0.38, -0.15)
        canvas.polygon([hip + (-waist, -0.05), hip + (waist, -0.05), (0.16, hem), (-0.16, hem)], shirt)
    _arm(canvas, neck + (wide, 0.04), 1, shirt, skin)
    _head(canvas, neck + (random.normal(0, 0.01), -0.11), skin)


def _cloth(random):
    return lighter(colour(random, (40, 40, 45), (210, 205, 210)), random.uniform(0.4, 1.1))


def _legs(canvas, hip, wide, trousers):
    random = canvas.random
    stride = random.uniform(0, 0.16)
    for side, shade in ((-1, 0.8), (1, 1.0)):
        foot = numpy.array([side * (0.04 + stride), random.uniform(-0.03, 0.0)])
        knee = (hip + foot) / 2 + (random.uniform(-0.02, 0.05), 0)
        canvas.limb([hip + (side * wide * 0.45, 0), knee, foot + (0, -0.04)], 0.085, lighter(trousers, shade))
        canvas.limb([foot + (0, -0.02), foot + (0.05, -0.015)], 0.045, (35, 30, 30))


def _arm(canvas, shoulder, side, shirt, skin):
    """Hanging, bent or raised."""
    random = canvas.random
    upper = random.choice([random.normal(0.2, 0.15), random.normal(0.9, 0.3), random.normal(2.4, 0.3)], p=[0.6, 0.25, 0.15])
    lower = upper + random.uniform(-0.2, 0.9)
    elbow = shoulder + 0.17 * numpy.array([side * numpy.sin(upper), numpy.cos(upper)])
    hand = elbow + 0.17 * numpy.array([side * numpy.sin(lower), numpy.cos(lower)])
    canvas.limb([elbow, hand], 0.045, skin if random.random() < 0.5 else shirt)
    canvas.limb([shoulder, elbow], 0.06, lighter(shirt, 0.9))
    canvas.ellipse(*hand, 0.03, 0.03, skin)


def _head(canvas, centre, skin):
    random = canvas.random
    hair = lighter((110, 80, 55), random.uniform(0.15, 1.8))
    if random.random() < 0.3:
        canvas.ellipse(*(centre + (0, 0.03)), 0.075, 0.11, hair)
    canvas.ellipse(*centre, 0.055, 0.072, skin)
    turned = random.choice([0, -0.02, 0.02])
    canvas.ellipse(*(centre + (turned, -0.03)), 0.06, 0.05, hair)
    if random.random() < 0.15:
        canvas.ellipse(*centre, 0.06, 0.075, hair)
    elif random.random() < 0.2:
        hat = _cloth(random)
        canvas.ellipse(*(centre + (0, -0.045)), 0.1, 0.02, hat)
        canvas.ellipse(*(centre + (0, -0.06)), 0.058, 0.045, hat)


def tree(canvas):
    random = canvas.random
    bark, leaf = colour(random, (50, 35, 20), (120, 95, 70)), colour(random, (25, 60, 15), (130, 150, 60))
    canvas.limb([(0, 0), (random.normal(0, 0.05), -0.6)], random.uniform(0.06, 0.14), bark)
    for _ in range(random.integers(3, 8)):
        canvas.ellipse(random.normal(0, 0.14), random.uniform(-1, -0.5), random.uniform(0.1, 0.22), random.uniform(0.08, 0.18),
                       lighter(leaf, random.uniform(0.7, 1.2)))


def post(canvas):
    """A lamp post or a road sign: a straight stick with something round or square on top."""
    random = canvas.random
    canvas.limb([(0, 0), (0, -0.9)], random.uniform(0.03, 0.09), colour(random, (60, 60, 60), (170, 170, 170)))
    top = colour(random, (90, 40, 40), (235, 220, 200))
    if random.random() < 0.5:
        canvas.ellipse(0, -0.9, random.uniform(0.05, 0.13), random.uniform(0.06, 0.13), top)
    else:
        canvas.box(-0.12, -1, 0.12, random.uniform(-0.85, -0.65), top)


def coat_stand(canvas):
    """A coat, often with a hat above it, on a stand: a torso without a head or legs."""
    random = canvas.random
    canvas.limb([(0, 0), (0, -0.97)], 0.035, colour(random, (70, 45, 25), (130, 100, 80)))
    for side in (-1, 1):
        canvas.limb([(0, -0.08), (side * 0.13, 0)], 0.03, (80, 55, 35))
    coat, hem = _cloth(random), random.uniform(-0.42, -0.2)
    canvas.polygon([(-0.09, -0.82), (0.09, -0.82), (random.uniform(0.12, 0.19), hem), (random.uniform(-0.19, -0.12), hem)], coat)
    for side in (-1, 1):
        canvas.limb([(side * 0.1, -0.78), (side * random.uniform(0.12, 0.18), random.uniform(-0.55, -0.45))], 0.06, lighter(coat, 0.85))
    if random.random() < 0.6:
        hat = _cloth(random)
        canvas.ellipse(0, -0.9, 0.1, 0.025, hat)
        canvas.ellipse(0, -0.93, 0.06, 0.05, hat)


def animal(canvas):
    """A four-legged animal, half as high as a person."""
    random = canvas.random
    fur = lighter(colour(random, (110, 80, 55), (180, 150, 120)), random.uniform(0.3, 1.3))
    tall = random.uniform(0.3, 0.5)
    for x in (-0.22, -0.14, 0.14, 0.2):
        canvas.limb([(x, -tall), (x + random.normal(0, 0.03), 0)], 0.06, lighter(fur, 0.8))
    canvas.limb([(-0.2, -tall), (0.18, -tall)], 0.2, fur)
    canvas.limb([(0.18, -tall), (0.32, -tall - random.uniform(0.08, 0.3))], 0.11, fur)
    canvas.ellipse(0.36, -tall - random.uniform(0.15, 0.3), 0.1, 0.07, fur, 0.4)
    canvas.limb([(-0.28, -tall), (-0.4, -tall + random.uniform(-0.2, 0.15))], 0.04, fur)


def crate(canvas):
    """A box, a bin or a door: upright, and as large as a person."""
    random = canvas.random
    side, paint = random.uniform(0.12, 0.3), _cloth(random)
    top = random.uniform(-0.95, -0.4)
    canvas.box(-side, top, side, 0, paint)
    canvas.box(-side * 0.8, top + 0.05, side * 0.8, top + 0.12, lighter(paint, random.choice([0.7, 1.3])))


def snowman(canvas):
    """Balls on balls with a hat: a head and a body, and no person."""
    random = canvas.random
    paint = lighter((220, 222, 228), random.uniform(0.6, 1.1))
    for y, radius in ((-0.22, 0.22), (-0.58, 0.16), (-0.83, 0.1)):
        canvas.ellipse(0, y, radius, radius, paint)
    for side in (-1, 1):
        canvas.limb([(side * 0.14, -0.62), (side * 0.36, random.uniform(-0.8, -0.5))], 0.025, (70, 50, 30))
    canvas.box(-0.08, -1.02, 0.08, -0.9, (30, 30, 35))


DISTRACTORS = (tree, post, coat_stand, animal, crate, snowman)
