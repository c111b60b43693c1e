"""Words spoken by espeak-ng, one second each, before a background."""

import subprocess
from dataclasses import dataclass

import numpy

from common.audio import RATE, coloured_noise, decibels, resample, unit

KEYWORDS = ["Down", "Go", "Left", "No", "Off", "On", "Right", "Stop", "Up", "Yes"]
CLASSES = [*KEYWORDS, "Silence", "Unknown"]
SILENCE, UNKNOWN = 10, 11

# Words of the reference data set that are no keywords, and words that lie close to a keyword; none sounds the same as one.
OTHERS = (
    "backward bed bird cat dog eight five follow forward four happy house learn marvin nine one seven sheila six three tree two "
    "visual wow zero dawn town gold goat lift laugh note nose soft often arm bright light stock top cup us yet guess"
).split()
ESPEAK_RATE, WAV_HEADER = 22050, 44
ACCENTS = ["en-us", "en-gb", "en-gb-x-rp", "en-gb-scotland", "en-gb-x-gbclan", "en-029", "en-us-nyc"]


@dataclass(frozen=True)
class Speakers:
    """Voice variants of espeak-ng. Those who are heard in the test are not heard in training."""

    variants: tuple
    seed: int


TRAINING = Speakers(("m1", "m2", "m3", "m4", "m5", "m6", "f1", "f2", "f3", "klatt2", "klatt4", "Alex", "Andy", "Gene", "Annie",
                     "belinda", "michel", "pablo", "steph", "rob", "Jacky", "edward",
                     "aunty", "boris", "david", "grandma", "gustave", "iven", "kaukovalta", "marcelo", "travis", "victor"), 1)
TEST = Speakers(("m7", "m8", "f4", "f5", "klatt", "Michael", "linda", "quincy", "john", "caleb", "Mike", "Mario"), 2)


class Speech:
    """Draws clips of one second; the same speakers and calls give the same clips."""

    def __init__(self, speakers, snr_db):
        """snr_db: the lowest and highest ratio of voice to background, in dB."""
        self.speakers, self.snr_db = speakers, snr_db
        self.random = numpy.random.default_rng(speakers.seed)
        self.babble = [self._utter(self.random.choice(OTHERS)) for _ in range(40)]

    def clips(self, label, count):
        """One utterance of a class in `count` places and backgrounds. Yields 16000 samples of any scale."""
        if label == SILENCE:
            yield from (self._background() for _ in range(count))
            return
        voice = self._utter(KEYWORDS[label] if label < SILENCE else self.random.choice(OTHERS))
        for _ in range(count):
            ratio = self.random.uniform(*self.snr_db)
            yield self._placed(unit(voice) * decibels(ratio)) + self._background()

    def _utter(self, word):
        voice = f"{self.random.choice(ACCENTS)}+{self.random.choice(self.speakers.variants)}"
        rate, pitch = self.random.integers(110, 230), self.random.integers(15, 85)
        command = ["espeak-ng", "-v", voice, "-s", str(rate), "-p", str(pitch), "--stdout", str(word)]
        sound = subprocess.run(command, check=True, capture_output=True).stdout
        samples = numpy.frombuffer(sound[WAV_HEADER:], "<i2").astype(float)
        return resample(_trimmed(samples), ESPEAK_RATE, RATE)

    def _placed(self, voice):
        """The voice somewhere in its second; what is longer loses its end."""
        clip = numpy.zeros(RATE)
        start = self.random.integers(0, max(RATE - len(voice), 800))
        heard = voice[: RATE - start]
        clip[start : start + len(heard)] = heard
        return clip

    def _background(self):
        """One second of unit level: steady noise, mains hum, or people talking."""
        kind = self.random.choice(["white", "pink", "brown", "hum", "babble"])
        match kind:
            case "hum":
                return unit(_hum(self.random) + 0.2 * coloured_noise(self.random, RATE, 1))
            case "babble":
                return unit(self._talk() + 0.2 * coloured_noise(self.random, RATE, 1))
        return coloured_noise(self.random, RATE, {"white": 0, "pink": 1, "brown": 2}[kind])

    def _talk(self):
        talk = numpy.zeros(RATE)
        for _ in range(12):
            voice = unit(self.babble[self.random.integers(len(self.babble))])[:RATE]
            start = self.random.integers(-len(voice) // 2, RATE - len(voice) // 2)
            heard = voice[max(0, -start) : RATE - start]
            talk[max(0, start) : max(0, start) + len(heard)] += heard
        return unit(talk)


def _hum(random):
    """Mains of 50 or 60 Hz with harmonics that fall off."""
    mains, time = random.choice([50, 60]), numpy.arange(RATE) / RATE
    tones = (random.uniform(0, 1) / order * numpy.sin(2 * numpy.pi * (mains * order * time + random.uniform()))
             for order in range(1, 20))
    return unit(sum(tones))


def _trimmed(samples):
    """Without the quiet before and after the word."""
    loud = numpy.flatnonzero(numpy.abs(samples) > 0.02 * numpy.abs(samples).max())
    return samples[loud[0] : loud[-1] + 1]
