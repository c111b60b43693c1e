"""Ten things to tell apart, drawn in a unit square from -1 to 1. Proportions vary, and neighbours in the list overlap."""

from common.canvas import colour, lighter

CLASSES = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]


def draw(canvas, label):
    """Draws a thing of class `label` in the canvas's frame."""
    (_airplane, _automobile, _bird, _cat, _deer, _dog, _frog, _horse, _ship, _truck)[label](canvas, canvas.random)


def _paint(random):
    return colour(random, (40, 40, 40), (235, 235, 235))


def _fur(random):
    shade = random.uniform(0.35, 1.3)
    return lighter(colour(random, (120, 85, 50), (180, 140, 105)), shade)


def _airplane(canvas, random):
    body = _paint(random)
    wing, thick = lighter(body, 0.75), random.uniform(0.11, 0.19)
    sweep = random.uniform(0.15, 0.5)
    if random.random() < 0.5:
        canvas.limb([(-0.85, 0), (0.8, 0)], 2 * thick, body)
        for side in (-1, 1):
            canvas.polygon([(0.25, 0), (-0.15, 0), (-0.15 - sweep, side * 0.9), (0.05 - sweep, side * 0.9)], wing)
            canvas.polygon([(-0.6, 0), (-0.85, 0), (-1, side * 0.35), (-0.85, side * 0.35)], wing)
        return
    canvas.polygon([(-0.55, 0), (-0.95, -0.55), (-0.75, -0.55), (-0.25, 0)], wing)
    canvas.limb([(-0.85, 0), (0.75, 0.05)], 2 * thick, body)
    canvas.polygon([(0.3, 0.02), (-0.1, 0.02), (-0.3 - sweep, 0.45), (-0.1 - sweep, 0.45)], lighter(body, 0.6))
    canvas.limb([(0.65, -0.03), (0.75, -0.03)], 0.1, (50, 60, 80))


def _wheels(canvas, places, y, radius):
    for x in places:
        canvas.ellipse(x, y, radius, radius, (25, 25, 28))
        canvas.ellipse(x, y, radius * 0.45, radius * 0.45, (150, 150, 150))


def _automobile(canvas, random):
    body, roof = _paint(random), random.uniform(-0.6, -0.35)
    back, front = random.uniform(-0.85, -0.45), random.uniform(0.25, 0.55)
    canvas.polygon([(back, -0.05), (back + 0.2, roof), (front - 0.3, roof), (front, -0.05)], body)
    glass = colour(random, (60, 80, 100), (150, 180, 200))
    canvas.polygon([(back + 0.1, -0.05), (back + 0.25, roof + 0.08), (-0.1, roof + 0.08), (-0.1, -0.05)], glass)
    canvas.polygon([(0, -0.05), (0, roof + 0.08), (front - 0.33, roof + 0.08), (front - 0.1, -0.05)], glass)
    canvas.limb([(-0.85, 0.15), (0.85, 0.18)], 0.4, body)
    _wheels(canvas, (-0.55, 0.55), 0.36, random.uniform(0.18, 0.25))


def _truck(canvas, random):
    cab, load, top = _paint(random), _paint(random), random.uniform(-0.75, -0.35)
    split = random.uniform(0.2, 0.45)
    canvas.box(-0.95, top, split, 0.25, load)
    canvas.polygon([(split + 0.04, 0.25), (split + 0.04, top + 0.15), (0.75, top + 0.15), (0.95, -0.05), (0.95, 0.25)], cab)
    canvas.polygon([(split + 0.15, -0.08), (split + 0.15, top + 0.25), (0.72, top + 0.25), (0.82, -0.08)], (110, 140, 160))
    canvas.box(-0.95, 0.22, 0.95, 0.34, (60, 60, 62))
    places = (-0.7, -0.35, 0.65) if random.random() < 0.5 else (-0.6, 0.65)
    _wheels(canvas, places, 0.4, random.uniform(0.16, 0.23))


