"""A network as a list of steps, each one operator of the `.tflite` file that it becomes."""

import numpy
import torch
from torch import nn
from torch.nn import functional


class Step(nn.Module):
    """One operator: where its inputs come from, the shape of its output without the batch, and whether RELU is fused to it."""

    def __init__(self, operator, sources, shape, relu=False):
        super().__init__()
        self.operator, self.sources, self.shape, self.relu = operator, sources, shape, relu

    def forward(self, *inputs):
        out = self.compute(*inputs)
        return functional.relu(out) if self.relu else out

    def fold(self):
        """Merges the batch norm into the weights, and rounds them to what 16-bit floats can hold."""


class Weighted(Step):
    """CONV_2D, DEPTHWISE_CONV_2D or FULLY_CONNECTED (a 1x1 convolution of one pixel), with batch norm until `fold`."""

    def __init__(self, operator, sources, in_shape, shape, kernel=(1, 1), stride=(1, 1), relu=False, norm=True):
        super().__init__(operator, sources, shape, relu)
        self.kernel, self.stride = kernel, stride
        groups = in_shape[-1] if operator == "DEPTHWISE_CONV_2D" else 1
        self.conv = nn.Conv2d(in_shape[-1], shape[-1], kernel, stride, groups=groups, bias=not norm)
        self.norm = nn.BatchNorm2d(shape[-1], eps=1e-3) if norm else nn.Identity()
        self.pad = _same_padding(in_shape, kernel, stride) if len(in_shape) == 3 else (0, 0, 0, 0)

    def compute(self, x):
        return self.norm(self.conv(functional.pad(x, self.pad) if any(self.pad) else x))

    def fold(self):
        weight, bias = self.conv.weight.detach(), torch.zeros(self.shape[-1])
        if isinstance(self.norm, nn.BatchNorm2d):
            norm = self.norm
            gain = norm.weight.detach() / torch.sqrt(norm.running_var + norm.eps)
            weight, bias = weight * gain[:, None, None, None], norm.bias.detach() - norm.running_mean * gain
            self.norm = nn.Identity()
        else:
            bias = self.conv.bias.detach()
        self.conv.weight = nn.Parameter(_half(weight))
        self.conv.bias = nn.Parameter(_half(bias))

    def weights(self):
        """Weights as TFLite stores them (OHWI; depthwise 1HWC; fully connected [out, in]) and the bias."""
        weight = self.conv.weight.detach().numpy()
        stored = {
            "CONV_2D": lambda: weight.transpose(0, 2, 3, 1),
            "DEPTHWISE_CONV_2D": lambda: weight.transpose(1, 2, 3, 0),
            "FULLY_CONNECTED": lambda: weight[:, :, 0, 0],
        }[self.operator]()
        return numpy.ascontiguousarray(stored), self.conv.bias.detach().numpy()


class Add(Step):
    """ADD of two values of one shape."""

    def compute(self, a, b):
        return a + b


class AveragePool(Step):
    """AVERAGE_POOL_2D over the whole picture."""

    def compute(self, x):
        return x.mean((2, 3), keepdim=True)


class Flatten(Step):
    """RESHAPE of one pixel to a row."""

    def compute(self, x):
        return x


class Network(nn.Module):
    """Steps in order; value 0 is the input, value i the output of step i. Training sees the logits, the file ends in SOFTMAX."""

    def __init__(self, shape):
        super().__init__()
        self.in_shape, self.steps, self.softmax = shape, nn.ModuleList(), False

    def shape_of(self, value):
        return self.in_shape if value == 0 else self.steps[value - 1].shape

    @property
    def last(self):
        """The newest value, for a step that continues from it or for a shortcut."""
        return len(self.steps)

    def convolution(self, channels, kernel, stride=1, relu=True, source=None):
        source = self.last if source is None else source
        height, width, _ = self.shape_of(source)
        kernel, stride = _pair(kernel), _pair(stride)
        shape = (-(-height // stride[0]), -(-width // stride[1]), channels)
        return self._append(Weighted("CONV_2D", [source], self.shape_of(source), shape, kernel, stride, relu))

    def depthwise(self, kernel, stride=1):
        height, width, channels = self.shape_of(self.last)
        shape = (-(-height // stride), -(-width // stride), channels)
        return self._append(
            Weighted("DEPTHWISE_CONV_2D", [self.last], self.shape_of(self.last), shape, _pair(kernel), _pair(stride), True))

    def dense(self, units, relu=False, norm=False):
        return self._append(Weighted("FULLY_CONNECTED", [self.last], self.shape_of(self.last), (units,), relu=relu, norm=norm))

    def add(self, first, second):
        return self._append(Add("ADD", [first, second], self.shape_of(first), relu=True))

    def average_pool(self):
        """Averages every pixel away, then drops the two dimensions."""
        channels = self.shape_of(self.last)[-1]
        self._append(AveragePool("AVERAGE_POOL_2D", [self.last], (1, 1, channels)))
        return self._append(Flatten("RESHAPE", [self.last], (channels,)))

    def end_in_softmax(self):
        self.softmax = True
        return self

    def forward(self, x):
        """x: N x C x H x W. Returns N x outputs, logits where the file would end in SOFTMAX."""
        values = [x]
        for step in self.steps:
            values.append(step(*(values[source] for source in step.sources)))
        return values[-1].flatten(1)

    def fold(self):
        """Makes the network what will be written: no batch norm, weights of 16 bits. For inference only."""
        self.eval()
        for step in self.steps:
            step.fold()
        return self

    def _append(self, step):
        self.steps.append(step)
        return self.last


def _pair(size):
    return size if isinstance(size, tuple) else (size, size)


def _same_padding(in_shape, kernel, stride):
    """SAME padding as TensorFlow divides it: the odd pixel goes to the end. In torch's order: left, right, top, bottom."""
    pads = []
    for size, width, step in ((in_shape[1], kernel[1], stride[1]), (in_shape[0], kernel[0], stride[0])):
        total = max((-(-size // step) - 1) * step + width - size, 0)
        pads += [total // 2, total - total // 2]
    return tuple(pads)


def _half(values):
    rounded = values.half().float()
    if not torch.isfinite(rounded).all():
        raise ValueError("a weight is too large for a 16-bit float")
    return rounded
