"""Writes a folded network as a float `.tflite` file.

Source of the field numbers: tensorflow/compiler/mlir/lite/schema/schema.fbs (file identifier TFL3, schema version 3).
"""

import struct

from common.flatbuffer import Scalar, Table, Tables, Text, integers, octets, serialize

OPERATOR_CODES = {
    "ADD": 0,
    "AVERAGE_POOL_2D": 1,
    "CONV_2D": 3,
    "DEPTHWISE_CONV_2D": 4,
    "FULLY_CONNECTED": 9,
    "RESHAPE": 22,
    "SOFTMAX": 25,
}
FLOAT32, INT32 = 0, 2
SAME, VALID = 0, 1
RELU = 1


class _Subgraph:
    """Tensors and their buffers, collected in the order of the operators. Buffer 0 is the empty one that all activations share."""

    def __init__(self):
        self.tensors, self.buffers, self.operators, self.codes = [], [Table()], [], []

    def tensor(self, name, shape, kind=FLOAT32, data=None):
        fields = {0: integers(shape), 1: Scalar("b", kind), 2: Scalar("I", 0), 3: Text(name)}
        if data is not None:
            fields[2] = Scalar("I", len(self.buffers))
            self.buffers.append(Table({0: octets(data, 16)}))
        self.tensors.append(Table(fields))
        return len(self.tensors) - 1

    def operator(self, name, inputs, output, options_kind, options):
        if name not in self.codes:
            self.codes.append(name)
        self.operators.append(Table({
            0: Scalar("I", self.codes.index(name)),
            1: integers(inputs),
            2: integers([output]),
            3: Scalar("B", options_kind),
            4: Table(options),
        }))


def write(network, path, description):
    """Writes `network`, folded before, to `path`."""
    graph = _Subgraph()
    values = [graph.tensor("input", (1, *network.in_shape))]
    for number, step in enumerate(network.steps):
        name = f"{step.operator.lower()}_{number}"
        inputs = [values[source] for source in step.sources] + _constants(graph, name, step)
        values.append(graph.tensor(name, (1, *step.shape)))
        graph.operator(step.operator, inputs, values[-1], *_options(network, step))
    if network.softmax:
        output = graph.tensor("output", (1, *network.steps[-1].shape))
        graph.operator("SOFTMAX", [values[-1]], output, 9, {0: Scalar("f", 1.0)})
        values.append(output)
    with open(path, "wb") as file:
        file.write(serialize(_model(graph, values[0], values[-1], description), "TFL3"))


def _constants(graph, name, step):
    if step.operator == "RESHAPE":
        return [graph.tensor(name + "/shape", (2,), INT32, struct.pack("<2i", 1, *step.shape))]
    if not hasattr(step, "weights"):
        return []
    weights, bias = step.weights()
    return [
        graph.tensor(name + "/weights", weights.shape, data=weights.astype("<f4").tobytes()),
        graph.tensor(name + "/bias", bias.shape, data=bias.astype("<f4").tobytes()),
    ]


def _options(network, step):
    """The kind of the options in the schema's union, and their fields."""
    activation = Scalar("b", RELU if step.relu else 0)
    match step.operator:
        case "CONV_2D":
            return 1, {0: Scalar("b", SAME), 1: Scalar("i", step.stride[1]), 2: Scalar("i", step.stride[0]), 3: activation}
        case "DEPTHWISE_CONV_2D":
            return 2, {0: Scalar("b", SAME), 1: Scalar("i", step.stride[1]), 2: Scalar("i", step.stride[0]),
                       3: Scalar("i", 1), 4: activation}
        case "AVERAGE_POOL_2D":
            height, width, _ = network.shape_of(step.sources[0])
            return 5, {0: Scalar("b", VALID), 1: Scalar("i", width), 2: Scalar("i", height),
                       3: Scalar("i", width), 4: Scalar("i", height), 5: activation}
        case "FULLY_CONNECTED":
            return 8, {0: activation}
        case "ADD":
            return 11, {0: activation}
        case "RESHAPE":
            return 17, {0: integers((1, *step.shape))}
    raise ValueError(f"no options known for {step.operator}")


def _model(graph, first, last, description):
    codes = [Table({0: Scalar("b", OPERATOR_CODES[name]), 2: Scalar("i", 1), 3: Scalar("i", OPERATOR_CODES[name])})
             for name in graph.codes]
    subgraph = Table({0: Tables(graph.tensors), 1: integers([first]), 2: integers([last]),
                      3: Tables(graph.operators), 4: Text("main")})
    return Table({0: Scalar("I", 3), 1: Tables(codes), 2: Tables([subgraph]), 3: Text(description), 4: Tables(graph.buffers)})
