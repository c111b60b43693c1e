"""Makes ic01 of the starter pack: rendered pictures, a ResNet-8, and its files. Run as `python3 -m ic01.make` in `Datasets/Recipes`."""

import numpy

from common import pack, training
from common.network import Network
from ic01.objects import CLASSES
from ic01.scenes import pictures

PER_CLASS, EPOCHS = 1200, 24
TRAINING_SEED, TEST_SEED = 1, 2
HARD = 0.8


def network():
    """The ResNet-8 of the reference: MLPerf Tiny, image_classification, resnet_v1_eembc."""
    net = Network((32, 32, 3))
    net.convolution(16, 3)
    for channels, stride in ((16, 1), (32, 2), (64, 2)):
        start = net.last
        net.convolution(channels, 3, stride)
        branch = net.convolution(channels, 3, relu=False)
        shortcut = net.convolution(channels, 1, stride, relu=False, source=start) if stride > 1 else start
        net.add(shortcut, branch)
    net.average_pool()
    net.dense(len(CLASSES))
    return net.end_in_softmax()


def as_input(pixels):
    """N x 3 x 32 x 32 of 0..255, the range of the reference's model."""
    return numpy.ascontiguousarray(pixels.transpose(0, 3, 1, 2)).astype(numpy.float32)


def main():
    training.seed(1)
    random = numpy.random.default_rng(TRAINING_SEED)
    pixels, labels = pictures(TRAINING_SEED, PER_CLASS, HARD)
    test_pixels, test_labels = pictures(TEST_SEED, 20, HARD)
    print(f"{len(pixels)} pictures to train on", flush=True)

    def batches():
        seen = training.mirrored(random, pixels)
        for chosen in training.shuffled(random, len(pixels), 64):
            yield as_input(seen[chosen]), labels[chosen]

    net = network()
    training.train(net, batches, training.cross_entropy, EPOCHS, 2e-3, decay=1e-3)
    net.fold()
    print(f"test: {training.correct(training.predict(net, as_input(test_pixels)), test_labels)} of {len(test_labels)}")

    description = "ResNet-8, trained by Datasets/Recipes/ic01 on rendered pictures"
    test = pack.pictures("tst", test_pixels, test_labels, CLASSES)
    calibration = pack.pictures("cal", pixels[:100], labels[:100], CLASSES)
    pack.write("ic01", net, description, test, calibration, len(CLASSES))


if __name__ == "__main__":
    main()
