"""Makes kws01 of the starter pack: spoken words, a DS-CNN, and its files. Run as `python3 -m kws01.make` in `Datasets/Recipes`."""

import numpy

from common import pack, training
from common.network import Network
from kws01.frontend import dequantize, mfcc, quantize
from kws01.speech import CLASSES, TEST, TRAINING, UNKNOWN, Speech

UTTERANCES, BACKGROUNDS, EPOCHS = 700, 3, 24
TEST_SNR_DB, TRAINING_SNR_DB = (3, 24), (-3, 25)

# One class holds many words, so it needs more of them to be learned.
UNKNOWN_SHARE = 2


def network():
    """The DS-CNN of the reference: MLPerf Tiny, keyword_spotting, ds_cnn."""
    net = Network((49, 10, 1))
    net.convolution(64, (10, 4), 2)
    for _ in range(4):
        net.depthwise(3)
        net.convolution(64, 1)
    net.average_pool()
    net.dense(len(CLASSES))
    return net.end_in_softmax()


def features(speech, utterances, backgrounds, unknown_share=1):
    """Codes of `utterances` words of every class in turn, each before several backgrounds; and their labels."""
    codes, labels = [], []
    for _ in range(utterances):
        for label in [*range(len(CLASSES)), *[UNKNOWN] * (unknown_share - 1)]:
            for clip in speech.clips(label, backgrounds):
                codes.append(quantize(mfcc(clip)))
                labels.append(label)
    return numpy.array(codes), numpy.array(labels)


def as_input(codes):
    """N x 1 x 49 x 10, as the network takes it."""
    return dequantize(codes)[:, None]


def samples(prefix, codes, labels):
    """The inputs in the official raw form, named as the official ones are."""
    return [(f"{prefix}_{index:06d}_{CLASSES[label]}_{label}.bin", code.tobytes(), int(label))
            for index, (code, label) in enumerate(zip(codes, labels))]


def main():
    training.seed(1)
    random = numpy.random.default_rng(1)
    codes, labels = features(Speech(TRAINING, TRAINING_SNR_DB), UTTERANCES, BACKGROUNDS, UNKNOWN_SHARE)
    test_codes, test_labels = (part[:200] for part in features(Speech(TEST, TEST_SNR_DB), 17, 1))
    print(f"{len(codes)} clips to train on", flush=True)

    def batches():
        for chosen in training.shuffled(random, len(codes), 64):
            yield as_input(codes[chosen]), labels[chosen]

    net = network()
    training.train(net, batches, training.cross_entropy, EPOCHS, 3e-3)
    net.fold()
    print(f"test: {training.correct(training.predict(net, as_input(test_codes)), test_labels)} of {len(test_labels)}")

    chosen = random.permutation(len(codes))[:100]
    description = "DS-CNN, trained by Datasets/Recipes/kws01 on words of espeak-ng"
    test, calibration = samples("tst", test_codes, test_labels), samples("cal", codes[chosen], labels[chosen])
    pack.write("kws01", net, description, test, calibration, len(CLASSES))


if __name__ == "__main__":
    main()
