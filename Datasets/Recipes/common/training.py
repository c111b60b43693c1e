"""Training from a seed, and what a trained network is worth."""

import time

import numpy
import torch
from torch.nn import functional


def seed(number):
    """Fixes torch's randomness and keeps it to one thread, so that a recipe repeats on one machine."""
    torch.manual_seed(number)
    torch.set_num_threads(1)


def train(network, batches, loss, epochs, rate, decay=1e-4):
    """Adam with decoupled weight decay and a cosine schedule.

    `batches()` yields pairs of arrays for one epoch; `loss(outputs, targets)` is what is made small.
    """
    optimizer = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=decay)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    network.to(memory_format=torch.channels_last)
    for epoch in range(epochs):
        network.train()
        started, total, count = time.monotonic(), 0.0, 0
        for inputs, targets in batches():
            inputs, targets = torch.from_numpy(inputs), torch.from_numpy(targets)
            optimizer.zero_grad()
            value = loss(network(inputs.contiguous(memory_format=torch.channels_last)), targets)
            value.backward()
            optimizer.step()
            total, count = total + value.item() * len(inputs), count + len(inputs)
        schedule.step()
        print(f"epoch {epoch + 1}/{epochs}: loss {total / count:.4f}, {time.monotonic() - started:.0f} s", flush=True)


def shuffled(random, count, size):
    """Index rows of `size` that visit 0 to `count` in an order drawn from `random`; the short rest is left out, for batch norm's sake."""
    order = random.permutation(count)
    for start in range(0, count - size + 1, size):
        yield order[start : start + size]


def mirrored(random, pictures):
    """Half of the N x H x W x C pictures, left and right exchanged."""
    flip = random.random(len(pictures)) < 0.5
    return numpy.where(flip[:, None, None, None], pictures[:, :, ::-1], pictures)


def cross_entropy(outputs, labels):
    """Against labels softened by a tenth, which keeps the answers from being all 0 or 1."""
    return functional.cross_entropy(outputs, labels, label_smoothing=0.1)


@torch.no_grad()
def predict(network, inputs, size=64):
    """Outputs as rows, in inference mode."""
    network.eval()
    parts = [network(torch.from_numpy(inputs[start : start + size])).numpy() for start in range(0, len(inputs), size)]
    return numpy.concatenate(parts)


def correct(outputs, labels):
    """How many rows have their largest value at the label."""
    return int((outputs.argmax(1) == labels).sum())


def area_under_curve(scores, anomalous):
    """The chance that an anomaly scores above a normal one, ties counting half (Mann-Whitney)."""
    high, low = scores[anomalous == 1][:, None], scores[anomalous == 0][None, :]
    return float((high > low).mean() + 0.5 * (high == low).mean())
