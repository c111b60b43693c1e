"""Pictures drawn from polygons, lit, and made smaller for smooth edges."""

import numpy
from PIL import Image, ImageDraw, ImageFilter

OVERSAMPLING = 4


class Canvas:
    """A square picture of `size` pixels. Shapes are given in the units of `frame`, x right and y down; lights fall on all of it."""

    def __init__(self, size, random):
        self.size, self.random = size, random
        self.image = Image.new("RGB", (size * OVERSAMPLING,) * 2)
        self.draw = ImageDraw.Draw(self.image)
        self.frame = numpy.array([[1.0, 0, 0], [0, 1.0, 0]])

    def place(self, x, y, scale, turn=0.0, mirror=False):
        """The unit of what follows: its origin at (x, y) in 0..1 of the picture, `scale` units long, turned by `turn` radians."""
        across = -scale if mirror else scale
        cos, sin = numpy.cos(turn), numpy.sin(turn)
        self.frame = numpy.array([[across * cos, -scale * sin, x], [across * sin, scale * cos, y]])

    def polygon(self, points, colour):
        corners = (self.frame[:, :2] @ numpy.asarray(points, float).T).T + self.frame[:, 2]
        self.draw.polygon([tuple(corner) for corner in corners * self.size * OVERSAMPLING], fill=colour)

    def ellipse(self, x, y, across, along, colour, turn=0.0):
        """Half axes `across` and `along`, turned by `turn`."""
        angles = numpy.linspace(0, 2 * numpy.pi, 28, endpoint=False)
        u, v = across * numpy.cos(angles), along * numpy.sin(angles)
        cos, sin = numpy.cos(turn), numpy.sin(turn)
        self.polygon(numpy.stack([x + u * cos - v * sin, y + u * sin + v * cos], 1), colour)

    def limb(self, points, width, colour):
        """A bent line of `width` with round ends."""
        points = numpy.asarray(points, float)
        for start, end in zip(points[:-1], points[1:]):
            along = end - start
            side = numpy.array([-along[1], along[0]]) / max(numpy.hypot(*along), 1e-9) * width / 2
            self.polygon([start + side, end + side, end - side, start - side], colour)
        for x, y in points:
            self.ellipse(x, y, width / 2, width / 2, colour)

    def box(self, left, top, right, bottom, colour):
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], colour)

    def shade(self, x, y, across, along, strength):
        """A soft shadow in the picture's own units; `strength` 1 is black."""
        mask = Image.new("L", self.image.size)
        side = self.size * OVERSAMPLING
        box = [(x - across) * side, (y - along) * side, (x + across) * side, (y + along) * side]
        ImageDraw.Draw(mask).ellipse(box, fill=int(255 * strength))
        self.image.paste(Image.new("RGB", self.image.size), (0, 0), mask.filter(ImageFilter.GaussianBlur(side * along / 3)))
        self.draw = ImageDraw.Draw(self.image)

    def copy(self):
        """What is drawn so far, oversampled, as height x width x 3."""
        return numpy.array(self.image)

    def finish(self, noise, light=(0.55, 1.15), blur=0.0):
        """Pixels as uint8, height x width x 3: light from one side, a tint, blur in pixels, and sensor noise in codes."""
        image = self.image.filter(ImageFilter.GaussianBlur(blur * OVERSAMPLING)) if blur > 0 else self.image
        pixels = numpy.asarray(image.resize((self.size, self.size), Image.BOX), float)
        angle, slope = self.random.uniform(0, 2 * numpy.pi), self.random.uniform(0, 0.35)
        y, x = numpy.mgrid[-1 : 1 : self.size * 1j, -1 : 1 : self.size * 1j]
        gain = self.random.uniform(*light) * (1 + slope * (x * numpy.cos(angle) + y * numpy.sin(angle)))
        tint = self.random.uniform(0.9, 1.1, 3)
        pixels = pixels * gain[:, :, None] * tint + self.random.normal(0, noise, pixels.shape)
        return numpy.clip(numpy.rint(pixels), 0, 255).astype(numpy.uint8)


def colour(random, low, high):
    """A colour between two colours, each channel on its own."""
    return tuple(int(value) for value in random.integers(numpy.minimum(low, high), numpy.maximum(low, high) + 1))


def lighter(base, factor):
    """The colour times a factor, cut at white."""
    return tuple(min(255, int(channel * factor)) for channel in base)
