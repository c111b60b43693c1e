"""Makes vww01 of the starter pack: rendered scenes, a MobileNetV1, and its files. Run as `python3 -m vww01.make` in `Datasets/Recipes`."""

import numpy

from common import pack, training
from common.network import Network
from vww01.scenes import Difficulty, pictures

PICTURES, EPOCHS = 6000, 18
TRAINING_SEED, TEST_SEED = 1, 2

# Harder in training than in the test, as the background is louder in kws01.
TRAINING_SCENES, TEST_SCENES = Difficulty(0.5, 0.7), Difficulty(0.5, 0.8)
NAMES = ("scene", "person")


def network():
    """MobileNetV1 at a quarter of its width, as the reference has it: MLPerf Tiny, visual_wake_words, vww_model."""
    net = Network((96, 96, 3))
    net.convolution(8, 3, 2)
    blocks = ((16, 1), (32, 2), (32, 1), (64, 2), (64, 1), (128, 2), *[(128, 1)] * 5, (256, 2), (256, 1))
    for channels, stride in blocks:
        net.depthwise(3, stride)
        net.convolution(channels, 1)
    net.average_pool()
    net.dense(2)
    return net.end_in_softmax()


def as_input(pixels):
    """N x 3 x 96 x 96 of 0..1, the range of the reference's model."""
    return numpy.ascontiguousarray(pixels.transpose(0, 3, 1, 2)).astype(numpy.float32) / numpy.float32(255)


def main():
    training.seed(1)
    random = numpy.random.default_rng(TRAINING_SEED)
    pixels, labels = pictures(TRAINING_SEED, PICTURES, TRAINING_SCENES)
    test_pixels, test_labels = pictures(TEST_SEED, 200, TEST_SCENES)
    print(f"{len(pixels)} pictures to train on", flush=True)

    def batches():
        for chosen in training.shuffled(random, len(pixels), 32):
            yield as_input(training.mirrored(random, pixels[chosen])), labels[chosen]

    net = network()
    training.train(net, batches, training.cross_entropy, EPOCHS, 4e-3, decay=1e-3)
    net.fold()
    print(f"test: {training.correct(training.predict(net, as_input(test_pixels)), test_labels)} of {len(test_labels)}")

    description = "MobileNetV1 0.25, trained by Datasets/Recipes/vww01 on rendered scenes"
    test = pack.pictures("tst", test_pixels, test_labels, NAMES)
    calibration = pack.pictures("cal", pixels[:50], labels[:50], NAMES)
    pack.write("vww01", net, description, test, calibration, len(NAMES))


if __name__ == "__main__":
    main()
