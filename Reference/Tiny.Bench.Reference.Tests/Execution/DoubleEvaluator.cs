using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>Evaluates the official float models in binary64, straight from the definitions of their operators and with nothing of the kernels.</summary>
internal sealed class DoubleEvaluator(ModelSubgraph graph)
{
    private readonly Dictionary<int, double[]> _values = [];

    /// <summary>The values of every computed tensor.</summary>
    public IReadOnlyDictionary<int, double[]> Run(float[] input)
    {
        _values.Clear();
        _values[graph.Inputs[0]] = Array.ConvertAll(input, value => (double)value);
        foreach (ModelOperator model in graph.Operators)
            _values[model.Outputs[0]] = Evaluate(model);
        return _values;
    }

    private double[] Evaluate(ModelOperator model) => model.Code switch
    {
        BuiltinOperator.Conv2D => Windows(model, strideField: 1, activationField: 3, depthwise: false),
        BuiltinOperator.DepthwiseConv2D => Windows(model, strideField: 1, activationField: 4, depthwise: true),
        BuiltinOperator.FullyConnected => FullyConnected(model),
        BuiltinOperator.Add => Activate([.. Values(model.Inputs[0]).Zip(Values(model.Inputs[1]), (first, second) => first + second)], model.Options.Byte(0, 0)),
        BuiltinOperator.AveragePool2D => GlobalMean(model),
        BuiltinOperator.Reshape => Values(model.Inputs[0]),
        BuiltinOperator.Softmax => Softmax(Values(model.Inputs[0])),
        _ => throw new NotSupportedException(model.Name),
    };

    private double[] Windows(ModelOperator model, int strideField, int activationField, bool depthwise)
    {
        Shape image = graph.Tensors[model.Inputs[0]].Shape, filter = graph.Tensors[model.Inputs[1]].Shape, result = graph.Tensors[model.Outputs[0]].Shape;
        double[] pixels = Values(model.Inputs[0]), weights = Values(model.Inputs[1]), bias = Values(model.Inputs[2]);
        (int strideX, int strideY) = (model.Options.Int32(strideField, 1), model.Options.Int32(strideField + 1, 1));
        int padTop = PaddingBefore(model, image[1], filter[1], strideY, result[1]), padLeft = PaddingBefore(model, image[2], filter[2], strideX, result[2]);
        var output = new double[result.ElementCount];
        for (int at = 0; at < output.Length; at++)
        {
            int channel = at % result[3], x = at / result[3] % result[2], y = at / result[3] / result[2];
            double sum = bias[channel];
            for (int fy = 0; fy < filter[1]; fy++)
            for (int fx = 0; fx < filter[2]; fx++)
            {
                int row = (y * strideY) + fy - padTop, column = (x * strideX) + fx - padLeft;
                if (row < 0 || row >= image[1] || column < 0 || column >= image[2])
                    continue;
                int pixel = ((row * image[2]) + column) * image[3], tap = (fy * filter[2]) + fx;
                if (depthwise)
                {
                    sum += pixels[pixel + channel] * weights[(tap * filter[3]) + channel];
                    continue;
                }

                for (int c = 0; c < image[3]; c++)
                    sum += pixels[pixel + c] * weights[(((channel * filter[1] * filter[2]) + tap) * image[3]) + c];
            }

            output[at] = sum;
        }

        return Activate(output, model.Options.Byte(activationField, 0));
    }

    // SAME (0) puts the smaller half of the padding before; VALID (1) none.
    private static int PaddingBefore(ModelOperator model, int size, int filter, int stride, int result) =>
        model.Options.Byte(0, 0) == 1 ? 0 : Math.Max(((result - 1) * stride) + filter - size, 0) / 2;

    private double[] FullyConnected(ModelOperator model)
    {
        double[] input = Values(model.Inputs[0]), weights = Values(model.Inputs[1]), bias = Values(model.Inputs[2]);
        double[] output = [.. bias.Select((start, unit) => start + input.Select((value, index) => value * weights[(unit * input.Length) + index]).Sum())];
        return Activate(output, model.Options.Byte(0, 0));
    }

    private double[] GlobalMean(ModelOperator model)
    {
        int channels = graph.Tensors[model.Outputs[0]].Shape[3];
        Assert.Equal(channels, graph.Tensors[model.Outputs[0]].Shape.ElementCount);
        double[] input = Values(model.Inputs[0]);
        return [.. Enumerable.Range(0, channels).Select(channel => input.Where((_, index) => index % channels == channel).Average())];
    }

    private static double[] Softmax(double[] logits)
    {
        double[] powers = Array.ConvertAll(logits, logit => Math.Exp(logit - logits.Max()));
        return Array.ConvertAll(powers, power => power / powers.Sum());
    }

    private static double[] Activate(double[] values, int activation) => activation switch
    {
        0 => values,
        1 => Array.ConvertAll(values, value => Math.Max(value, 0)),
        3 => Array.ConvertAll(values, value => Math.Clamp(value, 0, 6)),
        _ => throw new NotSupportedException($"activation {activation}"),
    };

    private double[] Values(int tensor)
    {
        if (!_values.TryGetValue(tensor, out double[]? values))
            _values[tensor] = values = Array.ConvertAll(MemoryMarshal.Cast<byte, float>(graph.Tensors[tensor].Data!.Value.Span).ToArray(), value => (double)value);
        return values;
    }
}