def _ship(canvas, random):
    hull, deck = _paint(random), _paint(random)
    line, bow = random.uniform(0.05, 0.2), random.uniform(0.15, 0.4)
    canvas.polygon([(-0.95, line), (0.98, line - 0.08), (0.98 - bow, 0.5), (-0.8, 0.5)], hull)
    left, right = random.uniform(-0.75, -0.3), random.uniform(0.1, 0.45)
    canvas.box(left, line - 0.28, right, line, deck)
    canvas.box(left + 0.12, line - 0.45, right - 0.15, line - 0.28, lighter(deck, 0.85))
    if random.random() < 0.5:
        canvas.limb([(0, line - 0.4), (0, -0.9)], 0.05, (60, 50, 40))
        canvas.polygon([(0.05, -0.85), (0.05, line - 0.45), (0.6, line - 0.4)], (225, 220, 205))
    else:
        canvas.box(left + 0.2, line - 0.75, left + 0.4, line - 0.45, lighter(hull, 0.7))


def _bird(canvas, random):
    body = colour(random, (60, 50, 40), (200, 170, 160))
    wing, fat = lighter(body, 0.7), random.uniform(0.24, 0.36)
    canvas.polygon([(-0.4, 0.0), (-0.95, 0.1), (-0.9, 0.32), (-0.35, 0.25)], wing)
    canvas.ellipse(0, 0.1, 0.52, fat, body, -0.25)
    canvas.ellipse(0.48, -0.2, 0.23, 0.21, body)
    canvas.polygon([(0.66, -0.28), (0.98, -0.15), (0.66, -0.1)], (230, 160, 40))
    canvas.ellipse(0.55, -0.25, 0.05, 0.05, (10, 10, 10))
    if random.random() < 0.4:
        canvas.polygon([(-0.2, 0), (0.2, 0), (-0.1, -0.9), (-0.5, -0.75)], wing)
        return
    canvas.ellipse(-0.1, 0.1, 0.34, fat * 0.6, wing, -0.35)
    for x in (-0.05, 0.12):
        canvas.limb([(x, 0.35), (x + 0.03, 0.8)], 0.06, (190, 130, 50))


def _legs(canvas, random, hip, shoulder, top, bottom, width, fur):
    for x, shade in ((hip + 0.1, 0.7), (shoulder - 0.1, 0.7), (hip, 1), (shoulder, 1)):
        step = random.uniform(-0.12, 0.12)
        canvas.limb([(x, top), (x + step / 2, (top + bottom) / 2), (x + step, bottom)], width, lighter(fur, shade))


def _cat(canvas, random):
    fur, body = _fur(random), random.uniform(0.2, 0.27)
    canvas.limb([(-0.5, 0.1), (-0.8, random.uniform(-0.3, 0.1)), (-0.75, random.uniform(-0.8, -0.3))], 0.11, fur)
    _legs(canvas, random, -0.4, 0.3, 0.25, 0.8, 0.15, fur)
    canvas.limb([(-0.4, 0.15), (0.3, 0.12)], 2 * body, fur)
    for x in (0.35, 0.62):
        canvas.polygon([(x - 0.1, -0.25), (x + random.uniform(-0.03, 0.03), -0.6), (x + 0.12, -0.25)], lighter(fur, 0.85))
    canvas.ellipse(0.5, -0.15, 0.28, random.uniform(0.22, 0.27), fur)
    for x in (0.42, 0.62):
        canvas.ellipse(x, -0.18, 0.05, 0.06, (70, 160, 70))


