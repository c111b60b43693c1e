"""Makes ad01 of the starter pack: machine sounds, an autoencoder, and its files. Run as `python3 -m ad01.make` in `Datasets/Recipes`."""

import numpy
import torch
from torch.nn import functional

from ad01.frontend import BANDS, log_mel
from ad01.machines import FAULTS, clip, machines
from common import pack, training
from common.network import Network

CLIPS, EPOCHS = 2400, 40
WINDOW = 5
STEP_DB = 0.25
SEVERITY = (0.1, 0.75)
NORMAL, ANOMALY = 0, 1
NAMES = ("normal", "anomaly")


def network():
    """The autoencoder of the reference: MLPerf Tiny, anomaly_detection, keras_model."""
    net = Network((WINDOW * BANDS,))
    for units in (128, 128, 128, 128, 8, 128, 128, 128, 128):
        net.dense(units, relu=True, norm=True)
    net.dense(WINDOW * BANDS)
    return net


def frames_of(samples):
    """Frames x 128 dB in steps of 0.25, which keeps the pack small."""
    return (numpy.rint(log_mel(samples) / STEP_DB) * STEP_DB).astype("<f4")


def recordings(seed, count, anomalies):
    """`count` recordings, the machines in turn, every second one broken where `anomalies` are asked for; and their labels."""
    random, park = numpy.random.default_rng(seed), machines()
    found, labels = [], []
    for index in range(count):
        label = index % 2 if anomalies else NORMAL
        fault = random.choice(FAULTS) if label == ANOMALY else None
        machine = park[index // 2 % len(park)]
        found.append(frames_of(clip(random, machine, fault, random.uniform(*SEVERITY))))
        labels.append(label)
    return numpy.array(found), numpy.array(labels)


def windows(frames):
    """Every five frames in a row, as N x 640 x 1 x 1."""
    count = frames.shape[1] - WINDOW + 1
    cut = numpy.stack([frames[:, start : start + WINDOW].reshape(len(frames), -1) for start in range(count)], 1)
    return cut.reshape(-1, WINDOW * BANDS, 1, 1)


def scores(net, frames):
    """The mean squared error of each recording over its windows, in dB squared."""
    cut = windows(frames)
    errors = ((training.predict(net, cut, 256) - cut[:, :, 0, 0]) ** 2).mean(1)
    return errors.reshape(len(frames), -1).mean(1)


def samples(prefix, frames, labels):
    return [(f"{prefix}_{index:06d}_{NAMES[label]}.bin", frame.tobytes(), int(label))
            for index, (frame, label) in enumerate(zip(frames, labels))]


def main():
    training.seed(1)
    random = numpy.random.default_rng(1)
    frames, labels = recordings(1, CLIPS, anomalies=False)
    test_frames, test_labels = recordings(2, 200, anomalies=True)
    inputs = windows(frames)
    print(f"{len(inputs)} windows of {frames.shape[1]} frames to train on", flush=True)

    def batches():
        for chosen in training.shuffled(random, len(inputs), 256):
            yield inputs[chosen], inputs[chosen][:, :, 0, 0]

    net = network()
    with torch.no_grad():
        net.steps[-1].conv.bias.copy_(torch.from_numpy(inputs.mean((0, 2, 3))))
    training.train(net, batches, functional.mse_loss, EPOCHS, 2e-3)
    net.fold()
    print(f"test: AUC {training.area_under_curve(scores(net, test_frames), test_labels):.4f}")

    window = (WINDOW * BANDS * 4, BANDS * 4)
    description = "Autoencoder, trained by Datasets/Recipes/ad01 on synthetic machine sounds"
    test, calibration = samples("tst", test_frames, test_labels), samples("cal", frames[:40], labels[:40])
    pack.write("ad01", net, description, test, calibration, len(NAMES), window)


if __name__ == "__main__":
    main()