def _dog(canvas, random):
    fur, body = _fur(random), random.uniform(0.2, 0.29)
    canvas.limb([(-0.5, 0.05), (-0.75, random.uniform(-0.3, 0.05)), (-0.9, random.uniform(-0.5, 0.1))], 0.12, fur)
    _legs(canvas, random, -0.42, 0.3, 0.2, 0.82, 0.17, fur)
    canvas.limb([(-0.42, 0.1), (0.3, 0.06)], 2 * body, fur)
    canvas.limb([(0.3, 0), (0.5, -0.3)], 0.26, fur)
    canvas.ellipse(0.52, -0.33, 0.25, 0.22, fur)
    canvas.limb([(0.6, -0.28), (random.uniform(0.82, 0.95), -0.22)], 0.2, lighter(fur, 0.92))
    canvas.ellipse(0.38, -0.28, 0.1, random.uniform(0.18, 0.28), lighter(fur, 0.6), 0.25)
    canvas.ellipse(0.93, -0.27, 0.06, 0.05, (15, 15, 15))


def _neck(canvas, random, fur, width):
    """A long neck and a long face; returns where the forehead is."""
    head = (random.uniform(0.5, 0.68), random.uniform(-0.62, -0.45))
    canvas.limb([(0.3, 0), head], width, fur)
    canvas.limb([head, (head[0] + random.uniform(0.22, 0.32), head[1] + 0.2)], 0.18, fur)
    canvas.polygon([(head[0] - 0.08, head[1]), (head[0] - 0.05, head[1] - 0.2), (head[0] + 0.06, head[1] - 0.05)], fur)
    return head


def _deer(canvas, random):
    fur = _fur(random)
    _legs(canvas, random, -0.42, 0.28, 0.15, 0.92, 0.09, fur)
    canvas.limb([(-0.42, 0.05), (0.28, 0.02)], random.uniform(0.34, 0.44), fur)
    canvas.ellipse(-0.62, 0.0, 0.08, 0.11, (235, 225, 210))
    x, y = _neck(canvas, random, fur, random.uniform(0.14, 0.2))
    if random.random() < 0.75:
        horn, tall = (205, 185, 150), random.uniform(0.25, 0.4)
        for lean in (-0.22, 0.12):
            canvas.limb([(x, y - 0.05), (x + lean, y - tall)], 0.05, horn)
            canvas.limb([(x + lean / 2, y - tall / 2), (x + lean / 2 + 0.16, y - tall * 0.9)], 0.05, horn)


def _horse(canvas, random):
    fur = _fur(random)
    mane = lighter(fur, random.choice([0.35, 0.5, 1.4]))
    canvas.limb([(-0.5, -0.05), (-0.75, 0.1), (-0.8, random.uniform(0.4, 0.7))], 0.14, mane)
    _legs(canvas, random, -0.45, 0.3, 0.15, 0.92, 0.13, fur)
    canvas.limb([(-0.42, 0.0), (0.28, 0.0)], random.uniform(0.42, 0.54), fur)
    x, y = _neck(canvas, random, fur, random.uniform(0.22, 0.3))
    canvas.limb([(0.14, -0.2), (x - 0.14, y - 0.02)], random.uniform(0.08, 0.15), mane)


def _frog(canvas, random):
    skin = lighter(colour(random, (60, 100, 30), (140, 170, 80)), random.uniform(0.5, 1.2))
    for side in (-1, 1):
        canvas.limb([(side * 0.4, 0.3), (side * random.uniform(0.75, 0.9), 0.1), (side * 0.65, 0.55), (side * 0.95, 0.6)], 0.18,
                    lighter(skin, 0.8))
        canvas.limb([(side * 0.25, 0.35), (side * 0.35, 0.65)], 0.13, lighter(skin, 0.9))
    canvas.ellipse(0, 0.2, random.uniform(0.48, 0.58), random.uniform(0.32, 0.42), skin)
    for side in (-1, 1):
        canvas.ellipse(side * 0.26, -0.15, 0.15, 0.15, skin)
        canvas.ellipse(side * 0.26, -0.17, 0.07, 0.08, (20, 20, 10))
    canvas.limb([(-0.3, 0.12), (0, 0.18), (0.3, 0.12)], 0.04, lighter(skin, 0.5))
